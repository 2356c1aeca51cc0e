package dev.tuneornot.portfolio.formats;

import java.util.Locale;
import java.util.Map;

/**
 * Under which name a provider of a file stands in a model id (docs/importing.md). What stands here
 * is one offer at one set of prices under several names; whatever is not here keeps its name.
 */
public final class Providers {

  static final String AWS = "aws";
  static final String AZURE = "azure";

  /** Vertex AI; Google's API for developers is {@code gemini}. */
  static final String GOOGLE = "google";

  private static final String VERTEX = "vertex_ai";
  private static final String GEMINI = "gemini";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("azure_ai", AZURE),
          Map.entry("azure_text", AZURE),
          Map.entry("bedrock", AWS),
          Map.entry("bedrock_converse", AWS),
          Map.entry("cohere_chat", "cohere"),
          Map.entry("fireworks_ai", "fireworks"),
          Map.entry("fireworks_ai-embedding-models", "fireworks"),
          Map.entry("text-completion-codestral", "codestral"),
          Map.entry("text-completion-openai", "openai"),
          Map.entry("together_ai", "together"),
          Map.entry(VERTEX, GOOGLE));

  private static final Map<String, String> MODELS_DEV =
      Map.of(
          "amazon-bedrock", AWS,
          "google-vertex", GOOGLE,
          "google-vertex-anthropic", GOOGLE,
          "google", GEMINI,
          "togetherai", "together",
          "fireworks-ai", "fireworks");

  private static final Map<String, String> LLM_PRICES =
      Map.of("amazon", AWS, "google", GEMINI, "moonshot-ai", "moonshotai", "x-ai", "xai");

  private static final Map<String, String> GENAI_PRICES = Map.of("x-ai", "xai");

  private static final Map<String, String> PORTKEY =
      Map.of(
          "together-ai", "together",
          "fireworks-ai", "fireworks",
          "bedrock", AWS,
          "azure-openai", AZURE,
          "azure-ai", AZURE,
          "vertex-ai", GOOGLE,
          "google", GEMINI,
          "x-ai", "xai");

  private static final Map<String, String> PUBLISHERS =
      Map.of("amazon", AWS, "google", GEMINI, "x-ai", "xai");

  private static final Map<String, String> DEPRECATIONS_INFO =
      Map.of("aws bedrock", AWS, "google vertex", GOOGLE, "google", GEMINI);

  private Providers() {}

  /** LiteLLM's, as it stands in a model id. */
  public static String normalised(String provider) {
    String lower = provider.toLowerCase(Locale.ROOT);
    return lower.startsWith(VERTEX + "-") ? GOOGLE : NAMES.getOrDefault(lower, lower);
  }

  static String ofModelsDev(String provider) {
    return in(MODELS_DEV, provider);
  }

  static String ofLlmPrices(String vendor) {
    return in(LLM_PRICES, vendor);
  }

  static String ofGenaiPrices(String provider) {
    return in(GENAI_PRICES, provider);
  }

  static String ofPortkey(String provider) {
    return in(PORTKEY, provider);
  }

  static String ofPublisher(String publisher) {
    return in(PUBLISHERS, publisher);
  }

  static String ofDeprecationsInfo(String provider) {
    return in(DEPRECATIONS_INFO, provider);
  }

  private static String in(Map<String, String> names, String provider) {
    String lower = provider.toLowerCase(Locale.ROOT);
    return names.getOrDefault(lower, lower);
  }

  /** The key without a {@code provider/} in front that means the same provider. */
  public static String withoutPrefix(String key, String provider) {
    int slash = key.indexOf('/');
    boolean matches = slash > 0 && normalised(key.substring(0, slash)).equals(provider);
    return matches ? key.substring(slash + 1) : key;
  }
}
