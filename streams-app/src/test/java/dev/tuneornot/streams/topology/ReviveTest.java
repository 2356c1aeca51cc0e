package dev.tuneornot.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pass.SliceBudget;
import dev.tuneornot.streams.reference.ReferenceChange;
import dev.tuneornot.streams.reference.ReferenceKey;
import dev.tuneornot.streams.reference.ValidateProcessor;
import dev.tuneornot.streams.rollup.PartialKey;
import dev.tuneornot.streams.rollup.SumPortfoliosProcessor;
import dev.tuneornot.streams.score.EvaluateProcessor;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A task that is revived closes its processors and initialises the same objects again, while what
 * they have scheduled stays. It has to be gone by then, or it would run beside its successor.
 */
class ReviveTest {
  private static final byte[] UNKNOWN_SCHEMA = {0, 0, 0, 0, 9, 1};

  private static final SchemaLookup AWAY = schemaId -> new SchemaLookup.Answer.Unavailable("away");

  @TempDir private File directory;
  private MockProcessorContext<byte[], Object> context;

  @BeforeEach
  void open() {
    TrustedClasses.install();
    context = new MockProcessorContext<>(new Properties(), new TaskId(1, 0), directory);
    context.setCurrentSystemTimeMs(0);
  }

  @Test
  void shouldCancelRetriesOfPrices() {
    addStores(Names.VALID_STORE, Names.VALIDATE_PARKED_STORE, Names.VALIDATE_SCHEMAS_STORE);
    ValidateProcessor.Wiring wiring =
        new ValidateProcessor.Wiring(
            Names.VALID_STORE,
            Names.VALIDATE_PARKED_STORE,
            Names.VALIDATE_SCHEMAS_STORE,
            Names.REFERENCE_SINK,
            Names.VALIDATE_DEAD_LETTERS_SINK,
            "pricing",
            "policies");
    context.setRecordMetadata("pricing", 0, 0);

    assertCancels(
        new ValidateProcessor(wiring, AWAY, new AppMeters()), record("m", UNKNOWN_SCHEMA));
  }

  @Test
  void shouldCancelRetriesSlicesAndFlushesOfProposals() {
    EvaluateProcessor.Stores stores =
        new EvaluateProcessor.Stores(
            Names.PROPOSALS_STORE,
            Names.OUTCOMES_STORE,
            Names.REFERENCE_STORE,
            Names.PASS_STORE,
            Names.SCHEMAS_STORE,
            Names.PARKED_STORE,
            Names.BACKLOG_STORE,
            Names.PORTFOLIO_PARTIALS_STORE,
            Names.IMPACT_PARTIALS_STORE);
    addStores(
        stores.proposals(),
        stores.outcomes(),
        stores.reference(),
        stores.pass(),
        stores.schemas(),
        stores.parked(),
        stores.backlog(),
        stores.portfolioPartials(),
        stores.impactPartials());
    KeyValueStore<Bytes, byte[]> sums = context.getStateStore(stores.portfolioPartials());
    sums.put(Bytes.wrap("left over".getBytes(UTF_8)), new byte[] {1});
    EvaluateProcessor.Collaborators collaborators =
        new EvaluateProcessor.Collaborators(
            AWAY,
            Admission.PartitionCheck.NONE,
            1,
            SliceBudget.rows(1),
            Duration.ofMillis(20),
            () -> true,
            new AppMeters());
    EvaluateProcessor.Sinks sinks =
        new EvaluateProcessor.Sinks("recommendations", "dead-letters", "portfolios", "impacts");
    EvaluateProcessor processor = new EvaluateProcessor("reference", stores, sinks, collaborators);
    processor.init(context);
    context.setRecordMetadata("reference", 0, 0);
    processor.process(
        new Record<>(
            new ReferenceKey(ChangeKind.RULES, Rules.VERSION).toBytes().get(),
            new ReferenceChange(0, null).toBytes(),
            0));
    context.setRecordMetadata("proposals", 0, 0);
    processor.process(record("p", UNKNOWN_SCHEMA));
    assertThat(active()).hasSize(3);

    processor.close();

    assertThat(active()).isEmpty();
  }

  @Test
  void shouldCancelFlushesOfSums() {
    addStores(Names.PORTFOLIO_SUMS_STORE, Names.PORTFOLIO_EMITTED_STORE);

    assertCancels(
        new SumPortfoliosProcessor(Names.PORTFOLIO_SUMS_STORE, Names.PORTFOLIO_EMITTED_STORE),
        new Record<>(new PartialKey("legal", 0).toBytes(), null, 0));
  }

  private void assertCancels(
      Processor<byte[], byte[], byte[], Object> processor, Record<byte[], byte[]> record) {
    processor.init(context);
    processor.process(record);
    assertThat(active()).hasSize(1);

    processor.close();

    assertThat(active()).isEmpty();
  }

  private List<CapturedPunctuator> active() {
    return context.scheduledPunctuators().stream()
        .filter(punctuator -> !punctuator.cancelled())
        .toList();
  }

  private void addStores(String... names) {
    for (String name : names) {
      KeyValueStore<Bytes, byte[]> store =
          Stores.keyValueStoreBuilder(
                  Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
              .withLoggingDisabled()
              .build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
  }

  private static Record<byte[], byte[]> record(String key, byte[] value) {
    return new Record<>(key.getBytes(UTF_8), value, 0);
  }
}
