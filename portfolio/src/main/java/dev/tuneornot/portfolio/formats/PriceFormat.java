package dev.tuneornot.portfolio.formats;

import dev.tuneornot.model.Confidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats that are known, told apart by what is in a file. */
public enum PriceFormat {
  PRICES("prices", "prices of our own", Confidence.ESTIMATE, new OwnPrices()),
  OVERLAY("overlay", "overlay", Confidence.ESTIMATE, new OverlayFormat()),
  MODEL_EOL("model-eol", "model-eol feed", Confidence.THIRD_PARTY, new ModelEol()),
  DEPRECATIONS_INFO(
      "deprecations-info", "deprecations.info", Confidence.THIRD_PARTY, new DeprecationsInfo()),
  OPENROUTER("openrouter", "OpenRouter's models", Confidence.OFFICIAL, new OpenRouter()),
  LLM_PRICES("llm-prices", "llm-prices", Confidence.THIRD_PARTY, new LlmPrices()),
  GENAI_PRICES("genai-prices", "genai-prices", Confidence.THIRD_PARTY, new GenaiPrices()),
  MODELS_DEV("models-dev", "models.dev", Confidence.THIRD_PARTY, new ModelsDev()),
  PORTKEY("portkey", "Portkey's prices", Confidence.THIRD_PARTY, new Portkey()),
  LITELLM("litellm", "LiteLLM price catalogue", Confidence.THIRD_PARTY, new LiteLlm());

  private static final int SOME = 3;

  private final String word;
  private final String title;
  private final Confidence confidence;

  @SuppressWarnings("ImmutableEnumChecker") // Readers have no state.
  private final transient FormatReader reader;

  PriceFormat(String word, String title, Confidence confidence, FormatReader reader) {
    this.word = word;
    this.title = title;
    this.confidence = confidence;
    this.reader = reader;
  }

  /** What it is called in a record. */
  public String title() {
    return title;
  }

  /** How far it is trusted where nobody says otherwise. */
  public Confidence confidence() {
    return confidence;
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return word;
  }

  /**
   * Reads a file.
   *
   * @param name of the file or the address
   * @param named the format that it must have; null: any
   * @throws IOException if it cannot be read, looks like another format, or nothing is in it; the
   *     message says what it looks like
   */
  public static Reading read(
      String name, byte[] bytes, @Nullable PriceFormat named, ReadOptions options)
      throws IOException {
    Content content = Content.of(name, bytes);
    PriceFormat format = named == null ? detected(content) : checked(named, content);
    ReadingBuilder out = new ReadingBuilder();
    format.reader.read(content, options, options.provenance(format), out);
    Reading reading = out.build(name, format, options.provenance(format));
    if (!reading.saysAnything()) {
      throw new IOException(
          "it looks like %s, and nothing in it can be used: %s"
              .formatted(format, reasons(reading)));
    }
    return reading;
  }

  private static PriceFormat detected(Content content) throws IOException {
    List<PriceFormat> fitting = fitting(content);
    if (fitting.isEmpty()) {
      throw new IOException(
          "it is in none of the formats " + words() + ": it is " + shape(content));
    }
    return fitting.get(0);
  }

  private static PriceFormat checked(PriceFormat named, Content content) throws IOException {
    if (named.reader.matches(content)) {
      return named;
    }
    List<PriceFormat> fitting = fitting(content);
    String looks =
        fitting.isEmpty() ? "it is " + shape(content) : "it looks like " + fitting.get(0);
    throw new IOException("it is not " + named + ": " + looks);
  }

  private static List<PriceFormat> fitting(Content content) {
    List<PriceFormat> fitting = new ArrayList<>();
    for (PriceFormat format : values()) {
      if (format.reader.matches(content)) {
        fitting.add(format);
      }
    }
    return fitting;
  }

  private static String shape(Content content) {
    if (content.json() != null) {
      return content.json().shape();
    }
    return content.beginsAsJson()
        ? "broken JSON (" + content.failure() + ")"
        : "no JSON, and no CSV with a column modelId";
  }

  private static String reasons(Reading reading) {
    if (reading.skipped().isEmpty()) {
      return "it is empty";
    }
    String counts =
        reading.skipped().stream()
            .collect(
                Collectors.groupingBy(Reading.Skipped::reason, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(
                each ->
                    each.getValue() + " " + each.getKey() + " (" + each.getKey().sentence() + ")")
            .collect(Collectors.joining(", "));
    return counts + firstViolations(reading);
  }

  private static String firstViolations(Reading reading) {
    String some =
        reading.skipped().stream()
            .filter(skipped -> !skipped.violations().isEmpty())
            .limit(SOME)
            .map(skipped -> "line " + skipped.line() + ": " + skipped.violations().get(0))
            .collect(Collectors.joining("; "));
    return some.isEmpty() ? "" : "; " + some;
  }

  private static String words() {
    return List.of(values()).stream().map(PriceFormat::toString).collect(Collectors.joining(", "));
  }
}
