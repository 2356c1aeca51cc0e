package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.evaluation.Dependencies;
import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.streams.impact.ImpactPartials;
import dev.tuneornot.streams.meters.TaskGauges;
import dev.tuneornot.streams.pass.ChangeVersion;
import dev.tuneornot.streams.pass.Pass;
import dev.tuneornot.streams.pass.PendingChange;
import dev.tuneornot.streams.pass.SliceBudget;
import dev.tuneornot.streams.reference.PriceCalendar;
import dev.tuneornot.streams.reference.ReferenceBook;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What a task does with its proposals: answers what is sent, and works off in slices what a change
 * of reference data, the time or a start has left to do.
 */
final class TaskWork {
  private final ProposalBook proposals;
  private final ReferenceBook reference;
  private final PriceCalendar calendar;
  private final TimeTable timeTable;
  private final Backlog backlog;
  private final Pass pass;
  private final ImpactPartials impacts;
  private final Scorer scorer;
  private final StartGate gate;
  private final PassLog log;
  private final TaskMeter meter;
  private boolean timeFirst;

  TaskWork(
      ProposalBook proposals,
      ReferenceBook reference,
      PriceCalendar calendar,
      TimeTable timeTable,
      Backlog backlog,
      Pass pass,
      ImpactPartials impacts,
      Scorer scorer,
      StartGate gate,
      PassLog log,
      TaskMeter meter) {
    this.proposals = proposals;
    this.reference = reference;
    this.calendar = calendar;
    this.timeTable = timeTable;
    this.backlog = backlog;
    this.pass = pass;
    this.impacts = impacts;
    this.scorer = scorer;
    this.gate = gate;
    this.log = log;
    this.meter = meter;
  }

  /** A proposal was sent. */
  void accept(Bytes id, Proposal proposal, byte[] value, Headers headers) {
    answerEarlier(id);
    ProposalBook.Held before = proposals.find(id);
    Outcome last = before == null ? null : before.outcome();
    if (gate.isOpen()) {
      Cause cause = new Cause(Trigger.PROPOSAL, proposal.getProposalId());
      last = scorer.answer(id, proposal, cause, headers, last).after();
    } else {
      backlog.add(id, headers);
    }
    proposals.put(id, proposal, value, before, last);
    proposals.flush();
  }

  /** A proposal was deleted. */
  void delete(Bytes id, Headers headers) {
    answerEarlier(id);
    ProposalBook.Held before = proposals.find(id);
    if (before != null) {
      proposals.delete(id, before);
    }
    scorer.delete(id, headers, before == null ? null : before.outcome());
    proposals.flush();
  }

  /** Each record is answered, also where a later one of its key comes before its turn. */
  private void answerEarlier(Bytes id) {
    Headers waiting = backlog.take(id);
    if (waiting != null) {
      ProposalBook.Held held = held(id);
      keep(id, held, answer(id, held, waiting));
    }
  }

  private Scorer.Scored answer(Bytes id, ProposalBook.Held held, Headers headers) {
    Cause cause = new Cause(Trigger.PROPOSAL, held.proposal().getProposalId());
    return scorer.answer(id, held.proposal(), cause, headers, held.outcome());
  }

  private void keep(Bytes id, ProposalBook.Held held, Scorer.Scored scored) {
    if (scored.isToKeep()) {
      proposals.put(id, held, scored.after());
    }
  }

  /** A price, a policy or the rules have changed. */
  void change(ReferenceKey key, ReferenceChange change, long now) {
    if (key.kind() != ChangeKind.RULES) {
      ModelPricing before = key.kind() == ChangeKind.PRICE ? reference.find(key.key()) : null;
      reference.apply(key, change);
      if (key.kind() == ChangeKind.PRICE) {
        calendar.changed(key.key(), before, now);
      }
    }
    pass.note(key, ChangeVersion.sent(change.offset()), now);
  }

  /** Whether slices are due now. */
  boolean isBusy(long now) {
    return !pass.isIdle() || !backlog.isEmpty() || next() <= now;
  }

  /** When there is something to do next; {@link Outcome#FOREVER} where nothing is known. */
  long next() {
    return Math.min(timeTable.next(), calendar.next());
  }

  /** Works as long as {@code slice} allows. */
  void work(SliceBudget.Slice slice, long now) {
    if (!gate.isOpen()) {
      measure(now);
      return;
    }
    noteActivations(now);
    // By turns, so that neither can starve the other.
    timeFirst = !timeFirst;
    if (timeFirst) {
      workTime(slice, now);
    }
    workPass(slice);
    workTime(slice, now);
    if (pass.isIdle()) {
      backlog.work(slice, this::answerEarlier);
    }
    proposals.flush();
    impacts.save();
    measure(now);
  }

  private void workPass(SliceBudget.Slice slice) {
    if (pass.isIdle()) {
      return;
    }
    ProposalBook.Reader reader = proposals.reader(pass.rowsLeft());
    pass.work(slice, id -> visit(id, found(id, reader.find(id))));
  }

  private void measure(long now) {
    long oldest =
        pass.pending().stream().mapToLong(PendingChange::noticedAt).min().orElse(TaskGauges.NONE);
    meter.pass(pass.pending().size(), pass.rowsLeft(), oldest, now);
  }

  private void noteActivations(long now) {
    for (PriceCalendar.Activation activation = calendar.take(now);
        activation != null;
        activation = calendar.take(now)) {
      ReferenceKey key = new ReferenceKey(ChangeKind.PRICE, activation.modelId());
      long offset = reference.priceOffset(activation.modelId());
      pass.note(key, new ChangeVersion(offset, activation.inForceFrom()), now);
    }
  }

  private void workTime(SliceBudget.Slice slice, long now) {
    while (timeTable.next() <= now && slice.allowsAnotherRow()) {
      Bytes id = timeTable.take(now);
      if (id != null) {
        rescoreInTime(id);
      }
    }
  }

  private void rescoreInTime(Bytes id) {
    ProposalBook.Held held = held(id);
    Proposal proposal = held.proposal();
    List<PendingChange> causes = causes(proposal);
    Cause cause =
        causes.isEmpty()
            ? new Cause(Trigger.TIME, proposal.getProposalId())
            : cause(newest(causes));
    Scorer.Scored scored = scorer.rescore(id, proposal, cause, held.outcome());
    keep(id, held, scored);
    attribute(causes, scored);
    meter.rescored();
  }

  private void visit(Bytes id, ProposalBook.Held held) {
    Proposal proposal = held.proposal();
    // Only dependants are visited: where one change is pending, it is the cause.
    List<PendingChange> causes = pass.pending().size() == 1 ? pass.pending() : causes(proposal);
    Headers waiting = backlog.take(id);
    Scorer.Scored scored =
        waiting != null
            ? answer(id, held, waiting)
            : scorer.rescore(id, proposal, cause(newest(causes)), held.outcome());
    keep(id, held, scored);
    causes.forEach(impacts::visited);
    attribute(causes, scored);
    log.visited();
    meter.rescored();
  }

  /** A row counts for every pending change that it depends on. */
  private void attribute(List<PendingChange> causes, Scorer.Scored scored) {
    Outcome before = scored.before();
    Outcome after = scored.after();
    if (!scored.emitted()) {
      return;
    }
    for (PendingChange cause : causes) {
      impacts.changed(
          cause,
          before == null ? null : before.verdict(),
          after.verdict(),
          before == null ? 0 : before.monthlySavings(),
          after.monthlySavings());
    }
  }

  private ProposalBook.Held held(Bytes id) {
    return found(id, proposals.find(id));
  }

  private static ProposalBook.Held found(Bytes id, ProposalBook.@Nullable Held held) {
    if (held == null) {
      throw new IllegalStateException(
          "Indexed proposal is not stored: " + new String(id.get(), UTF_8));
    }
    return held;
  }

  void close() {
    proposals.close();
  }

  /** The pending changes that concern {@code proposal}; looked up, as there may be hundreds. */
  private List<PendingChange> causes(Proposal proposal) {
    List<PendingChange> causes = new ArrayList<>(2);
    if (pass.isIdle()) {
      return causes;
    }
    for (String model : Dependencies.models(proposal)) {
      addPending(causes, ChangeKind.PRICE, model);
    }
    addPending(causes, ChangeKind.POLICY, proposal.getPortfolio());
    if (!reference.hasOwnPolicy(proposal.getPortfolio())) {
      addPending(causes, ChangeKind.POLICY, ReferenceKey.EVERY_PORTFOLIO);
    }
    addPending(causes, ChangeKind.RULES, Rules.VERSION);
    return causes;
  }

  private void addPending(List<PendingChange> causes, ChangeKind kind, String key) {
    PendingChange change = pass.find(new ReferenceKey(kind, key));
    if (change != null) {
      causes.add(change);
    }
  }

  private static PendingChange newest(List<PendingChange> causes) {
    @Nullable PendingChange newest = null;
    for (PendingChange cause : causes) {
      if (newest == null || cause.sequence() > newest.sequence()) {
        newest = cause;
      }
    }
    if (newest == null) {
      throw new IllegalStateException("Visited without a cause");
    }
    return newest;
  }

  private static Cause cause(PendingChange change) {
    return switch (change.key().kind()) {
      case PRICE -> new Cause(Trigger.PRICE, change.key().key());
      case POLICY -> new Cause(Trigger.POLICY, change.key().key());
      case RULES -> new Cause(Trigger.RULES, Rules.VERSION);
    };
  }
}
