package dev.tuneornot.portfolio.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Tier;
import dev.tuneornot.portfolio.prices.Finding.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
                List.of(
                    facts("a", Map.of(PriceField.INPUT, one)),
                    facts("b", Map.of(PriceField.INPUT, other)))))
        .hasSize(findings);
  }

  @Test
  void shouldNameTheValueOfEachSource() {
    assertThat(
            Plausibility.disagreements(
                List.of(
                    facts("m", Map.of(PriceField.INPUT, 1.0)),
                    facts("m", Map.of(PriceField.INPUT, 2.0)),
                    facts("m", Map.of(PriceField.INPUT, 1.0)))))
        .extracting(Finding::sentence)
        .containsExactly("inputPerMTok: here says 1, here says 2, here says 1; 1 is taken");
  }

  @ParameterizedTest(name = "{0} {1}, {2} {3}: {4}")
  @CsvSource({
    "EXACT, 2027-01-01, EXACT, 2027-01-01, 0",
    "EXACT, 2027-01-01, EXACT, 2027-01-02, 1",
    "EXACT, 2027-01-02, EARLIEST, 2027-01-01, 0",
    "EXACT, 2027-01-01, EARLIEST, 2027-01-02, 1",
    "EARLIEST, 2027-01-02, EXACT, 2027-01-01, 1",
    "UNCERTAIN, 2027-01-02, EXACT, 2027-01-01, 1"
  })
  void shouldReportDatesThatContradict(
      Dated.Certainty one, LocalDate day, Dated.Certainty other, LocalDate otherDay, int findings) {
    assertThat(Plausibility.disagreements(List.of(retiring(one, day), retiring(other, otherDay))))
        .hasSize(findings);
  }

  private static ModelFacts retiring(Dated.Certainty certainty, LocalDate day) {
    Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return facts("p/m", Map.of())
        .withDates(new Dates(null, new Dated(at, certainty, "s"), null, null));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 0", "1, 0, 1", "0, 1, 1", "1, , 1", ", 1, 1", "0, 0, 0", ", , 0"})
  void shouldReportHalfAPrice(@Nullable Double input, @Nullable Double output, int findings) {
    Map<PriceField, Double> prices = new EnumMap<>(PriceField.class);
    if (input != null) {
      prices.put(PriceField.INPUT, input);
    }
    if (output != null) {
      prices.put(PriceField.OUTPUT, output);
    }

    assertThat(Plausibility.stated(facts("p/m", prices)))
        .filteredOn(finding -> finding.kind() == Kind.HALF_A_PRICE)
        .hasSize(findings);
  }

  @Test
  void shouldReportOtherTiers() {
    ModelFacts one =
        facts("m", Map.of()).withTiers(List.of(new Tier(200_000, 2.0, null, null, null)));
    ModelFacts other =
        facts("m", Map.of()).withTiers(List.of(new Tier(272_000, 2.0, null, null, null)));

    assertThat(Plausibility.disagreements(List.of(one, other))).hasSize(1);
    assertThat(Plausibility.disagreements(List.of(one, one))).isEmpty();
    assertThat(Plausibility.disagreements(List.of(one, facts("m", Map.of())))).isEmpty();
  }

  @Test
  void shouldNotCompareWhatOnlyOneSays() {
    assertThat(
            Plausibility.disagreements(
                List.of(
                    facts("a", Map.of(PriceField.INPUT, 1.0)),
                    facts("b", Map.of(PriceField.OUTPUT, 2.0)))))
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
