package dev.tuneornot.portfolio.prices;

import dev.tuneornot.portfolio.prices.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for prices that are likely to be wrong, mostly by a factor of ten or a thousand. */
public final class Plausibility {

  private static final double TOLERANCE = 0.01;
  private static final double LOWEST_RATIO = 0.1;
  private static final double HIGHEST_RATIO = 10;
  private static final double DEAR_TRAINING = 200;

  private Plausibility() {}

  /** What is odd about the prices of a model at one time. */
  public static List<Finding> of(ModelFacts facts) {
    List<Finding> findings = new ArrayList<>();
    Map<PriceField, Double> prices = facts.prices();
    cached(facts, PriceField.INPUT, PriceField.CACHED_INPUT, findings);
    cached(facts, PriceField.TUNED_INPUT, PriceField.TUNED_CACHED_INPUT, findings);
    tuned(facts, PriceField.INPUT, PriceField.TUNED_INPUT, findings);
    tuned(facts, PriceField.OUTPUT, PriceField.TUNED_OUTPUT, findings);
    Double training = prices.get(PriceField.TRAINING_TOKENS);
    if (training != null && training > DEAR_TRAINING) {
      String sentence =
          "%s %s is above 200"
              .formatted(PriceField.TRAINING_TOKENS.path(), PlainNumber.of(training));
      findings.add(new Finding(Kind.DEAR_TRAINING, facts.modelId(), sentence));
    }
    return findings;
  }

  /** The base prices of 0 that a source states. */
  public static List<Finding> zeroes(ModelFacts facts) {
    List<String> zeroes = new ArrayList<>();
    for (PriceField field : List.of(PriceField.INPUT, PriceField.OUTPUT)) {
      Double price = facts.prices().get(field);
      if (price != null && price == 0) {
        zeroes.add(field.path());
      }
    }
    return zeroes.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Kind.ZERO_PRICE, facts.modelId(), String.join(" and ", zeroes) + " 0 is kept"));
  }

  /**
   * Where two sources disagree by more than 1 % of the greater price.
   *
   * @param winner the one whose prices are taken
   */
  public static List<Finding> disagreements(ModelFacts loser, ModelFacts winner) {
    List<Finding> findings = new ArrayList<>();
    loser
        .prices()
        .forEach(
            (field, price) -> {
              Double taken = winner.prices().get(field);
              if (taken != null && differ(price, taken)) {
                String sentence =
                    "%s: %s says %s, %s says %s, which is taken"
                        .formatted(
                            field.path(),
                            loser.origin(),
                            PlainNumber.of(price),
                            winner.origin(),
                            PlainNumber.of(taken));
                findings.add(new Finding(Kind.DISAGREEMENT, winner.modelId(), sentence));
              }
            });
    return findings;
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > TOLERANCE * Math.max(one, other);
  }

  private static void cached(
      ModelFacts facts, PriceField input, PriceField cached, List<Finding> findings) {
    @Nullable Double full = facts.prices().get(input);
    @Nullable Double reduced = facts.prices().get(cached);
    if (full != null && reduced != null && reduced > full) {
      String sentence =
          "%s %s is above %s %s"
              .formatted(
                  cached.path(), PlainNumber.of(reduced), input.path(), PlainNumber.of(full));
      findings.add(new Finding(Kind.CACHED_ABOVE_INPUT, facts.modelId(), sentence));
    }
  }

  private static void tuned(
      ModelFacts facts, PriceField base, PriceField tuned, List<Finding> findings) {
    @Nullable Double before = facts.prices().get(base);
    @Nullable Double after = facts.prices().get(tuned);
    if (before == null || after == null || before == 0) {
      return;
    }
    boolean tooLow = after < LOWEST_RATIO * before;
    if (tooLow || after > HIGHEST_RATIO * before) {
      String sentence =
          "%s %s is %s of %s %s"
              .formatted(
                  tuned.path(),
                  PlainNumber.of(after),
                  tooLow ? "less than a tenth" : "more than ten times",
                  base.path(),
                  PlainNumber.of(before));
      findings.add(new Finding(Kind.TUNED_RATIO, facts.modelId(), sentence));
    }
  }
}
