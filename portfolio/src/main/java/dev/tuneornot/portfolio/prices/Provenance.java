package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.Confidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where prices come from.
 *
 * @param source may be empty
 * @param observedAt null: not known
 */
public record Provenance(String source, @Nullable Instant observedAt, Confidence confidence) {

  private static final String SEPARATOR = "; ";

  /**
   * Of a record with prices of two origins: both sources, the older of the known dates, and the
   * lower confidence.
   */
  Provenance with(Provenance other) {
    return new Provenance(
        sources(other), older(observedAt, other.observedAt), lower(confidence, other.confidence));
  }

  /** The same with another source named beside it. */
  Provenance alsoFrom(Provenance other) {
    return new Provenance(sources(other), observedAt, confidence);
  }

  /** Whether prices from here are to be trusted more than from there. */
  boolean isMoreTrustedThan(Provenance other) {
    return confidence.compareTo(other.confidence) < 0;
  }

  private String sources(Provenance other) {
    if (other.source.contains(source)) {
      return other.source;
    }
    return source.contains(other.source) ? source : source + SEPARATOR + other.source;
  }

  private static @Nullable Instant older(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  // The symbols of the schema stand in the order of trust.
  private static Confidence lower(Confidence one, Confidence other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
