package dev.tuneornot.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.pages.CacheBudget;
import dev.tuneornot.streams.pages.Outcome;
import dev.tuneornot.streams.pages.Pages;
import dev.tuneornot.streams.pages.ProposalStore;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Fills the pages of four tasks with a million proposals, in the order of their ids and shuffled,
 * each due at an instant of its own, and tells bytes of heap and rate.
 */
public final class PageHeap {
  private static final int PROPOSALS = 1_000_000;
  private static final int TASKS = 4;
  private static final int MODELS = 400;
  private static final int PORTFOLIOS = 200;
  private static final byte[] NOTHING = {};

  private PageHeap() {}

  public static void main(String[] arguments) {
    List<Integer> order = new ArrayList<>(PROPOSALS);
    for (int i = 0; i < PROPOSALS; i++) {
      order.add(i);
    }
    fill("warm-up, in order", order);
    fill("in order", order);
    Collections.shuffle(order, new Random(1));
    fill("shuffled", order);
  }

  private static void fill(String name, List<Integer> order) {
    long before = used();
    long start = System.nanoTime();
    List<Pages> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      Pages pages =
          new Pages(emptyStore("pages"), new ProposalStore(discarding(), new CacheBudget(0)));
      while (!pages.isLoaded()) {
        pages.load((id, stored) -> List.of(), id -> false);
      }
      tasks.add(pages);
    }
    for (int number : order) {
      Random random = new Random(number);
      Bytes id = Bytes.wrap("proposal-%07d".formatted(number).getBytes(UTF_8));
      tasks
          .get(number % TASKS)
          .put(id, NOTHING, dependencies(random), number, outcome(random, number), true);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = used() - before;
    System.out.printf(
        "%s: %d bytes of heap a proposal, %,.0f proposals a second%n",
        name, bytes / PROPOSALS, PROPOSALS / seconds);
    tasks.forEach(Pages::close);
  }

  private static List<ReferenceKey> dependencies(Random random) {
    List<ReferenceKey> keys = new ArrayList<>(4);
    for (int i = 0; i < 3; i++) {
      keys.add(new ReferenceKey(ChangeKind.PRICE, "provider/model-" + random.nextInt(MODELS)));
    }
    keys.add(new ReferenceKey(ChangeKind.POLICY, "portfolio-" + random.nextInt(PORTFOLIOS)));
    return keys;
  }

  private static Outcome outcome(Random random, int number) {
    return new Outcome(
        random.nextLong(),
        random.nextLong(),
        Decision.FINE_TUNE,
        Verdict.GO,
        null,
        number,
        number,
        1_000_000L + number,
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble());
  }

  private static KeyValueStore<Bytes, byte[]> emptyStore(String name) {
    return Stores.inMemoryKeyValueStore(name).get();
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** A store that keeps nothing: proposals are on the disk, so they do not count. */
  @SuppressWarnings("unchecked")
  private static KeyValueStore<Bytes, byte[]> discarding() {
    KeyValueStore<Bytes, byte[]> empty = emptyStore("proposals");
    return (KeyValueStore<Bytes, byte[]>)
        Proxy.newProxyInstance(
            PageHeap.class.getClassLoader(),
            new Class<?>[] {KeyValueStore.class},
            (proxy, method, arguments) ->
                method.getName().equals("put") ? null : method.invoke(empty, arguments));
  }
}
