package dev.tuneornot.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.streams.score.EvaluateProcessor;
import java.io.File;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start on state that was written under another version of the rules. */
class OtherRulesTest {
  private static final int PARTITIONS = 2;

  @TempDir private File directory;

  @Test
  void shouldTakeThemForAChange() {
    MockTask task = started(PARTITIONS - 1);

    assertThat(task.context.forwarded(MockTask.IMPACTS)).as("noticed, and done").hasSize(2);
  }

  /** Its report would be one more than there are partitions, and the change never complete. */
  @Test
  void shouldNotConcernATaskThatHasNoProposals() {
    MockTask task = started(PARTITIONS);

    assertThat(task.context.forwarded(MockTask.IMPACTS)).isEmpty();
  }

  private MockTask started(int partition) {
    MockTask task = new MockTask(directory, partition);
    EvaluateProcessor processor = task.evaluate(PARTITIONS);
    KeyValueStore<Bytes, byte[]> sweep = task.context.getStateStore(Names.SWEEP_STORE);
    sweep.put(Bytes.wrap("r".getBytes(UTF_8)), "of before".getBytes(UTF_8));
    processor.init(task.context);
    assertThat(task.context.forwarded()).as("sinks are not initialised yet").isEmpty();
    task.run(1);
    return task;
  }
}
