package dev.tuneornot.portfolio.catalogue;

import java.util.Locale;
import java.util.Map;

/**
 * Under which name a provider of the catalogue stands in a model id (docs/importing.md). What
 * stands here is one offer at one set of prices under several names; whatever is not here keeps its
 * name.
 */
public final class Providers {

  private static final String VERTEX = "vertex_ai";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("azure_ai", "azure"),
          Map.entry("azure_text", "azure"),
          Map.entry("bedrock", "aws"),
          Map.entry("bedrock_converse", "aws"),
          Map.entry("cohere_chat", "cohere"),
          Map.entry("fireworks_ai", "fireworks"),
          Map.entry("fireworks_ai-embedding-models", "fireworks"),
          Map.entry("text-completion-codestral", "codestral"),
          Map.entry("text-completion-openai", "openai"),
          Map.entry("together_ai", "together"),
          Map.entry(VERTEX, "google"));

  private Providers() {}

  /** As it stands in a model id. */
  public static String normalised(String provider) {
    String lower = provider.toLowerCase(Locale.ROOT);
    return lower.startsWith(VERTEX + "-") ? "google" : NAMES.getOrDefault(lower, lower);
  }

  /** The key without a {@code provider/} in front that means the same provider. */
  public static String withoutPrefix(String key, String provider) {
    int slash = key.indexOf('/');
    boolean matches = slash > 0 && normalised(key.substring(0, slash)).equals(provider);
    return matches ? key.substring(slash + 1) : key;
  }
}
