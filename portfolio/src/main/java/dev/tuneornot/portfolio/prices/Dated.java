package dev.tuneornot.portfolio.prices;

import java.time.Instant;

/**
 * A date that a source gives.
 *
 * @param at the beginning of that day, in UTC
 * @param source what it was read in
 */
public record Dated(Instant at, Certainty certainty, String source) {

  /** What the source says of it; the surest first. */
  public enum Certainty {
    /** A person wrote it down for this system. */
    OWN(""),
    /** It happens then. */
    EXACT(""),
    /** It does not happen before. */
    EARLIEST("earliest"),
    /** The source mixes days of announcement, of retirement, and days before which none comes. */
    UNCERTAIN("uncertain");

    private final String mark;

    Certainty(String mark) {
      this.mark = mark;
    }

    /** A word beside the date; empty where it is exact. */
    public String mark() {
      return mark;
    }

    boolean isExact() {
      return this == OWN || this == EXACT;
    }
  }

  /** For the source of a record: {@code retiresAt: model-eol (earliest)}. */
  String note(String field) {
    return field + ": " + source + (certainty.isExact() ? "" : " (" + certainty.mark + ")");
  }

  /** For a person: {@code model-eol says 2026-12-11 (earliest)}. */
  String words() {
    return source + " says " + day();
  }

  String day() {
    String day = at.toString().replace("T00:00:00Z", "");
    return certainty.isExact() ? day : day + " (" + certainty.mark + ")";
  }

  /** Whether a record says of a date that it is not exact. */
  static boolean isMarked(String source, String field) {
    for (String part : source.split(Provenance.SEPARATOR, -1)) {
      if (part.startsWith(field + ": ")
          && (part.endsWith(" (" + Certainty.EARLIEST.mark + ")")
              || part.endsWith(" (" + Certainty.UNCERTAIN.mark + ")"))) {
        return true;
      }
    }
    return false;
  }

  boolean isSurerThan(Dated other) {
    return certainty.compareTo(other.certainty) < 0;
  }

  /** Whether both cannot be true; a lower bound is no contradiction to a later day. */
  boolean contradicts(Dated other) {
    if (at.equals(other.at)) {
      return false;
    }
    if (certainty == Certainty.EARLIEST && other.certainty.isExact()) {
      return other.at.isBefore(at);
    }
    if (certainty.isExact() && other.certainty == Certainty.EARLIEST) {
      return at.isBefore(other.at);
    }
    return true;
  }
}
