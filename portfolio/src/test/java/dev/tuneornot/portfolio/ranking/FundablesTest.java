package dev.tuneornot.portfolio.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.Costs;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TrainingData;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request on the baseline costs 1 cent, and 0 tuned; 100,000 of them save 1,000 a month. */
class FundablesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final String PLAIN = "openai/plain";
  private static final String HOSTED = "azure/hosted";

  static {
    TrustedClasses.install();
  }

  @Test
  void shouldTakeWhatIsRecommended() {
    Fundable fundable = of(proposal(100_000, PLAIN), prices(0)).orElseThrow();

    assertThat(fundable.verdict()).isEqualTo(Verdict.GO);
    assertThat(fundable.ways()).hasSize(1);
    assertThat(fundable.ways().get(0).base()).isNull();
    assertThat(fundable.ways().get(0).upfrontCost()).isEqualByComparingTo("500");
    assertThat(fundable.ways().get(0).gain()).isEqualByComparingTo("11500");
  }

  @Test
  void shouldTakeWhatOnlyTheHostingKeepsFromGo() {
    ReferenceData prices = prices(2);
    Proposal proposal = proposal(100_000, HOSTED);
    Recommendation now = prices.evaluate(proposal, NOW);

    Fundable fundable = of(proposal, prices).orElseThrow();

    assertThat(now.getVerdict()).isEqualTo(Verdict.NO_GO);
    assertThat(fundable.verdict()).isEqualTo(Verdict.NO_GO);
    Way way = fundable.ways().get(0);
    assertThat(way.base().modelId()).isEqualTo(HOSTED);
    assertThat(way.base().places()).isEqualTo(4);
    assertThat(way.base().hostingPerMonth()).isEqualByComparingTo("1460");
    assertThat(way.hosting()).isEqualByComparingTo("17520");
    assertThat(way.gain()).isEqualByComparingTo("11500");
    assertThat(fundable.alone().doubleValue()).isCloseTo(now.getNetBenefit(), within(1e-6));
  }

  @Test
  void shouldLeaveOutWhatMoreThanTheHostingKeepsFromGo() {
    Proposal small = proposal(100_000, HOSTED);
    small.getTrainingData().setExamples(100);
    Proposal idle = proposal(0, HOSTED);
    Proposal undecided = proposal(100_000, HOSTED);
    undecided.setRagSufficient(Answer.UNKNOWN);

    assertThat(of(small, prices(2))).isEmpty();
    assertThat(of(idle, prices(2))).isEmpty();
    assertThat(of(undecided, prices(2))).isEmpty();
  }

  @Test
  void shouldTakeOtherVerdictsWhereAskedTo() {
    Proposal small = proposal(100_000, HOSTED);
    small.getTrainingData().setExamples(100);

    Optional<Fundable> fundable =
        new Fundables(prices(2), NOW, EnumSet.of(Verdict.CAUTION)).of(small);

    assertThat(fundable.orElseThrow().verdict()).isEqualTo(Verdict.NO_GO);
    assertThat(fundable.orElseThrow().ways()).hasSize(1);
  }

  @Test
  void shouldTakeAHostedCandidateBesideTheBestOneWhereItIsBetterShared() {
    // Hosted requests cost nothing tuned, those of the other one half of what is saved.
    Fundable fundable = of(proposal(100_000, PLAIN + "-dear", HOSTED), prices(1)).orElseThrow();

    assertThat(fundable.ways()).extracting(Way::modelId).containsExactly(PLAIN + "-dear", HOSTED);
    assertThat(fundable.bestAlone().modelId()).isEqualTo(PLAIN + "-dear");
  }

  @Test
  void shouldTakeNoHostedCandidateThatIsNotTheBestEvenForNothing() {
    Fundable fundable = of(proposal(100_000, PLAIN, HOSTED), prices(1)).orElseThrow();

    assertThat(fundable.ways()).extracting(Way::modelId).containsExactly(PLAIN);
  }

  @Test
  void shouldTakeTheDiscountOffTheHosting() {
    Policy policy = Policy.newBuilder().setDiscounts(Map.of("azure", 0.5)).build();

    Fundable fundable =
        new Fundables(
                new ReferenceData(prices(2).prices(), Map.of("team", policy), Map.of()),
                NOW,
                Set.of())
            .of(proposal(100_000, HOSTED))
            .orElseThrow();

    assertThat(fundable.ways().get(0).base().hostingPerMonth()).isEqualByComparingTo("730");
  }

  @Test
  void shouldFundTogetherWhatNobodyCouldPayAlone() {
    Fundables fundables = new Fundables(prices(2), NOW, Set.of());
    List<Fundable> two =
        Stream.of("a", "b")
            .map(
                id -> {
                  Proposal proposal = proposal(100_000, HOSTED);
                  proposal.setProposalId(id);
                  return fundables.of(proposal).orElseThrow();
                })
            .toList();

    Choice alone = Knapsack.choose(two.subList(0, 1), Some.usd(1000));
    Choice together = Knapsack.choose(two, Some.usd(1000));

    assertThat(alone.funded()).isZero();
    assertThat(together.funded()).isEqualTo(2);
    assertThat(together.benefit()).isEqualByComparingTo("5480");
  }

  private static Optional<Fundable> of(Proposal proposal, ReferenceData prices) {
    return new Fundables(prices, NOW, Set.of()).of(proposal);
  }

  private static Proposal proposal(long requestsPerMonth, String... candidates) {
    return Proposal.newBuilder()
        .setProposalId("p")
        .setPortfolio("team")
        .setPromptingSufficient(Answer.NO)
        .setRagSufficient(Answer.NO)
        .setNarrowTask(Answer.YES)
        .setFewShotTried(Answer.YES)
        .setStructuredOutputTried(Answer.YES)
        .setTrainingData(TrainingData.newBuilder().setExamples(1000).setQuality(Answer.YES).build())
        .setWorkload(
            Workload.newBuilder()
                .setRequestsPerMonth(requestsPerMonth)
                .setPromptTokens(10_000)
                .build())
        .setCosts(Costs.newBuilder().setEngineering(500).build())
        .setBaselineModel("openai/base")
        .setCandidateModels(List.of(candidates))
        .build();
  }

  private static ReferenceData prices(double hostingPerHour) {
    Map<String, ModelPricing> prices =
        Stream.of(
                pricing("openai/base", 1, null),
                pricing(PLAIN, 1, tuning(0, 0)),
                pricing(PLAIN + "-dear", 1, tuning(0.5, 0)),
                pricing(HOSTED, 1, tuning(0, hostingPerHour)))
            .collect(Collectors.toMap(ModelPricing::getModelId, Function.identity()));
    return new ReferenceData(prices, Map.of());
  }

  private static Tuning tuning(double inputPerMTok, double hostingPerHour) {
    return Tuning.newBuilder()
        .setTrainingPerMTok(0.0)
        .setInputPerMTok(inputPerMTok)
        .setOutputPerMTok(0.0)
        .setHostingPerHour(hostingPerHour)
        .setAdaptersPerDeployment(4)
        .build();
  }

  private static ModelPricing pricing(String modelId, double inputPerMTok, Tuning tuning) {
    return ModelPricing.newBuilder()
        .setModelId(modelId)
        .setConfidence(Confidence.OFFICIAL)
        .setPeriods(
            List.of(
                PricePeriod.newBuilder()
                    .setEffectiveFrom(Instant.EPOCH)
                    .setInputPerMTok(inputPerMTok)
                    .setOutputPerMTok(0.0)
                    .setTuning(tuning)
                    .build()))
        .build();
  }
}
