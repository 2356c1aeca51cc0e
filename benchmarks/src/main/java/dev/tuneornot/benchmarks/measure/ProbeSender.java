package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.data.Portfolio;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends new proposals at a steady rate, whatever becomes of the answers: a latency counts from when
 * its proposal was due, so that a stall is seen in all that fall into it.
 */
final class ProbeSender implements AutoCloseable {
  @SuppressWarnings("ArrayRecordComponent") // Bytes to send; nobody compares these records.
  private record Probe(String id, byte[] value) {}

  private final Inputs inputs;
  private final Probes probes;
  private final long intervalNanos;
  private final Deque<Probe> left = new ArrayDeque<>();
  private volatile boolean stopped;
  private Thread thread = new Thread();

  ProbeSender(Plan plan, Inputs inputs, Probes probes) throws IOException {
    this.inputs = inputs;
    this.probes = probes;
    this.intervalNanos = 1_000_000_000L / plan.probeRate();
    plan.file()
        .forEach(
            plan.proposals(),
            plan.proposals() + plan.probes(),
            (number, id, avro) -> {
              // A probe is to be answered once, not re-scored as well.
              if (!Portfolio.isDependant(number)) {
                left.add(new Probe(id, inputs.framed(avro)));
              }
            });
  }

  void start() {
    stopped = false;
    thread = new Thread(this::send, "probes");
    thread.start();
  }

  private void send() {
    long due = System.nanoTime();
    while (!stopped && !left.isEmpty()) {
      due += intervalNanos;
      LockSupport.parkNanos(due - System.nanoTime());
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Probe probe = left.remove();
      probes.sent(probe.id(), due);
      inputs.sendProbe(probe.id(), probe.value());
    }
  }

  /** Sends no more. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  @Override
  public void close() {
    stopped = true;
  }
}
