package dev.tuneornot.portfolio.prices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a model's end. Null: nothing.
 *
 * @param replacement {@code provider/model}
 */
public record Dates(
    @Nullable Dated tuningClosesAt,
    @Nullable Dated retiresAt,
    @Nullable Dated tunedRetiresAt,
    @Nullable String replacement) {

  public static final Dates NONE = new Dates(null, null, null, null);

  static final String TUNING_CLOSES = "tuningClosesAt";
  static final String RETIRES = "retiresAt";
  static final String TUNED_RETIRES = "tunedRetiresAt";

  /** Dates that a person wrote down. */
  public static Dates own(
      @Nullable Instant tuningClosesAt,
      @Nullable Instant retiresAt,
      @Nullable Instant tunedRetiresAt,
      @Nullable String replacement,
      String source) {
    return new Dates(
        own(tuningClosesAt, source),
        own(retiresAt, source),
        own(tunedRetiresAt, source),
        replacement);
  }

  private static @Nullable Dated own(@Nullable Instant at, String source) {
    return at == null ? null : new Dated(at, Dated.Certainty.OWN, source);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Both together: of each date the surer one, of equally sure ones that of the other. */
  public Dates overlaidBy(Dates other) {
    return new Dates(
        surer(other.tuningClosesAt, tuningClosesAt),
        surer(other.retiresAt, retiresAt),
        surer(other.tunedRetiresAt, tunedRetiresAt),
        other.replacement == null ? replacement : other.replacement);
  }

  private static @Nullable Dated surer(@Nullable Dated first, @Nullable Dated second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.isSurerThan(first) ? second : first;
  }

  /** Where both cannot be true, a sentence each; the one that is taken is named. */
  List<String> contradictions(Dates other) {
    List<String> sentences = new ArrayList<>();
    Dates taken = overlaidBy(other);
    add(sentences, TUNING_CLOSES, tuningClosesAt, other.tuningClosesAt, taken.tuningClosesAt);
    add(sentences, RETIRES, retiresAt, other.retiresAt, taken.retiresAt);
    add(sentences, TUNED_RETIRES, tunedRetiresAt, other.tunedRetiresAt, taken.tunedRetiresAt);
    return sentences;
  }

  private static void add(
      List<String> sentences,
      String field,
      @Nullable Dated one,
      @Nullable Dated other,
      @Nullable Dated taken) {
    if (one != null && other != null && taken != null && one.contradicts(other)) {
      Dated left = taken.equals(one) ? other : one;
      sentences.add("%s: %s, %s, which is taken".formatted(field, left.words(), taken.words()));
    }
  }
}
