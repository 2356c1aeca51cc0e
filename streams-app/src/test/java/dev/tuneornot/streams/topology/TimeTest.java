package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the mere passing of time does. */
class TimeTest {
  private static final Duration SLICE = Duration.ofMillis(20);
  private static final Duration TEN_DAYS = Duration.ofDays(10);
  private static final long MONTH_MS = 2_629_800_000L;

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldFlipWhenTuningClosesWithAnImpactOfItsOwn() {
    bench.send(baseline(BASELINE));
    ModelPricing closing = tunable(CANDIDATE, 0.3);
    closing.setTuningClosesAt(Bench.START.plus(TEN_DAYS));
    bench.send(closing);
    bench.settle();
    bench.send(worthTuning("p1"));
    Recommendation open = last();
    assertThat(open.getWarnings()).containsExactly(Warning.TUNING_CLOSES_SOON);
    assertThat(open.getValidUntil()).isEqualTo(Bench.START.plus(TEN_DAYS));

    bench.impacts();
    advanceTo(Bench.START.plus(TEN_DAYS).minusMillis(1));
    assertThat(bench.drain()).isEmpty();
    bench.advance(Duration.ofMillis(1));

    Recommendation closed = last();
    assertThat(closed.getVerdict()).isEqualTo(Verdict.NO_GO);
    assertThat(closed.getPreviousVerdict()).isEqualTo(Verdict.CAUTION);
    assertThat(closed.getTrigger()).isEqualTo(Trigger.PRICE);
    assertThat(closed.getTriggerKey()).isEqualTo(CANDIDATE);
    assertThat(closed.getEvaluatedAt()).isEqualTo(open.getValidUntil());
    bench.settle();
    assertThat(bench.impacts())
        .last()
        .satisfies(
            impact -> {
              assertThat(impact.getChangeId())
                  .isEqualTo(Bench.priceChange(CANDIDATE, 1) + "/" + open.getValidUntil());
              assertThat(impact.getState()).isEqualTo(ImpactState.COMPLETE);
              assertThat(impact.getTransitions())
                  .extracting("from", "to", "proposals")
                  .containsExactly(tuple(Verdict.CAUTION, Verdict.NO_GO, 1L));
            });
  }

  @Test
  void shouldFlipWhenTheModelRetiresTooSoonToPayBack() {
    bench.send(baseline(BASELINE));
    ModelPricing retiring = tunable(CANDIDATE, 0.3);
    retiring.setRetiresAt(Bench.START.plus(Duration.ofDays(200)));
    bench.send(retiring);
    bench.settle();
    Proposal proposal = worthTuning("p1");
    proposal.getCosts().setEngineering(3_000);
    bench.send(proposal);
    Recommendation paying = last();
    assertThat(paying.getBestStatus().name()).isEqualTo("PAYS_BACK");

    advanceTo(paying.getValidUntil().plusMillis(1));

    assertThat(last().getBestStatus().name()).isEqualTo("RETIRES_FIRST");
  }

  @Test
  void shouldBringAnAnnouncedPriceIntoForceWithAnImpactOfItsOwn() {
    Instant from = Bench.START.plus(TEN_DAYS);
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3, 300, from));
    bench.send(worthTuning("p1"));
    bench.send(worthTuning("p2"));
    bench.settle();
    bench.impacts();

    advanceTo(from.minusMillis(1));
    assertThat(bench.drain()).isEmpty();
    bench.advance(Duration.ofMillis(1));
    bench.advance(SLICE);

    List<Recommendation> rescored = bench.settle();
    assertThat(rescored).extracting("proposalId").containsExactlyInAnyOrder("p1", "p2");
    assertThat(rescored)
        .allSatisfy(
            each -> {
              assertThat(each.getBestStatus().name()).isEqualTo("NEVER");
              assertThat(each.getTrigger()).isEqualTo(Trigger.PRICE);
              assertThat(each.getTriggerKey()).isEqualTo(CANDIDATE);
            });
    PriceImpact impact = bench.impacts().stream().reduce((first, second) -> second).orElseThrow();
    assertThat(impact.getChangeId()).isEqualTo(Bench.priceChange(CANDIDATE, 1) + "/" + from);
    assertThat(impact.getState()).isEqualTo(ImpactState.COMPLETE);
    assertThat(impact.getRescored()).isEqualTo(2);
  }

  @Test
  void shouldSayUntilWhenItHoldsOnceAPriceIsAnnounced() {
    Instant from = Bench.START.plus(TEN_DAYS);
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.send(worthTuning("p1"));
    bench.settle();

    bench.send(tunable(CANDIDATE, 0.3, 300, from));

    assertThat(bench.settle())
        .singleElement()
        .satisfies(each -> assertThat(each.getValidUntil()).isEqualTo(from));
  }

  @Test
  void shouldForgetAnAnnouncedPriceThatIsWithdrawn() {
    Instant from = Bench.START.plus(TEN_DAYS);
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3, 300, from));
    bench.send(worthTuning("p1"));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.settle();

    advanceTo(from.plus(TEN_DAYS));

    assertThat(bench.settle()).isEmpty();
  }

  @Test
  void shouldStillFlipWhereAPriceAnnouncedForTheSameInstantIsWithdrawn() {
    Instant both = Bench.START.plus(TEN_DAYS);
    bench.send(baseline(BASELINE));
    ModelPricing announced = tunable(CANDIDATE, 0.3, 0.2, both);
    announced.setTuningClosesAt(both);
    bench.send(announced);
    bench.send(worthTuning("p1"));
    ModelPricing withdrawn = tunable(CANDIDATE, 0.3);
    withdrawn.setTuningClosesAt(both);
    bench.send(withdrawn);
    bench.settle();

    advanceTo(both.plusMillis(1));

    assertThat(last().getVerdict()).isEqualTo(Verdict.NO_GO);
  }

  @Test
  void shouldNotLookAgainAtADeletedProposal() {
    bench.send(baseline(BASELINE));
    ModelPricing closing = tunable(CANDIDATE, 0.3);
    closing.setTuningClosesAt(Bench.START.plus(TEN_DAYS));
    bench.send(closing);
    bench.send(worthTuning("p1"));
    bench.deleteProposal("p1");
    bench.settle();

    advanceTo(Bench.START.plus(TEN_DAYS).plusMillis(1));

    assertThat(bench.drainRecords()).isEmpty();
  }

  /** Both lose a cent a month and cost so much that doubles do not tell when they part. */
  @Test
  void shouldLookAgainOnceAMinuteAtWhatHoldsForAMillisecondOnly() {
    ModelPricing first = losingACent("acme/first");
    ModelPricing second = losingACent("acme/second");
    second.setRetiresAt(Bench.START.plusMillis(12 * MONTH_MS));
    bench.send(baseline(BASELINE));
    bench.send(first);
    bench.send(second);
    bench.settle();
    Proposal proposal =
        worthTuning("p1", "default", BASELINE, List.of("acme/first", "acme/second"));
    proposal.getWorkload().setRequestsPerMonth(0);
    proposal.getCosts().setEngineering(1e12);
    bench.send(proposal);
    Recommendation answer = last();
    assertThat(answer.getValidUntil()).isEqualTo(answer.getEvaluatedAt().plusMillis(1));

    for (int slice = 0; slice < 2_900; slice++) {
      bench.advance(SLICE);
    }
    assertThat(bench.drain()).isEmpty();
    for (int slice = 0; slice < 150; slice++) {
      bench.advance(SLICE);
    }

    assertThat(bench.drain())
        .singleElement()
        .satisfies(again -> assertThat(again.getTrigger()).isEqualTo(Trigger.TIME));
  }

  private static ModelPricing losingACent(String modelId) {
    ModelPricing pricing = tunable(modelId, 0.3);
    pricing.getPeriods().get(0).getTuning().setStoragePerMonth(0.01);
    return pricing;
  }

  private void advanceTo(Instant instant) {
    bench.advanceTo(instant);
  }

  private Recommendation last() {
    List<Recommendation> recommendations = bench.drain();
    assertThat(recommendations).isNotEmpty();
    return recommendations.get(recommendations.size() - 1);
  }
}
