package dev.tuneornot.benchmarks.pure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.streams.pass.SortedIds;
import java.util.Iterator;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A set of ids as the index of dependants has for each model; an operation is one id. */
@State(Scope.Thread)
public class SortedIdsBenchmark {
  private static final int IDS = 50_000;
  private static final long SEED = 1;

  private final Bytes[] inOrder = new Bytes[IDS];
  private final Bytes[] shuffled = new Bytes[IDS];
  private SortedIds filled = new SortedIds();

  @Setup
  public void makeUp() {
    for (int i = 0; i < IDS; i++) {
      inOrder[i] = Bytes.wrap("p-%07d".formatted(i).getBytes(UTF_8));
      shuffled[i] = inOrder[i];
    }
    Random random = new Random(SEED);
    for (int i = IDS - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Bytes moved = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = moved;
    }
    filled = added(shuffled);
  }

  @Benchmark
  @OperationsPerInvocation(IDS)
  public SortedIds addInOrder() {
    return added(inOrder);
  }

  @Benchmark
  @OperationsPerInvocation(IDS)
  public SortedIds addShuffled() {
    return added(shuffled);
  }

  @Benchmark
  @OperationsPerInvocation(IDS)
  public int walk() {
    int checksum = 0;
    for (Iterator<Bytes> ids = filled.walk(null); ids.hasNext(); ) {
      checksum += ids.next().get()[0];
    }
    return checksum;
  }

  private static SortedIds added(Bytes[] ids) {
    SortedIds set = new SortedIds();
    for (Bytes id : ids) {
      set.add(id);
    }
    // Asking puts those in order that have waited for it.
    if (set.size() != ids.length) {
      throw new IllegalStateException("size = " + set.size() + ": must be " + ids.length);
    }
    return set;
  }
}
