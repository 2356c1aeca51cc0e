package dev.tuneornot.streams.impact;

import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.VerdictTransition;
import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ContentCodec;
import dev.tuneornot.streams.reference.StoredBytes;
import dev.tuneornot.streams.rollup.MicroDollars;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the newest change of a key: by one task, or by all of them.
 *
 * @param partitions how many tasks there are, so that the sum knows when all are done
 * @param impact the counts so far; complete where the task has worked the change off
 */
record ImpactReport(ChangeVersion version, int partitions, PriceImpact impact) {

  /** The version, the partitions (4 bytes), and the impact in Avro's single-object encoding. */
  byte[] toBytes() {
    byte[] content = ContentCodec.IMPACT.encode(impact);
    ByteBuffer buffer = ByteBuffer.allocate(version.bytes() + Integer.BYTES + content.length);
    return version.put(buffer).putInt(partitions).put(content).array();
  }

  static ImpactReport fromBytes(byte[] bytes) {
    return StoredBytes.read(
        "Report of an impact",
        bytes,
        buffer ->
            new ImpactReport(
                ChangeVersion.get(buffer),
                buffer.getInt(),
                ContentCodec.IMPACT.decode(StoredBytes.rest(buffer))));
  }

  /** A row that depends on the change has been visited. */
  void visited() {
    impact.setRescored(impact.getRescored() + 1);
  }

  /**
   * A row says something else because of the change.
   *
   * @param before the verdict before; null where there was none, which is no transition
   * @param savingsBefore USD a month that counted before, 0 unless GO
   */
  void changed(@Nullable Verdict before, Verdict after, double savingsBefore, double savingsAfter) {
    if (before != null && before != after) {
      count(before, after, 1);
    }
    impact.setMonthlySavingsChange(
        impact
            .getMonthlySavingsChange()
            .add(MicroDollars.toDollars(MicroDollars.of(savingsAfter)))
            .subtract(MicroDollars.toDollars(MicroDollars.of(savingsBefore))));
    impact.setMonthlySavingsChangeUsd(impact.getMonthlySavingsChange().doubleValue());
  }

  /** Adds the counts of another task. */
  void add(ImpactReport other) {
    PriceImpact more = other.impact;
    impact.setDependants(
        impact.getDependants() + Math.max(more.getDependants(), more.getRescored()));
    impact.setRescored(impact.getRescored() + more.getRescored());
    for (VerdictTransition transition : more.getTransitions()) {
      count(transition.getFrom(), transition.getTo(), transition.getProposals());
    }
    impact.setMonthlySavingsChange(
        impact.getMonthlySavingsChange().add(more.getMonthlySavingsChange()));
    impact.setMonthlySavingsChangeUsd(impact.getMonthlySavingsChange().doubleValue());
    if (more.getStartedAt().isBefore(impact.getStartedAt())) {
      impact.setStartedAt(more.getStartedAt());
    }
  }

  private void count(Verdict from, Verdict to, long proposals) {
    List<VerdictTransition> transitions = impact.getTransitions();
    for (VerdictTransition transition : transitions) {
      if (transition.getFrom() == from && transition.getTo() == to) {
        transition.setProposals(transition.getProposals() + proposals);
        return;
      }
    }
    transitions.add(new VerdictTransition(from, to, proposals));
  }

  boolean is(ImpactState state) {
    return impact.getState() == state;
  }
}
