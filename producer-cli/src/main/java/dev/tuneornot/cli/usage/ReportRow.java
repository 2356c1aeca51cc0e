package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.model.Usage;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.usage.ModelRole;
import dev.tuneornot.portfolio.usage.TrafficSum;
import dev.tuneornot.portfolio.usage.UsageEffect;
import dev.tuneornot.portfolio.usage.UsageMeasurement.ModelSeen;
import dev.tuneornot.portfolio.usage.UsageMeasurement.Unmeasured;
import dev.tuneornot.portfolio.usage.UsageSums.Unmapped;
import dev.tuneornot.portfolio.whatif.Flip;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of the report. What a kind of row does not have is null.
 *
 * @param key what rows say that no rule maps
 * @param role what the model is to the proposal
 * @param tokens sums
 * @param effect what follows from the measured usage
 * @param remark a sentence; empty where there is nothing to say
 */
record ReportRow(
    Kind kind,
    @Nullable String proposalId,
    @Nullable String key,
    @Nullable String model,
    @Nullable ModelRole role,
    @Nullable Long requests,
    @Nullable Long failed,
    @Nullable Tokens tokens,
    UsageEffect.@Nullable OfProposal effect,
    @Nullable Flip flip,
    String remark) {

  private static final double SMALL_FACTOR = 0.095;

  /** What a row is about. */
  enum Kind {
    /** Usage of a proposal. */
    MEASURED,
    /** A proposal with traffic that is no usage. */
    UNMEASURED,
    /** A model that did the job of a proposal. */
    MODEL,
    /** What belongs to no proposal. */
    UNMAPPED,
    /** All that belongs to some proposal. */
    TOTAL_MAPPED,
    /** All that belongs to none. */
    TOTAL_UNMAPPED,
    /** A verdict that would be another one. */
    FLIP
  }

  /** Sums of tokens, whole. */
  record Tokens(BigDecimal input, BigDecimal cached, BigDecimal written, BigDecimal output) {

    static Tokens of(TrafficSum sum) {
      return new Tokens(
          whole(sum.tokens().input()),
          whole(sum.tokens().cached()),
          whole(sum.tokens().written()),
          whole(sum.tokens().output()));
    }

    static Tokens of(Usage usage) {
      return new Tokens(
          BigDecimal.valueOf(usage.getInputTokens()),
          BigDecimal.valueOf(usage.getCachedInputTokens()),
          BigDecimal.valueOf(usage.getCacheWriteTokens()),
          BigDecimal.valueOf(usage.getOutputTokens()));
    }

    private static BigDecimal whole(BigDecimal tokens) {
      return tokens.setScale(0, RoundingMode.HALF_UP);
    }
  }

  /** For programs: all kinds of rows in one stream. */
  static Layout<ReportRow> all() {
    return PlainLayout.of(
        List.of(
            new Field<>("kind", ReportRow::kind),
            new Field<>("proposalId", ReportRow::proposalId),
            new Field<>("key", ReportRow::key),
            new Field<>("model", ReportRow::model),
            new Field<>("role", ReportRow::role),
            new Field<>("requests", ReportRow::requests),
            new Field<>("failedRequests", ReportRow::failed),
            new Field<>("inputTokens", row -> row.count(Tokens::input)),
            new Field<>("cachedInputTokens", row -> row.count(Tokens::cached)),
            new Field<>("cacheWriteTokens", row -> row.count(Tokens::written)),
            new Field<>("outputTokens", row -> row.count(Tokens::output)),
            new Field<>(
                "statedRequestsPerMonth", row -> row.of(e -> e.stated().getRequestsPerMonth())),
            new Field<>(
                "measuredRequestsPerMonth",
                row -> row.of(e -> e.effective().getRequestsPerMonth())),
            new Field<>("factor", row -> row.of(ReportRow::finiteFactor)),
            new Field<>("statedPromptTokens", row -> row.of(e -> e.stated().getPromptTokens())),
            new Field<>(
                "measuredPromptTokens", row -> row.of(e -> e.effective().getPromptTokens())),
            new Field<>("statedOutputTokens", row -> row.of(ReportRow::statedOutput)),
            new Field<>("measuredOutputTokens", row -> row.of(ReportRow::measuredOutput)),
            new Field<>("rescored", row -> row.of(UsageEffect.OfProposal::isRescored)),
            new Field<>("before", row -> row.flip == null ? null : row.flip.before()),
            new Field<>("after", row -> row.flip == null ? null : row.flip.after()),
            new Field<>("remark", row -> row.remark.isEmpty() ? null : row.remark)),
        measured());
  }

  /** For people: proposals, stated against measured. */
  static List<TableColumn<ReportRow>> measured() {
    return List.of(
        TableColumn.name("PROPOSAL", 9, 24, row -> Objects.requireNonNullElse(row.proposalId, "")),
        TableColumn.figure("REQUESTS", row -> number(row.requests)),
        TableColumn.figure(
            "STATED/MONTH", row -> number(row.of(e -> e.stated().getRequestsPerMonth()))),
        TableColumn.figure(
            "MEASURED/MONTH", row -> number(row.of(e -> e.effective().getRequestsPerMonth()))),
        TableColumn.figure("FACTOR", ReportRow::factorText),
        TableColumn.figure(
            "PROMPT",
            row ->
                change(
                    row.of(e -> e.stated().getPromptTokens()),
                    row.of(e -> e.effective().getPromptTokens()))),
        TableColumn.figure(
            "OUTPUT",
            row -> change(row.of(ReportRow::statedOutput), row.of(ReportRow::measuredOutput))),
        TableColumn.figure("OF INPUT CACHED", ReportRow::cachedShare),
        TableColumn.words("RE-SCORED", 9, 40, ReportRow::rescoredText));
  }

  /** For people: models by proposal. */
  static Layout<ReportRow> models() {
    return all()
        .withTable(
            List.of(
                TableColumn.name(
                    "PROPOSAL", 9, 24, row -> Objects.requireNonNullElse(row.proposalId, "")),
                TableColumn.name("MODEL SEEN", 12, 40, row -> String.valueOf(row.model)),
                TableColumn.fixed("IS", row -> row.role == null ? "" : word(row.role)),
                TableColumn.figure("REQUESTS", row -> number(row.requests)),
                TableColumn.figure("FAILED", row -> number(row.failed)),
                TableColumn.figure("INPUT TOKENS", row -> number(row.count(Tokens::input))),
                TableColumn.figure("OUTPUT TOKENS", row -> number(row.count(Tokens::output))),
                TableColumn.fixed("COUNTED", ReportRow::remark)));
  }

  /** For people: what no rule maps. */
  static Layout<ReportRow> unmapped() {
    return all()
        .withTable(
            List.of(
                TableColumn.words("MAPPED TO NO PROPOSAL", 24, 60, row -> String.valueOf(row.key)),
                TableColumn.figure("REQUESTS", row -> number(row.requests)),
                TableColumn.figure("FAILED", row -> number(row.failed)),
                TableColumn.figure("INPUT TOKENS", row -> number(row.count(Tokens::input))),
                TableColumn.figure("OUTPUT TOKENS", row -> number(row.count(Tokens::output)))));
  }

  /** For people: verdicts that would be others. */
  static Layout<ReportRow> flips() {
    return all()
        .withTable(
            List.of(
                TableColumn.name(
                    "PROPOSAL", 12, 24, row -> Objects.requireNonNullElse(row.proposalId, "")),
                TableColumn.fixed(
                    "BEFORE", row -> row.flip == null ? "" : row.flip.before().name()),
                TableColumn.fixed("AFTER", row -> row.flip == null ? "" : row.flip.after().name()),
                TableColumn.words("WHY", 30, 60, ReportRow::remark)));
  }

  static ReportRow of(UsageEffect.OfProposal effect, TrafficSum sum) {
    Usage usage = effect.measured().usage();
    return new ReportRow(
        Kind.MEASURED,
        usage.getProposalId(),
        null,
        null,
        null,
        usage.getRequests(),
        sum.failed(),
        Tokens.of(usage),
        effect,
        null,
        "");
  }

  static ReportRow of(Unmeasured unmeasured) {
    return ofSum(Kind.UNMEASURED, unmeasured.sum(), unmeasured.reason())
        .named(unmeasured.proposalId(), null, null, null);
  }

  static ReportRow of(ModelSeen seen) {
    return ofSum(Kind.MODEL, seen.sum(), seen.isMeasured() ? "yes" : "no")
        .named(seen.proposalId(), null, seen.model().display(), seen.role());
  }

  static ReportRow of(Unmapped unmapped) {
    return ofSum(Kind.UNMAPPED, unmapped.sum(), "").named(null, unmapped.key(), null, null);
  }

  static ReportRow of(Flip flip) {
    return new ReportRow(
        Kind.FLIP,
        flip.proposalId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        flip,
        flip.reason());
  }

  static ReportRow ofSum(Kind kind, TrafficSum sum, String remark) {
    return new ReportRow(
        kind,
        null,
        null,
        null,
        null,
        sum.isUncounted() ? null : (Long) sum.requests(),
        sum.failed(),
        Tokens.of(sum),
        null,
        null,
        remark);
  }

  private ReportRow named(
      @Nullable String proposal,
      @Nullable String unmappedKey,
      @Nullable String seenModel,
      @Nullable ModelRole seenRole) {
    return new ReportRow(
        kind,
        proposal,
        unmappedKey,
        seenModel,
        seenRole,
        requests,
        failed,
        tokens,
        effect,
        flip,
        remark);
  }

  private @Nullable Long count(Function<Tokens, BigDecimal> of) {
    return tokens == null
        ? null
        : (Long) of.apply(tokens).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
  }

  private @Nullable Object of(Function<UsageEffect.OfProposal, @Nullable Object> figure) {
    return effect == null ? null : figure.apply(effect);
  }

  private static @Nullable Double finiteFactor(UsageEffect.OfProposal effect) {
    return Double.isFinite(effect.factor()) ? effect.factor() : null;
  }

  /** Of what was measured: a tuned model's output may be stated by itself. */
  private static int statedOutput(UsageEffect.OfProposal effect) {
    Integer tuned = effect.stated().getTunedOutputTokens();
    return isTuned(effect) && tuned != null ? tuned : effect.stated().getOutputTokens();
  }

  private static int measuredOutput(UsageEffect.OfProposal effect) {
    Integer tuned = effect.effective().getTunedOutputTokens();
    return isTuned(effect) && tuned != null ? tuned : effect.effective().getOutputTokens();
  }

  private static boolean isTuned(UsageEffect.OfProposal effect) {
    return Boolean.TRUE.equals(effect.measured().usage().getTuned());
  }

  private String factorText() {
    if (effect == null) {
      return Figures.NONE;
    }
    double factor = effect.factor();
    return Double.isFinite(factor)
        ? String.format(Locale.ROOT, factor < SMALL_FACTOR ? "%.2g" : "%.2f", factor)
        : Figures.NONE;
  }

  private String cachedShare() {
    if (tokens == null || tokens.input().signum() == 0) {
      return Figures.NONE;
    }
    double share = tokens.cached().doubleValue() / tokens.input().doubleValue();
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private String rescoredText() {
    if (effect == null) {
      return remark;
    }
    return effect.isRescored() ? "yes" : "no, as before";
  }

  private static String word(ModelRole role) {
    return switch (role) {
      case BASELINE -> "baseline";
      case TUNED -> "tuned";
      case OTHER -> "neither";
    };
  }

  private static String number(@Nullable Object count) {
    return count instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : Figures.NONE;
  }

  private static String change(@Nullable Object before, @Nullable Object after) {
    return before == null ? Figures.NONE : number(before) + " -> " + number(after);
  }
}
