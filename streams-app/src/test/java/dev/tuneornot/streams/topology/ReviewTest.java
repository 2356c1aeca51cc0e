package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.period;
import static dev.tuneornot.streams.topology.Samples.pricing;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.FindingId;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices that are held until a person has looked at them (docs/rules.md section 11). */
class ReviewTest {
  private final Bench bench = new Bench(Integer.MAX_VALUE, Bench.REVIEWING);

  @BeforeEach
  void sendWhatIsInForce() {
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.send(worthTuning("p1"));
    bench.settle();
    bench.impacts();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static ModelPricing unitError() {
    return pricing(BASELINE, period(0.0000025, 0.00001, null));
  }

  private static ModelPricing twelveTimes() {
    return pricing(BASELINE, period(30, 120, null));
  }

  private static ModelPricing observed(ModelPricing price, Duration ago, Confidence confidence) {
    price.setObservedAt(Bench.START.minus(ago));
    price.setConfidence(confidence);
    return price;
  }

  private Verdict verdict() {
    bench.send(worthTuning("p1"));
    List<Recommendation> answers = bench.settle();
    return answers.get(answers.size() - 1).getVerdict();
  }

  private double baselineCost() {
    bench.send(worthTuning("p1"));
    List<Recommendation> answers = bench.settle();
    return answers.get(answers.size() - 1).getOptions().get(0).getCostPerRequest();
  }

  private PriceReview onlyReview() {
    List<PriceReview> reviews = bench.reviews();
    assertThat(reviews).hasSize(1).doesNotContainNull();
    return reviews.get(0);
  }

  @Test
  void shouldHoldAUnitErrorSoThatNoVerdictMoves() {
    Instant sent = bench.now();
    bench.send(unitError());

    assertThat(bench.settle()).isEmpty();
    assertThat(bench.impacts()).isEmpty();
    PriceReview review = onlyReview();
    assertThat(review.getModelId()).isEqualTo(BASELINE);
    assertThat(review.getHeld()).isEqualTo(unitError());
    assertThat(review.getInForce()).isEqualTo(baseline(BASELINE));
    assertThat(review.getOffset()).isEqualTo(2);
    assertThat(review.getHeldAt()).isEqualTo(sent);
    assertThat(review.getFindings())
        .containsExactly(
            new PriceFinding(FindingId.JUMP, "inputPerMTok", "2.5", "0.0000025", "10"),
            new PriceFinding(FindingId.JUMP, "outputPerMTok", "10", "0.00001", "10"));
    assertThat(verdict()).isEqualTo(Verdict.GO);
    assertThat(bench.meters.heldPrices()).isEqualTo(1);
    assertThat(bench.meters.pricesHeld()).isEqualTo(1);
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void shouldReleaseALegitimateJumpByTheSamePriceConfirmed() {
    double before = baselineCost();
    bench.send(twelveTimes());
    assertThat(baselineCost()).isEqualTo(before);
    assertThat(onlyReview().getFindings()).extracting("id").containsOnly(FindingId.JUMP);

    bench.confirm(twelveTimes());

    assertThat(bench.settle()).extracting("triggerKey").containsExactly(BASELINE);
    assertThat(baselineCost()).isEqualTo(before * 12);
    assertThat(bench.reviews()).containsExactly((PriceReview) null);
    assertThat(bench.impacts())
        .extracting(PriceImpact::getChangeId, PriceImpact::getState)
        .contains(tuple(Bench.priceChange(BASELINE, 3), ImpactState.COMPLETE));
    assertThat(bench.meters.heldPrices()).isZero();
    assertThat(bench.meters.pricesReleased()).isEqualTo(1);
  }

  @Test
  void shouldDoNothingWhereAReviewIsReleasedTwice() {
    bench.send(twelveTimes());
    bench.confirm(twelveTimes());
    bench.settle();
    bench.reviews();

    bench.confirm(twelveTimes());

    assertThat(bench.settle()).isEmpty();
    assertThat(bench.reviews()).isEmpty();
    assertThat(bench.meters.pricesReleased()).isEqualTo(1);
    assertThat(bench.putBack()).isEmpty();
  }

  @Test
  void shouldHoldAgainWhatIsReleasedAfterANewerPrice() {
    bench.send(twelveTimes());
    ModelPricing newer = pricing(BASELINE, period(2.6, 10, null));
    bench.send(newer);
    bench.settle();
    assertThat(bench.reviews()).hasSize(2).last().isNull();
    double cost = baselineCost();

    bench.confirm(twelveTimes());

    assertThat(baselineCost()).isEqualTo(cost);
    PriceReview review = onlyReview();
    assertThat(review.getInForce()).isEqualTo(newer);
    bench.confirm(twelveTimes());
    assertThat(baselineCost()).isGreaterThan(cost);
  }

  @Test
  void shouldHoldTheLaterOfTwoAndReleaseNoOther() {
    ModelPricing other = pricing(BASELINE, period(50, 200, null));
    bench.send(twelveTimes());
    bench.send(other);
    assertThat(bench.reviews()).extracting(PriceReview::getOffset).containsExactly(2L, 3L);
    assertThat(bench.meters.heldPrices()).isEqualTo(1);

    bench.confirm(twelveTimes());

    // It is the one that is held now, and has been confirmed for another state of things.
    PriceReview review = onlyReview();
    assertThat(review.getHeld()).isEqualTo(twelveTimes());
    assertThat(review.getOffset()).isEqualTo(4);
    assertThat(bench.settle()).isEmpty();
  }

  @Test
  void shouldKeepTheReviewWhereTheSameIsSentAgainUnconfirmed() {
    bench.send(twelveTimes());
    bench.send(twelveTimes());

    assertThat(bench.reviews()).extracting(PriceReview::getOffset).containsExactly(2L);
    assertThat(bench.meters.pricesHeld()).isEqualTo(1);
  }

  @Test
  void shouldTakeOtherValuesOfTheHeaderForNoConfirmation() {
    bench.send(twelveTimes());
    bench.confirm(twelveTimes(), "TRUE");

    assertThat(bench.settle()).isEmpty();
    assertThat(bench.meters.heldPrices()).isEqualTo(1);
  }

  @Test
  void shouldEndTheReviewWhereThePriceInForceIsSentAgain() {
    bench.send(twelveTimes());
    bench.send(baseline(BASELINE));

    assertThat(bench.reviews()).hasSize(2).last().isNull();
    assertThat(bench.settle()).isEmpty();
    assertThat(bench.meters.heldPrices()).isZero();
  }

  @Test
  void shouldRejectByADeletionAndPutBackWhatIsInForce() {
    bench.send(twelveTimes());
    bench.reviews();

    bench.reject(BASELINE, null);

    assertThat(bench.reviews()).containsExactly((PriceReview) null);
    assertThat(bench.putBack()).containsExactly(baseline(BASELINE));
    assertThat(bench.settle()).isEmpty();
    assertThat(bench.meters.pricesRejected()).isEqualTo(1);
    assertThat(bench.meters.heldPrices()).isZero();
    // It comes round, and is nothing new.
    assertThat(bench.reviews()).isEmpty();
    assertThat(bench.putBack()).isEmpty();
  }

  @Test
  void shouldHoldWhatWasRejectedAndIsSentAgain() {
    bench.send(twelveTimes());
    bench.reject(BASELINE, 2L);
    bench.reviews();

    bench.send(twelveTimes());

    assertThat(onlyReview().getInForce()).isEqualTo(baseline(BASELINE));
    assertThat(bench.settle()).isEmpty();
    assertThat(bench.meters.pricesHeld()).isEqualTo(2);
  }

  @Test
  void shouldNotRejectWhatHasTakenThePlaceOfWhatIsMeant() {
    bench.send(twelveTimes());
    bench.send(pricing(BASELINE, period(50, 200, null)));
    bench.reviews();

    bench.reject(BASELINE, 2L);

    // The topic has lost the review by the deletion, so it is written anew.
    assertThat(onlyReview().getOffset()).isEqualTo(3);
    assertThat(bench.meters.pricesRejected()).isZero();
    assertThat(bench.putBack()).isEmpty();
  }

  @Test
  void shouldIgnoreARejectionOfNothing() {
    bench.reject(BASELINE, null);
    bench.reject("nobody/knows", 7L);

    assertThat(bench.reviews()).isEmpty();
    assertThat(bench.putBack()).isEmpty();
    assertThat(bench.meters.pricesRejected()).isZero();
  }

  @Test
  void shouldWriteTheTruthOverWhatOthersWriteIntoReviews() {
    bench.send(twelveTimes());
    bench.reviews();

    bench.writeReview(BASELINE, "anything".getBytes(UTF_8));
    bench.writeReview(CANDIDATE, "anything".getBytes(UTF_8));

    List<PriceReview> written = bench.reviews();
    assertThat(written).hasSize(2);
    assertThat(written.get(0).getHeld()).isEqualTo(twelveTimes());
    assertThat(written.get(1)).isNull();
  }

  @Test
  void shouldNeverHoldADeletionAndEndTheReviewByIt() {
    bench.send(twelveTimes());
    bench.reviews();

    bench.sendPricing(BASELINE, null);

    assertThat(bench.reviews()).containsExactly((PriceReview) null);
    assertThat(verdict()).isNotEqualTo(Verdict.GO);
    assertThat(bench.meters.heldPrices()).isZero();
  }

  @Test
  void shouldJudgeByThePriceThatWasInForceBeforeItsDeletion() {
    bench.sendPricing(BASELINE, null);
    bench.send(twelveTimes());

    assertThat(onlyReview().getInForce()).isNull();
    assertThat(verdict()).isNotEqualTo(Verdict.GO);
    bench.send(baseline(BASELINE));
    assertThat(bench.reviews()).containsExactly((PriceReview) null);
    assertThat(verdict()).isEqualTo(Verdict.GO);
    // It is back, so it is what later ones are judged by.
    bench.sendPricing(BASELINE, null);
    bench.send(pricing(BASELINE, period(2.6, 10, null)));
    assertThat(bench.reviews()).isEmpty();
  }

  @Test
  void shouldHoldAFirstPriceThatIsOddInItselfAndDeleteItWhereItIsRejected() {
    ModelPricing dear = pricing("acme/dear", period(250_000, 1_000_000, null));
    bench.send(dear);

    PriceReview review = onlyReview();
    assertThat(review.getInForce()).isNull();
    assertThat(review.getFindings()).extracting("id").containsOnly(FindingId.TOO_DEAR);
    bench.reject("acme/dear", review.getOffset());
    assertThat(bench.putBack()).containsExactly((ModelPricing) null);
    assertThat(bench.settle()).isEmpty();
  }

  @Test
  void shouldTakeAConfirmedPriceOfWhichNothingIsKnown() {
    bench.confirm(pricing("acme/dear", period(250, 1_001, null)));

    assertThat(bench.reviews()).isEmpty();
    assertThat(bench.meters.heldPrices()).isZero();
  }

  @Test
  void shouldHoldAnOlderFileThatIsSentAgain() {
    bench.send(observed(baseline(BASELINE), Duration.ofDays(1), Confidence.OFFICIAL));
    bench.send(
        observed(pricing(BASELINE, period(3, 10, null)), Duration.ofDays(2), Confidence.OFFICIAL));

    assertThat(onlyReview().getFindings())
        .containsExactly(
            new PriceFinding(
                FindingId.OLDER,
                "observedAt",
                "2026-11-21T00:00:00Z",
                "2026-11-20T00:00:00Z",
                "2026-11-21T00:00:00Z"));
  }

  @Test
  void shouldHoldAWeakerSourceForAsLongAsThePolicyOfAllSays() {
    bench.send(observed(baseline(BASELINE), Duration.ofDays(40), Confidence.OFFICIAL));
    ModelPricing weaker =
        observed(pricing(BASELINE, period(3, 10, null)), Duration.ZERO, Confidence.ESTIMATE);
    bench.send(weaker);
    assertThat(onlyReview().getFindings())
        .extracting(PriceFinding::getId)
        .containsExactly(FindingId.WEAKER_SOURCE);

    bench.send("*", Policy.newBuilder().setStalePriceDays(30).build());
    bench.settle();
    bench.send(weaker);

    assertThat(bench.reviews()).containsExactly((PriceReview) null);
    assertThat(bench.meters.heldPrices()).isZero();
  }

  @Test
  void shouldTakeWhatWasPutBackForWhatCountsWhereTheStateIsNew() {
    ModelPricing rejected = pricing("acme/a", period(30, 120, null));
    ModelPricing inForce = pricing("acme/a", period(2.5, 10, null));

    // What a compacted topic may have left: the rejected price, and what was put back.
    bench.send(rejected);
    bench.sendPutBack(inForce, "bench");
    bench.send(rejected);

    assertThat(onlyReview().getInForce()).isEqualTo(inForce);
  }

  @Test
  void shouldJudgeWhatAnotherApplicationHasPutBack() {
    bench.sendPutBack(twelveTimes(), "another");

    assertThat(onlyReview().getHeld()).isEqualTo(twelveTimes());
  }

  @Test
  void shouldLetEverythingInWhereJudgingIsOff() {
    try (Bench off = new Bench()) {
      off.send(baseline(BASELINE));
      off.send(unitError());

      assertThat(off.reviews()).isEmpty();
      assertThat(off.meters.heldPrices()).isZero();
    }
  }
}
