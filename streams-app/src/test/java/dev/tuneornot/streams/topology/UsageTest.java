package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Usage;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.schemas.TrustedClasses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What measured usage does. */
class UsageTest {
  static {
    TrustedClasses.install();
  }

  private static final Map<String, ModelPricing> PRICES =
      Map.of(BASELINE, baseline(BASELINE), CANDIDATE, tunable(CANDIDATE, 0.3));

  private final Bench bench = new Bench();

  @BeforeEach
  void sendPrices() {
    PRICES.values().forEach(bench::send);
    bench.settle();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldScoreByWhatWasMeasured() {
    bench.send(worthTuning("p1"));
    Recommendation stated = only(bench.drain());
    Usage measured = usage("p1", 10);

    bench.send(measured);

    Recommendation answer = only(bench.drain());
    assertThat(answer.getTrigger()).isEqualTo(Trigger.USAGE);
    assertThat(answer.getTriggerKey()).isEqualTo("p1");
    assertThat(answer.getUsageSource()).isEqualTo("gateway");
    assertThat(answer.getMonthlySavings()).isLessThan(stated.getMonthlySavings());
    Recommendation offline =
        Evaluator.evaluate(
            worthTuning("p1"), measured, PRICES::get, Policies.builtin(), answer.getEvaluatedAt());
    assertThat(OutcomeDigest.of(answer)).isEqualTo(OutcomeDigest.of(offline));
  }

  @Test
  void shouldKeepWhatWasMeasuredWhenPricesChangeOrTheProposalIsSentAgain() {
    bench.send(worthTuning("p1"));
    bench.send(usage("p1", 10));
    bench.drain();

    bench.send(tunable(CANDIDATE, 0.31));
    Recommendation rescored = only(bench.settle());
    bench.send(worthTuning("p1"));
    Recommendation again = only(bench.drain());

    assertThat(rescored.getUsageSource()).isEqualTo("gateway");
    assertThat(again.getUsageSource()).isEqualTo("gateway");
    assertThat(again.getMonthlySavings()).isEqualTo(rescored.getMonthlySavings());
  }

  @Test
  void shouldSayNothingWithinTheTolerance() {
    bench.send(worthTuning("p1"));
    bench.send(usage("p1", 1_000));
    bench.drain();

    bench.send(usage("p1", 1_050));
    assertThat(bench.drain()).isEmpty();
    // Still against what is in force, so that small steps do not add up unseen.
    bench.send(usage("p1", 1_200));
    assertThat(bench.drain()).hasSize(1);
  }

  @Test
  void shouldTakeWhatWasReceivedLastWhereThePolicyToleratesLess() {
    bench.send(worthTuning("p1"));
    bench.send(usage("p1", 1_000));
    Recommendation inForce = last(bench.drain());
    bench.send(usage("p1", 1_050));
    assertThat(bench.drain()).isEmpty();

    bench.send("*", Policy.newBuilder().setUsageTolerance(0.01).build());

    Recommendation answer = only(bench.settle());
    assertThat(answer.getTrigger()).isEqualTo(Trigger.POLICY);
    assertThat(answer.getWorkload().getRequestsPerMonth())
        .isGreaterThan(inForce.getWorkload().getRequestsPerMonth());
    // From now on that is what others are compared with.
    bench.send(usage("p1", 1_051));
    assertThat(bench.drain()).isEmpty();
    bench.send(usage("p1", 1_000));
    assertThat(bench.drain()).hasSize(1);
  }

  @Test
  void shouldCompareByThePolicyOfTheProposalThatComesAfterItsUsage() {
    Proposal proposal = worthTuning("p1");
    bench.send(proposal.getPortfolio(), Policy.newBuilder().setUsageTolerance(0.01).build());
    bench.send(usage("p1", 1_000));
    // Whose portfolio that is, nobody knows yet; by the builtin policy it is the same.
    bench.send(usage("p1", 1_050));

    bench.send(proposal);

    assertThat(only(bench.drain()).getWorkload().getRequestsPerMonth()).isEqualTo(1_065);
  }

  @Test
  void shouldForgetWhatWasReceivedLastWhereUsageIsDeletedOrGoesBack() {
    bench.send(worthTuning("p1"));
    bench.send(usage("p1", 1_000));
    bench.send(usage("p1", 1_050));
    bench.send(usage("p1", 1_000));
    bench.drain();
    bench.send("*", Policy.newBuilder().setUsageTolerance(0.01).build());
    bench.settle();
    bench.send(worthTuning("p1"));
    assertThat(only(bench.drain()).getWorkload().getRequestsPerMonth()).isEqualTo(1_015);

    bench.send(usage("p1", 1_005));
    bench.deleteUsage("p1");
    bench.drain();
    bench.send(worthTuning("p1"));

    assertThat(only(bench.drain()).getUsageSource()).isNull();
  }

  @Test
  void shouldGoBackToWhatWasStatedWhereUsageIsDeleted() {
    bench.send(worthTuning("p1"));
    Recommendation stated = only(bench.drain());
    bench.send(usage("p1", 10));
    bench.drain();

    bench.deleteUsage("p1");

    Recommendation back = only(bench.drain());
    assertThat(back.getUsageSource()).isNull();
    assertThat(back.getMonthlySavings()).isEqualTo(stated.getMonthlySavings());
    assertThat(back.getTrigger()).isEqualTo(Trigger.USAGE);
  }

  @Test
  void shouldKeepUsageThatComesBeforeItsProposalOrOutlivesIt() {
    bench.send(usage("p1", 10));
    assertThat(bench.drainRecords()).isEmpty();

    bench.send(worthTuning("p1"));
    assertThat(only(bench.drain()).getUsageSource()).isEqualTo("gateway");
    bench.deleteProposal("p1");
    bench.drainRecords();
    bench.send(worthTuning("p1"));
    assertThat(only(bench.drain()).getUsageSource()).isEqualTo("gateway");
  }

  @Test
  void shouldCountWhatWasMeasuredForAProposalThatWaits() {
    bench.gateOpen = false;
    bench.send(worthTuning("p1"));
    bench.send(usage("p1", 10));
    assertThat(bench.settle()).isEmpty();

    bench.gateOpen = true;

    Recommendation answer = only(bench.settle());
    assertThat(answer.getUsageSource()).isEqualTo("gateway");
    assertThat(answer.getTrigger()).isEqualTo(Trigger.PROPOSAL);
  }

  @Test
  void shouldRefuseUsageThatIsOutOfBounds() {
    Usage wrong = usage("p1", 10);
    wrong.setWindowEnd(wrong.getWindowStart());

    bench.send(wrong);

    assertThat(bench.deadLetters()).hasSize(1);
  }

  @Test
  void shouldTellOfEachChangeOfAVerdictAndOfNothingElse() {
    bench.send(worthTuning("p1"));
    assertThat(bench.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.getBefore()).isNull();
              assertThat(change.getAfter().getVerdict()).isEqualTo(Verdict.GO);
              assertThat(change.getAfter().getMonthlySavings()).isPositive();
            });

    bench.send(worthTuning("p1"), new RecordHeaders());
    bench.send(tunable(CANDIDATE, 0.31));
    bench.settle();
    assertThat(bench.changes()).isEmpty();

    bench.send(tunable(CANDIDATE, 300));
    bench.settle();
    assertThat(bench.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.getTrigger()).isEqualTo(Trigger.PRICE);
              assertThat(change.getTriggerKey()).isEqualTo(CANDIDATE);
              assertThat(change.getBefore().getVerdict()).isEqualTo(Verdict.GO);
              assertThat(change.getAfter().getVerdict()).isEqualTo(Verdict.CAUTION);
              assertThat(change.getAfter().getMonthlySavings()).isZero();
            });

    bench.deleteProposal("p1");
    assertThat(bench.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.getBefore().getVerdict()).isEqualTo(Verdict.CAUTION);
              assertThat(change.getAfter()).isNull();
            });
    bench.deleteProposal("p1");
    assertThat(bench.changes()).isEmpty();
  }

  private static Usage usage(String id, long requests) {
    Instant end = Bench.START.minus(Duration.ofDays(1));
    return Usage.newBuilder()
        .setProposalId(id)
        .setWindowStart(end.minus(Duration.ofDays(30)))
        .setWindowEnd(end)
        .setRequests(requests)
        .setInputTokens(requests * 2_000)
        .setOutputTokens(requests * 200)
        .setTuned(false)
        .setSource("gateway")
        .build();
  }

  private static Recommendation only(List<Recommendation> recommendations) {
    assertThat(recommendations).hasSize(1);
    return recommendations.get(0);
  }

  private static Recommendation last(List<Recommendation> recommendations) {
    return recommendations.get(recommendations.size() - 1);
  }
}
