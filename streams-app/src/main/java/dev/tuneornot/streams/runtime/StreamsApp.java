package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pass.ThreadTimeBudget;
import dev.tuneornot.streams.score.CacheBudget;
import dev.tuneornot.streams.score.EvaluateProcessor;
import dev.tuneornot.streams.topology.Topics;
import dev.tuneornot.streams.topology.TuneOrNotTopology;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running application: start-up checks, Kafka Streams and health. {@link #start} returns at
 * once; what goes wrong later is told by {@link #awaitEnd} and {@link #health}.
 */
public final class StreamsApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
  private static final String AUTO_REGISTER = "auto.register.schemas";

  private final StreamsAppConfig config;
  private final Topics topics;
  private final SchemaRegistryClient registry;
  private final RegistryLookup lookup;
  private final CaughtUpGate startGate;
  private final AppMeters meters = new AppMeters();
  private final CacheBudget cache;
  private final AppMetrics metrics;
  private final HealthServer healthServer;
  private final RestoreProgress restoring = new RestoreProgress();
  private final ThreadFailures failures = new ThreadFailures();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread starter = new Thread(this::startUp, "tune-or-not-start");
  private volatile boolean closing;
  private volatile String waitsFor = "checking topics";
  private volatile @Nullable KafkaStreams streams;
  private volatile @Nullable RuntimeException startFailure;

  /**
   * @throws StartupException where the health port is taken
   * @throws org.apache.kafka.common.config.ConfigException where a setting is missing or wrong
   */
  public StreamsApp(StreamsAppConfig config) {
    TrustedClasses.install();
    this.config = config;
    this.topics = Topics.of(config.topicPrefix(), config.applicationId());
    this.registry = RegistryClients.create(config.passedThrough());
    this.lookup = new RegistryLookup(registry, topics.recommendations() + "-value");
    this.startGate =
        new CaughtUpGate(
            StreamsSettings.forAdmin(config),
            config.applicationId(),
            List.of(topics.pricing(), topics.policies()),
            topics.reference());
    this.cache = new CacheBudget(config.passCacheMaxBytes());
    this.metrics = new AppMetrics(meters, cache, this::health, config.servesStoreMetrics());
    this.healthServer =
        new HealthServer(config.httpHost(), config.httpPort(), this::health, metrics::scrape);
  }

  /** Begins to start; the checks and the wait for the registry go on in the background. */
  public void start() {
    LOG.info("Health is at http://{}:{}/health/ready", config.httpHost(), healthServer.port());
    starter.start();
  }

  public int httpPort() {
    return healthServer.port();
  }

  private void startUp() {
    try {
      int partitions = new TopicGate(config, topics, text -> waitsFor = text).await(() -> closing);
      new RegistryGate(registry, registersSchemas(), text -> waitsFor = text)
          .await(
              Map.of(
                  topics.recommendations() + "-value", Recommendation.getClassSchema(),
                  topics.portfolioSummaries() + "-value", PortfolioSummary.getClassSchema(),
                  topics.priceImpacts() + "-value", PriceImpact.getClassSchema()),
              () -> closing);
      if (!closing) {
        run(partitions);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StartupException | ConfigException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new StartupException("Cannot start: " + ThreadFailures.explanation(e), e));
    }
  }

  private void fail(RuntimeException failure) {
    startFailure = failure;
    ended.countDown();
  }

  private synchronized void run(int partitions) {
    if (closing) {
      return;
    }
    Properties settings = StreamsSettings.of(config);
    KafkaStreams started =
        new KafkaStreams(
            new TuneOrNotTopology(topics, collaborators(partitions), serializer()).build(),
            settings);
    started.setGlobalStateRestoreListener(restoring);
    started.setUncaughtExceptionHandler(failures);
    started.setStateListener(
        (now, before) -> {
          LOG.info("{} -> {}", before, now);
          if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            ended.countDown();
          }
        });
    streams = started;
    metrics.bind(started);
    startGate.start();
    started.start();
  }

  private EvaluateProcessor.Collaborators collaborators(int partitions) {
    Duration budget = config.passBudget();
    Admission.PartitionCheck check =
        config.checksPartitions()
            ? Admission.PartitionCheck.murmur2(topics.proposals(), partitions)
            : Admission.PartitionCheck.NONE;
    return new EvaluateProcessor.Collaborators(
        lookup,
        check,
        partitions,
        new ThreadTimeBudget(budget, config.passIdleBudget()),
        ThreadTimeBudget.interval(budget),
        startGate,
        cache,
        meters);
  }

  private QuickAvroSerializer serializer() {
    return new QuickAvroSerializer(
        new KafkaAvroSerializer(registry, new HashMap<>(config.passedThrough())),
        RecommendationWriter.bySchema());
  }

  private boolean registersSchemas() {
    return Boolean.parseBoolean(config.passedThrough().getOrDefault(AUTO_REGISTER, "true"));
  }

  /** What the probes see. */
  public Health health() {
    KafkaStreams running = streams;
    RuntimeException failure = startFailure;
    if (failure != null) {
      return new Health(false, false, "FAILED", String.valueOf(failure.getMessage()), Map.of());
    }
    if (running == null) {
      return new Health(true, false, "STARTING", waitsFor, Map.of());
    }
    KafkaStreams.State state = running.state();
    Map<String, Long> left = restoring.remaining();
    boolean ready = state == KafkaStreams.State.RUNNING && left.isEmpty();
    boolean live = state != KafkaStreams.State.ERROR && failures.fatal() == null;
    String reason = ready ? "" : left.isEmpty() ? "Kafka Streams is " + state : "restoring state";
    return new Health(live, ready, state.name(), reason, left);
  }

  /** The metrics of Kafka Streams, its clients and the tasks; none before Kafka Streams runs. */
  public Map<MetricName, ? extends Metric> metrics() {
    KafkaStreams running = streams;
    return running == null ? Map.of() : running.metrics();
  }

  /** Whether it has neither ended nor been closed. */
  public boolean isRunning() {
    return ended.getCount() > 0;
  }

  /**
   * Waits until the application has ended, by {@link #close} or by itself.
   *
   * @throws StartupException where it could not start, or what stopped it
   */
  public void awaitEnd() throws InterruptedException {
    ended.await();
    RuntimeException failure = startFailure;
    if (failure != null) {
      throw failure;
    }
    Throwable fatal = failures.fatal();
    if (fatal != null) {
      throw new StartupException("Stopped: " + ThreadFailures.explanation(fatal), fatal);
    }
  }

  /** Commits what is done and leaves; idempotent. */
  @Override
  public void close() {
    closing = true;
    starter.interrupt();
    synchronized (this) {
      KafkaStreams running = streams;
      if (running != null) {
        running.close(
            CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(membershipAfterwards()));
      }
    }
    startGate.close();
    healthServer.close();
    metrics.close();
    lookup.close();
    try {
      registry.close();
    } catch (IOException e) {
      LOG.debug("Registry client", e);
    }
    ended.countDown();
  }

  /**
   * A static member comes back under its name. Any other would be waited for until its session
   * times out, as Kafka Streams does not leave its group by default.
   */
  private GroupMembershipOperation membershipAfterwards() {
    return config.passedThrough().containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG)
        ? GroupMembershipOperation.REMAIN_IN_GROUP
        : GroupMembershipOperation.LEAVE_GROUP;
  }

  /** For tests and for programs that embed the application. */
  public boolean awaitReady(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (!health().ready() && System.nanoTime() < end && ended.getCount() > 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return health().ready();
  }
}
