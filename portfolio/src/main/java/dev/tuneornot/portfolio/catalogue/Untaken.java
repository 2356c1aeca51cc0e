package dev.tuneornot.portfolio.catalogue;

import java.util.EnumSet;
import java.util.Set;

/** What a key of the catalogue says that has no place in a price, and is only counted. */
public enum Untaken {
  LONG_CONTEXT("prices above 128k or 200k tokens"),
  BATCH("batch prices"),
  PRIORITY("priority or flex prices"),
  CACHE_WRITES("prices of writing to the cache"),
  OTHER_UNITS("prices by image, character, second, request, ..."),
  DEPRECATION_DATE("a deprecation_date");

  private final String words;

  Untaken(String words) {
    this.words = words;
  }

  /** For a person. */
  public String words() {
    return words;
  }

  static Set<Untaken> in(CatalogueEntry entry) {
    Set<Untaken> found = EnumSet.noneOf(Untaken.class);
    for (String field : entry.fields()) {
      if (field.equals("deprecation_date")) {
        found.add(DEPRECATION_DATE);
      } else if (field.contains("cost") && !CatalogueMapping.isTaken(field)) {
        found.add(ofCost(field));
      }
    }
    return found;
  }

  private static Untaken ofCost(String field) {
    if (field.contains("_above_")) {
      return LONG_CONTEXT;
    }
    if (field.contains("batch")) {
      return BATCH;
    }
    if (field.contains("priority") || field.contains("flex")) {
      return PRIORITY;
    }
    return field.startsWith("cache_creation_input_token_cost") ? CACHE_WRITES : OTHER_UNITS;
  }
}
