package dev.tuneornot.portfolio.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Phase;
import dev.tuneornot.portfolio.prices.PriceField;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads whatever catalogues and feeds are in the directory {@code -Dtuneornot.catalogues=DIR}: each
 * key is counted, no field of prices is unknown, and the prices of twenty models are those that
 * stand in the file. Skipped where no directory is named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFilesTest {

  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
  private static final int MODELS = 20;
  private static final String DIRECTORY = "tuneornot.catalogues";

  @BeforeAll
  static void trust() {
    TrustedClasses.install();
  }

  static Stream<String> files() throws IOException {
    String directory = System.getProperty(DIRECTORY);
    if (directory == null) {
      return Stream.of("-D" + DIRECTORY + " names no directory");
    }
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of(directory))) {
      all.filter(path -> path.toString().endsWith(".json"))
          .filter(path -> !path.toString().contains("v1-frozen"))
          .forEach(path -> files.add(path.toString()));
    }
    Collections.sort(files);
    return files.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void shouldSayWhatStandsInTheFile(String file) throws IOException {
    assumeThat(System.getProperty(DIRECTORY)).as(file).isNotNull();
    byte[] bytes = Files.readAllBytes(Path.of(file));
    ReadOptions options = new ReadOptions(NOW, NOW, null, null, null, true);
    Reading reading = PriceFormat.read(file, bytes, null, options);

    assertThat(reading.keys())
        .isEqualTo(reading.mappedKeys() + reading.tunedKeys() + reading.skipped().size());
    assertThat(reading.unknownFields()).isEmpty();
    assertThat(reading.skipped())
        .extracting(Reading.Skipped::reason)
        .doesNotContain(SkipReason.OUT_OF_BOUNDS);
    Json json = Json.parse(new ByteArrayInputStream(bytes));
    List<ModelFacts> models = new ArrayList<>(reading.models().values());
    Collections.shuffle(models, new Random(20));
    for (ModelFacts facts : models.subList(0, Math.min(MODELS, models.size()))) {
      assertThat(price(facts, PriceField.INPUT)).isIn(stated(reading, json, facts, "input"));
      assertThat(price(facts, PriceField.OUTPUT)).isIn(stated(reading, json, facts, "output"));
    }
  }

  private static Double price(ModelFacts facts, PriceField field) {
    Double price = facts.prices().get(field);
    return price == null ? Double.NaN : price;
  }

  /**
   * The numbers that the file has for a model, found by the key and not as the reader finds them.
   */
  private static List<Double> stated(
      Reading reading, Json json, ModelFacts facts, String direction) {
    String key = facts.origin().replaceFirst("^.*?, (?:key |id )?", "");
    boolean input = direction.equals("input");
    List<String> numbers = new ArrayList<>();
    switch (reading.format()) {
      case LITELLM -> {
        Json entry = json.fields().get(key);
        String field = direction + "_cost_per_token";
        numbers.add(text(entry.get(field)));
        Json ranges = entry.get("tiered_pricing");
        if (ranges != null) {
          numbers.add(text(ranges.items().get(0).get(field)));
        }
        return scaled(numbers, 6);
      }
      case MODELS_DEV -> {
        int slash = key.indexOf('/');
        numbers.add(
            text(
                json.at(
                    key.substring(0, slash),
                    "models",
                    key.substring(slash + 1),
                    "cost",
                    direction)));
        return scaled(numbers, 0);
      }
      case OPENROUTER -> {
        for (Json model : json.get("data").items()) {
          if (key.equals(model.text("id"))) {
            numbers.add(text(model.at("pricing", input ? "prompt" : "completion")));
          }
        }
        return scaled(numbers, 6);
      }
      case LLM_PRICES -> {
        for (Json row : json.get("prices").items()) {
          if (key.equals(row.text("vendor") + "/" + row.text("id"))) {
            numbers.add(text(row.get(direction)));
          }
        }
        assertThat(facts.history().stream().map(Phase::from).distinct().count())
            .isEqualTo(facts.history().size());
        return scaled(numbers, 0);
      }
      case GENAI_PRICES -> {
        for (Json provider : json.items()) {
          for (Json model : provider.get("models").items()) {
            if (key.equals(provider.text("id") + "/" + model.text("id"))) {
              addMtok(model.get("prices"), direction + "_mtok", numbers);
            }
          }
        }
        return scaled(numbers, 0);
      }
      case PORTKEY -> {
        Json pay = json.at(key, "pricing_config", "pay_as_you_go");
        String field = input ? "request_token" : "response_token";
        String number = text(pay.at(field, "price"));
        numbers.add(new BigDecimal(number).signum() == 0 ? "NaN" : number);
        return scaled(numbers, 4);
      }
      default -> throw new AssertionError(reading.format() + " has no prices");
    }
  }

  private static void addMtok(Json prices, String field, List<String> numbers) {
    if (prices.isArray()) {
      prices.items().forEach(each -> addMtok(each.get("prices"), field, numbers));
      return;
    }
    Json value = prices.get(field);
    numbers.add(value != null && value.isObject() ? text(value.get("base")) : text(value));
  }

  private static String text(@Nullable Json json) {
    return json == null ? "NaN" : json.text();
  }

  private static List<Double> scaled(List<String> numbers, int power) {
    return numbers.stream()
        .map(
            number ->
                number.equals("NaN")
                    ? Double.NaN
                    : new BigDecimal(number).movePointRight(power).doubleValue())
        .toList();
  }
}
