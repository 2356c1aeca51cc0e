package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.streams.sweep.PendingChange;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an app may keep of changes: of each model the last one a task, however many there were. It
 * has to be loaded already, and idle, when this begins.
 */
final class Memory {
  /** Defaults of schemas and what decoders use again. */
  private static final int PRICES_ELSEWHERE = 100;

  private static final Jvm.Live NOTHING = new Jvm.Live(0, 0);

  /** Buffers that Kafka's producers use again, and metrics that somebody has asked for. */
  private static final long SLACK_BYTES = 32L * 1024 * 1024;

  private final Stage stage;
  private final AppProcess app;
  private final long entries;
  private final Map<String, Jvm.Live> before;

  Memory(Stage stage, AppProcess app, int models) throws IOException {
    this.stage = stage;
    this.app = app;
    entries = (long) models * Cluster.PARTITIONS;
    before = app.jvm().live();
  }

  /** While changes of so many models come in. */
  void look(int models) throws InterruptedException {
    assertThat(app.metric("tuneornot_sweep_pending_changes"))
        .as("pending changes of %d models", models)
        .isLessThanOrEqualTo(models * Cluster.PARTITIONS);
  }

  /** Once they are worked off. */
  void hasNotGrown() throws IOException, InterruptedException {
    assertThat(app.metric("tuneornot_sweep_pending_changes")).as("pending changes").isZero();
    assertThat(stage.cluster.rows("sweep"))
        .as("rows of sweep: of each model when its price changes next, of each task three")
        .isLessThanOrEqualTo(entries + 3 * Cluster.PARTITIONS);
    assertThat(stage.cluster.rows("reference")).as("rows of reference").isEqualTo(entries);
    for (String store : List.of("impact-partials", "impact-reports", "impact-emitted")) {
      assertThat(stage.cluster.rows(store)).as("rows of %s", store).isLessThanOrEqualTo(entries);
    }
    Map<String, Jvm.Live> now = app.jvm().live();
    assertThat(now.getOrDefault(PendingChange.class.getName(), NOTHING).objects())
        .as("pending changes on the heap")
        .isZero();
    assertThat(now.get(ModelPricing.class.getName()).objects())
        .as("prices on the heap")
        .isLessThanOrEqualTo(entries + PRICES_ELSEWHERE);
    System.out.printf("On the heap %,d bytes, before %,d%n", bytes(now), bytes(before));
    assertThat(bytes(now))
        .as("bytes on the heap; most have come of %s", grown(now))
        .isLessThanOrEqualTo(bytes(before) + SLACK_BYTES);
  }

  private static long bytes(Map<String, Jvm.Live> live) {
    return live.values().stream().mapToLong(Jvm.Live::bytes).sum();
  }

  /** The classes that take more bytes than before, the most first. */
  private String grown(Map<String, Jvm.Live> now) {
    Map<String, Long> grown = new HashMap<>();
    now.forEach(
        (name, live) -> grown.put(name, live.bytes() - before.getOrDefault(name, NOTHING).bytes()));
    return grown.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(12)
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}
