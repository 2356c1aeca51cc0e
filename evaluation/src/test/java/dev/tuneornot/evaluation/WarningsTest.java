package dev.tuneornot.evaluation;

import static dev.tuneornot.evaluation.Given.NOW;
import static dev.tuneornot.evaluation.Given.POLICY;
import static dev.tuneornot.evaluation.Given.costs;
import static dev.tuneornot.evaluation.Given.data;
import static dev.tuneornot.evaluation.Given.days;
import static dev.tuneornot.evaluation.Given.known;
import static dev.tuneornot.evaluation.Given.pricing;
import static dev.tuneornot.evaluation.Given.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.CandidateCase;
import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.Warning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WarningsTest {
  private static final Proposal FLAWLESS = proposal().build();
  private static final ModelPricing FRESH = pricing().build();

  @Test
  void shouldBeNoneWhereNothingIsWrong() {
    assertThat(warnings(FLAWLESS, Decision.FINE_TUNE, FRESH, FRESH)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} in {3} for {2}: {4}")
  @CsvSource({
    "X1, KNOWLEDGE_CHANGES, FRESH_KNOWLEDGE,    COLLECT_DATA,       true",
    "X1, KNOWLEDGE_CHANGES, FRESH_KNOWLEDGE,    FEW_SHOT,           true",
    "X1, KNOWLEDGE_CHANGES, FRESH_KNOWLEDGE,    FINE_TUNE_WITH_RAG, false",
    "X1, KNOWLEDGE_CHANGES, DOMAIN_KNOWLEDGE,   COLLECT_DATA,       false",
    "X4, NEEDS_ATTRIBUTION, SOURCE_ATTRIBUTION, COLLECT_DATA,       true",
    "X4, NEEDS_ATTRIBUTION, SOURCE_ATTRIBUTION, FEW_SHOT,           true",
    "X4, NEEDS_ATTRIBUTION, SOURCE_ATTRIBUTION, FINE_TUNE_WITH_RAG, false",
    "X4, NEEDS_ATTRIBUTION, DOMAIN_KNOWLEDGE,   COLLECT_DATA,       false",
  })
  void shouldWarnOfANeedThatTuningDoesNotServe(
      String id, Warning warning, Need need, Decision decision, boolean expected) {
    assertThat(warnings(FLAWLESS, decision, FRESH, FRESH, need))
        .isEqualTo(expected ? List.of(warning) : List.of());
  }

  @ParameterizedTest(name = "X2 with {0} examples: {1}")
  @CsvSource({"499, true", "500, false"})
  void shouldWarnOfASmallDataset(int examples, boolean expected) {
    Proposal proposal = proposal().setTrainingData(data().setExamples(examples).build()).build();

    assertThat(warnings(proposal, Decision.FINE_TUNE, FRESH, FRESH))
        .isEqualTo(expected ? List.of(Warning.SMALL_DATASET) : List.of());
  }

  @ParameterizedTest(name = "X3 narrow: {0}")
  @EnumSource(value = Answer.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldWarnOfABroadTask(Answer narrow) {
    Proposal proposal = proposal().setNarrowTask(narrow).build();

    assertThat(warnings(proposal, Decision.COLLECT_DATA, FRESH, FRESH))
        .isEqualTo(narrow == Answer.YES ? List.of() : List.of(Warning.BROAD_TASK));
  }

  @ParameterizedTest(name = "X5 few-shot tried: {0}")
  @EnumSource(value = Answer.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldWarnWhereFewShotIsUntried(Answer tried) {
    Proposal proposal = proposal().setFewShotTried(tried).build();

    assertThat(warnings(proposal, Decision.FINE_TUNE, FRESH, FRESH))
        .isEqualTo(tried == Answer.YES ? List.of() : List.of(Warning.FEW_SHOT_UNTRIED));
  }

  @ParameterizedTest(name = "X6 structured output tried: {0}")
  @EnumSource(value = Answer.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void shouldWarnWhereStructuredOutputIsUntriedAndAFormatIsNeeded(Answer tried) {
    Proposal proposal = proposal().setStructuredOutputTried(tried).build();

    assertThat(warnings(proposal, Decision.FINE_TUNE, FRESH, FRESH, Need.STYLE_OR_FORMAT))
        .isEqualTo(tried == Answer.YES ? List.of() : List.of(Warning.STRUCTURED_OUTPUT_UNTRIED));
    assertThat(warnings(proposal, Decision.FINE_TUNE, FRESH, FRESH)).isEmpty();
  }

  @ParameterizedTest(name = "X7 candidate {0}, baseline {1}: {2}")
  @CsvSource({
    "OFFICIAL,    OFFICIAL,    false",
    "MIRROR,      OFFICIAL,    false",
    "OFFICIAL,    MIRROR,      false",
    "THIRD_PARTY, OFFICIAL,    true",
    "OFFICIAL,    THIRD_PARTY, true",
    "ESTIMATE,    OFFICIAL,    true",
    "OFFICIAL,    ESTIMATE,    true",
  })
  void shouldWarnOfAnUncertainPrice(Confidence candidate, Confidence baseline, boolean expected) {
    assertThat(
            warnings(
                FLAWLESS,
                Decision.FINE_TUNE,
                pricing().setConfidence(candidate).build(),
                pricing().setConfidence(baseline).build()))
        .isEqualTo(expected ? List.of(Warning.UNCERTAIN_PRICE) : List.of());
  }

  @ParameterizedTest(name = "X8 candidate seen {0} ms, baseline {1} ms after it gets stale: {2}")
  @CsvSource({
    "1, 1,  false",
    "0, 1,  true",
    "1, 0,  true",
    "1,  ,  false",
    "0,  ,  true",
    " , 0,  true",
    " ,  ,  false",
  })
  void shouldWarnOfAStalePrice(
      @Nullable Integer candidate, @Nullable Integer baseline, boolean expected) {
    assertThat(
            warnings(
                FLAWLESS,
                Decision.FINE_TUNE,
                pricing().setObservedAt(justStale(candidate)).build(),
                pricing().setObservedAt(justStale(baseline)).build()))
        .isEqualTo(expected ? List.of(Warning.STALE_PRICE) : List.of());
  }

  private static @Nullable Instant justStale(@Nullable Integer millisAfter) {
    return millisAfter == null ? null : days(-POLICY.getStalePriceDays()).plusMillis(millisAfter);
  }

  @ParameterizedTest(name = "X9 {0} ms after it closes soon: {1}")
  @CsvSource({"-1, false", "0, true", "1, true"})
  void shouldWarnWhereTuningClosesSoon(int millis, boolean expected) {
    Instant closes = days(POLICY.getClosingSoonDays()).minusMillis(millis);
    ModelPricing closing = pricing().setTuningClosesAt(closes).build();

    assertThat(warnings(FLAWLESS, Decision.FINE_TUNE, closing, FRESH))
        .isEqualTo(expected ? List.of(Warning.TUNING_CLOSES_SOON) : List.of());
    assertThat(warnings(FLAWLESS, Decision.FINE_TUNE, FRESH, closing)).isEmpty();
  }

  @ParameterizedTest(name = "X9 live {0}, retrained every {1} months: {2}")
  @CsvSource({"LIVE, , false", "LIVE, 6, true", "PROPOSED, , true", "PROPOSED, 6, true"})
  void shouldNotMindThatTuningClosesWhereNothingIsTunedAnyMore(
      Stage stage, @Nullable Double months, boolean expected) {
    Proposal proposal =
        proposal().setStage(stage).setCosts(costs().setRetrainEveryMonths(months).build()).build();
    ModelPricing closing = pricing().setTuningClosesAt(days(1)).build();

    assertThat(warnings(proposal, Decision.FINE_TUNE, closing, FRESH))
        .isEqualTo(expected ? List.of(Warning.TUNING_CLOSES_SOON) : List.of());
  }

  @ParameterizedTest(name = "X9 with tuned models retired, closing in {0}, retiring in {1}: {2}")
  @CsvSource({", 90, true", ", 91, false", ", , false", "91, 1, false", "90, 300, true"})
  void shouldTakeTheEndOfTuningFromTheRetirementWhereTunedModelsHaveTheirOwn(
      @Nullable Integer closes, @Nullable Integer retires, boolean expected) { // X9
    ModelPricing pricing =
        pricing()
            .setTuningClosesAt(closes == null ? null : days(closes))
            .setRetiresAt(retires == null ? null : days(retires))
            .setTunedRetiresAt(days(900))
            .build();

    assertThat(
            warnings(FLAWLESS, Decision.FINE_TUNE, pricing, FRESH)
                .contains(Warning.TUNING_CLOSES_SOON))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "X10 {0} retires in {1} days: {2}")
  @CsvSource({
    "candidate, 90, true",
    "candidate, 91, false",
    "reference, 90, true",
    "reference, 91, false",
    "tuned,     90, true",
    "tuned,     91, false",
  })
  void shouldWarnOfARetirementThatIsNear(String who, int days, boolean expected) {
    ModelPricing retiring = pricing().setRetiresAt(days(days)).build();
    ModelPricing tuned = pricing().setRetiresAt(days(900)).setTunedRetiresAt(days(days)).build();
    List<Warning> warnings =
        switch (who) {
          case "candidate" -> warnings(FLAWLESS, Decision.FINE_TUNE, retiring, FRESH);
          case "reference" -> warnings(FLAWLESS, Decision.FINE_TUNE, FRESH, retiring);
          default -> warnings(FLAWLESS, Decision.FINE_TUNE, tuned, FRESH);
        };

    assertThat(warnings).isEqualTo(expected ? List.of(Warning.RETIRES_SOON) : List.of());
  }

  @ParameterizedTest(name = "X11 best {0}, worst {1}: {2}")
  @CsvSource({
    "PAYS_BACK, PAYS_BACK,     false",
    "PAYS_BACK, TOO_SLOW,      true",
    "PAYS_BACK, RETIRES_FIRST, true",
    "PAYS_BACK, NEVER,         true",
    "PAYS_BACK, ,              false",
    "TOO_SLOW,  NEVER,         false",
  })
  void shouldWarnWhereTheWorstCaseDoesNotPayBack(
      CandidateStatus status, @Nullable CandidateStatus worst, boolean expected) {
    CandidateEvaluation evaluation = Given.candidate(status);
    evaluation.setWorstCase(worst == null ? null : new CandidateCase(worst, 1.0, 1.0, 1.0));
    Best best = new Best(evaluation, prices(FRESH), prices(FRESH), false, EpochMillis.NEVER);

    assertThat(
            Warnings.of(
                FLAWLESS, Decision.FINE_TUNE, NeedSet.of(), POLICY, best, NOW.toEpochMilli()))
        .isEqualTo(expected ? List.of(Warning.UNCERTAIN_PAYBACK) : List.of());
  }

  @Test
  void shouldNotTellALiveProjectWhatToTryFirst() { // X2, X3, X5, X6
    Proposal live = Proposal.newBuilder(dubious()).setStage(Stage.LIVE).build();

    assertThat(warnings(live, Decision.FINE_TUNE, FRESH, FRESH, Need.STYLE_OR_FORMAT))
        .containsExactly(Warning.UNCERTAIN_PAYBACK);
  }

  @Test
  void shouldSayNothingOfPricesWithoutABestCandidate() { // X7 to X11
    assertThat(warnings(FLAWLESS, Decision.FINE_TUNE, null, doubtful())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Decision.class,
      names = {"USE_PROMPTING", "USE_RAG", "UNDECIDED"})
  void shouldBeNoneWhereTuningDoesNotComeIntoQuestion(Decision decision) {
    assertThat(warnings(dubious(), decision, doubtful(), doubtful(), known(Need.values())))
        .isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfTheRules() {
    assertThat(warnings(dubious(), Decision.FEW_SHOT, doubtful(), doubtful(), known(Need.values())))
        .containsExactly(known(Warning.values()));
  }

  private static Proposal dubious() {
    return proposal()
        .setTrainingData(data().setExamples(1).build())
        .setNarrowTask(Answer.NO)
        .setFewShotTried(Answer.NO)
        .setStructuredOutputTried(Answer.NO)
        .setCosts(costs().setOverrun(0.5).build())
        .build();
  }

  private static ModelPricing doubtful() {
    return pricing()
        .setConfidence(Confidence.ESTIMATE)
        .setObservedAt(days(-1000))
        .setTuningClosesAt(days(1))
        .setRetiresAt(days(2))
        .build();
  }

  private static List<Warning> warnings(
      Proposal proposal,
      Decision decision,
      @Nullable ModelPricing candidate,
      ModelPricing reference,
      Need... needs) {
    Best best = candidate == null ? null : best(candidate, reference, proposal);
    return Warnings.of(proposal, decision, NeedSet.of(needs), POLICY, best, NOW.toEpochMilli());
  }

  /** Pays back, but not in the worst case where the proposal gives a range. */
  private static Best best(ModelPricing candidate, ModelPricing reference, Proposal proposal) {
    CandidateEvaluation evaluation = Given.candidate(CandidateStatus.PAYS_BACK);
    if (proposal.getCosts().getOverrun() > 0) {
      evaluation.setWorstCase(new CandidateCase(CandidateStatus.TOO_SLOW, 1.0, 13.0, -1.0));
    }
    return Best.of(
        proposal, List.of(evaluation), new ModelPrices[] {prices(candidate)}, prices(reference), 0);
  }

  private static ModelPrices prices(ModelPricing pricing) {
    return ModelPrices.at(NOW.toEpochMilli(), pricing.getModelId(), pricing, null, POLICY);
  }
}
