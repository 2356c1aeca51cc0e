package dev.tuneornot.portfolio.usage;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The usage of proposals that follows from sums: of a LIVE one that of the tuned model, of a
 * PROPOSED one that of its baseline.
 *
 * @param measured in the order of the ids
 * @param models all that were seen, by proposal
 * @param unmeasured proposals with traffic that is no usage of theirs
 */
public record UsageMeasurement(
    List<Measured> measured, List<ModelSeen> models, List<Unmeasured> unmeasured) {

  private static final int LONGEST_SOURCE = 500;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** A proposal with what was measured of it. */
  public record Measured(Proposal proposal, Usage usage) {}

  /**
   * A model that did the job of a proposal.
   *
   * @param isMeasured whether its traffic is the usage
   */
  public record ModelSeen(
      String proposalId, SeenModel model, ModelRole role, boolean isMeasured, TrafficSum sum) {}

  /**
   * A proposal with traffic but no usage.
   *
   * @param isRefused whether that is a fault, not a matter of the models
   */
  public record Unmeasured(String proposalId, String reason, boolean isRefused, TrafficSum sum) {}

  /**
   * Makes usage of sums.
   *
   * @param proposals by id; traffic of others is unmeasured
   * @param requests by proposal, where the source does not count them
   * @param source where it was measured
   */
  public static UsageMeasurement of(
      UsageSums sums, Map<String, Proposal> proposals, Map<String, Long> requests, String source) {
    List<Measured> measured = new ArrayList<>();
    List<ModelSeen> models = new ArrayList<>();
    List<Unmeasured> unmeasured = new ArrayList<>();
    byProposal(sums)
        .forEach(
            (proposalId, byModel) -> {
              Proposal proposal = proposals.get(proposalId);
              List<ModelSeen> seen = seen(proposalId, proposal, byModel, sums.map().models());
              models.addAll(seen);
              TrafficSum fitting = total(seen, true);
              if (proposal == null) {
                unmeasured.add(
                    new Unmeasured(
                        proposalId, "there is no such proposal", true, total(seen, false)));
              } else if (fitting.requests() == 0 && fitting.tokens().isNone()) {
                unmeasured.add(
                    new Unmeasured(proposalId, missing(proposal), false, total(seen, false)));
              } else if (fitting.isUncounted() && !requests.containsKey(proposalId)) {
                unmeasured.add(
                    new Unmeasured(
                        proposalId,
                        "its requests are not counted: --requests must have a row for it",
                        true,
                        fitting));
              } else {
                long answered =
                    fitting.isUncounted() ? requests.get(proposalId) : fitting.requests();
                Usage usage = usage(proposal, fitting, answered, sums.window(), source);
                List<Violation> violations = RecordType.USAGE.check(usage, proposalId);
                if (violations.isEmpty()) {
                  measured.add(new Measured(proposal, usage));
                } else {
                  violations.forEach(
                      each ->
                          unmeasured.add(
                              new Unmeasured(proposalId, each.toString(), true, fitting)));
                }
              }
            });
    return new UsageMeasurement(measured, models, unmeasured);
  }

  private static SortedMap<String, Map<SeenModel, TrafficSum>> byProposal(UsageSums sums) {
    SortedMap<String, Map<SeenModel, TrafficSum>> byProposal = new TreeMap<>();
    sums.mapped()
        .forEach(
            (group, sum) ->
                byProposal
                    .computeIfAbsent(group.proposalId(), id -> new HashMap<>())
                    .computeIfAbsent(
                        SeenModel.of(group.provider(), group.model()), model -> new TrafficSum())
                    .add(sum));
    return byProposal;
  }

  /** The most tokens first. */
  private static List<ModelSeen> seen(
      String proposalId,
      @Nullable Proposal proposal,
      Map<SeenModel, TrafficSum> byModel,
      List<ModelRule> rules) {
    List<ModelSeen> seen = new ArrayList<>();
    byModel.forEach(
        (model, sum) -> {
          ModelRole role =
              proposal == null ? ModelRole.OTHER : ModelRole.of(model, proposal, rules);
          boolean isMeasured = proposal != null && role == ModelRole.measured(proposal);
          seen.add(new ModelSeen(proposalId, model, role, isMeasured, sum));
        });
    seen.sort(
        Comparator.comparing((ModelSeen each) -> each.sum().tokens().total())
            .reversed()
            .thenComparing(each -> each.model().display()));
    return seen;
  }

  private static TrafficSum total(List<ModelSeen> models, boolean measuredOnly) {
    TrafficSum total = new TrafficSum();
    models.stream()
        .filter(model -> model.isMeasured() || !measuredOnly)
        .forEach(model -> total.add(model.sum()));
    return total;
  }

  private static String missing(Proposal proposal) {
    if (ModelRole.measured(proposal) == ModelRole.TUNED) {
      return "it is LIVE, and nothing was answered by what was tuned from "
          + proposal.getCandidateModels().get(0);
    }
    return proposal.getBaselineModel() == null
        ? "it has no baselineModel"
        : "nothing was answered by its baseline " + proposal.getBaselineModel();
  }

  private static Usage usage(
      Proposal proposal, TrafficSum sum, long requests, UsageWindow window, String source) {
    TokenCounts tokens = sum.tokens();
    long input = whole(tokens.input());
    long cached = whole(tokens.cached());
    // Halves that are rounded up must not become more than the whole.
    boolean isPart = tokens.cached().add(tokens.written()).compareTo(tokens.input()) <= 0;
    long written =
        isPart ? Math.min(whole(tokens.written()), input - cached) : whole(tokens.written());
    return Usage.newBuilder()
        .setProposalId(proposal.getProposalId())
        .setWindowStart(start(proposal, window))
        .setWindowEnd(window.end())
        .setRequests(requests)
        .setInputTokens(input)
        .setCachedInputTokens(cached)
        .setCacheWriteTokens(written)
        .setOutputTokens(whole(tokens.output()))
        .setTuned(ModelRole.measured(proposal) == ModelRole.TUNED)
        .setSource(shortened(source))
        .build();
  }

  /** What was tuned has answered since it was LIVE only. */
  private static Instant start(Proposal proposal, UsageWindow window) {
    Instant liveSince = proposal.getLiveSince();
    boolean isLater =
        proposal.getStage() == Stage.LIVE
            && liveSince != null
            && liveSince.isAfter(window.start())
            && liveSince.isBefore(window.end());
    return isLater ? liveSince : window.start();
  }

  private static long whole(BigDecimal tokens) {
    return tokens.setScale(0, RoundingMode.HALF_UP).min(MOST).longValue();
  }

  private static String shortened(String source) {
    return source.codePointCount(0, source.length()) <= LONGEST_SOURCE
        ? source
        : source.substring(0, source.offsetByCodePoints(0, LONGEST_SOURCE - 3)) + "...";
  }
}
