package dev.tuneornot.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingRowsTest {
  static {
    TrustedClasses.install();
  }

  private static final String HEADER =
      "modelId|effectiveFrom|inputPerMTok|outputPerMTok|tuning.trainingPerMTok|retiresAt|source"
          + "|confidence";

  @Test
  void shouldMakeOneModelOfItsRows() {
    List<Entry<ModelPricing>> entries =
        read(
            "a/b|2025-01-01T00:00:00Z|2.5|10||2028-01-01T00:00:00Z||OFFICIAL",
            "a/b|2026-01-01T00:00:00Z|2|8|25||price page|OFFICIAL",
            "c/d|2026-01-01T00:00:00Z|||0|||");

    Tuning tuned = new Tuning(25.0, null, 0.0, null, null, null, null, null, 0.0, 0.0, 1);
    Tuning free = new Tuning(0.0, null, 0.0, null, null, null, null, null, 0.0, 0.0, 1);
    assertThat(entries)
        .containsExactly(
            new Entry.Accepted<>(
                2,
                new ModelPricing(
                    "a/b",
                    List.of(period(2025, 2.5, 10.0, null), period(2026, 2.0, 8.0, tuned)),
                    null,
                    at(2028),
                    null,
                    null,
                    1.0,
                    "price page",
                    null,
                    Confidence.OFFICIAL)),
            new Entry.Accepted<>(
                4,
                new ModelPricing(
                    "c/d",
                    List.of(period(2026, null, null, free)),
                    null,
                    null,
                    null,
                    null,
                    1.0,
                    "",
                    null,
                    Confidence.ESTIMATE)));
  }

  private static PricePeriod period(
      int year, @Nullable Double input, @Nullable Double output, @Nullable Tuning tuning) {
    return PricePeriod.newBuilder()
        .setEffectiveFrom(at(year))
        .setInputPerMTok(input)
        .setOutputPerMTok(output)
        .setTuning(tuning)
        .build();
  }

  @Test
  void shouldRefuseWhatTheRowsOfAModelSayDifferently() {
    assertThat(
            read(
                "a/b|2025-01-01T00:00:00Z|||||page one|OFFICIAL",
                "a/b|2026-01-01T00:00:00Z|||||page two|"))
        .singleElement()
        .isEqualTo(
            new Entry.Refused<>(
                2,
                "a/b",
                List.of(
                    new Violation(
                        "source", "page two", "the same in all rows of the model, where given"))));
  }

  @Test
  void shouldTakeDifferentSpellingsOfAValueForTheSame() {
    assertThat(
            read(
                "a/b|2025-01-01T00:00:00Z||||2028-01-01T00:00:00Z||",
                "a/b|2026-01-01T00:00:00Z||||2028-01-01T01:00:00+01:00||"))
        .singleElement()
        .isInstanceOf(Entry.Accepted.class);
  }

  @Test
  void shouldRefuseAllOfAModelWhoseRowsStandApart() {
    assertThat(
            read(
                "a/b|2025-01-01T00:00:00Z||||||",
                "c/d|2025-01-01T00:00:00Z||||||",
                "a/b|2026-01-01T00:00:00Z||||||"))
        .extracting(Object::toString)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "Refused[line=2, id=a/b, violations=[modelId = a/b: must be in rows that"
                            + " stand together: more follow further down]]"),
            other -> assertThat(other).startsWith("Accepted[line=3"),
            second ->
                assertThat(second)
                    .isEqualTo(
                        "Refused[line=4, id=a/b, violations=[modelId = a/b: must be in rows that"
                            + " stand together: it had some before]]"));
  }

  @Test
  void shouldNameThePeriodOfABadCell() {
    List<Entry<ModelPricing>> entries =
        read(
            "a/b|2026-01-01T00:00:00Z|2.5|||||",
            "a/b||x|-1|NaN|soon||",
            "a/b|2025-01-01T00:00:00Z|2.5|||||");

    Entry.Refused<ModelPricing> refused = (Entry.Refused<ModelPricing>) entries.get(0);
    assertThat(entries).hasSize(1);
    assertThat(refused.violations())
        .extracting(Violation::field)
        .containsExactly(
            "periods[1].inputPerMTok",
            "periods[1].tuning.trainingPerMTok",
            "periods[1].effectiveFrom",
            "retiresAt",
            "periods[1].outputPerMTok",
            "periods[2].effectiveFrom");
  }

  @Test
  void shouldRefuseRowsWithoutAModelEachForItself() {
    assertThat(read("|2026-01-01T00:00:00Z||||||", "|2026-01-01T00:00:00Z||||||"))
        .extracting(Object::toString)
        .containsExactly(
            "Refused[line=2, id=null, violations=[modelId: must be given]]",
            "Refused[line=3, id=null, violations=[modelId: must be given]]");
  }

  @Test
  void shouldRefuseARowOfAnotherWidth() {
    assertThat(read("a/b|2026-01-01T00:00:00Z"))
        .extracting(Object::toString)
        .containsExactly(
            "Refused[line=2, id=a/b, violations=[periods[0] = 2 cells: must be 8 cells, one a"
                + " column]]");
  }

  @Test
  void shouldRequireTheColumnsThatEveryPeriodNeeds() {
    assertThat(TextColumns.resolve(RecordType.MODEL_PRICING, List.of("periods")).violations())
        .extracting(Violation::toString)
        .containsExactly(
            "periods: unknown field",
            "modelId: must be a column",
            "effectiveFrom: must be a column");
  }

  @Test
  void shouldKnowEveryColumnOfTheFormat() {
    List<String> all =
        List.of(
            "modelId",
            "effectiveFrom",
            "inputPerMTok",
            "cachedInputPerMTok",
            "outputPerMTok",
            "tuning.trainingPerMTok",
            "tuning.trainingPerHour",
            "tuning.minimumCharge",
            "tuning.inputPerMTok",
            "tuning.cachedInputPerMTok",
            "tuning.outputPerMTok",
            "tuning.hostingPerHour",
            "tuning.storagePerMonth",
            "tuningClosesAt",
            "retiresAt",
            "source",
            "observedAt",
            "confidence");

    assertThat(TextColumns.resolve(RecordType.MODEL_PRICING, all).violations()).isEmpty();
  }

  private static Instant at(int year) {
    return Instant.parse(year + "-01-01T00:00:00Z");
  }

  private static List<Entry<ModelPricing>> read(String... rows) {
    TextColumns<ModelPricing> columns =
        TextColumns.resolve(RecordType.MODEL_PRICING, cells(HEADER));
    List<TextRow> numbered = new ArrayList<>();
    for (String row : rows) {
      numbered.add(new TextRow(numbered.size() + 2L, cells(row)));
    }
    List<Entry<ModelPricing>> entries = new ArrayList<>();
    columns.read(numbered.iterator()).forEachRemaining(entries::add);
    return entries;
  }

  private static List<String> cells(String row) {
    return Arrays.asList(row.split("\\|", -1));
  }
}
