package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.streams.pages.StoredOutcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A cluster with a portfolio on it, and the apps that work on it. */
final class Stage implements AutoCloseable {
  private static final int MODELS = 12;
  private static final String LOAD = "load";

  private final Path directory;
  private final Map<String, String> settings;
  private final Map<String, AppProcess> apps = new HashMap<>();
  final Cluster cluster;
  final Portfolio portfolio;
  final Loader loader;
  final Ledger ledger;
  final Expectations expectations;
  final Truth truth = new Truth();

  /**
   * @param settings of all apps
   */
  Stage(Path directory, long seed, int proposals, Map<String, String> settings)
      throws IOException, InterruptedException, ExecutionException {
    this(directory, Cluster.start(directory.resolve("kafka")), seed, proposals, settings);
  }

  /** Likewise on a cluster of one's own, which is closed at the end. */
  Stage(Path directory, Cluster cluster, long seed, int proposals, Map<String, String> settings) {
    this(directory, cluster, seed, proposals, MODELS, settings);
  }

  /** Likewise, with so many models. */
  Stage(
      Path directory,
      Cluster cluster,
      long seed,
      int proposals,
      int models,
      Map<String, String> settings) {
    this.directory = directory;
    this.settings = settings;
    this.cluster = cluster;
    portfolio = new Portfolio(seed, proposals, models);
    loader = new Loader(cluster);
    ledger = new Ledger(cluster);
    expectations = new Expectations(cluster, ledger);
  }

  /** Starts an instance, again on its own state directory where it was there before. */
  AppProcess start(String name) throws IOException {
    return start(name, Map.of());
  }

  /** Likewise, with settings over those of all apps. */
  AppProcess start(String name, Map<String, String> more) throws IOException {
    return start(name, more, List.of());
  }

  /** Likewise, with options of its JVM. */
  AppProcess start(String name, Map<String, String> more, List<String> options) throws IOException {
    return start(name, more, options, Map.of());
  }

  /** Likewise, with variables of its environment. */
  AppProcess start(
      String name, Map<String, String> more, List<String> options, Map<String, String> environment)
      throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    AppProcess app = AppProcess.start(cluster, name, state(name), all, options, environment);
    AppProcess before = apps.put(name, app);
    if (before != null) {
      before.close();
    }
    return app;
  }

  /** An instance by its name; the last one where there were more. */
  AppProcess app(String name) {
    return Objects.requireNonNull(apps.get(name), name);
  }

  /** The state directory of an instance. */
  Path state(String name) {
    return directory.resolve(name);
  }

  /** Takes an instance's state away, which must not be running. */
  void wipe(String name) throws IOException {
    try (Stream<Path> files = Files.walk(state(name))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Waits until so many instances have tasks. */
  void awaitInstancesAtWork(int instances) {
    Awaitility.await(instances + " instances at work")
        .atMost(Duration.ofMinutes(2))
        .until(() -> cluster.instancesAtWork() == instances);
  }

  /**
   * Waits until every recommendation follows from the last accepted inputs, none is missing and
   * none left over, the summaries are their sums, and the stores hold each proposal with its
   * outcome, and no other.
   */
  void holds() {
    expectations.everythingFollowsFrom(truth);
    assertThat(cluster.rows("proposals")).as("rows of proposals").isEqualTo(truth.size());
    StoredOutcomes outcomes = cluster.storedOutcomes();
    assertThat(outcomes.ofProposals()).as("proposals with an outcome").isEqualTo(truth.size());
    assertThat(outcomes.leftOver()).as("outcomes of no proposal").isZero();
    assertThat(cluster.rows("parked")).as("parked proposals").isZero();
    assertThat(cluster.rows("backlog")).as("unanswered proposals").isZero();
  }

  /** Sends the prices, and returns when they are in force. */
  void loadPrices() throws InterruptedException, ExecutionException {
    loader.prices(portfolio.prices().values());
    truth.acceptPrices(portfolio.prices().values());
    expectations.awaitAllChangesComplete(portfolio.prices().size());
  }

  /** Sends prices and then proposals, and returns when each is answered, once. */
  void load() throws InterruptedException, ExecutionException {
    loadPrices();
    loader.proposals(portfolio.proposals().values(), LOAD);
    truth.acceptProposals(portfolio.proposals().values());
    expectations.oneAnswerForEachOf(portfolio.proposals().keySet(), LOAD);
    ledger.mark();
  }

  /** Sends the proposals and returns when they are written, answered or not. */
  void sendProposals() throws InterruptedException, ExecutionException {
    truth.acceptProposals(portfolio.proposals().values());
    loader.proposals(portfolio.proposals().values(), LOAD);
  }

  /** Half the price of what is the baseline of nine in ten proposals. */
  Change halfPriceBaseline() {
    return baselineTimes(0.5);
  }

  /**
   * So many times the first price of what is the baseline of nine in ten proposals, where the last
   * accepted one is another.
   */
  Change baselineTimes(double factor) {
    PricePeriod period = portfolio.prices().get(Portfolio.BASELINE).getPeriods().get(0);
    ModelPricing next = Portfolio.pricing(Portfolio.BASELINE, factor * period.getInputPerMTok());
    Map<String, ModelPricing> before = truth.prices();
    Map<String, ModelPricing> after = new HashMap<>(before);
    after.put(Portfolio.BASELINE, next);
    Effects effects =
        Effects.of(Portfolio.BASELINE, truth.proposals().values(), before::get, after::get);
    return new Change(next, before::get, after::get, effects);
  }

  @Override
  public void close() throws IOException {
    apps.values().forEach(AppProcess::close);
    expectations.close();
    ledger.close();
    loader.close();
    cluster.close();
  }
}
