package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

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

  /**
   * @param settings of all apps
   */
  Stage(Path directory, long seed, int proposals, Map<String, String> settings)
      throws IOException, InterruptedException, ExecutionException {
    this.directory = directory;
    this.settings = settings;
    cluster = Cluster.start(directory.resolve("kafka"));
    portfolio = new Portfolio(seed, proposals, MODELS);
    loader = new Loader(cluster);
    ledger = new Ledger(cluster);
    expectations = new Expectations(cluster, ledger);
  }

  /** Starts an instance, again on its own state directory where it was there before. */
  AppProcess start(String name) throws IOException {
    AppProcess app = AppProcess.start(cluster, name, directory.resolve(name), settings);
    apps.put(name, app);
    return app;
  }

  /** Sends the prices, and returns when they are in force. */
  void loadPrices() throws InterruptedException, ExecutionException {
    loader.prices(portfolio.prices().values());
    expectations.awaitAllChangesComplete(MODELS);
  }

  /** Sends prices and then proposals, and returns when each is answered, once. */
  void load() throws InterruptedException, ExecutionException {
    loadPrices();
    loader.proposals(portfolio.proposals().values(), LOAD);
    expectations.oneAnswerForEachOf(portfolio.proposals().keySet(), LOAD);
    ledger.mark();
  }

  /** Half the price of what is the baseline of nine in ten proposals. */
  Change halfPriceBaseline() {
    Map<String, ModelPricing> before = portfolio.prices();
    PricePeriod period = before.get(Portfolio.BASELINE).getPeriods().get(0);
    ModelPricing halved = Portfolio.pricing(Portfolio.BASELINE, period.getInputPerMTok() / 2);
    Map<String, ModelPricing> after = new HashMap<>(before);
    after.put(Portfolio.BASELINE, halved);
    Effects effects =
        Effects.of(Portfolio.BASELINE, portfolio.proposals().values(), before::get, after::get);
    assertThat(effects.transitions()).as("verdicts that flip").isNotEmpty();
    return new Change(halved, before::get, after::get, effects);
  }

  @Override
  public void close() {
    apps.values().forEach(AppProcess::close);
    ledger.close();
    loader.close();
    cluster.close();
  }
}
