package dev.tuneornot.dashboard;

import dev.tuneornot.confluent.http.BoundedServer;
import dev.tuneornot.confluent.program.Program;
import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.dashboard.config.DashboardConfig;
import dev.tuneornot.dashboard.config.HttpSettings;
import dev.tuneornot.dashboard.live.EventHub;
import dev.tuneornot.dashboard.projection.Projection;
import dev.tuneornot.dashboard.projection.StartCheck;
import dev.tuneornot.dashboard.query.Portfolios;
import dev.tuneornot.dashboard.sql.Database;
import dev.tuneornot.dashboard.sql.DatabaseException;
import dev.tuneornot.dashboard.web.Site;
import dev.tuneornot.dashboard.web.WebServer;
import dev.tuneornot.schemas.TrustedClasses;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running dashboard. For programs that embed it as well. */
public final class DashboardApp implements Program.Running {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardApp.class);

  private final HttpSettings http;
  private final Database database;
  private final EventHub events;
  private final Projection projection;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final BoundedServer server;
  private final CountDownLatch ended = new CountDownLatch(1);

  private DashboardApp(DashboardConfig config, Database database) {
    this.http = config.http();
    this.database = database;
    addJvmMeters();
    this.events =
        new EventHub(new Portfolios(database), http.streams(), EventHub.Pace.DEFAULT, meters);
    this.projection = new Projection(config, database, meters, events);
    this.server = listen();
    events.start(projection::state);
  }

  /**
   * Starts it. It serves at once what it has, probes included, waits for Kafka, and then catches up
   * in the background.
   *
   * @throws StartupException where that is not possible: a topic is missing or wrong, the database
   *     cannot be used, the port is taken
   * @throws org.apache.kafka.common.config.ConfigException where a setting is missing or wrong
   */
  public static DashboardApp start(DashboardConfig config) throws InterruptedException {
    TrustedClasses.install();
    DashboardApp app = listening(config);
    try {
      new StartCheck(config).await(StartupException::new);
      app.projection.start();
      LOG.info("The dashboard is at {}", app.url());
      return app;
    } catch (RuntimeException | InterruptedException e) {
      app.close();
      throw e;
    }
  }

  private static DashboardApp listening(DashboardConfig config) {
    Database database;
    try {
      database = Database.open(config.database());
    } catch (DatabaseException e) {
      throw new StartupException(String.valueOf(e.getMessage()), e);
    }
    try {
      return new DashboardApp(config, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private BoundedServer listen() {
    Site site =
        new Site(database, events, meters)
            .probe("/health/live", () -> new Site.Probe(health().live(), health()))
            .probe("/health/ready", () -> new Site.Probe(health().ready(), health()));
    try {
      return WebServer.start(http, site);
    } catch (IOException e) {
      projection.close();
      events.close();
      throw new StartupException(
          "Cannot listen on %s:%d (%s, %s): %s"
              .formatted(
                  http.host(),
                  http.port(),
                  DashboardConfig.HTTP_HOST,
                  DashboardConfig.HTTP_PORT,
                  e.getMessage()),
          e);
    }
  }

  // These have nothing to close.
  @SuppressWarnings("resource")
  private void addJvmMeters() {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
  }

  /** What the probes see. */
  public Health health() {
    return Health.of(projection.state());
  }

  public int httpPort() {
    return server.port();
  }

  /** Where the page is. */
  public String url() {
    String host = http.host().contains(":") ? "[" + http.host() + "]" : http.host();
    return "http://" + host + ":" + httpPort() + "/";
  }

  /** Waits until it is closed. */
  @Override
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Whether it has not been closed. */
  @Override
  public boolean isRunning() {
    return ended.getCount() > 0;
  }

  /** For tests and for programs that embed it. */
  public boolean awaitReady(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (!health().ready() && System.nanoTime() < end && isRunning()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return health().ready();
  }

  /** Ends the transaction at hand and stops; idempotent. */
  @Override
  public synchronized void close() {
    if (!isRunning()) {
      return;
    }
    events.close();
    server.close();
    projection.close();
    database.close();
    meters.close();
    ended.countDown();
  }
}
