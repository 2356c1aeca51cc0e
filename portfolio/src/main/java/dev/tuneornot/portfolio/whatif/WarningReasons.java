package dev.tuneornot.portfolio.whatif;

import static dev.tuneornot.portfolio.whatif.FlipReasons.change;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import dev.tuneornot.portfolio.figures.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Warnings that come or go, where a warning decides: between GO and CAUTION. */
final class WarningReasons {

  private static final Set<Verdict> DECIDED_BY_WARNINGS = Set.of(Verdict.GO, Verdict.CAUTION);

  private WarningReasons() {}

  static List<String> of(Evaluated before, Evaluated after) {
    List<String> reasons = new ArrayList<>();
    if (!Set.of(before.verdict(), after.verdict()).equals(DECIDED_BY_WARNINGS)) {
      return reasons;
    }
    for (Warning warning : Warning.values()) {
      boolean was = before.recommendation().getWarnings().contains(warning);
      boolean is = after.recommendation().getWarnings().contains(warning);
      if (was != is) {
        reasons.add(
            (is ? "now " : "no longer ") + name(warning) + ": " + figures(warning, before, after));
      }
    }
    return reasons;
  }

  private static String figures(Warning warning, Evaluated before, Evaluated after) {
    return switch (warning) {
      case SMALL_DATASET ->
          "%d examples, the policy's good number %s"
              .formatted(
                  before.proposal().getTrainingData().getExamples(),
                  change(before.policy().getGoodExamples(), after.policy().getGoodExamples()));
      case UNCERTAIN_PRICE -> "confidence " + change(confidence(before), confidence(after));
      case STALE_PRICE ->
          "read %s, stale after %s days"
              .formatted(
                  change(observed(before), observed(after)),
                  change(before.policy().getStalePriceDays(), after.policy().getStalePriceDays()));
      case TUNING_CLOSES_SOON ->
          "tuning closes %s, soon are %s days"
              .formatted(
                  change(closing(before), closing(after)),
                  change(
                      before.policy().getClosingSoonDays(), after.policy().getClosingSoonDays()));
      case RETIRES_SOON ->
          "soon are %s days"
              .formatted(
                  change(
                      before.policy().getClosingSoonDays(), after.policy().getClosingSoonDays()));
      case UNCERTAIN_PAYBACK ->
          "at worst it is " + change(worst(before.recommendation()), worst(after.recommendation()));
      case KNOWLEDGE_CHANGES,
          BROAD_TASK,
          NEEDS_ATTRIBUTION,
          FEW_SHOT_UNTRIED,
          STRUCTURED_OUTPUT_UNTRIED,
          OTHER ->
          "it follows from the decision, "
              + change(before.recommendation().getDecision(), after.recommendation().getDecision());
    };
  }

  private static String worst(Recommendation recommendation) {
    return recommendation.getWorstCase() == null
        ? "not known"
        : recommendation.getWorstCase().getStatus().name();
  }

  private static String confidence(Evaluated evaluated) {
    return models(evaluated)
        .map(ModelPricing::getConfidence)
        .max(Enum::compareTo)
        .map(Enum::name)
        .orElse("unknown");
  }

  private static String observed(Evaluated evaluated) {
    return day(
        models(evaluated)
            .map(ModelPricing::getObservedAt)
            .filter(Objects::nonNull)
            .toArray(Instant[]::new));
  }

  private static String closing(Evaluated evaluated) {
    return day(
        Stream.ofNullable(evaluated.closing(evaluated.recommendation().getBestModel()))
            .toArray(Instant[]::new));
  }

  private static String day(Instant... instants) {
    return Arrays.stream(instants)
        .min(Instant::compareTo)
        .map(Figures.ENGLISH::instant)
        .orElse("on no known day");
  }

  private static Stream<ModelPricing> models(Evaluated evaluated) {
    return Stream.of(
            evaluated.prices(evaluated.recommendation().getBestModel()),
            evaluated.prices(evaluated.recommendation().getReferenceModel()))
        .filter(Objects::nonNull);
  }

  private static String name(Warning warning) {
    return warning.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
