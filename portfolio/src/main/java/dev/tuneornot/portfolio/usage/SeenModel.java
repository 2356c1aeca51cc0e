package dev.tuneornot.portfolio.usage;

import dev.tuneornot.portfolio.formats.Providers;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A model as an export names it.
 *
 * @param provider empty where the export does not say
 * @param name empty where the export does not say
 */
public record SeenModel(String provider, String name) {

  /** OpenTelemetry's names of providers that are not those of the catalogues. */
  private static final Map<String, String> OTEL_PROVIDERS =
      Map.of(
          "aws.bedrock", "aws",
          "azure.ai.inference", "azure",
          "azure.ai.openai", "azure",
          "az.ai.inference", "azure",
          "az.ai.openai", "azure",
          "gcp.gemini", "google",
          "gcp.gen_ai", "google",
          "gcp.vertex_ai", "google",
          "mistral_ai", "mistral",
          "x_ai", "xai");

  private static final Pattern VERSION =
      Pattern.compile("([-@]20\\d{2}-?\\d{2}-?\\d{2})?(-v\\d+(:\\d+)?)?$|-latest$");

  private static final String TUNED = "ft:";
  private static final String TUNED_ON_AZURE = ".ft-";

  /** As an export has it, with the provider in the house's name. */
  static SeenModel of(String provider, String model) {
    String lower = provider.toLowerCase(Locale.ROOT);
    String known = OTEL_PROVIDERS.getOrDefault(lower, lower);
    String normalised = known.isEmpty() ? "" : Providers.normalised(known);
    String name = model.startsWith(TUNED) ? model : Providers.withoutPrefix(model, normalised);
    return new SeenModel(normalised, name);
  }

  /** For people: {@code provider/model}, or what there is of it. */
  public String display() {
    if (name.isEmpty()) {
      return "(none)";
    }
    return provider.isEmpty() ? name : provider + "/" + name;
  }

  /**
   * Whether it is the model of an id. A name without a version stands for any; of two versions only
   * the same one is the same.
   */
  boolean is(String modelId) {
    return fits(modelId, name);
  }

  /** Whether it was tuned from the model of an id, as OpenAI and Azure name what was. */
  boolean isTunedFrom(String modelId) {
    if (name.startsWith(TUNED)) {
      int end = name.indexOf(':', TUNED.length());
      String base = end < 0 ? name.substring(TUNED.length()) : name.substring(TUNED.length(), end);
      return fits(modelId, base);
    }
    int azure = name.indexOf(TUNED_ON_AZURE);
    return azure > 0 && fits(modelId, name.substring(0, azure));
  }

  private boolean fits(String modelId, String model) {
    int slash = modelId.indexOf('/');
    String itsProvider = modelId.substring(0, Math.max(0, slash));
    String itsName = modelId.substring(slash + 1).toLowerCase(Locale.ROOT);
    String lower = model.toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || (!provider.isEmpty() && !provider.equals(itsProvider))) {
      return false;
    }
    boolean named = lower.equals(itsName) || lower.equals(modelId.toLowerCase(Locale.ROOT));
    return named || lower.equals(withoutVersion(itsName)) || withoutVersion(lower).equals(itsName);
  }

  private static String withoutVersion(String model) {
    return VERSION.matcher(model).replaceFirst("");
  }
}
