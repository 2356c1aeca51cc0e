package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.OutcomeSummary;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Usage;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.pages.Outcome;
import dev.tuneornot.streams.pages.Page;
import dev.tuneornot.streams.pages.Pages;
import dev.tuneornot.streams.pages.ProposalStore;
import dev.tuneornot.streams.pages.StoredProposal;
import dev.tuneornot.streams.reference.ReferenceBook;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.rollup.Contribution;
import dev.tuneornot.streams.rollup.PortfolioPartials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The proposals of a task: answers them, re-scores them, and keeps their sums in step. */
final class Portfolio {

  /** A proposal as it was sent. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are; nobody compares these records.
  record Sent(Bytes id, Proposal proposal, byte[] arrived, Headers headers, long offset) {}

  /**
   * A re-score.
   *
   * @param after what was emitted; null where nothing new was to be said
   */
  record Rescored(@Nullable Outcome before, @Nullable Outcome after) {}

  private static final Headers NO_HEADERS = new RecordHeaders();

  private final Pages pages;
  private final ProposalStore proposals;
  private final RecordDecoder<Proposal> decoder;
  private final UsageBook usages;
  private final ReferenceBook reference;
  private final Backlog backlog;
  private final Scorer scorer;
  private final PortfolioPartials sums;
  private final Outputs outputs;
  private final TaskMeter meter;

  Portfolio(
      TaskState state,
      RecordDecoder<Proposal> decoder,
      UsageBook usages,
      Outputs outputs,
      TaskMeter meter) {
    this.pages = state.pages();
    this.proposals = state.proposals();
    this.decoder = decoder;
    this.usages = usages;
    this.reference = state.reference();
    this.backlog = state.backlog();
    this.scorer = new Scorer(state.reference());
    this.sums = state.sums();
    this.outputs = outputs;
    this.meter = meter;
  }

  /** Loads some of what is stored. */
  void loadSome() {
    for (Page page : pages.load(this::dependencies, backlog::contains)) {
      for (int row = 0; row < page.size(); row++) {
        Outcome outcome = page.outcome(row);
        if (page.isAnswered(row) && outcome != null) {
          count(null, contribution(page.portfolio(row), outcome));
        }
      }
    }
  }

  private Collection<ReferenceKey> dependencies(Bytes id, StoredProposal stored) {
    return dependencies(id, decode(id, stored));
  }

  private Collection<ReferenceKey> dependencies(Bytes id, Proposal proposal) {
    List<ReferenceKey> keys = new ArrayList<>(4);
    if (usages.isInForce(id)) {
      keys.add(ReferenceKey.USAGE);
    }
    for (String model : Dependencies.models(proposal)) {
      keys.add(new ReferenceKey(ChangeKind.PRICE, model));
    }
    keys.add(new ReferenceKey(ChangeKind.POLICY, proposal.getPortfolio()));
    return keys;
  }

  private Proposal decode(Bytes id, StoredProposal stored) {
    return decoder.decodeAccepted(id, stored.bytes(), stored.arrivedStart(), stored.end());
  }

  /** Answers a proposal that was sent. */
  void answer(Sent sent) {
    answerEarlier(sent.id());
    Pages.Known before = pages.find(sent.id());
    Outcome last = before == null ? null : before.outcome();
    Scorer.Scored scored = score(sent.id(), sent.proposal(), last);
    store(sent, before, scored.outcome(), true);
    emit(sent.id(), scored, last, sent.headers());
  }

  /** Stores a proposal that was sent, to be answered later. */
  void storeUnanswered(Sent sent) {
    answerEarlier(sent.id());
    Pages.Known before = pages.find(sent.id());
    store(sent, before, before == null ? null : before.outcome(), false);
    backlog.add(sent.id(), sent.headers());
  }

  private void store(
      Sent sent, Pages.@Nullable Known before, @Nullable Outcome outcome, boolean isAnswered) {
    // Another one also where a proposal was deleted in between, and its page is not written yet.
    long version = Math.max(before == null ? 0 : before.version() + 1, sent.offset());
    Proposal proposal = sent.proposal();
    pages.put(
        sent.id(), sent.arrived(), dependencies(sent.id(), proposal), version, outcome, isAnswered);
    if (pages.isLoaded(sent.id())) {
      boolean counts = isAnswered && outcome != null;
      count(contribution(before), counts ? contribution(proposal.getPortfolio(), outcome) : null);
    }
  }

  /** Deletes a proposal and takes its recommendation back. */
  void delete(Bytes id, Headers headers) {
    answerEarlier(id);
    Pages.Known before = pages.find(id);
    StoredProposal stored = before == null ? null : proposals.get(id);
    Proposal proposal = stored == null ? null : decode(id, stored);
    pages.delete(id);
    count(contribution(before), null);
    outputs.recommendation(new Record<>(id.get(), null, outputs.now(), headers));
    if (before != null && before.outcome() != null && proposal != null) {
      outputs.change(new Record<>(id.get(), deleted(proposal, before.outcome()), outputs.now()));
    }
  }

  private RecommendationChange deleted(Proposal proposal, Outcome before) {
    return RecommendationChange.newBuilder()
        .setProposalId(proposal.getProposalId())
        .setPortfolio(proposal.getPortfolio())
        .setTitle(proposal.getTitle())
        .setChangedAt(Instant.ofEpochMilli(Math.max(outputs.now(), before.evaluatedAt())))
        .setTrigger(Trigger.PROPOSAL)
        .setTriggerKey(proposal.getProposalId())
        .setBestModel(null)
        .setBefore(summary(before))
        .setAfter(null)
        .build();
  }

  /** Each record is answered, also where a later one of its key comes before its turn. */
  private void answerEarlier(Bytes id) {
    Headers waiting = backlog.take(id);
    if (waiting == null) {
      return;
    }
    StoredProposal stored = proposals.get(id);
    Pages.Known before = pages.find(id);
    if (stored == null || before == null) {
      throw new IllegalStateException("Unanswered proposal is not stored: " + text(id));
    }
    Proposal proposal = decode(id, stored);
    Scorer.Scored scored = score(id, proposal, before.outcome());
    if (pages.isLoaded(id)) {
      pages.putAnswer(id, scored.outcome());
      count(null, contribution(proposal.getPortfolio(), scored.outcome()));
    } else {
      long version = before.version() + 1;
      Sent again = new Sent(id, proposal, stored.arrived(), waiting, version);
      store(again, before, scored.outcome(), true);
    }
    emit(id, scored, before.outcome(), waiting);
  }

  /** Whether there are proposals that are not answered yet. */
  boolean hasUnanswered() {
    return !backlog.isEmpty();
  }

  /**
   * Answers the next proposal that waits, unless something pending concerns it: then the sweep
   * comes by, and it would be evaluated twice.
   *
   * @return false where none waits any more
   */
  boolean answerNext(Predicate<ReferenceKey> isPending) {
    Bytes id = backlog.next();
    if (id != null && !pages.isConcerned(id, isPending)) {
      answerEarlier(id);
    }
    return id != null;
  }

  private Scorer.Scored score(Bytes id, Proposal proposal, @Nullable Outcome last) {
    Cause cause = new Cause(Trigger.PROPOSAL, proposal.getProposalId());
    return score(proposal, usageInForce(id, proposal), cause, last);
  }

  private @Nullable Usage usageInForce(Bytes id, Proposal proposal) {
    return usages.inForce(id, reference.policyFor(proposal.getPortfolio()));
  }

  private Scorer.Scored score(
      Proposal proposal, @Nullable Usage usage, Cause cause, @Nullable Outcome last) {
    meter.evaluated();
    return scorer.score(proposal, usage, cause, last, outputs.now());
  }

  /**
   * Takes measured usage into account, if it differs enough from what is in force, and scores its
   * proposal again.
   *
   * @param received null where it was deleted
   * @param arrived its bytes
   */
  void measure(Bytes id, @Nullable Usage received, byte @Nullable [] arrived) {
    Pages.Known before = pages.find(id);
    StoredProposal stored = before == null ? null : proposals.get(id);
    Proposal proposal = stored == null ? null : decode(id, stored);
    Policy policy =
        reference.policyFor(
            proposal == null ? ReferenceKey.EVERY_PORTFOLIO : proposal.getPortfolio());
    if (!usages.receive(id, received, arrived, policy)) {
      return;
    }
    if (before == null || stored == null || proposal == null) {
      return;
    }
    boolean isAnswered = before.isAnswered() && !backlog.contains(id);
    Outcome last = before.outcome();
    Scorer.@Nullable Scored scored = null;
    if (isAnswered) {
      Cause cause = new Cause(Trigger.USAGE, proposal.getProposalId());
      scored = score(proposal, received, cause, last);
      if (last != null && last.saysTheSameAs(scored.outcome())) {
        scored = null;
      }
    }
    Outcome present = scored == null ? last : scored.outcome();
    Sent again = new Sent(id, proposal, stored.arrived(), NO_HEADERS, before.version() + 1);
    store(again, before, present, isAnswered);
    if (scored != null) {
      emit(id, scored, last, null);
    }
  }

  /**
   * Evaluates a row again, and emits what it came to where that is something new. A row that still
   * waits for its answer gets it.
   *
   * @param ahead the rows of the page that come next
   * @param always emits it in any case
   */
  Rescored rescore(Page page, int row, long ahead, Cause cause, boolean always) {
    Bytes id = page.id(row);
    Outcome before = page.outcome(row);
    meter.rescored();
    if (!page.isAnswered(row)) {
      answerEarlier(id);
      return new Rescored(before, page.outcome(row));
    }
    Proposal proposal = decode(id, proposals.get(page, row, ahead | 1L << row));
    Usage usage = page.dependsOn(row, ReferenceKey.USAGE) ? usageInForce(id, proposal) : null;
    Scorer.Scored scored = score(proposal, usage, cause, before);
    Outcome after = scored.outcome();
    if (before != null && !always && before.saysTheSameAs(after)) {
      return new Rescored(before, null);
    }
    count(
        before == null ? null : contribution(proposal.getPortfolio(), before),
        contribution(proposal.getPortfolio(), after));
    pages.putOutcome(page, row, after);
    emit(id, scored, before, null);
    return new Rescored(before, after);
  }

  private void emit(
      Bytes id, Scorer.Scored scored, @Nullable Outcome before, @Nullable Headers headers) {
    meter.emitted();
    Outcome after = scored.outcome();
    outputs.recommendation(
        new Record<>(id.get(), scored.recommendation(), after.evaluatedAt(), headers));
    if (before == null
        || before.decision() != after.decision()
        || before.verdict() != after.verdict()) {
      Recommendation recommendation = (Recommendation) scored.recommendation().value();
      RecommendationChange change =
          RecommendationChange.newBuilder()
              .setProposalId(recommendation.getProposalId())
              .setPortfolio(recommendation.getPortfolio())
              .setTitle(recommendation.getTitle())
              .setChangedAt(recommendation.getEvaluatedAt())
              .setTrigger(recommendation.getTrigger())
              .setTriggerKey(recommendation.getTriggerKey())
              .setBestModel(recommendation.getBestModel())
              .setBefore(summary(before))
              .setAfter(summary(after))
              .build();
      outputs.change(new Record<>(id.get(), change, after.evaluatedAt()));
    }
  }

  private static @Nullable OutcomeSummary summary(@Nullable Outcome outcome) {
    return outcome == null
        ? null
        : new OutcomeSummary(
            outcome.decision(),
            outcome.verdict(),
            outcome.monthlySavings(),
            outcome.upfrontCost(),
            outcome.netBenefit());
  }

  private void count(@Nullable Contribution before, @Nullable Contribution after) {
    sums.change(before, after);
    meter.replaced(
        before == null ? null : before.verdict(), after == null ? null : after.verdict());
  }

  /** What is counted of a proposal: nothing before its page is loaded, or while it waits. */
  private static @Nullable Contribution contribution(Pages.@Nullable Known known) {
    return known == null
            || known.portfolio() == null
            || known.outcome() == null
            || !known.isAnswered()
        ? null
        : contribution(known.portfolio(), known.outcome());
  }

  private static Contribution contribution(String portfolio, Outcome outcome) {
    return new Contribution(
        portfolio,
        outcome.decision(),
        outcome.verdict(),
        outcome.monthlySavings(),
        outcome.upfrontCost(),
        outcome.netBenefit(),
        outcome.decisionMonthlyCost(),
        outcome.switchSavings());
  }

  private static String text(Bytes id) {
    return new String(id.get(), UTF_8);
  }
}
