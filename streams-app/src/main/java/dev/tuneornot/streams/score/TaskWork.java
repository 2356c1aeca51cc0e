package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.model.Usage;
import dev.tuneornot.streams.impact.ImpactPartials;
import dev.tuneornot.streams.meters.TaskGauges;
import dev.tuneornot.streams.pages.Outcome;
import dev.tuneornot.streams.pages.Page;
import dev.tuneornot.streams.pages.Pages;
import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ModelDates;
import dev.tuneornot.streams.reference.ReferenceBook;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.sweep.PendingChange;
import dev.tuneornot.streams.sweep.SliceBudget;
import dev.tuneornot.streams.sweep.Sweep;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What a task has to do besides answering: changes that are pending, proposals that are due or
 * wait, and what a start has left to load. All of it in slices.
 */
final class TaskWork {
  private static final Bytes LOWEST = Bytes.wrap(new byte[0]);

  /** Pages that are written in one slice when there is nothing else to do. */
  private static final int PAGES_A_SLICE = 16;

  /** Proposals that wait and are looked at in one slice: those that the sweep visits are left. */
  private static final int MOST_WAITING_A_SLICE = 1_000;

  private static final long QUIET_MS = 5_000;

  private final Portfolio portfolio;
  private final Pages pages;
  private final ReferenceBook reference;
  private final ModelDates dates;
  private final Sweep sweep;
  private final ImpactPartials impacts;
  private final LastRun lastRun;
  private final StartGate gate;
  private final Outputs outputs;
  private final SweepLog log;
  private final TaskMeter meter;
  private int turn;
  private long rowsLeft;
  private long lastInput;

  /** What the last run is still to be compared with; null where that is done. */
  private @Nullable String uncompared;

  /** Where the search for proposals that are due goes on. */
  private Bytes dueFrom = LOWEST;

  TaskWork(
      Portfolio portfolio,
      TaskState state,
      StartGate gate,
      Outputs outputs,
      SweepLog log,
      TaskMeter meter) {
    this.portfolio = portfolio;
    this.pages = state.pages();
    this.reference = state.reference();
    this.dates = state.dates();
    this.sweep = state.sweep();
    this.impacts = state.impacts();
    this.lastRun = state.lastRun();
    this.gate = gate;
    this.outputs = outputs;
    this.log = log;
    this.meter = meter;
  }

  /** Loads a first page, which is all where there is little. */
  void begin() {
    load(() -> false);
    pages.flush();
  }

  /**
   * Has the first slice note what has become another since the last run: nothing can be sent while
   * a task is initialised.
   *
   * @param outputTopicId of the topic that has the recommendations
   */
  void compareWithLastRun(String outputTopicId) {
    uncompared = outputTopicId;
  }

  private void compare(String outputTopicId) {
    long now = outputs.now();
    sweep.pending().forEach(log::noticed);
    String output = Rules.VERSION + "/" + outputTopicId;
    List<PendingChange> ofOtherRules =
        sweep.dropOtherRules(key -> key.key().equals(Rules.VERSION) || key.key().equals(output));
    for (PendingChange change : ofOtherRules) {
      outputs.ofImpact(impacts.dropped(change, now));
    }
    if (lastRun.hadOtherRules(Rules.VERSION)) {
      note(rules(Rules.VERSION), ChangeVersion.BY_ITSELF, false);
    }
    if (lastRun.hadOtherOutput(outputTopicId)) {
      note(rules(output), ChangeVersion.BY_ITSELF, true);
    }
  }

  private static ReferenceKey rules(String version) {
    return new ReferenceKey(ChangeKind.RULES, version);
  }

  /** A proposal was sent. */
  void accept(Portfolio.Sent sent) {
    lastInput = outputs.now();
    if (gate.isOpen()) {
      portfolio.answer(sent);
    } else {
      portfolio.storeUnanswered(sent);
    }
    pages.flush();
  }

  /** Usage was measured, or deleted where {@code received} is null. */
  void measure(Bytes id, @Nullable Usage received, byte @Nullable [] arrived) {
    lastInput = outputs.now();
    portfolio.measure(id, received, arrived);
    pages.flush();
  }

  /** A proposal was deleted. */
  void delete(Bytes id, Headers headers) {
    lastInput = outputs.now();
    portfolio.delete(id, headers);
    pages.flush();
  }

  /** A price, a policy or the rules have changed. */
  void change(ReferenceKey key, ReferenceChange change) {
    if (key.kind() != ChangeKind.RULES) {
      ModelPricing before = key.kind() == ChangeKind.PRICE ? reference.find(key.key()) : null;
      reference.apply(key, change);
      if (key.kind() == ChangeKind.PRICE) {
        dates.changed(key.key(), before, outputs.now());
      }
    }
    note(key, change.version(), false);
  }

  private void note(ReferenceKey key, ChangeVersion version, boolean publishesAll) {
    long now = outputs.now();
    PendingChange change = sweep.note(key, version, now, publishesAll);
    outputs.ofImpact(impacts.noticed(change, sweep.dependants(key), now));
    log.noticed(change);
    rowsLeft = sweep.rowsLeft();
  }

  /** Whether slices are due now. */
  boolean isBusy() {
    return uncompared != null
        || !pages.isLoaded()
        || !sweep.isIdle()
        || portfolio.hasUnanswered()
        || next() <= outputs.now();
  }

  /** When there is something to do next; {@link Outcome#FOREVER} where nothing is known. */
  long next() {
    long tidying = pages.hasUnwritten() ? lastInput + QUIET_MS : Outcome.FOREVER;
    return Math.min(tidying, Math.min(pages.nextDue(), dates.next()));
  }

  /** Whether the sums are those of all proposals. */
  boolean isComplete() {
    return pages.isLoaded() && gate.isOpen() && !portfolio.hasUnanswered();
  }

  /** Works as long as {@code slice} allows, and a row at least of whatever there is to do. */
  void work(SliceBudget.Slice slice) {
    if (uncompared != null) {
      compare(uncompared);
      uncompared = null;
    }
    if (!pages.isLoaded()) {
      load(slice);
    } else if (gate.isOpen()) {
      noteDatesReached();
      // By turns, so that none can starve the others.
      turn++;
      for (int i = 0; i < 3; i++) {
        switch ((turn + i) % 3) {
          case 0 -> rescoreDue(slice);
          case 1 -> sweep(slice);
          default -> answerWaiting(slice);
        }
      }
      tidyUp();
    }
    pages.flush();
    impacts.save();
    measure();
  }

  private void load(SliceBudget.Slice slice) {
    do {
      portfolio.loadSome();
    } while (!pages.isLoaded() && slice.allowsAnotherRow());
    if (pages.isLoaded()) {
      for (PendingChange change : sweep.pending()) {
        impacts.counted(change, sweep.dependants(change.key()));
      }
      rowsLeft = sweep.rowsLeft();
    }
    meter.loaded(pages.isLoaded());
  }

  private void noteDatesReached() {
    long now = outputs.now();
    for (ModelDates.Reached date = dates.take(now); date != null; date = dates.take(now)) {
      ChangeVersion version = reference.priceVersion(date.modelId()).inForceFrom(date.at());
      note(new ReferenceKey(ChangeKind.PRICE, date.modelId()), version, false);
    }
  }

  private void rescoreDue(SliceBudget.Slice slice) {
    long now = outputs.now();
    if (pages.nextDue() > now) {
      return;
    }
    for (Page page : pages.from(dueFrom)) {
      // Those that something pending concerns are visited by the sweep.
      long rows = page.rowsDue(now);
      rows = rows == 0 ? 0 : rows & ~page.dependants(sweep::concerns);
      for (; rows != 0; rows &= rows - 1) {
        int row = Long.numberOfTrailingZeros(rows);
        Cause cause = new Cause(Trigger.TIME, new String(page.id(row).get(), UTF_8));
        portfolio.rescore(page, row, rows, cause, false);
        if (!slice.allowsAnotherRow()) {
          dueFrom = page.first();
          return;
        }
      }
    }
    dueFrom = LOWEST;
    pages.findNextDue();
  }

  private void sweep(SliceBudget.Slice slice) {
    if (sweep.isIdle()) {
      return;
    }
    for (Sweep.Visit visit = sweep.next(); visit != null; visit = sweep.next()) {
      visit(visit);
      if (!slice.allowsAnotherRow()) {
        break;
      }
    }
    sweep.pause();
    List<PendingChange> done = sweep.takeCompleted();
    for (PendingChange change : done) {
      outputs.ofImpact(impacts.completed(change, outputs.now()));
    }
    if (!done.isEmpty()) {
      rowsLeft = sweep.rowsLeft();
    }
    if (sweep.isIdle()) {
      log.ended();
    }
  }

  private void visit(Sweep.Visit visit) {
    List<PendingChange> causes = sweep.causes(visit.page().dependencies(visit.row()));
    PendingChange newest =
        causes.stream().max(Comparator.comparingLong(PendingChange::sequence)).orElseThrow();
    boolean always = causes.stream().anyMatch(PendingChange::publishesAll);
    Portfolio.Rescored rescored =
        portfolio.rescore(visit.page(), visit.row(), sweep.rowsAhead(), cause(newest), always);
    log.visited();
    for (PendingChange cause : causes) {
      impacts.visited(cause);
      Outcome before = rescored.before();
      Outcome after = rescored.after();
      if (after != null) {
        impacts.changed(
            cause,
            before == null ? null : before.verdict(),
            after.verdict(),
            before == null ? 0 : before.monthlySavings(),
            after.monthlySavings());
      }
    }
  }

  private static Cause cause(PendingChange change) {
    return switch (change.key().kind()) {
      case PRICE -> new Cause(Trigger.PRICE, change.key().key());
      case POLICY -> new Cause(Trigger.POLICY, change.key().key());
      case RULES -> new Cause(Trigger.RULES, Rules.VERSION);
      case OTHER -> throw new IllegalArgumentException("not a kind of change: " + change.key());
    };
  }

  private void answerWaiting(SliceBudget.Slice slice) {
    int left = MOST_WAITING_A_SLICE;
    boolean isMore = portfolio.hasUnanswered();
    while (isMore && left-- > 0) {
      isMore = portfolio.answerNext(sweep::concerns) && slice.allowsAnotherRow();
    }
  }

  /** Writes pages for the next start while nobody waits for anything. */
  private void tidyUp() {
    boolean isQuiet = sweep.isIdle() && !portfolio.hasUnanswered();
    if (isQuiet && pages.hasUnwritten() && lastInput + QUIET_MS <= outputs.now()) {
      pages.writeSome(PAGES_A_SLICE);
    }
  }

  private void measure() {
    List<PendingChange> pending = sweep.pending();
    long oldest =
        pending.stream().mapToLong(PendingChange::noticedAt).min().orElse(TaskGauges.NONE);
    meter.sweep(pending.size(), rowsLeft, oldest);
  }
}
