package dev.tuneornot.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Usage;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {

  static Stream<Schema> present() {
    return Stream.of(
        Proposal.getClassSchema(),
        Usage.getClassSchema(),
        ModelPricing.getClassSchema(),
        Policy.getClassSchema(),
        Recommendation.getClassSchema(),
        RecommendationChange.getClassSchema(),
        PortfolioSummary.getClassSchema(),
        PriceImpact.getClassSchema(),
        PriceReview.getClassSchema());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("present")
  void shouldReadWhatWasWrittenUnderEveryRelease(Schema present) {
    List<Schema> released = ReleasedSchemas.of(present.getName());

    assertThat(released).isNotEmpty();
    assertThat(released)
        .allSatisfy(
            old ->
                assertThat(compatibility(present, old))
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("present")
  void shouldBeReadableUnderEveryRelease(Schema present) {
    assertThat(ReleasedSchemas.of(present.getName()))
        .isNotEmpty()
        .allSatisfy(
            old ->
                assertThat(compatibility(old, present))
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE));
  }

  /** A difference means: release the schemas anew, as the next number, and leave this one alone. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("present")
  void shouldBeWhatWasReleasedLast(Schema present) {
    List<Schema> released = ReleasedSchemas.of(present.getName());

    // The text, since equality of schemas leaves out what their documentation says.
    assertThat(released.get(released.size() - 1)).hasToString(present.toString());
  }

  @Test
  void shouldNoticeAChangeThatWouldBreakReaders() {
    Schema changed =
        new Schema.Parser()
            .parse(Proposal.getClassSchema().toString().replace("\"title\"", "\"heading\""));
    Schema withoutDefault =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Proposal", "namespace": "dev.tuneornot.model",
                 "fields": [{"name": "added", "type": "int"}]}
                """);
    Schema released = ReleasedSchemas.of("Proposal").get(0);

    assertThat(compatibility(changed, released)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(compatibility(withoutDefault, released))
        .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    assertThat(changed.toString()).isNotEqualTo(released.toString());
  }

  @Test
  void shouldHaveNothingOfARecordThatWasNeverReleased() {
    assertThat(ReleasedSchemas.of("Unheard")).isEmpty();
  }

  @Test
  void shouldNotLetItsListsBeChanged() {
    List<Schema> released = ReleasedSchemas.of("Policy");

    assertThatThrownBy(released::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }
}
