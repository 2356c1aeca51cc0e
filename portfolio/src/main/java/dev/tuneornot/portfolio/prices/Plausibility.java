package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.Tier;
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

  /** What is odd about what a source states, before anything is put over it. */
  public static List<Finding> stated(ModelFacts facts) {
    List<Finding> findings = new ArrayList<>(zeroes(facts));
    findings.addAll(halves(facts));
    return findings;
  }

  /** The base prices of 0 that a source states. */
  static List<Finding> zeroes(ModelFacts facts) {
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

  /** Input or output is paid for, and the other one is 0 or not known. */
  private static List<Finding> halves(ModelFacts facts) {
    Double input = facts.prices().get(PriceField.INPUT);
    Double output = facts.prices().get(PriceField.OUTPUT);
    boolean inputPaid = input != null && input > 0;
    boolean outputPaid = output != null && output > 0;
    if (inputPaid == outputPaid) {
      return List.of();
    }
    PriceField paid = inputPaid ? PriceField.INPUT : PriceField.OUTPUT;
    PriceField other = inputPaid ? PriceField.OUTPUT : PriceField.INPUT;
    Double missing = inputPaid ? output : input;
    String sentence =
        "%s: %s is %s, and %s is %s"
            .formatted(
                facts.origin(),
                paid.path(),
                PlainNumber.of(inputPaid ? input : output),
                other.path(),
                missing == null ? "not known" : "0");
    return List.of(new Finding(Kind.HALF_A_PRICE, facts.modelId(), sentence));
  }

  /**
   * Where several sources differ by more than 1 % of the greater price, a finding a field with the
   * value of each; and where dates contradict each other.
   *
   * @param statements of one model, at least one; the first one's prices are taken
   */
  public static List<Finding> disagreements(List<ModelFacts> statements) {
    List<Finding> findings = new ArrayList<>();
    ModelFacts taken = statements.get(0);
    for (PriceField field : PriceField.values()) {
      List<String> values = new ArrayList<>();
      Double first = null;
      boolean differs = false;
      for (ModelFacts facts : statements) {
        Double price = facts.prices().get(field);
        if (price != null) {
          first = first == null ? price : first;
          differs |= differ(first, price);
          values.add(facts.origin() + " says " + PlainNumber.of(price));
        }
      }
      if (differs && first != null) {
        String sentence =
            "%s: %s; %s is taken"
                .formatted(field.path(), String.join(", ", values), PlainNumber.of(first));
        findings.add(new Finding(Kind.DISAGREEMENT, taken.modelId(), sentence));
      }
    }
    findings.addAll(otherTiers(statements));
    findings.addAll(otherDates(statements));
    return findings;
  }

  private static List<Finding> otherTiers(List<ModelFacts> statements) {
    List<String> values = new ArrayList<>();
    List<Tier> first = null;
    boolean differs = false;
    for (ModelFacts facts : statements) {
      List<Tier> tiers = facts.tiers();
      if (tiers != null) {
        differs |= first != null && differ(first, tiers);
        first = first == null ? tiers : first;
        values.add(facts.origin() + " says " + Periods.words(tiers));
      }
    }
    if (!differs || first == null) {
      return List.of();
    }
    String sentence =
        "tiers: %s; %s is taken".formatted(String.join(", ", values), Periods.words(first));
    return List.of(new Finding(Kind.DISAGREEMENT, statements.get(0).modelId(), sentence));
  }

  private static List<Finding> otherDates(List<ModelFacts> statements) {
    List<Finding> findings = new ArrayList<>();
    Dates known = Dates.NONE;
    // The first one is the strongest: of equally sure dates its own is taken.
    for (int i = statements.size() - 1; i >= 0; i--) {
      ModelFacts facts = statements.get(i);
      for (String sentence : known.contradictions(facts.dates())) {
        findings.add(new Finding(Kind.DISAGREEMENT, facts.modelId(), sentence));
      }
      known = known.overlaidBy(facts.dates());
    }
    return findings;
  }

  private static boolean differ(List<Tier> one, List<Tier> other) {
    if (one.size() != other.size()) {
      return true;
    }
    for (int i = 0; i < one.size(); i++) {
      Tier a = one.get(i);
      Tier b = other.get(i);
      if (a.getAbovePromptTokens() != b.getAbovePromptTokens()
          || differ(a.getInputPerMTok(), b.getInputPerMTok())
          || differ(a.getCachedInputPerMTok(), b.getCachedInputPerMTok())
          || differ(a.getOutputPerMTok(), b.getOutputPerMTok())) {
        return true;
      }
    }
    return false;
  }

  private static boolean differ(@Nullable Double one, @Nullable Double other) {
    return one != null && other != null && differ(one.doubleValue(), other.doubleValue());
  }

  /** Whether two sources agree on what input and output cost, as far as both say. */
  public static boolean agree(ModelFacts one, ModelFacts other) {
    return !differ(one.prices().get(PriceField.INPUT), other.prices().get(PriceField.INPUT))
        && !differ(one.prices().get(PriceField.OUTPUT), other.prices().get(PriceField.OUTPUT));
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
