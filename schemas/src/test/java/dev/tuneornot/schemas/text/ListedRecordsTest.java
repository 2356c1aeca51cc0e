package dev.tuneornot.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Tier;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.json.Entry;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** How lists of records, maps, flags and records that may be absent stand in a row. */
class ListedRecordsTest {

  static {
    TrustedClasses.install();
  }

  @Test
  void shouldReadTiersColumnByColumn() {
    ModelPricing pricing =
        accepted(
            RecordType.MODEL_PRICING,
            List.of("modelId", "effectiveFrom", "tiers.inputPerMTok", "tiers.abovePromptTokens"),
            List.of("a/b", "2026-01-01T00:00:00Z", ";5", "128000; 200000"));

    assertThat(pricing.getPeriods().get(0).getTiers())
        .containsExactly(
            new Tier(128_000, null, null, null, null), new Tier(200_000, 5.0, null, null, null));
  }

  @Test
  void shouldHaveNoTiersWithoutCells() {
    ModelPricing pricing =
        accepted(
            RecordType.MODEL_PRICING,
            List.of("modelId", "effectiveFrom", "tiers.abovePromptTokens"),
            List.of("a/b", "2026-01-01T00:00:00Z", ""));

    assertThat(pricing.getPeriods().get(0).getTiers()).isEmpty();
  }

  @Test
  void shouldRefuseATierWithoutItsThresholdByName() {
    assertThat(
            refused(
                RecordType.MODEL_PRICING,
                List.of("modelId", "effectiveFrom", "tiers.inputPerMTok"),
                List.of("a/b", "2026-01-01T00:00:00Z", "4;many")))
        .contains("periods[0].tiers.inputPerMTok[1] = many: must be")
        .contains("periods[0].tiers[0].abovePromptTokens = 0: must be 1..10^8");
  }

  @Test
  void shouldReadDiscounts() {
    Policy policy =
        accepted(
            RecordType.POLICY,
            List.of("portfolio", "discounts"),
            List.of("sales", "openai=0.15; aws = 0.3"));

    assertThat(policy.getDiscounts()).isEqualTo(Map.of("openai", 0.15, "aws", 0.3));
  }

  @Test
  void shouldRefuseWhatIsNoDiscount() {
    assertThat(
            refused(
                RecordType.POLICY, List.of("discounts"), List.of("openai;aws=much;gcp=1;gcp=0")))
        .contains("discounts[0] = openai: must be key=value")
        .contains("discounts[1] = much: must be")
        .contains("discounts.gcp");
  }

  @Test
  void shouldReadRetrievalWhereAnyCellIsGiven() {
    List<String> columns = List.of("proposalId", "retrieval.tokens", "retrieval.perMonth");

    Proposal given = accepted(RecordType.PROPOSAL, columns, List.of("a", "", "50"));
    Proposal absent = accepted(RecordType.PROPOSAL, columns, List.of("a", "", ""));

    assertThat(given.getRetrieval().getPerMonth()).isEqualTo(50);
    assertThat(given.getRetrieval().getTokens()).isZero();
    assertThat(absent.getRetrieval()).isNull();
  }

  @Test
  void shouldReadUsageAndRequireItsNumbers() {
    List<String> columns =
        List.of(
            "proposalId",
            "windowStart",
            "windowEnd",
            "requests",
            "inputTokens",
            "outputTokens",
            "tuned");
    String start = "2026-10-01T00:00:00Z";
    String end = "2026-11-01T00:00:00Z";

    Usage usage =
        accepted(RecordType.USAGE, columns, List.of("a", start, end, "5", "6", "7", "true"));

    assertThat(usage.getTuned()).isTrue();
    assertThat(usage.getRequests()).isEqualTo(5);
    assertThat(refused(RecordType.USAGE, columns, List.of("a", start, end, "", "6", "7", "yes")))
        .contains("requests: must be given")
        .contains("tuned = yes: must be true or false");
  }

  private static <T extends SpecificRecord> T accepted(
      RecordType<T> type, List<String> columns, List<String> cells) {
    Entry<T> entry = read(type, columns, cells);
    assertThat(entry).isInstanceOf(Entry.Accepted.class);
    return ((Entry.Accepted<T>) entry).value();
  }

  private static <T extends SpecificRecord> String refused(
      RecordType<T> type, List<String> columns, List<String> cells) {
    Entry<T> entry = read(type, columns, cells);
    assertThat(entry).isInstanceOf(Entry.Refused.class);
    return entry.toString();
  }

  private static <T extends SpecificRecord> Entry<T> read(
      RecordType<T> type, List<String> columns, List<String> cells) {
    TextColumns<T> resolved = TextColumns.resolve(type, columns);
    assertThat(resolved.violations()).isEmpty();
    return resolved.read(List.of(new TextRow(2, cells)).iterator()).next();
  }
}
