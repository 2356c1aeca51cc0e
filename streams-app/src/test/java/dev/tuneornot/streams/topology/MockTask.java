package dev.tuneornot.streams.topology;

import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pages.CacheBudget;
import dev.tuneornot.streams.reference.ValidateProcessor;
import dev.tuneornot.streams.score.EvaluateProcessor;
import dev.tuneornot.streams.sweep.SliceBudget;
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

  static final String RECOMMENDATIONS = "recommendations";

  final MockProcessorContext<byte[], Object> context;
  final AppMeters meters = new AppMeters();
  SchemaLookup lookup = AWAY;
  String outputTopicId = "";

  MockTask(File directory, int partition) {
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, partition), directory);
    context.setCurrentSystemTimeMs(0);
  }

  /** A processor with its stores, which are empty, not initialised yet. */
  EvaluateProcessor evaluate(int partitions) {
    addStores(TuneOrNotTopology.EVALUATE_STORES.names());
    return evaluateAgain(partitions);
  }

  /** Likewise, with the stores as another has left them. */
  EvaluateProcessor evaluateAgain(int partitions) {
    EvaluateProcessor.Stores stores = TuneOrNotTopology.EVALUATE_STORES;
    EvaluateProcessor.Collaborators collaborators =
        new EvaluateProcessor.Collaborators(
            lookup,
            Admission.PartitionCheck.NONE,
            partitions,
            Bench.IDENTITIES,
            SliceBudget.rows(1),
            Duration.ofMillis(20),
            () -> true,
            new CacheBudget(0),
            Bench.NOT_REVIEWING,
            meters);
    EvaluateProcessor.Sinks sinks =
        new EvaluateProcessor.Sinks(
            RECOMMENDATIONS, "changes", "dead-letters", "portfolios", IMPACTS);
    return new EvaluateProcessor(
        new EvaluateProcessor.Topics("reference", "usage", outputTopicId),
        stores,
        sinks,
        collaborators);
  }

  /** A processor of prices with its stores, which are empty, not initialised yet. */
  ValidateProcessor validate(Admission.PartitionCheck check) {
    addStores(
        Names.VALID_STORE,
        Names.VALIDATE_PARKED_STORE,
        Names.VALIDATE_SCHEMAS_STORE,
        Names.REVIEWS_STORE,
        Names.REFERENCE_STORE);
    ValidateProcessor.Wiring wiring =
        new ValidateProcessor.Wiring(
            Names.VALID_STORE,
            Names.VALIDATE_PARKED_STORE,
            Names.VALIDATE_SCHEMAS_STORE,
            Names.REVIEWS_STORE,
            Names.REFERENCE_STORE,
            Names.REFERENCE_SINK,
            Names.REVIEWS_SINK,
            Names.PRICING_SINK,
            Names.VALIDATE_DEAD_LETTERS_SINK,
            "pricing",
            "policies",
            "price-reviews",
            Bench.IDENTITIES);
    return new ValidateProcessor(wiring, lookup, check, Bench.NOT_REVIEWING, meters, () -> {});
  }

  /** What is scheduled and not cancelled. */
  List<CapturedPunctuator> active() {
    return context.scheduledPunctuators().stream()
        .filter(punctuator -> !punctuator.cancelled())
        .toList();
  }

  /** Runs whatever is scheduled, so many times. */
  void run(int times) {
    for (int i = 0; i < times; i++) {
      active().forEach(punctuator -> punctuator.getPunctuator().punctuate(0));
    }
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
