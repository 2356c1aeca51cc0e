package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.Tier;
import dev.tuneornot.portfolio.prices.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where sources, or keys of one file, say different things of a model. */
public final class Disagreements {

  private static final double TOLERANCE = 0.01;

  private Disagreements() {}

  /**
   * Where several sources differ by more than 1 % of the greater price, a finding a field with the
   * value of each; and where dates contradict each other.
   *
   * @param statements of one model, at least one; the first one's prices are taken
   */
  public static List<Finding> of(List<ModelFacts> statements) {
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
}
