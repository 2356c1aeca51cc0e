package dev.tuneornot.portfolio.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.portfolio.prices.Finding.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

  @ParameterizedTest(name = "{0} {1}, {2} {3}: {4}")
  @CsvSource({
    "INPUT, 1, CACHED_INPUT, 1, ",
    "INPUT, 1, CACHED_INPUT, 1.01, CACHED_ABOVE_INPUT",
    "TUNED_INPUT, 1, TUNED_CACHED_INPUT, 2, CACHED_ABOVE_INPUT",
    "INPUT, 1, TUNED_INPUT, 10, ",
    "INPUT, 1, TUNED_INPUT, 10.1, TUNED_RATIO",
    "INPUT, 1, TUNED_INPUT, 0.1, ",
    "INPUT, 1, TUNED_INPUT, 0.09, TUNED_RATIO",
    "OUTPUT, 1, TUNED_OUTPUT, 11, TUNED_RATIO",
    "OUTPUT, 0, TUNED_OUTPUT, 11, ",
    "OUTPUT, 1, TRAINING_TOKENS, 200, ",
    "OUTPUT, 1, TRAINING_TOKENS, 200.01, DEAR_TRAINING"
  })
  void shouldFindWhatIsOdd(
      PriceField one, double price, PriceField other, double otherPrice, Kind kind) {
    assertThat(Plausibility.of(facts("m", Map.of(one, price, other, otherPrice))))
        .extracting(Finding::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void shouldNameTheFigures() {
    ModelFacts facts = facts("p/m", Map.of(PriceField.INPUT, 0.00004, PriceField.TUNED_INPUT, 3.0));

    assertThat(Plausibility.of(facts))
        .containsExactly(
            new Finding(
                Kind.TUNED_RATIO,
                "p/m",
                "tuning.inputPerMTok 3 is more than ten times of inputPerMTok 0.00004"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 0.991, 0", "1, 0.989, 1", "0.989, 1, 1", "0, 1, 1", "0, 0, 0"})
  void shouldReportDisagreementsOfMoreThanOnePercent(double one, double other, int findings) {
    assertThat(
            Plausibility.disagreements(
                facts("a", Map.of(PriceField.INPUT, one)),
                facts("b", Map.of(PriceField.INPUT, other))))
        .hasSize(findings);
  }

  @Test
  void shouldNotCompareWhatOnlyOneSays() {
    assertThat(
            Plausibility.disagreements(
                facts("a", Map.of(PriceField.INPUT, 1.0)),
                facts("b", Map.of(PriceField.OUTPUT, 2.0))))
        .isEmpty();
  }

  @Test
  void shouldFlagBasePricesOfZeroOnly() {
    assertThat(Plausibility.zeroes(facts("p/m", Map.of(PriceField.OUTPUT, 0.0))))
        .extracting(Finding::sentence)
        .containsExactly("outputPerMTok 0 is kept");
    assertThat(Plausibility.zeroes(facts("p/m", Map.of(PriceField.HOSTING, 0.0)))).isEmpty();
  }

  private static ModelFacts facts(String modelId, Map<PriceField, Double> prices) {
    return ModelFacts.ofPrices(
        modelId, "here", prices, new Provenance("s", null, Confidence.OFFICIAL));
  }
}
