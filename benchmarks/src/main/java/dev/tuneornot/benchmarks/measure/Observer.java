package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.data.AvroBytes;
import dev.tuneornot.benchmarks.data.WarmUp;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.Recommendation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sorts the recommendations: rows of the portfolio, answers to probes, answers of the warm-up. */
final class Observer implements OutputMeter.Listener {
  private final Plan plan;
  private final Probes probes;
  private final AvroBytes<Recommendation> codec =
      new AvroBytes<>(Recommendation.class, Recommendation.getClassSchema());
  private volatile RowCount rows = new RowCount(0, false);
  private final Set<String> unpriced = ConcurrentHashMap.newKeySet();

  Observer(Plan plan, Probes probes) {
    this.plan = plan;
    this.probes = probes;
    this.unpriced.addAll(plan.warmUp().ids());
  }

  /** Counts anew from now on. */
  RowCount count(long wanted) {
    RowCount count = new RowCount(wanted, plan.decodes());
    rows = count;
    return count;
  }

  /** Proposals of the warm-up that have had no answer yet that knew its prices. */
  Set<String> unpriced() {
    return Set.copyOf(unpriced);
  }

  boolean isWarm() {
    return unpriced.isEmpty();
  }

  @Override
  public void received(String id, byte[] value, long nanos) {
    if (WarmUp.isWarmUp(id)) {
      if (unpriced.contains(id) && WarmUp.isPriced(codec.decode(value, WireFormat.HEADER_BYTES))) {
        unpriced.remove(id);
      }
      return;
    }
    int number = Integer.parseInt(id.substring(2));
    if (number > plan.proposals()) {
      probes.received(id, nanos);
    } else {
      rows.add(number, value, nanos);
    }
  }
}
