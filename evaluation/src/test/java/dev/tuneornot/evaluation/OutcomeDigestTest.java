package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.costs;
import static dev.tuneornot.evaluation.Given.days;
import static dev.tuneornot.evaluation.Given.known;
import static dev.tuneornot.evaluation.Given.period;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.AlternativeEvaluation;
import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.ApproachOption;
import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.EffectiveWorkload;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TraceStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeDigestTest {
  private static final Set<String> EXCEPTED =
      Set.of(
          "evaluatedAt",
          "trigger",
          "triggerKey",
          "previousVerdict",
          "verdictSince",
          "monthsToRetirement",
          "horizonMonths",
          "netBenefit",
          "usageSource",
          "usageWindowEnd",
          "roi");

  static Stream<String> recommendation() {
    return names(Recommendation.getClassSchema());
  }

  static Stream<String> candidate() {
    return names(CandidateEvaluation.getClassSchema());
  }

  static Stream<String> assessment() {
    return names(ApproachAssessment.getClassSchema());
  }

  static Stream<String> traceStep() {
    return names(TraceStep.getClassSchema());
  }

  private static Stream<String> names(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recommendation")
  void shouldTellFieldsOfTheRecommendationApart(String field) {
    shouldTellApart(field, recommendation -> recommendation);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("candidate")
  void shouldTellFieldsOfACandidateApart(String field) {
    shouldTellApart(field, recommendation -> recommendation.getCandidates().get(0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("assessment")
  void shouldTellFieldsOfTheAssessmentApart(String field) {
    shouldTellApart(field, recommendation -> recommendation.getAssessment().get(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traceStep")
  void shouldTellFieldsOfTheTraceApart(String field) {
    shouldTellApart(field, recommendation -> recommendation.getTrace().get(2));
  }

  private static void shouldTellApart(
      String field, Function<Recommendation, SpecificRecordBase> part) {
    Recommendation changed = sample();
    change(part.apply(changed), field);

    assertThat(changed).isNotEqualTo(sample());
    boolean same = EXCEPTED.contains(field);
    assertThat(Outcomes.of(changed).equals(Outcomes.of(sample()))).isEqualTo(same);
    assertThat(OutcomeDigest.of(changed).length).isEqualTo(16);
    if (same) {
      assertThat(OutcomeDigest.of(changed)).isEqualTo(OutcomeDigest.of(sample()));
    } else {
      assertThat(OutcomeDigest.of(changed)).isNotEqualTo(OutcomeDigest.of(sample()));
    }
  }

  private static Recommendation sample() {
    return Recommendation.newBuilder(sample(NOW)).build();
  }

  /** With something in every field that has a sibling in the outcome. */
  private static Recommendation sample(Instant at) {
    Proposal proposal =
        proposal()
            .setNeeds(List.of(Need.LOW_LATENCY))
            .setAlternativeModels(List.of("openai/dearer"))
            .setCosts(costs().setEngineering(100).setOverrun(0.5).build())
            .build();
    ModelPricing dearer =
        pricing(period().setInputPerMTok(5.0).build()).setModelId("openai/dearer").build();
    ModelPricing model = pricing().setRetiresAt(days(300)).build();
    return Evaluator.evaluate(proposal, null, Given.book(model, dearer), POLICY, at);
  }

  static Stream<String> workload() {
    return names(EffectiveWorkload.getClassSchema());
  }

  static Stream<String> alternative() {
    return names(AlternativeEvaluation.getClassSchema());
  }

  static Stream<String> option() {
    return names(ApproachOption.getClassSchema());
  }

  static Stream<String> figuresOfACase() {
    return names(CandidateCase.getClassSchema());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workload")
  void shouldTellFieldsOfTheWorkloadApart(String field) {
    shouldTellApart(field, Recommendation::getWorkload);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alternative")
  void shouldTellFieldsOfAnAlternativeApart(String field) {
    shouldTellApart(field, recommendation -> recommendation.getAlternatives().get(0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("option")
  void shouldTellFieldsOfAnOptionApart(String field) {
    shouldTellApart(field, recommendation -> recommendation.getOptions().get(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("figuresOfACase")
  void shouldTellFieldsOfTheCasesApart(String field) {
    shouldTellApart(field, Recommendation::getWorstCase);
    shouldTellApart(field, Recommendation::getBestCase);
    shouldTellApart(field, recommendation -> recommendation.getCandidates().get(0).getWorstCase());
    shouldTellApart(field, recommendation -> recommendation.getCandidates().get(0).getBestCase());
  }

  private static void change(SpecificRecordBase record, String field) {
    int position = record.getSchema().getField(field).pos();
    record.put(position, other(record.getSchema().getField(field).schema(), record.get(position)));
  }

  /** Another value of the same type. */
  private static @Nullable Object other(Schema schema, @Nullable Object value) {
    if (value == null) {
      return first(schema.getTypes().get(1));
    }
    if (value instanceof SpecificRecordBase nested) {
      SpecificRecordBase copy = SpecificData.get().deepCopy(nested.getSchema(), nested);
      change(copy, nested.getSchema().getFields().get(0).name());
      return copy;
    }
    if (value instanceof String text) {
      return text + "x";
    } else if (value instanceof Enum<?> symbol) {
      Object[] symbols = symbol.getDeclaringClass().getEnumConstants();
      return symbols[0] == symbol ? symbols[1] : symbols[0];
    } else if (value instanceof Double number) {
      return Math.nextUp(number);
    } else if (value instanceof Long number) {
      return number + 1;
    } else if (value instanceof Integer number) {
      return number + 1;
    } else if (value instanceof Boolean flag) {
      return !flag;
    } else if (value instanceof Instant instant) {
      return instant.plusMillis(1);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      return new ArrayList<>(list.subList(1, list.size()));
    }
    return new ArrayList<>(List.of(first(schema.getElementType())));
  }

  private static Object first(Schema type) {
    return switch (type.getType()) {
      case ENUM -> symbols(type)[0];
      case STRING -> "any";
      case INT -> 1;
      case DOUBLE -> 1.0;
      default -> Instant.EPOCH;
    };
  }

  private static Object[] symbols(Schema schema) {
    return SpecificData.get().getClass(schema).getEnumConstants();
  }

  @Test
  void shouldTellWhichListASymbolIsIn() {
    Recommendation here = sample();
    here.getAssessment().get(0).setUnserved(List.of(Need.LOW_LATENCY));
    here.getAssessment().get(1).setUnserved(List.of());
    Recommendation there = sample();
    there.getAssessment().get(0).setUnserved(List.of());
    there.getAssessment().get(1).setUnserved(List.of(Need.LOW_LATENCY));

    assertThat(OutcomeDigest.of(here)).isNotEqualTo(OutcomeDigest.of(there));
  }

  @Test
  void shouldTellTextsApartByLengthAndPlace() {
    Recommendation first = sample();
    first.setPortfolio("ab");
    first.setTitle("c");
    Recommendation second = sample();
    second.setPortfolio("a");
    second.setTitle("bc");

    assertThat(OutcomeDigest.of(first)).isNotEqualTo(OutcomeDigest.of(second));
  }

  @ParameterizedTest(name = "{0} ms later")
  @ValueSource(longs = {1, 86_400_000, 30 * 86_400_000L})
  void shouldStayTheSameWhileTimePassesOnly(long millis) {
    Recommendation now = sample();
    Recommendation later = sample(NOW.plusMillis(millis));

    assertThat(later.getCandidates().get(0).getMonthsToRetirement())
        .isLessThan(now.getCandidates().get(0).getMonthsToRetirement());
    assertThat(OutcomeDigest.of(later)).isEqualTo(OutcomeDigest.of(now));
    assertThat(Outcomes.of(later)).isEqualTo(Outcomes.of(now));
  }

  /** The digests of the stored outcomes are compared with those of later builds. */
  @Test
  void shouldStayTheSameFromBuildToBuild() {
    Recommendation recommendation = sample();
    recommendation.setTitle("Größe 12");

    assertThat(HexFormat.of().formatHex(OutcomeDigest.of(recommendation)))
        .isEqualTo("2c500dd3c9321f7c667dcbb14ddd4990");
  }

  @Test
  void shouldDigestTheLargest() {
    Recommendation recommendation = sample();
    recommendation.setTitle("t".repeat(1000));
    CandidateEvaluation candidate = recommendation.getCandidates().get(0);
    candidate.setModelId("m/" + "m".repeat(5000));
    recommendation.setCandidates(Collections.nCopies(32, candidate));
    recommendation.setNextSteps(List.of(known(NextStep.values())));
    recommendation.setTrace(Collections.nCopies(20, recommendation.getTrace().get(0)));

    assertThat(OutcomeDigest.of(recommendation)).isNotEqualTo(OutcomeDigest.of(sample()));
  }

  @ParameterizedTest(name = "{0} symbols")
  @ValueSource(ints = {0, 1, 3, 4, 5, 11, 12, 13, 20})
  void shouldTellListsOfSymbolsApart(int size) {
    Recommendation one = sample();
    one.setNextSteps(steps(size, NextStep.USE_STRUCTURED_OUTPUT));
    Recommendation longer = sample();
    longer.setNextSteps(steps(size + 1, NextStep.USE_STRUCTURED_OUTPUT));
    Recommendation other = sample();
    other.setNextSteps(steps(size, NextStep.ADD_GLOSSARY));

    assertThat(OutcomeDigest.of(one)).isNotEqualTo(OutcomeDigest.of(longer));
    if (size > 0) {
      assertThat(OutcomeDigest.of(one)).isNotEqualTo(OutcomeDigest.of(other));
    }
  }

  /** The same but for the first. */
  private static List<NextStep> steps(int size, NextStep first) {
    List<NextStep> steps = new ArrayList<>(Collections.nCopies(size, NextStep.INDEX_DOCUMENTS));
    if (size > 0) {
      steps.set(0, first);
    }
    return steps;
  }
}
