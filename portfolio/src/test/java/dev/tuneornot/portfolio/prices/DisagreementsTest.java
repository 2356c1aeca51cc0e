package dev.tuneornot.portfolio.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementsTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 0.991, 0", "1, 0.989, 1", "0.989, 1, 1", "0, 1, 1", "0, 0, 0"})
  void shouldReportDisagreementsOfMoreThanOnePercent(double one, double other, int findings) {
    assertThat(
            Disagreements.of(
                List.of(
                    facts("a", Map.of(PriceField.INPUT, one)),
                    facts("b", Map.of(PriceField.INPUT, other)))))
        .hasSize(findings);
  }

  @Test
  void shouldNameTheValueOfEachSource() {
    assertThat(
            Disagreements.of(
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
    assertThat(Disagreements.of(List.of(retiring(one, day), retiring(other, otherDay))))
        .hasSize(findings);
  }

  private static ModelFacts retiring(Dated.Certainty certainty, LocalDate day) {
    Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return facts("p/m", Map.of())
        .withDates(new Dates(null, new Dated(at, certainty, "s"), null, null));
  }

  @Test
  void shouldReportOtherTiers() {
    ModelFacts one =
        facts("m", Map.of()).withTiers(List.of(new Tier(200_000, 2.0, null, null, null)));
    ModelFacts other =
        facts("m", Map.of()).withTiers(List.of(new Tier(272_000, 2.0, null, null, null)));

    assertThat(Disagreements.of(List.of(one, other))).hasSize(1);
    assertThat(Disagreements.of(List.of(one, one))).isEmpty();
    assertThat(Disagreements.of(List.of(one, facts("m", Map.of())))).isEmpty();
  }

  @Test
  void shouldNotCompareWhatOnlyOneSays() {
    assertThat(
            Disagreements.of(
                List.of(
                    facts("a", Map.of(PriceField.INPUT, 1.0)),
                    facts("b", Map.of(PriceField.OUTPUT, 2.0)))))
        .isEmpty();
  }

  private static ModelFacts facts(String modelId, Map<PriceField, Double> prices) {
    return ModelFacts.ofPrices(
        modelId, "here", prices, new Provenance("s", null, Confidence.OFFICIAL));
  }
}
