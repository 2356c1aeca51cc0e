package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.process.BrokerProcess;
import dev.tuneornot.benchmarks.process.ChildProcess;
import dev.tuneornot.benchmarks.process.ProcessUsage;
import dev.tuneornot.benchmarks.report.Rows;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/** A contender and its broker while they run: causes something and measures what comes of it. */
final class Stage {
  private static final long POLL_MS = 10;
  private static final long QUIET_MS = 1_000;

  /** What makes rows come out. */
  @FunctionalInterface
  interface Cause {
    void run() throws IOException, InterruptedException;
  }

  private final Plan plan;
  private final Contender contender;
  private final BrokerProcess broker;
  private final ChildProcess process;
  private final OutputMeter meter;
  private final Admin admin;
  private final Observer observer;

  Stage(
      Plan plan,
      Contender contender,
      BrokerProcess broker,
      ChildProcess process,
      OutputMeter meter,
      Admin admin,
      Observer observer) {
    this.plan = plan;
    this.contender = contender;
    this.broker = broker;
    this.process = process;
    this.meter = meter;
    this.admin = admin;
    this.observer = observer;
  }

  /** The same with another process of the contender. */
  Stage with(ChildProcess restarted) {
    return new Stage(plan, contender, broker, restarted, meter, admin, observer);
  }

  /** Rows with the instants that they came between. */
  record Observed(Rows rows, RowCount.State state) {}

  /** Measures from just before {@code cause} until all is quiet again. */
  Observed observe(long wanted, Cause cause) throws IOException, InterruptedException {
    TopicBytes bytesBefore = TopicBytes.of(admin);
    ProcessUsage before = process.usage();
    ProcessUsage brokerBefore = broker.usage();
    RowCount count = observer.count(wanted);
    cause.run();
    await(wanted + " rows", () -> count.state().isComplete());
    ProcessUsage after = process.usage();
    ProcessUsage brokerAfter = broker.usage();
    awaitQuiet(count);
    TopicBytes bytes = TopicBytes.of(admin).since(bytesBefore);
    RowCount.State state = count.state();
    Rows rows =
        new Rows(
            wanted,
            state.rows(),
            state.distinct(),
            (state.last() - state.begun()) / 1e9,
            (state.first() - state.begun()) / 1e9,
            after.cpuSeconds() - before.cpuSeconds(),
            brokerAfter.cpuSeconds() - brokerBefore.cpuSeconds(),
            bytes.all(),
            bytes.recommendations(),
            state.fingerprint());
    return new Observed(rows, state);
  }

  private static void awaitQuiet(RowCount count) throws InterruptedException {
    long seen = -1;
    while (seen != count.state().rows()) {
      seen = count.state().rows();
      Thread.sleep(QUIET_MS);
    }
  }

  /**
   * @throws IllegalStateException where it takes too long or the contender ends
   */
  void await(String what, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + plan.patience().toNanos();
    while (!done.getAsBoolean()) {
      process.requireAlive();
      meter.requireAlive();
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            contender.title() + ": no " + what + " within " + plan.patience().toSeconds() + " s");
      }
      Thread.sleep(POLL_MS);
    }
  }

  ChildProcess process() {
    return process;
  }
}
