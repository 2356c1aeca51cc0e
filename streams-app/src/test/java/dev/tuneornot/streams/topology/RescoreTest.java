package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.policy;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a change of a price or a policy does to the proposals that depend on it. */
class RescoreTest {
  private static final double CHEAP = 0.3;
  private static final double DEAR = 300;

  private Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private void sliced(int rows) {
    bench.close();
    bench = new Bench(rows);
  }

  private void sendPrices() {
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, CHEAP));
  }

  @Test
  void shouldAnswerAProposalWithThePricesKnownBefore() {
    sendPrices();

    bench.send(worthTuning("p1"));

    Recommendation answer = only(bench.drain());
    assertThat(answer.getVerdict()).isEqualTo(Verdict.GO);
    assertThat(answer.getTrigger()).isEqualTo(Trigger.PROPOSAL);
    assertThat(answer.getTriggerKey()).isEqualTo("p1");
    assertThat(answer.getPreviousVerdict()).isNull();
    assertThat(answer.getEvaluatedAt()).isEqualTo(Bench.START);
  }

  @Test
  void shouldRescoreAProposalWhenItsPricesCome() {
    bench.send(worthTuning("p1"));
    assertThat(only(bench.drain()).getVerdict()).isEqualTo(Verdict.PENDING_PRICE);

    sendPrices();

    Recommendation last = Bench.lastById(bench.settle()).get("p1");
    assertThat(last.getVerdict()).isEqualTo(Verdict.GO);
    assertThat(last.getPreviousVerdict()).isEqualTo(Verdict.PENDING_PRICE);
    assertThat(last.getTrigger()).isEqualTo(Trigger.PRICE);
    assertThat(last.getTriggerKey()).isEqualTo(CANDIDATE);
  }

  @Test
  void shouldFollowAPriceUpAndDownAgain() {
    sendPrices();
    bench.send(worthTuning("p1"));
    bench.settle();

    bench.send(tunable(CANDIDATE, DEAR));
    Recommendation dear = only(bench.settle());
    bench.send(tunable(CANDIDATE, CHEAP));
    Recommendation cheap = only(bench.settle());

    assertThat(dear.getBestStatus().name()).isEqualTo("NEVER");
    assertThat(dear.getPreviousVerdict()).isEqualTo(Verdict.GO);
    assertThat(dear.getVerdictSince()).isEqualTo(dear.getEvaluatedAt());
    assertThat(cheap.getVerdict()).isEqualTo(Verdict.GO);
    assertThat(cheap.getPreviousVerdict()).isEqualTo(dear.getVerdict());
  }

  @Test
  void shouldWithdrawEconomicsWhenAPriceIsDeletedAndBringThemBack() {
    sendPrices();
    bench.send(worthTuning("p1"));
    bench.settle();

    bench.sendPricing(CANDIDATE, null);
    Recommendation without = only(bench.settle());
    bench.send(tunable(CANDIDATE, CHEAP));
    Recommendation back = only(bench.settle());

    assertThat(without.getVerdict()).isEqualTo(Verdict.PENDING_PRICE);
    assertThat(without.getBestModel()).isNull();
    assertThat(back.getVerdict()).isEqualTo(Verdict.GO);
  }

  @Test
  void shouldRescoreThoseThatHaveTheModelOnlyAsBaseline() {
    sendPrices();
    bench.send(worthTuning("p1"));
    bench.settle();

    bench.send(Samples.pricing(BASELINE, Samples.period(0.0001, 0.0001, null)));

    Recommendation rescored = only(bench.settle());
    assertThat(rescored.getTriggerKey()).isEqualTo(BASELINE);
    assertThat(rescored.getBestStatus().name()).isEqualTo("NEVER");
  }

  @Test
  void shouldSayNothingWhenAnEqualPriceIsSentAgain() {
    sendPrices();
    bench.send(worthTuning("p1"));
    bench.settle();

    bench.send(tunable(CANDIDATE, CHEAP));

    assertThat(bench.settle()).isEmpty();
  }

  @Test
  void shouldSayNothingWhenAPriceChangeLeavesTheOutcomeAsItWas() {
    sendPrices();
    bench.send(worthTuning("p1"));
    bench.settle();

    bench.send(withSource(tunable(CANDIDATE, CHEAP), "another page"));

    assertThat(bench.settle()).isEmpty();
  }

  @Test
  void shouldFollowTheListOfCandidates() {
    sendPrices();
    bench.send(tunable("google/flash", CHEAP));
    bench.send(worthTuning("p1"));
    bench.settle();

    bench.send(worthTuning("p1", "default", BASELINE, List.of("google/flash")));
    bench.settle();
    bench.send(tunable(CANDIDATE, DEAR));
    List<Recommendation> afterOld = bench.settle();
    bench.send(tunable("google/flash", DEAR));
    List<Recommendation> afterNew = bench.settle();

    assertThat(afterOld).isEmpty();
    assertThat(only(afterNew).getTriggerKey()).isEqualTo("google/flash");
  }

  @Test
  void shouldTellAModelFromOneWhoseIdItBeginsWith() {
    bench.send(baseline(BASELINE));
    bench.send(tunable("openai/gpt-4o-mini", CHEAP));
    bench.send(tunable("openai/gpt-4o-mini-2", CHEAP));
    bench.send(worthTuning("short", "default", BASELINE, List.of("openai/gpt-4o-mini")));
    bench.send(worthTuning("long", "default", BASELINE, List.of("openai/gpt-4o-mini-2")));
    bench.settle();

    bench.send(tunable("openai/gpt-4o-mini", DEAR));

    assertThat(only(bench.settle()).getProposalId()).isEqualTo("short");
  }

  @Test
  void shouldApplyThePolicyOfThePortfolioBeforeThatOfAll() {
    sendPrices();
    bench.send(worthTuning("mine", "legal", BASELINE, List.of(CANDIDATE)));
    bench.send(worthTuning("other", "sales", BASELINE, List.of(CANDIDATE)));
    bench.settle();

    bench.send("legal", policy("own", 2000));
    Recommendation own = only(bench.settle());
    bench.send("*", policy("all", 3000));
    Recommendation all = only(bench.settle());
    bench.deletePolicy("legal");
    Recommendation fallen = only(bench.settle());
    bench.deletePolicy("*");
    Map<String, Recommendation> builtin = Bench.lastById(bench.settle());

    assertThat(own.getProposalId()).isEqualTo("mine");
    assertThat(own.getDecision()).isEqualTo(Decision.COLLECT_DATA);
    assertThat(own.getTrigger()).isEqualTo(Trigger.POLICY);
    assertThat(own.getTriggerKey()).isEqualTo("legal");
    assertThat(all.getProposalId()).isEqualTo("other");
    assertThat(all.getTriggerKey()).isEqualTo("*");
    assertThat(fallen.getProposalId()).isEqualTo("mine");
    assertThat(fallen.getPolicyVersion()).isEqualTo("all");
    assertThat(builtin).containsOnlyKeys("mine", "other");
    assertThat(builtin.get("mine").getPolicyVersion()).isEqualTo("builtin");
  }

  @Test
  void shouldWorkOffAPassInSlicesInTheOrderOfTheKeys() {
    sliced(1);
    sendPrices();
    sendProposals(5);
    bench.settle();
    bench.send(tunable(CANDIDATE, DEAR));

    List<String> visited = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      bench.slice();
      visited.add(only(bench.drain()).getProposalId());
    }

    assertThat(visited)
        .as("in order, from where the last sweep ended")
        .containsExactly("p0", "p1", "p2", "p3", "p4");
    assertThat(bench.settle()).isEmpty();
  }

  @Test
  void shouldEndOnTheLastPriceWhenItChangesInMidPass() {
    sliced(1);
    sendPrices();
    sendProposals(6);
    bench.settle();

    bench.send(tunable(CANDIDATE, DEAR));
    bench.slice();
    bench.slice();
    bench.send(tunable(CANDIDATE, 0.6));

    Map<String, Recommendation> last = Bench.lastById(bench.settle());
    assertThat(last).hasSize(6);
    assertThat(last.values())
        .allSatisfy(
            each -> assertThat(each.getMonthlySavings()).isEqualTo(savingsAtTunedInput(0.6)));
  }

  @Test
  void shouldNotStarveAChangeByAHundredOfAnother() {
    sliced(2);
    sendPrices();
    bench.send(tunable("google/flash", CHEAP));
    sendProposals(10);
    bench.send(worthTuning("q", "default", BASELINE, List.of("google/flash")));
    bench.settle();

    bench.send(tunable("google/flash", DEAR));
    List<Recommendation> seen = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      bench.send(tunable(CANDIDATE, CHEAP + i * 0.001));
      bench.slice();
      seen.addAll(bench.drain());
    }
    assertThat(seen).anyMatch(each -> each.getProposalId().equals("q"));

    Map<String, Recommendation> last = Bench.lastById(bench.settle());
    assertThat(last.values())
        .allSatisfy(
            each ->
                assertThat(each.getMonthlySavings()).isEqualTo(savingsAtTunedInput(CHEAP + 0.1)));
  }

  @Test
  void shouldAnswerAProposalChangedInMidPassWithTheNewPriceAndNotRepeatIt() {
    sliced(1);
    sendPrices();
    sendProposals(4);
    bench.settle();

    bench.send(tunable(CANDIDATE, DEAR));
    bench.slice();
    bench.drain();
    bench.send(worthTuning("p3"));
    Recommendation answer = only(bench.drain());
    List<Recommendation> rest = bench.settle();

    assertThat(answer.getBestStatus().name()).isEqualTo("NEVER");
    assertThat(answer.getTrigger()).isEqualTo(Trigger.PROPOSAL);
    assertThat(rest).extracting(Recommendation::getProposalId).doesNotContain("p3");
  }

  @Test
  void shouldNotBringBackAProposalDeletedInMidPass() {
    sliced(1);
    sendPrices();
    sendProposals(4);
    bench.settle();

    bench.send(tunable(CANDIDATE, DEAR));
    bench.slice();
    bench.drain();
    bench.deleteProposal("p3");

    assertThat(bench.drainRecords())
        .singleElement()
        .satisfies(
            tombstone -> {
              assertThat(tombstone.key()).isEqualTo("p3");
              assertThat(tombstone.value()).isNull();
            });
    assertThat(bench.settle()).extracting(Recommendation::getProposalId).doesNotContain("p3");
  }

  /** Each slice has a cost of its own, which must not grow with what it does not visit. */
  @Test
  void shouldVisitARowASliceWithThousandsOfPortfolios() {
    sliced(1);
    for (int i = 0; i < 3_000; i++) {
      bench.send(Samples.undecided("p" + i, "portfolio " + i));
    }
    bench.settle();
    long before = bench.meters.rescores();

    bench.command("rescore");
    for (int i = 0; i < 100; i++) {
      bench.slice();
    }
    long ofRules = bench.meters.rescores() - before;
    bench.send("*", policy("all", 3000));
    for (int i = 0; i < 100; i++) {
      bench.slice();
    }

    assertThat(ofRules).isBetween(99L, 100L);
    assertThat(bench.meters.rescores() - before - ofRules).isEqualTo(100);
  }

  private void sendProposals(int number) {
    for (int i = 0; i < number; i++) {
      bench.send(worthTuning("p" + i));
    }
  }

  private static double savingsAtTunedInput(double tunedInputPerMTok) {
    double baselineCost = (2000 * 2.5 + 200 * 10.0) / 1e6;
    double tunedCost = (500 * tunedInputPerMTok + 200 * 1.2) / 1e6;
    return 100_000 * (baselineCost - tunedCost);
  }

  private static dev.tuneornot.model.ModelPricing withSource(
      dev.tuneornot.model.ModelPricing pricing, String source) {
    pricing.setSource(source);
    return pricing;
  }

  private static Recommendation only(List<Recommendation> recommendations) {
    assertThat(recommendations).hasSize(1);
    return recommendations.get(0);
  }
}
