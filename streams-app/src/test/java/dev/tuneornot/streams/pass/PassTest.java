package dev.tuneornot.streams.pass;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes, slices, restarts, new and deleted proposals against what must come of them. */
class PassTest {
  private static final int STEPS = 4_000;
  private static final int MODELS = 8;

  /** Version of each model, and by id the models it depends on with the version last visited. */
  private final Map<String, Long> versions = new HashMap<>();

  private final Map<Bytes, Map<String, Long>> rows = new TreeMap<>();
  private final Map<Bytes, Proposal> proposals = new HashMap<>();
  private final DependantIndex index = new DependantIndex();
  private final KeyValueStore<Bytes, byte[]> store = store();
  private final Completions completions = new Completions();
  private Pass pass = pass();

  @BeforeAll
  static void trust() {
    TrustedClasses.install();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldBringEveryDependantToTheLastVersionBeforeAChangeIsDone(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0 -> change("m/" + random.nextInt(MODELS));
        case 1 -> putRow(random);
        case 2 -> deleteRow(random);
        case 3 -> pass = pass(); // a restart
        default -> pass.work(SliceBudget.rows(random.nextInt(6)).begin(null), this::visit);
      }
    }
    while (!pass.isIdle()) {
      pass.work(SliceBudget.rows(100).begin(null), this::visit);
    }

    rows.forEach(
        (id, seen) ->
            seen.forEach((model, version) -> assertThat(version).isEqualTo(versions.get(model))));
  }

  private void change(String model) {
    long version = versions.merge(model, 1L, Long::sum);
    pass.note(new ReferenceKey(ChangeKind.PRICE, model), ChangeVersion.sent(version), 0);
  }

  /** A proposal that comes is evaluated with the versions of the moment. */
  private void putRow(Random random) {
    Bytes id = id(random);
    deleteRow(id);
    List<String> models =
        List.of(
            "m/" + random.nextInt(MODELS / 2), "m/" + (MODELS / 2 + random.nextInt(MODELS / 2)));
    Proposal proposal =
        Proposal.newBuilder().setProposalId(id.toString()).setCandidateModels(models).build();
    proposals.put(id, proposal);
    index.add(id, proposal);
    Map<String, Long> seen = new HashMap<>();
    models.forEach(model -> seen.put(model, versions.computeIfAbsent(model, unused -> 0L)));
    rows.put(id, seen);
  }

  private void deleteRow(Random random) {
    deleteRow(id(random));
  }

  private void deleteRow(Bytes id) {
    Proposal proposal = proposals.remove(id);
    if (proposal != null) {
      index.remove(id, proposal);
      rows.remove(id);
    }
  }

  private static Bytes id(Random random) {
    return Bytes.wrap(("p" + random.nextInt(40)).getBytes(UTF_8));
  }

  private void visit(Bytes id) {
    assertThat(rows).containsKey(id);
    rows.get(id).replaceAll((model, version) -> versions.get(model));
  }

  private Pass pass() {
    return new Pass(store, index, portfolio -> false, completions);
  }

  /** When a change is done, no dependant may be left on an older version. */
  private final class Completions implements PassObserver {
    @Override
    public void noticed(PendingChange change, @Nullable PendingChange overtaken) {
      assertThat(change.version().offset()).isEqualTo(versions.get(change.key().key()));
    }

    @Override
    public void completed(PendingChange change) {
      String model = change.key().key();
      rows.forEach(
          (id, seen) -> {
            if (seen.containsKey(model)) {
              assertThat(seen.get(model)).as("%s of %s", model, id).isEqualTo(versions.get(model));
            }
          });
    }
  }

  private static KeyValueStore<Bytes, byte[]> store() {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("pass"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
