package dev.tuneornot.portfolio.catalogue;

import dev.tuneornot.evaluation.PricePeriods;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.portfolio.formats.PriceFormat;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.portfolio.prices.Finding;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.PlainNumber;
import dev.tuneornot.portfolio.prices.PriceField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a source as a whole is still what it was: a file in another unit, or half a file, is
 * noticed before a price of it is sent.
 *
 * @param findings one for each stored model that is gone, and one for each reason to send nothing
 * @param reasons to send nothing; empty where there is none
 */
public record Guards(List<Finding> findings, List<String> reasons) {

  private static final double MOST_GONE = 0.3;
  private static final double MOST_MOVED = 10;

  static Guards of(List<Reading> readings, Map<String, ModelPricing> stored, Instant at) {
    List<Finding> findings = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading.format() != PriceFormat.OVERLAY && reading.isOfPrices()) {
        gone(reading, stored, findings, reasons);
        moved(reading, stored, at, findings, reasons);
      }
    }
    return new Guards(List.copyOf(findings), List.copyOf(reasons));
  }

  private static void gone(
      Reading reading,
      Map<String, ModelPricing> stored,
      List<Finding> findings,
      List<String> reasons) {
    String source = reading.provenance().source();
    int had = 0;
    int gone = 0;
    for (ModelPricing pricing : stored.values()) {
      if (!comesFrom(pricing, source)) {
        continue;
      }
      had++;
      if (!names(reading, pricing.getModelId())) {
        gone++;
        String sentence = source + " had it, and names it no longer; its price stays";
        findings.add(new Finding(Finding.Kind.GONE_FROM_SOURCE, pricing.getModelId(), sentence));
      }
    }
    if (gone > MOST_GONE * had) {
      String sentence =
          "%d of %d stored models that came from %s are gone from it, more than 30 %%"
              .formatted(gone, had, source);
      findings.add(new Finding(Finding.Kind.MANY_GONE, source, sentence));
      reasons.add(sentence);
    }
  }

  /** A record names its sources, each with the key in it. */
  private static boolean comesFrom(ModelPricing pricing, String source) {
    String text = pricing.getSource();
    int at = text.indexOf(source);
    while (at >= 0) {
      int end = at + source.length();
      boolean begins = at == 0 || text.startsWith("; ", at - 2);
      boolean ends =
          end == text.length()
              || ",; (".indexOf(text.charAt(end)) >= 0
              || text.startsWith(" of ", end);
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(source, end);
    }
    return false;
  }

  private static boolean names(Reading reading, String modelId) {
    int slash = modelId.indexOf('/');
    return reading.models().containsKey(modelId)
        || reading.rules().stream()
            .anyMatch(
                rule ->
                    rule.provider().equals(modelId.substring(0, slash))
                        && rule.names().test(modelId.substring(slash + 1)));
  }

  private static void moved(
      Reading reading,
      Map<String, ModelPricing> stored,
      Instant at,
      List<Finding> findings,
      List<String> reasons) {
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    for (ModelFacts facts : reading.models().values()) {
      ModelPricing pricing = stored.get(facts.modelId());
      PricePeriod inForce = pricing == null ? null : PricePeriods.inForce(pricing, at);
      Double old = inForce == null ? null : inForce.getInputPerMTok();
      Double stated = facts.prices().get(PriceField.INPUT);
      if (old != null && old > 0 && stated != null && stated > 0) {
        before.add(old);
        after.add(stated);
      }
    }
    if (before.isEmpty()) {
      return;
    }
    double was = Medians.of(before);
    double is = Medians.of(after);
    if (Math.max(was, is) > MOST_MOVED * Math.min(was, is)) {
      String source = reading.provenance().source();
      String sentence =
          String.format(
              Locale.ROOT,
              "the median input price of the %,d stored models moved from %s to %s in %s,"
                  + " by more than ten times",
              before.size(),
              PlainNumber.of(was),
              PlainNumber.of(is),
              source);
      findings.add(new Finding(Finding.Kind.MOVED_MEDIAN, source, sentence));
      reasons.add(sentence);
    }
  }
}
