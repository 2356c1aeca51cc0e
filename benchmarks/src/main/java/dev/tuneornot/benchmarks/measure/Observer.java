package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.data.AvroBytes;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.Recommendation;

/** Sorts the recommendations: rows of the portfolio, answers to probes, answers of the warm-up. */
final class Observer implements OutputMeter.Listener {
  static final String WARM_UP = "w-";

  private final Plan plan;
  private final Probes probes;
  private final AvroBytes<Recommendation> codec =
      new AvroBytes<>(Recommendation.class, Recommendation.getClassSchema());
  private volatile RowCount rows = new RowCount(0, false);
  private volatile boolean warm;

  Observer(Plan plan, Probes probes) {
    this.plan = plan;
    this.probes = probes;
  }

  /** Counts anew from now on. */
  RowCount count(long wanted) {
    RowCount count = new RowCount(wanted, plan.decodes());
    rows = count;
    return count;
  }

  /** Whether a recommendation of the warm-up knew its prices. */
  boolean isWarm() {
    return warm;
  }

  @Override
  public void received(String id, byte[] value, long nanos) {
    if (id.startsWith(WARM_UP)) {
      warm |= codec.decode(value, WireFormat.HEADER_BYTES).getBestModel() != null;
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
