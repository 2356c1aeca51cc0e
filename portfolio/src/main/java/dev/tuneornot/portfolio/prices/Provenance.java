package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.Confidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where prices come from.
 *
 * @param source may be empty
 * @param observedAt null: not known
 */
public record Provenance(String source, @Nullable Instant observedAt, Confidence confidence) {

  static final String SEPARATOR = "; ";
  private static final int LONGEST_SOURCE = 1000;

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

  /** The same at a place in it, such as a key of a file. */
  public Provenance at(String place) {
    return withSource(place);
  }

  /** The same with another source text. */
  Provenance withSource(String text) {
    return new Provenance(text, observedAt, confidence);
  }

  /** Whether prices from here are to be trusted more than from there. */
  public boolean isMoreTrustedThan(Provenance other) {
    return confidence.compareTo(other.confidence) < 0;
  }

  private String sources(Provenance other) {
    if (other.source.contains(source)) {
      return other.source;
    }
    return source.contains(other.source) ? source : joined(parts(source), parts(other.source));
  }

  static List<String> parts(String source) {
    return source.isEmpty() ? List.of() : List.of(source.split(SEPARATOR, -1));
  }

  /** Each part once; the oldest ones go where it becomes too long to be read. */
  static String joined(List<String> one, List<String> other) {
    Set<String> parts = new LinkedHashSet<>(one);
    parts.addAll(other);
    List<String> kept = new ArrayList<>(parts);
    while (kept.size() > 1 && String.join(SEPARATOR, kept).length() > LONGEST_SOURCE) {
      kept.remove(0);
    }
    return String.join(SEPARATOR, kept);
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
