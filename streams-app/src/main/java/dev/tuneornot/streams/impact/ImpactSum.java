package dev.tuneornot.streams.impact;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.streams.pass.PendingChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.rollup.MicroDollars;
import java.time.Instant;
import java.util.List;

/** Adds the reports of one change. */
final class ImpactSum {

  private ImpactSum() {}

  /**
   * @param newest a report of the change that is to be added
   * @param reports the last report of each partition, also those of older changes
   * @param now milliseconds since the epoch; when the change is complete, if it is
   */
  static PriceImpact of(
      ReferenceKey key, ImpactReport newest, List<ImpactReport> reports, long now) {
    Tally total = new Tally();
    long dependants = 0;
    long startedAt = Long.MAX_VALUE;
    int done = 0;
    for (ImpactReport report : reports) {
      if (report.version().equals(newest.version())) {
        total.add(report.tally());
        dependants += Math.max(report.dependants(), report.tally().rescored());
        startedAt = Math.min(startedAt, report.startedAt());
        done += report.done() ? 1 : 0;
      }
    }
    boolean complete = done == newest.partitions();
    return PriceImpact.newBuilder()
        .setChangeId(PendingChange.changeId(key, newest.version()))
        .setKind(key.kind())
        .setKey(key.key())
        .setState(complete ? ImpactState.COMPLETE : ImpactState.RUNNING)
        .setDependants(dependants)
        .setRescored(total.rescored())
        .setTransitions(total.transitions())
        .setMonthlySavingsChange(MicroDollars.toDollars(total.savingsChange()))
        .setStartedAt(Instant.ofEpochMilli(startedAt))
        .setCompletedAt(complete ? Instant.ofEpochMilli(now) : null)
        .build();
  }
}
