package dev.tuneornot.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.rollup.PartialKey;
import dev.tuneornot.streams.rollup.SumPortfoliosProcessor;
import dev.tuneornot.streams.score.EvaluateProcessor;
import java.io.File;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A task that is revived closes its processors and initialises the same objects again, while what
 * they have scheduled stays. It has to be gone by then, or it would run beside its successor.
 */
class ReviveTest {
  private static final byte[] UNKNOWN_SCHEMA = {0, 0, 0, 0, 9, 1};

  @TempDir private File directory;
  private MockTask task;
  private MockProcessorContext<byte[], Object> context;

  @BeforeEach
  void open() {
    TrustedClasses.install();
    task = new MockTask(directory, 0);
    context = task.context;
  }

  @Test
  void shouldCancelRetriesOfPrices() {
    context.setRecordMetadata("pricing", 0, 0);

    assertCancels(task.validate(Admission.PartitionCheck.NONE), record("m", UNKNOWN_SCHEMA));
  }

  @Test
  void shouldCancelRetriesSlicesAndFlushesOfProposals() {
    EvaluateProcessor processor = task.evaluate(1);
    KeyValueStore<Bytes, byte[]> sums = context.getStateStore(Names.PORTFOLIO_PARTIALS_STORE);
    sums.put(Bytes.wrap("left over".getBytes(UTF_8)), new byte[] {1});
    processor.init(context);
    context.setRecordMetadata("reference", 0, 0);
    processor.process(
        new Record<>(
            new ReferenceKey(ChangeKind.RULES, Rules.VERSION).toBytes().get(),
            new ReferenceChange(ChangeVersion.sent("", 0, 0), null).toBytes(),
            0));
    context.setRecordMetadata("proposals", 0, 0);
    processor.process(record("p", UNKNOWN_SCHEMA));
    assertThat(task.active()).hasSize(3);

    processor.close();

    assertThat(task.active()).isEmpty();
  }

  @Test
  void shouldCancelFlushesOfSums() {
    task.addStores(Names.PORTFOLIO_SUMS_STORE, Names.PORTFOLIO_EMITTED_STORE);

    assertCancels(
        new SumPortfoliosProcessor(
            Names.PORTFOLIO_SUMS_STORE, Names.PORTFOLIO_EMITTED_STORE, () -> {}),
        new Record<>(new PartialKey("legal", 0).toBytes(), null, 0));
  }

  private void assertCancels(
      Processor<byte[], byte[], byte[], Object> processor, Record<byte[], byte[]> record) {
    processor.init(context);
    processor.process(record);
    assertThat(task.active()).hasSize(1);

    processor.close();

    assertThat(task.active()).isEmpty();
  }

  private static Record<byte[], byte[]> record(String key, byte[] value) {
    return new Record<>(key.getBytes(UTF_8), value, 0);
  }
}
