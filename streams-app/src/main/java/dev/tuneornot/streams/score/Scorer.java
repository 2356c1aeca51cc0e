package dev.tuneornot.streams.score;

import dev.tuneornot.confluent.EncodedRecord;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.reference.ReferenceBook;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Evaluates proposals, continues the history of their verdicts, and emits what is new. */
final class Scorer {

  /** Where recommendations and their deletions go. */
  @FunctionalInterface
  interface Sink {
    void forward(Record<byte[], Object> recommendation);
  }

  /** Learns of every outcome that takes the place of another. */
  @FunctionalInterface
  interface Listener {
    /**
     * @param proposal null where it was deleted, like {@code after}
     */
    void replaced(
        Bytes id, @Nullable Proposal proposal, @Nullable Outcome before, @Nullable Outcome after);
  }

  /** The outcomes before and after a score, and whether a recommendation was emitted for it. */
  record Scored(@Nullable Outcome before, Outcome after, boolean emitted) {

    /** Whether the outcome after is another to remember. */
    boolean isToKeep() {
      return emitted || before == null || before.validUntil() != after.validUntil();
    }
  }

  private final ReferenceBook reference;
  private final Sink sink;
  private final Listener listener;
  private final Runnable evaluated;
  private final LongSupplier clock;
  private final RecommendationEncoding encoding = new RecommendationEncoding();

  /**
   * @param evaluated told of every evaluation
   * @param clock milliseconds since the epoch
   */
  Scorer(
      ReferenceBook reference,
      Sink sink,
      Listener listener,
      Runnable evaluated,
      LongSupplier clock) {
    this.reference = reference;
    this.sink = sink;
    this.listener = listener;
    this.evaluated = evaluated;
    this.clock = clock;
  }

  /**
   * Evaluates a proposal that was sent: always answered, with the headers of the question.
   *
   * @param last its outcome before; null where there is none, as in the next
   */
  Scored answer(Bytes id, Proposal proposal, Cause cause, Headers headers, @Nullable Outcome last) {
    return score(id, proposal, cause, headers, true, last);
  }

  /** Evaluates a proposal again: emitted only where the outcome is another. */
  Scored rescore(Bytes id, Proposal proposal, Cause cause, @Nullable Outcome last) {
    return score(id, proposal, cause, null, false, last);
  }

  /** Takes a proposal's recommendation back. */
  void delete(Bytes id, Headers headers, @Nullable Outcome last) {
    listener.replaced(id, null, last, null);
    sink.forward(new Record<>(id.get(), null, clock.getAsLong(), headers));
  }

  private Scored score(
      Bytes id,
      Proposal proposal,
      Cause cause,
      @Nullable Headers question,
      boolean always,
      @Nullable Outcome last) {
    long now = clock.getAsLong();
    Recommendation recommendation =
        Evaluator.evaluate(
            proposal,
            reference,
            reference.policyFor(proposal.getPortfolio()),
            Instant.ofEpochMilli(now));
    evaluated.run();
    recommendation.setTrigger(cause.trigger());
    recommendation.setTriggerKey(cause.key());
    continueHistory(recommendation, last);
    EncodedRecord encoded = encoding.encode(recommendation);
    byte[] digest = encoding.digest();
    if (last != null && !always && last.sameAs(digest)) {
      return new Scored(last, keep(id, proposal, last, validUntil(recommendation)), false);
    }
    Outcome next = outcome(recommendation, digest);
    listener.replaced(id, proposal, last, next);
    sink.forward(new Record<>(id.get(), encoded, now, question));
    return new Scored(last, next, true);
  }

  /** What was emitted stands; only the instant to look again may have moved. */
  private Outcome keep(Bytes id, Proposal proposal, Outcome last, long validUntil) {
    if (last.validUntil() == validUntil) {
      // Whether it is due then by itself or with an announced price may be another.
      listener.replaced(id, proposal, last, last);
      return last;
    }
    Outcome moved = last.validUntil(validUntil);
    listener.replaced(id, proposal, last, moved);
    return moved;
  }

  private static void continueHistory(Recommendation recommendation, @Nullable Outcome last) {
    if (last == null) {
      return;
    }
    if (last.verdict() != recommendation.getVerdict()) {
      recommendation.setPreviousVerdict(last.verdict());
      return;
    }
    recommendation.setPreviousVerdict(last.previousVerdict());
    recommendation.setVerdictSince(Instant.ofEpochMilli(last.verdictSince()));
  }

  private static Outcome outcome(Recommendation recommendation, byte[] digest) {
    boolean counts = recommendation.getVerdict() == Verdict.GO;
    return new Outcome(
        digest,
        recommendation.getDecision(),
        recommendation.getVerdict(),
        recommendation.getPreviousVerdict(),
        recommendation.getVerdictSince().toEpochMilli(),
        validUntil(recommendation),
        counts ? recommendation.getMonthlySavings() : 0,
        counts ? recommendation.getUpfrontCost() : 0,
        counts ? recommendation.getNetBenefit() : 0,
        recommendation.getPortfolio());
  }

  private static long validUntil(Recommendation recommendation) {
    return recommendation.getValidUntil() == null
        ? Outcome.FOREVER
        : recommendation.getValidUntil().toEpochMilli();
  }
}
