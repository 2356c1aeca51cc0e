package dev.tuneornot.portfolio.catalogue;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of the catalogue as it stands there.
 *
 * @param line the line on which it stands, from 1
 * @param scalars its fields that hold one value, as text; a number exactly as it is written
 * @param fields the names of all its fields with a value
 */
record CatalogueEntry(String key, long line, Map<String, String> scalars, Set<String> fields) {

  private static final String UNKNOWN = "";

  /** {@code litellm_provider}; empty where there is none. */
  String provider() {
    return scalars.getOrDefault("litellm_provider", UNKNOWN);
  }

  /** {@code chat}, {@code embedding}, ...; null where there is none. */
  @Nullable String mode() {
    return scalars.get("mode");
  }
}
