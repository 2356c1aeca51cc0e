package dev.tuneornot.streams.topology;

import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pass.SliceBudget;
import dev.tuneornot.streams.score.CacheBudget;
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
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** A task by itself, whose stores may hold what was left by another, with the registry away. */
final class MockTask {
  static final SchemaLookup AWAY = schemaId -> new SchemaLookup.Answer.Unavailable("away");
  static final String IMPACTS = "impacts";

  final MockProcessorContext<byte[], Object> context;

  MockTask(File directory, int partition) {
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, partition), directory);
    context.setCurrentSystemTimeMs(0);
  }

  /** A processor with its stores, which are empty, not initialised yet. */
  EvaluateProcessor evaluate(int partitions) {
    EvaluateProcessor.Stores stores = TuneOrNotTopology.EVALUATE_STORES;
    addStores(stores.names());
    EvaluateProcessor.Collaborators collaborators =
        new EvaluateProcessor.Collaborators(
            AWAY,
            Admission.PartitionCheck.NONE,
            partitions,
            Bench.IDENTITIES,
            SliceBudget.rows(1),
            Duration.ofMillis(20),
            () -> true,
            new CacheBudget(0),
            new AppMeters());
    EvaluateProcessor.Sinks sinks =
        new EvaluateProcessor.Sinks("recommendations", "dead-letters", "portfolios", IMPACTS);
    return new EvaluateProcessor("reference", stores, sinks, collaborators);
  }

  /** What is scheduled and not cancelled. */
  List<CapturedPunctuator> active() {
    return context.scheduledPunctuators().stream()
        .filter(punctuator -> !punctuator.cancelled())
        .toList();
  }

  void addStores(String... names) {
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
}
