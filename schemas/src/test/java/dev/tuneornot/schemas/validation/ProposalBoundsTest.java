package dev.tuneornot.schemas.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Stage;
import dev.tuneornot.schemas.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalBoundsTest {

  private static final String EMOJI = "🙂";

  private final ProposalBounds bounds = new ProposalBounds();
  private final Proposal proposal = Samples.proposal();

  static Stream<Arguments> withinBounds() {
    return Stream.of(
        valid("an id of 200 characters", p -> p.setProposalId("x".repeat(200))),
        valid("an id of 200 code points", p -> p.setProposalId(EMOJI.repeat(200))),
        valid("a portfolio of 200 characters", p -> p.setPortfolio("x".repeat(200))),
        valid("an empty title", p -> p.setTitle("")),
        valid("a title of 500 code points", p -> p.setTitle(EMOJI.repeat(500))),
        valid("a title with control characters", p -> p.setTitle("a\n\u0000b")),
        valid("the first instant", p -> p.setSubmittedAt(Instant.parse("0000-01-01T00:00:00Z"))),
        valid("the last", p -> p.setSubmittedAt(Instant.parse("9999-12-31T23:59:59.999Z"))),
        valid("most examples", p -> p.getTrainingData().setExamples(Integer.MAX_VALUE)),
        valid("one epoch", p -> p.getTrainingData().setEpochs(1)),
        valid("100 epochs", p -> p.getTrainingData().setEpochs(100)),
        valid("no training hours", p -> p.getTrainingData().setTrainingHours(0.0)),
        valid("a million training hours", p -> p.getTrainingData().setTrainingHours(1e6)),
        valid(
            "every need",
            p -> p.setNeeds(List.copyOf(EnumSet.complementOf(EnumSet.of(Need.OTHER))))),
        valid("most requests", p -> p.getWorkload().setRequestsPerMonth(1_000_000_000_000L)),
        valid("most tokens", p -> p.getWorkload().setPromptTokens(100_000_000)),
        valid("all tokens removable", p -> p.getWorkload().setRemovableTokens(2000)),
        valid("nothing cached", p -> p.getWorkload().setCachedShare(-0.0)),
        valid("all cached", p -> p.getWorkload().setCachedShare(1.0)),
        valid("most output", p -> p.getWorkload().setOutputTokens(100_000_000)),
        valid("most tuned output", p -> p.getWorkload().setTunedOutputTokens(100_000_000)),
        valid("no baseline", p -> p.setBaselineModel(null)),
        valid("a name with slashes", p -> p.setBaselineModel("a/B/c:d;é")),
        valid("a provider without case", p -> p.setBaselineModel("研发_2.0/x")),
        valid("32 candidates", p -> p.setCandidateModels(models(32))),
        valid("highest costs", p -> p.getCosts().setEvaluation(1e12)),
        valid("live", p -> p.setStage(Stage.LIVE)),
        valid("lowest volume", p -> p.getWorkload().setRequestsPerMonthLow(0L)),
        valid("highest volume", p -> p.getWorkload().setRequestsPerMonthHigh(1_000_000_000_000L)),
        valid(
            "no range",
            p -> {
              p.getWorkload().setRequestsPerMonth(5);
              p.getWorkload().setRequestsPerMonthLow(5L);
              p.getWorkload().setRequestsPerMonthHigh(5L);
            }),
        valid(
            "all read or written",
            p -> {
              p.getWorkload().setCachedShare(0.9);
              p.getWorkload().setCacheWriteShare(0.1);
            }),
        valid("all kept tokens cached", p -> p.getWorkload().setKeptCachedShare(1.0)),
        valid("all in batches", p -> p.getWorkload().setBatchShare(1.0)),
        valid("least share", p -> p.getWorkload().setBatchShare(1e-9)),
        valid("most examples in the prompt", p -> p.getWorkload().setFewShotTokens(100_000_000)),
        valid("no retrieval", p -> p.setRetrieval(null)),
        valid("most retrieved", p -> p.getRetrieval().setTokens(100_000_000)),
        valid("dearest retrieval", p -> p.getRetrieval().setPerRequest(1e12)),
        valid("32 alternatives", p -> p.setAlternativeModels(models(32))),
        valid("no alternatives", p -> p.setAlternativeModels(List.of())),
        valid("least cost", p -> p.getCosts().setEvaluation(1e-9)),
        valid("most training runs", p -> p.getCosts().setTrainingRuns(100)),
        valid("highest overrun", p -> p.getCosts().setOverrun(10)),
        valid("dearest example", p -> p.getCosts().setPerExample(1e6)),
        valid("shortest retraining", p -> p.getCosts().setRetrainEveryMonths(0.01)),
        valid("longest retraining", p -> p.getCosts().setRetrainEveryMonths(1200.0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void withinBounds(String name, Consumer<Proposal> change) {
    change.accept(proposal);

    assertThat(bounds.violations(proposal)).isEmpty();
  }

  static Stream<Arguments> outOfBounds() {
    String name = "1..200 characters, no control characters";
    String model = Texts.MODEL_ID;
    return Stream.of(
        invalid("proposalId", "", name, Proposal::setProposalId),
        invalid("proposalId", "a\tb", name, Proposal::setProposalId),
        invalid("proposalId", "a\u0085b", name, Proposal::setProposalId),
        invalid("proposalId", "x".repeat(201), name, Proposal::setProposalId),
        invalid("proposalId", EMOJI.repeat(201), name, Proposal::setProposalId),
        invalid("proposalId", "a\ud800", name, Proposal::setProposalId),
        invalid("portfolio", "", name, Proposal::setPortfolio),
        invalid("portfolio", "\udc00b", name, Proposal::setPortfolio),
        invalid("title", "x".repeat(501), "at most 500 characters", Proposal::setTitle),
        invalid("title", EMOJI.repeat(501), "at most 500 characters", Proposal::setTitle),
        invalid("title", "\udc00\ud800", Texts.ENCODABLE, Proposal::setTitle),
        invalid("title", "\ud800x", Texts.ENCODABLE, Proposal::setTitle),
        invalid(
            "submittedAt",
            Instant.parse("+10000-01-01T00:00:00Z"),
            "an instant in the years 0000..9999",
            Proposal::setSubmittedAt),
        invalid(
            "submittedAt",
            Instant.parse("-0001-12-31T23:59:59.999Z"),
            "an instant in the years 0000..9999",
            Proposal::setSubmittedAt),
        invalid(
            "trainingData.examples",
            -1,
            "at least 0",
            (p, v) -> p.getTrainingData().setExamples(v)),
        invalid(
            "trainingData.avgTokensPerExample",
            -1,
            "at least 0",
            (p, v) -> p.getTrainingData().setAvgTokensPerExample(v)),
        invalid("trainingData.epochs", 0, "1..100", (p, v) -> p.getTrainingData().setEpochs(v)),
        invalid("trainingData.epochs", 101, "1..100", (p, v) -> p.getTrainingData().setEpochs(v)),
        invalid(
            "trainingData.trainingHours",
            Double.NaN,
            "0 or 10^-9..10^6",
            (p, v) -> p.getTrainingData().setTrainingHours(v)),
        invalid(
            "trainingData.trainingHours",
            1e6 + 1,
            "0 or 10^-9..10^6",
            (p, v) -> p.getTrainingData().setTrainingHours(v)),
        invalid(
            "workload.requestsPerMonth",
            1_000_000_000_001L,
            "0..10^12",
            (p, v) -> p.getWorkload().setRequestsPerMonth(v)),
        invalid(
            "workload.requestsPerMonth",
            -1L,
            "0..10^12",
            (p, v) -> p.getWorkload().setRequestsPerMonth(v)),
        invalid(
            "workload.promptTokens",
            100_000_001,
            "0..10^8",
            (p, v) -> p.getWorkload().setPromptTokens(v)),
        invalid(
            "workload.removableTokens",
            2001,
            "0..promptTokens (2000)",
            (p, v) -> p.getWorkload().setRemovableTokens(v)),
        invalid(
            "workload.removableTokens",
            -1,
            "0..promptTokens (2000)",
            (p, v) -> p.getWorkload().setRemovableTokens(v)),
        invalid(
            "workload.cachedShare",
            Math.nextUp(1.0),
            "0 or 10^-9..1",
            (p, v) -> p.getWorkload().setCachedShare(v)),
        invalid(
            "workload.cachedShare",
            -Double.MIN_VALUE,
            "0 or 10^-9..1",
            (p, v) -> p.getWorkload().setCachedShare(v)),
        invalid(
            "workload.outputTokens", -1, "0..10^8", (p, v) -> p.getWorkload().setOutputTokens(v)),
        invalid(
            "workload.tunedOutputTokens",
            100_000_001,
            "0..10^8",
            (p, v) -> p.getWorkload().setTunedOutputTokens(v)),
        invalid(
            "trainingData.trainingHours",
            1e-10,
            "0 or 10^-9..10^6",
            (p, v) -> p.getTrainingData().setTrainingHours(v)),
        invalid("stage", Stage.OTHER, Symbols.KNOWN, Proposal::setStage),
        invalid("narrowTask", Answer.OTHER, Symbols.KNOWN, Proposal::setNarrowTask),
        invalid(
            "trainingData.quality",
            Answer.OTHER,
            Symbols.KNOWN,
            (p, v) -> p.getTrainingData().setQuality(v)),
        invalid(
            "liveSince",
            Instant.parse("+10000-01-01T00:00:00Z"),
            "an instant in the years 0000..9999",
            Proposal::setLiveSince),
        invalid(
            "portfolio",
            "*",
            "another name than *, which stands for every",
            Proposal::setPortfolio),
        invalid(
            "workload.requestsPerMonthLow",
            1L,
            "0..requestsPerMonth (0)",
            (p, v) -> p.getWorkload().setRequestsPerMonthLow(v)),
        invalid(
            "workload.requestsPerMonthLow",
            -1L,
            "0..requestsPerMonth (0)",
            (p, v) -> p.getWorkload().setRequestsPerMonthLow(v)),
        invalid(
            "workload.requestsPerMonthHigh",
            1_000_000_000_001L,
            "requestsPerMonth (0)..10^12",
            (p, v) -> p.getWorkload().setRequestsPerMonthHigh(v)),
        invalid(
            "workload.requestsPerMonthHigh",
            -1L,
            "requestsPerMonth (0)..10^12",
            (p, v) -> p.getWorkload().setRequestsPerMonthHigh(v)),
        invalid(
            "workload.cachedShare",
            9e-10,
            "0 or 10^-9..1",
            (p, v) -> p.getWorkload().setCachedShare(v)),
        invalid(
            "workload.cacheWriteShare",
            1.5,
            "0 or 10^-9..1",
            (p, v) -> p.getWorkload().setCacheWriteShare(v)),
        invalid(
            "workload.keptCachedShare",
            -0.5,
            "0 or 10^-9..1",
            (p, v) -> p.getWorkload().setKeptCachedShare(v)),
        invalid(
            "workload.batchShare",
            Double.NaN,
            "0 or 10^-9..1",
            (p, v) -> p.getWorkload().setBatchShare(v)),
        invalid(
            "workload.fewShotTokens",
            100_000_001,
            "0..10^8",
            (p, v) -> p.getWorkload().setFewShotTokens(v)),
        invalid("retrieval.tokens", -1, "0..10^8", (p, v) -> p.getRetrieval().setTokens(v)),
        invalid(
            "retrieval.perRequest",
            1e-10,
            "0 or 10^-9..10^12",
            (p, v) -> p.getRetrieval().setPerRequest(v)),
        invalid(
            "retrieval.perMonth",
            -1.0,
            "0 or 10^-9..10^12",
            (p, v) -> p.getRetrieval().setPerMonth(v)),
        invalid(
            "retrieval.upfront",
            1e13,
            "0 or 10^-9..10^12",
            (p, v) -> p.getRetrieval().setUpfront(v)),
        invalid("costs.trainingRuns", 0, "1..100", (p, v) -> p.getCosts().setTrainingRuns(v)),
        invalid("costs.trainingRuns", 101, "1..100", (p, v) -> p.getCosts().setTrainingRuns(v)),
        invalid("costs.overrun", 10.1, "0 or 10^-9..10", (p, v) -> p.getCosts().setOverrun(v)),
        invalid(
            "costs.perExample",
            1e6 + 1,
            "0 or 10^-9..10^6",
            (p, v) -> p.getCosts().setPerExample(v)),
        invalid("baselineModel", "gpt-4o", model, Proposal::setBaselineModel),
        invalid("baselineModel", "", model, Proposal::setBaselineModel),
        invalid(
            "costs.dataPreparation",
            -0.01,
            "0 or 10^-9..10^12",
            (p, v) -> p.getCosts().setDataPreparation(v)),
        invalid(
            "costs.engineering",
            Double.POSITIVE_INFINITY,
            "0 or 10^-9..10^12",
            (p, v) -> p.getCosts().setEngineering(v)),
        invalid(
            "costs.evaluation",
            1_000_000_000_000.1,
            "0 or 10^-9..10^12",
            (p, v) -> p.getCosts().setEvaluation(v)),
        invalid(
            "costs.retrainEveryMonths",
            0.0,
            "0.01..1200",
            (p, v) -> p.getCosts().setRetrainEveryMonths(v)),
        invalid(
            "costs.retrainEveryMonths",
            1200.1,
            "0.01..1200",
            (p, v) -> p.getCosts().setRetrainEveryMonths(v)));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource
  void outOfBounds(String field, Object value, String bound, BiConsumer<Proposal, Object> change) {
    change.accept(proposal, value);

    assertThat(bounds.violations(proposal))
        .containsExactly(new Violation(field, value.toString(), bound));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "gpt",
        "/gpt",
        "openai/",
        "/",
        "OpenAI/gpt",
        "openAI/gpt",
        "É/x",
        "ǅ/x",
        "𐐀/x",
        "open ai/gpt",
        "openai/gpt 4",
        "openai/gpt\u00a0",
        "openai/\u0085gpt",
        "openai/gpt\n",
        "a\u3000/x",
        "a/\ud83d"
      })
  void shouldRefuseWhatIsNoModelId(String modelId) {
    proposal.setCandidateModels(List.of("openai/gpt-4o", modelId));

    assertThat(bounds.violations(proposal))
        .containsExactly(new Violation("candidateModels[1]", modelId, Texts.MODEL_ID));
  }

  @Test
  void shouldNameEachBadAlternative() {
    proposal.setAlternativeModels(List.of("a/b", "bad", "a/b"));

    assertThat(bounds.violations(proposal))
        .containsExactly(
            new Violation("alternativeModels[1]", "bad", Texts.MODEL_ID),
            new Violation("alternativeModels[2]", "a/b", "listed once"));
  }

  @Test
  void shouldRefuseMoreThan32Alternatives() {
    proposal.setAlternativeModels(models(33));

    assertThat(bounds.violations(proposal))
        .containsExactly(new Violation("alternativeModels", "33 models", "at most 32 models"));
  }

  @Test
  void shouldRefuseTheBaselineAsAnAlternative() {
    proposal.setAlternativeModels(List.of("a/b", "openai/gpt-4o"));

    assertThat(bounds.violations(proposal))
        .containsExactly(
            new Violation(
                "alternativeModels[1]", "openai/gpt-4o", "another than the baselineModel"));
  }

  @Test
  void shouldRefuseALiveProposalWithoutACandidate() {
    proposal.setStage(Stage.LIVE);
    proposal.setCandidateModels(List.of());

    assertThat(bounds.violations(proposal))
        .extracting(Violation::toString)
        .containsExactly(
            "candidateModels: must be given where the stage is LIVE: the first one is in"
                + " production");
  }

  @Test
  void shouldRefuseMoreReadAndWrittenThanThereIs() {
    proposal.getWorkload().setCachedShare(0.9);
    proposal.getWorkload().setCacheWriteShare(0.2);

    assertThat(bounds.violations(proposal))
        .containsExactly(
            new Violation("workload.cacheWriteShare", "0.2", "at most 1 - cachedShare (0.9)"));
  }

  @Test
  void shouldNotJudgeARangeByAVolumeThatCouldNotBeRead() {
    ViolationList violations = new ViolationList();
    violations.add(new Violation("workload.requestsPerMonth", "many", "a number"));
    proposal.getWorkload().setRequestsPerMonthLow(5L);
    proposal.getWorkload().setRequestsPerMonthHigh(5L);
    proposal.getWorkload().setBatchShare(2);

    bounds.addViolations(proposal, violations);

    assertThat(violations.toList())
        .extracting(Violation::field)
        .containsExactly("workload.requestsPerMonth", "workload.batchShare");
  }

  @Test
  void shouldRefuseANeedThatThisVersionDoesNotKnow() {
    proposal.setNeeds(List.of(Need.LOW_LATENCY, Need.OTHER));

    assertThat(bounds.violations(proposal))
        .containsExactly(new Violation("needs[1]", "OTHER", Symbols.KNOWN));
  }

  @Test
  void shouldNameEachRepeatedCandidate() {
    proposal.setCandidateModels(List.of("a/b", "a/c", "a/b", "a/c"));

    assertThat(bounds.violations(proposal))
        .containsExactly(
            new Violation("candidateModels[2]", "a/b", "listed once"),
            new Violation("candidateModels[3]", "a/c", "listed once"));
  }

  @Test
  void shouldRefuseMoreThan32CandidatesAndNameTheBadOnesBesides() {
    List<String> models = new ArrayList<>(models(33));
    models.set(3, "bad");

    proposal.setCandidateModels(models);

    assertThat(bounds.violations(proposal))
        .containsExactly(
            new Violation("candidateModels", "33 models", "at most 32 models"),
            new Violation("candidateModels[3]", "bad", Texts.MODEL_ID));
  }

  @Test
  void shouldNameEachRepeatedNeed() {
    proposal.setNeeds(List.of(Need.LOW_LATENCY, Need.DOMAIN_LANGUAGE, Need.LOW_LATENCY));

    assertThat(bounds.violations(proposal))
        .containsExactly(new Violation("needs[2]", "LOW_LATENCY", "listed once"));
  }

  @Test
  void shouldReportEveryViolationAtOnce() {
    proposal.setProposalId("");
    proposal.setNeeds(List.of(Need.LOW_LATENCY, Need.LOW_LATENCY));
    proposal.getTrainingData().setEpochs(0);
    proposal.getWorkload().setCachedShare(2);
    proposal.setBaselineModel("x");
    proposal.getCosts().setEngineering(-1);

    assertThat(bounds.violations(proposal))
        .extracting(Violation::field)
        .containsExactly(
            "proposalId",
            "trainingData.epochs",
            "needs[1]",
            "workload.cachedShare",
            "baselineModel",
            "costs.engineering");
  }

  @Test
  void shouldJudgeRemovableTokensByPromptTokensThatAreOutOfBoundsThemselves() {
    proposal.getWorkload().setPromptTokens(-5);

    assertThat(bounds.violations(proposal))
        .extracting(Violation::toString)
        .containsExactly(
            "workload.promptTokens = -5: must be 0..10^8",
            "workload.removableTokens = 1500: must be 0..promptTokens (-5)");
  }

  @Test
  void shouldNotJudgeRemovableTokensByPromptTokensThatCouldNotBeRead() {
    ViolationList violations = new ViolationList();
    violations.add(new Violation("workload.promptTokens", "many", "a number"));
    proposal.getWorkload().setPromptTokens(0);

    bounds.addViolations(proposal, violations);

    assertThat(violations.toList())
        .containsExactly(new Violation("workload.promptTokens", "many", "a number"));
  }

  @Test
  void shouldReportWhatIsNullAgainstTheSchema() {
    Proposal empty = new Proposal();
    empty.setNeeds(new ArrayList<>(Arrays.asList(Need.LOW_LATENCY, null)));
    empty.setCandidateModels(new ArrayList<>(Collections.singletonList(null)));

    assertThat(bounds.violations(empty))
        .extracting(Violation::field)
        .containsExactly(
            "proposalId",
            "portfolio",
            "title",
            "stage",
            "promptingSufficient",
            "fewShotTried",
            "structuredOutputTried",
            "ragSufficient",
            "narrowTask",
            "trainingData",
            "needs[1]",
            "workload",
            "alternativeModels",
            "candidateModels[0]",
            "costs");
  }

  private static Arguments valid(String name, Consumer<Proposal> change) {
    return arguments(name, change);
  }

  private static <V> Arguments invalid(
      String field, V value, String bound, BiConsumer<Proposal, V> change) {
    return arguments(field, value, bound, change);
  }

  private static List<String> models(int count) {
    return IntStream.range(0, count).mapToObj(i -> "provider/m-" + i).toList();
  }
}
