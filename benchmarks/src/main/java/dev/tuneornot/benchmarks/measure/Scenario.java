package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.contender.Contender;
import dev.tuneornot.benchmarks.data.AvroBytes;
import dev.tuneornot.benchmarks.data.WarmUp;
import dev.tuneornot.benchmarks.process.BrokerProcess;
import dev.tuneornot.benchmarks.process.ChildProcess;
import dev.tuneornot.benchmarks.process.ProcessUsage;
import dev.tuneornot.benchmarks.report.Latencies;
import dev.tuneornot.benchmarks.report.Restarts;
import dev.tuneornot.benchmarks.report.Result;
import dev.tuneornot.benchmarks.report.Rows;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** One run of one contender, on a new broker: load, re-scores, new proposals in between. */
public final class Scenario {
  private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);
  private static final long WARM_UP_INTERVAL_MS = 500;

  private final Plan plan;
  private final Contender contender;
  private final int run;

  public Scenario(Plan plan, Contender contender, int run) {
    this.plan = plan;
    this.contender = contender;
    this.run = run;
  }

  /**
   * @throws IllegalStateException where a process ends or rows do not come
   */
  public Result run() throws IOException, InterruptedException {
    Directory.delete(plan.work());
    String log = run + "-" + contender.name() + "-";
    try (BrokerProcess broker =
            BrokerProcess.start(
                plan.work().resolve("broker"),
                plan.brokerJvmOptions(),
                plan.logs().resolve(log + "broker.log"));
        Admin admin = Topics.admin(broker.bootstrapServers());
        Inputs inputs = new Inputs(broker.bootstrapServers(), broker.registryUrl())) {
      Topics.create(admin);
      for (ModelPricing price : plan.portfolio().prices()) {
        inputs.send(price);
      }
      for (String model : plan.warmUp().models()) {
        inputs.send(plan.portfolio().warmUpPrice(model));
      }
      Contender.Place place =
          new Contender.Place(
              broker.bootstrapServers(),
              broker.registryUrl(),
              plan.work(),
              plan.jvmOptions(),
              freePort(),
              plan.logs().resolve(log + "contender.log"));
      Probes probes = new Probes();
      Observer observer = new Observer(plan, probes);
      try (ChildProcess process = contender.start(place, source(), changes());
          OutputMeter meter =
              new OutputMeter(broker.bootstrapServers(), Plan.PARTITIONS, observer);
          ProbeSender sender = new ProbeSender(plan, inputs, probes)) {
        Stage stage = new Stage(plan, contender, broker, process, meter, admin, observer);
        return measure(stage, inputs, observer, probes, sender, place);
      }
    } finally {
      Directory.delete(plan.work());
    }
  }

  private Result measure(
      Stage stage,
      Inputs inputs,
      Observer observer,
      Probes probes,
      ProbeSender sender,
      Contender.Place place)
      throws IOException, InterruptedException {
    warmUp(stage, inputs, observer);
    @Nullable Rows load = null;
    long avroBytes = 0;
    if (contender.loads()) {
      try (Inputs.Hidden proposals = inputs.load(plan.file(), plan.proposals())) {
        avroBytes = proposals.bytes();
        load = stage.observe(plan.proposals(), proposals::show).rows();
      }
    }
    List<Rows> rescores = new ArrayList<>();
    int price = 0;
    for (int i = 0; contender.rescores() && i < plan.warmUpRescores(); i++) {
      rescore(stage, inputs, ++price);
    }
    for (int i = 0; contender.rescores() && i < plan.rescores(); i++) {
      rescores.add(rescore(stage, inputs, ++price).rows());
    }
    @Nullable Latencies idle = null;
    @Nullable Latencies busy = null;
    List<Latencies> busyEach = List.of();
    if (contender.loads() && !plan.probeTime().isZero()) {
      idle = idle(stage, probes, sender);
    }
    if (contender.loads() && contender.rescores() && plan.probedRescores() > 0) {
      List<RowCount.State> probed = busy(stage, inputs, probes, sender, price);
      busy = during(probed, probes);
      busyEach = probed.stream().map(rescore -> during(List.of(rescore), probes)).toList();
      price += plan.probedRescores();
    }
    ProcessUsage usage = stage.process().usage();
    stage.process().stop();
    long stateBytes = contender.hasState() ? Directory.bytes(place.state()) : 0;
    return new Result(
        run,
        contender,
        load,
        rescores,
        idle,
        busy,
        busyEach,
        restarts(place, stage, inputs, price),
        stateBytes,
        avroBytes,
        usage.cpuSeconds(),
        usage.peakResidentKiB(),
        contender.settings(place, source(), changes()));
  }

  private @Nullable Restarts restarts(
      Contender.Place place, Stage stage, Inputs inputs, int lastPrice)
      throws IOException, InterruptedException {
    if (!plan.restarts() || !contender.tellsReadiness()) {
      return null;
    }
    AtomicInteger price = new AtomicInteger(lastPrice);
    Starts.Work rescores =
        process -> {
          Rows last = null;
          for (int i = 0; contender.rescores() && i <= plan.warmUpRescores(); i++) {
            last = rescore(stage.with(process), inputs, price.incrementAndGet()).rows();
          }
          return last;
        };
    return new Starts(plan, contender, place, source(), changes(), rescores).measure();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Returns when every task of the contender answers with the prices of every partition. */
  private void warmUp(Stage stage, Inputs inputs, Observer observer)
      throws IOException, InterruptedException {
    if (!contender.loads()) {
      String unused = stage.process().await(Contender.READY, READY_TIMEOUT);
      return;
    }
    List<Proposal> template = new ArrayList<>();
    AvroBytes<Proposal> codec = new AvroBytes<>(Proposal.class, Proposal.getClassSchema());
    plan.file().forEach(0, 1, (number, id, avro) -> template.add(codec.decode(avro, 0)));
    WarmUp proposals = plan.warmUp();
    long end = System.nanoTime() + READY_TIMEOUT.toNanos();
    while (!observer.isWarm() && System.nanoTime() < end) {
      stage.process().requireAlive();
      for (String id : observer.unpriced()) {
        inputs.send(proposals.proposal(id, template.get(0)));
      }
      Thread.sleep(WARM_UP_INTERVAL_MS);
    }
    stage.await("answer with prices", observer::isWarm);
  }

  private Stage.Observed rescore(Stage stage, Inputs inputs, int price)
      throws IOException, InterruptedException {
    return stage.observe(
        plan.dependants(),
        () -> {
          if (contender.loads()) {
            inputs.send(plan.portfolio().hotPrice(price));
          } else {
            stage.process().tell("go");
          }
        });
  }

  private Latencies idle(Stage stage, Probes probes, ProbeSender sender)
      throws InterruptedException {
    sender.start();
    Thread.sleep(plan.probeTime().toMillis());
    sender.stop();
    stage.await("answers to all probes", probes::allAnswered);
    Latencies latencies = probes.latencies(sent -> true);
    probes.clear();
    return latencies;
  }

  private List<RowCount.State> busy(
      Stage stage, Inputs inputs, Probes probes, ProbeSender sender, int lastPrice)
      throws IOException, InterruptedException {
    List<RowCount.State> rescores = new ArrayList<>();
    sender.start();
    for (int i = 1; i <= plan.probedRescores(); i++) {
      rescores.add(rescore(stage, inputs, lastPrice + i).state());
    }
    sender.stop();
    stage.await("answers to all probes", probes::allAnswered);
    return rescores;
  }

  /** Only new proposals that were sent while rows of a re-score came out count. */
  private static Latencies during(List<RowCount.State> rescores, Probes probes) {
    return probes.latencies(
        sent ->
            rescores.stream()
                .anyMatch(rescore -> sent >= rescore.first() && sent <= rescore.last()));
  }

  private Contender.Source source() {
    return new Contender.Source(
        plan.file().path().toAbsolutePath(),
        plan.proposals(),
        plan.portfolio().seed(),
        plan.portfolio().asOf().toString());
  }

  private Map<String, String> changes() {
    String prefix = contender.name() + ".";
    Map<String, String> changes = new TreeMap<>();
    plan.changes()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                changes.put(key.substring(prefix.length()), value);
              }
            });
    return changes;
  }

  /** Where a run of this harness works; deleted before and after each. */
  public static Path workUnder(Path directory) {
    return directory.resolve("work");
  }
}
