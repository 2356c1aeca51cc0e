package dev.tuneornot.evaluation.judging;

import static dev.tuneornot.evaluation.judging.Findings.text;

import dev.tuneornot.model.FindingId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices that are odd in themselves, whatever was before (J2 to J5). Where the price before is as
 * odd, a person has seen it, and it counts no more.
 */
final class Implausible {
  /**
   * A tuned model's input costs so many times the base model's, or so small a part, at the most.
   */
  private static final double TUNED_FACTOR = 100;

  private final ReviewBounds bounds;

  Implausible(ReviewBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * @param value of half a price, the known half
   */
  private record Oddity(FindingId id, String field, double value, @Nullable Double bound) {}

  void find(PeriodPair pair, Findings findings) {
    PeriodFields before = pair.before();
    List<Oddity> known = before == null ? List.of() : oddities(before);
    for (Oddity oddity : oddities(pair.after())) {
      if (known.stream().noneMatch(old -> isSame(old, oddity))) {
        findings.add(
            oddity.id(),
            oddity.field(),
            before == null ? null : text(before.get(oddity.field())),
            text(oddity.value()),
            text(oddity.bound()));
      }
    }
  }

  private boolean isSame(Oddity one, Oddity other) {
    return one.id() == other.id()
        && one.field().equals(other.field())
        && bounds.isWithinJump(one.value(), other.value());
  }

  private List<Oddity> oddities(PeriodFields fields) {
    List<Oddity> oddities = new ArrayList<>();
    for (String place : fields.places()) {
      String input = place + PeriodFields.INPUT;
      String output = place + PeriodFields.OUTPUT;
      tooDear(fields, input, bounds.inputMax(), oddities);
      tooDear(fields, output, bounds.outputMax(), oddities);
      if (!place.equals(PeriodFields.TUNING)) {
        half(fields, input, output, oddities);
        half(fields, output, input, oddities);
      }
      cached(fields, place + PeriodFields.CACHED_INPUT, input, oddities);
    }
    tooDear(fields, PeriodFields.TRAINING, bounds.trainingMax(), oddities);
    tooDear(fields, PeriodFields.HOSTING, bounds.hostingMax(), oddities);
    tunedApart(fields, oddities);
    return oddities;
  }

  /** J2. */
  private static void tooDear(
      PeriodFields fields, String field, double most, List<Oddity> oddities) {
    Double price = fields.get(field);
    if (price != null && price > most) {
      oddities.add(new Oddity(FindingId.TOO_DEAR, field, price, most));
    }
  }

  /** J3: the field is null where the other is not, or 0 where the other is above 0. */
  private static void half(PeriodFields fields, String field, String other, List<Oddity> oddities) {
    Double price = fields.get(field);
    Double known = fields.get(other);
    if (known != null && (price == null || (price == 0 && known != 0))) {
      oddities.add(new Oddity(FindingId.HALF_A_PRICE, field, known, null));
    }
  }

  /** J4. */
  private static void cached(
      PeriodFields fields, String cached, String input, List<Oddity> oddities) {
    Double reduced = fields.get(cached);
    Double full = fields.get(input);
    if (reduced != null && full != null && reduced > full) {
      oddities.add(new Oddity(FindingId.CACHE_ABOVE_INPUT, cached, reduced, full));
    }
  }

  /** J5. */
  private static void tunedApart(PeriodFields fields, List<Oddity> oddities) {
    String field = PeriodFields.TUNING + PeriodFields.INPUT;
    Double tuned = fields.get(field);
    Double base = fields.get(PeriodFields.INPUT);
    if (tuned == null || base == null || tuned == 0 || base == 0) {
      return;
    }
    if (tuned < base / TUNED_FACTOR) {
      oddities.add(new Oddity(FindingId.TUNED_APART, field, tuned, base / TUNED_FACTOR));
    } else if (tuned > base * TUNED_FACTOR) {
      oddities.add(new Oddity(FindingId.TUNED_APART, field, tuned, base * TUNED_FACTOR));
    }
  }
}
