package dev.tuneornot.standalone.faults;

import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;

/** A cluster with a portfolio on it, and the apps that work on it. */
final class Stage implements AutoCloseable {
  private static final int MODELS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

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

  /** Sends prices and then proposals, and returns when each is answered, once. */
  void load() throws InterruptedException, ExecutionException {
    loader.prices(portfolio.prices().values());
    expectations.awaitAllChangesComplete(MODELS);
    loader.proposals(portfolio.proposals().values(), "load");
    int wanted = portfolio.proposals().size();
    Awaitility.await("answers").atMost(PATIENCE).until(() -> ledger.catchUp().size() == wanted);
    ledger.mark();
  }

  /** The prices as loaded, and {@code changed} among them. */
  PriceBook with(ModelPricing changed) {
    Map<String, ModelPricing> prices = new HashMap<>(portfolio.prices());
    prices.put(changed.getModelId(), changed);
    return prices::get;
  }

  /** The baseline of nine in ten proposals at half its price. */
  ModelPricing halfPriceBaseline() {
    PricePeriod period = portfolio.prices().get(Portfolio.BASELINE).getPeriods().get(0);
    return Portfolio.pricing(Portfolio.BASELINE, period.getInputPerMTok() / 2);
  }

  @Override
  public void close() {
    apps.values().forEach(AppProcess::close);
    ledger.close();
    loader.close();
    cluster.close();
  }
}
