package dev.tuneornot.streams.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.streams.pages.CacheBudget;
import dev.tuneornot.streams.pages.Pages;
import dev.tuneornot.streams.pages.ProposalStore;
import dev.tuneornot.streams.reference.ChangeVersion;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes, slices, restarts, new and deleted proposals against what must come of them. */
class SweepTest {
  private static final int STEPS = 4_000;
  private static final int MODELS = 8;

  /** Version of each model, and by id the models it depends on with the version last visited. */
  private final Map<String, Long> versions = new HashMap<>();

  private final Map<Bytes, Map<String, Long>> rows = new TreeMap<>();
  private final KeyValueStore<Bytes, byte[]> store = store("sweep");
  private final KeyValueStore<Bytes, byte[]> proposalStore = store("proposals");
  private final KeyValueStore<Bytes, byte[]> pageStore = store("pages");
  private Pages pages = pages();
  private Sweep sweep = sweep();
  private long offset;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldBringEveryDependantToTheLastVersionBeforeAChangeIsDone(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0 -> change("m/" + random.nextInt(MODELS));
        case 1 -> putRow(random);
        case 2 -> deleteRow(random);
        case 3 -> restart();
        default -> slice(random.nextInt(6));
      }
    }
    while (!sweep.isIdle()) {
      slice(100);
    }

    rows.forEach(
        (id, seen) ->
            seen.forEach((model, version) -> assertThat(version).isEqualTo(versions.get(model))));
  }

  private void change(String model) {
    long version = versions.merge(model, 1L, Long::sum);
    sweep.note(
        new ReferenceKey(ChangeKind.PRICE, model), ChangeVersion.sent("", 0, version), 0, false);
  }

  private void slice(int rows) {
    for (int i = 0; i < rows; i++) {
      Sweep.Visit visit = sweep.next();
      sweep.takeCompleted().forEach(this::assertDone);
      if (visit == null) {
        break;
      }
      assertThat(visit.page().id(visit.row())).isEqualTo(visit.id());
      visit(visit.id());
    }
    sweep.pause();
  }

  private void restart() {
    pages.flush();
    pages = pages();
    sweep = sweep();
  }

  /** A proposal that comes is evaluated with the versions of the moment. */
  private void putRow(Random random) {
    Bytes id = id(random);
    List<String> models =
        List.of(
            "m/" + random.nextInt(MODELS / 2), "m/" + (MODELS / 2 + random.nextInt(MODELS / 2)));
    List<ReferenceKey> keys = keys(models);
    pages.put(id, String.join(",", models).getBytes(UTF_8), keys, offset++, null, true);
    Map<String, Long> seen = new HashMap<>();
    models.forEach(model -> seen.put(model, versions.computeIfAbsent(model, unused -> 0L)));
    rows.put(id, seen);
  }

  private static List<ReferenceKey> keys(List<String> models) {
    List<ReferenceKey> keys = new ArrayList<>();
    models.forEach(model -> keys.add(new ReferenceKey(ChangeKind.PRICE, model)));
    keys.add(new ReferenceKey(ChangeKind.POLICY, "default"));
    return keys;
  }

  private void deleteRow(Random random) {
    Bytes id = id(random);
    pages.delete(id);
    rows.remove(id);
  }

  private static Bytes id(Random random) {
    return Bytes.wrap(("p" + random.nextInt(40)).getBytes(UTF_8));
  }

  private void visit(Bytes id) {
    assertThat(rows).containsKey(id);
    rows.get(id).replaceAll((model, version) -> versions.get(model));
  }

  private Pages pages() {
    Pages made = new Pages(pageStore, new ProposalStore(proposalStore, new CacheBudget(0)));
    while (!made.isLoaded()) {
      made.load(
          (id, stored) -> keys(List.of(new String(stored.arrived(), UTF_8).split(","))),
          id -> false);
    }
    return made;
  }

  private Sweep sweep() {
    Sweep made = new Sweep(store, pages, portfolio -> false);
    made.load();
    return made;
  }

  /** When a change is done, no dependant may be left on an older version. */
  private void assertDone(PendingChange change) {
    String model = change.key().key();
    rows.forEach(
        (id, seen) -> {
          if (seen.containsKey(model)) {
            assertThat(seen.get(model)).as("%s of %s", model, id).isEqualTo(versions.get(model));
          }
        });
  }

  private static KeyValueStore<Bytes, byte[]> store(String name) {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
