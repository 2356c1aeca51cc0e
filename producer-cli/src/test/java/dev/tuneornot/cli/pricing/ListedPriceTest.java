package dev.tuneornot.cli.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListedPriceTest {

  static {
    TrustedClasses.install();
  }

  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void shouldCountProposalsByHowTheyDepend() {
    Dependants dependants = new Dependants();
    dependants.add(proposal("p/base", List.of("p/other"), List.of("p/m", "p/n")));
    dependants.add(proposal("p/m", List.of("p/m2"), List.of("p/m")));
    dependants.add(proposal(null, List.of("p/m"), List.of()));

    assertThat(dependants.of("p/m")).isEqualTo(new Dependants.Count(2, 1, 1));
    assertThat(dependants.of("p/base")).isEqualTo(new Dependants.Count(0, 0, 1));
    assertThat(dependants.of("p/unknown")).isEqualTo(Dependants.Count.NONE);
  }

  @Test
  void shouldWriteHistoryFindingsAndDependants() throws IOException {
    ListedPrice row = new ListedPrice(pricing(), review(), new Dependants.Count(3, 2, 1));
    Layout<ListedPrice> layout = ListedPrice.layout(NOW);

    JsonNode json = json(layout, row);

    assertThat(json.get("periods")).hasSize(2);
    assertThat(json.get("periods").get(1).get("inputPerMTok").asDouble()).isEqualTo(2.0);
    assertThat(json.get("candidateOf").asInt()).isEqualTo(3);
    assertThat(json.get("alternativeOf").asInt()).isEqualTo(2);
    assertThat(json.get("baselineOf").asInt()).isEqualTo(1);
    assertThat(json.get("findings").toString())
        .isEqualTo(
            "[{\"id\":\"JUMP\",\"field\":\"inputPerMTok\",\"before\":\"2.5\",\"after\":\"250\","
                + "\"bound\":\"10\"}]");
    assertThat(layout.csv().lines().apply(row)).as("a line a period").hasSize(2);
    assertThat(layout.table())
        .extracting(column -> column.header() + "=" + column.text().apply(row))
        .contains(
            "PERIODS=2",
            "CANDIDATE OF=3",
            "ALTERNATIVE OF=2",
            "BASELINE OF=1",
            "HELD FOR REVIEW=JUMP inputPerMTok 2.5 -> 250 (bound 10)");
  }

  @Test
  void shouldListEachPeriod() {
    ListedPrice row = new ListedPrice(pricing(), null, Dependants.Count.NONE);

    assertThat(row.periods())
        .extracting(period -> period.period().getEffectiveFrom())
        .containsExactly(JANUARY, NEXT_YEAR);
    assertThat(ListedPrice.history().table())
        .extracting(column -> column.text().apply(row.periods().get(1)))
        .contains("p/m", "2027-01-01");
  }

  private static JsonNode json(Layout<ListedPrice> layout, ListedPrice row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
      layout.json().write(row, generator);
    }
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }

  private static ModelPricing pricing() {
    return ModelPricing.newBuilder()
        .setModelId("p/m")
        .setPeriods(List.of(period(JANUARY, 2.5), period(NEXT_YEAR, 2.0)))
        .build();
  }

  private static PricePeriod period(Instant from, double input) {
    return PricePeriod.newBuilder()
        .setEffectiveFrom(from)
        .setInputPerMTok(input)
        .setOutputPerMTok(10.0)
        .build();
  }

  private static PriceReview review() {
    return PriceReview.newBuilder()
        .setModelId("p/m")
        .setHeld(pricing())
        .setInForce(pricing())
        .setOffset(1)
        .setHeldAt(JANUARY)
        .setFindings(List.of(new PriceFinding(FindingId.JUMP, "inputPerMTok", "2.5", "250", "10")))
        .build();
  }

  private static Proposal proposal(
      @Nullable String baseline, List<String> alternatives, List<String> candidates) {
    return Proposal.newBuilder()
        .setProposalId("x")
        .setBaselineModel(baseline)
        .setAlternativeModels(alternatives)
        .setCandidateModels(candidates)
        .build();
  }
}
