package dev.tuneornot.streams.runtime;

import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.confluent.program.Program;
import dev.tuneornot.confluent.program.StartupException;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import dev.tuneornot.streams.config.StreamsAppConfig;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.pages.CacheBudget;
import dev.tuneornot.streams.reference.Reviewing;
import dev.tuneornot.streams.score.EvaluateProcessor;
import dev.tuneornot.streams.sweep.ThreadTimeBudget;
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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running application: start-up checks, Kafka Streams and health. {@link #start} returns at
 * once; what goes wrong later is told by {@link #awaitEnd} and {@link #health}.
 */
public final class StreamsApp implements Program.Running {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);

  /** How long a restart may take until it counts as failed. */
  private static final Duration RESTART_TIMEOUT = Duration.ofSeconds(50);

  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
  private static final String AUTO_REGISTER = "auto.register.schemas";
  private static final Set<String> CHOOSING =
      Set.of(
          "use.latest.version",
          "use.latest.with.metadata",
          "use.schema.id",
          "value.subject.name.strategy");

  private final StreamsAppConfig config;
  private final Topics topics;
  private final SchemaRegistryClient registry;
  private final RegistryLookup lookup;
  private final CaughtUpGate startGate;
  private final AppMeters meters = new AppMeters();
  private final CacheBudget cache;
  private final AppMetrics metrics;
  private final HealthServer healthServer;
  private volatile RestoreProgress restoring = new RestoreProgress();
  private final ThreadFailures failures = new ThreadFailures();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread starter = new Thread(this::startUp, "tune-or-not-start");
  private final Watch watch;
  private volatile Set<String> topicsWithRules = Set.of();
  private volatile boolean closing;
  private volatile String waitsFor = "checking topics";
  private volatile @Nullable KafkaStreams streams;
  private volatile @Nullable RuntimeException startFailure;

  /**
   * @throws StartupException where the health port is taken
   * @throws org.apache.kafka.common.config.ConfigException where a setting is missing or wrong
   */
  public StreamsApp(StreamsAppConfig config) {
    this(config, System::currentTimeMillis);
  }

  /**
   * Likewise, for tests of what becomes of it when the clock is set.
   *
   * @param wallClock milliseconds since the epoch, as Kafka's clients are to see them
   */
  public StreamsApp(StreamsAppConfig config, LongSupplier wallClock) {
    TrustedClasses.install();
    this.config = config;
    this.topics = Topics.of(config.topicPrefix(), config.applicationId());
    this.registry = RegistryClients.create(config.passedThrough());
    this.lookup =
        new RegistryLookup(
            registry,
            topics.recommendations() + "-value",
            config.unknownSchemaAfter(),
            RegistryLookup.ASK_AGAIN_AFTER);
    this.startGate =
        new CaughtUpGate(
            StreamsSettings.forAdmin(config),
            StreamsSettings.forConsumer(config),
            config.applicationId(),
            List.of(topics.pricing(), topics.policies()),
            topics.reference(),
            () -> health().ready());
    this.cache = new CacheBudget(config.sweepCacheMaxBytes());
    this.metrics = new AppMetrics(meters, cache, this::health, config.servesStoreMetrics());
    this.healthServer =
        new HealthServer(
            config.httpHost(),
            config.httpPort(),
            HealthServer.IDLE,
            config.httpNames(),
            this::health,
            metrics::scrape);
    this.watch =
        new Watch(
            new ClockWatch(wallClock, System::nanoTime),
            StreamsSettings.forAdmin(config),
            this::restart);
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
      TopicGate gate = new TopicGate(config, topics, text -> waitsFor = text);
      TopicGate.Checked checked = gate.await(() -> closing);
      gate.requireNoOther(() -> closing);
      Map<String, Schema> written =
          Map.of(
              topics.recommendations(), Recommendation.getClassSchema(),
              topics.recommendationChanges(), RecommendationChange.getClassSchema(),
              topics.portfolioSummaries(), PortfolioSummary.getClassSchema(),
              topics.priceReviews(), PriceReview.getClassSchema(),
              topics.pricing(), ModelPricing.getClassSchema(),
              topics.priceImpacts(), PriceImpact.getClassSchema());
      topicsWithRules =
          new RegistryGate(registry, registersSchemas(), text -> waitsFor = text)
              .await(written, () -> closing);
      if (choosesSchemasItself()) {
        topicsWithRules = written.keySet();
      }
      if (checked != null && !closing) {
        run(checked);
        startGate.start();
        watch.start(checked.identities());
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

  private synchronized void run(TopicGate.Checked checked) {
    if (closing) {
      return;
    }
    Properties settings = StreamsSettings.of(config);
    KafkaStreams started =
        new KafkaStreams(
            new TuneOrNotTopology(topics, collaborators(checked), serializer()).build(), settings);
    restoring = new RestoreProgress();
    started.setGlobalStateRestoreListener(restoring);
    started.setUncaughtExceptionHandler(failures);
    started.setStateListener(
        (now, before) -> {
          LOG.info("{} -> {}", before, now);
          boolean isOver = now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING;
          // One that a restart has replaced says nothing about the application.
          if (isOver && streams == started) {
            ended.countDown();
          }
        });
    streams = started;
    metrics.bind(started);
    started.start();
  }

  /**
   * Puts another Kafka Streams client in the place of this one, with what the topics are like by
   * now; answers what they are like, or null where the application has ended.
   */
  private TopicGate.@Nullable Checked restart(String why) throws InterruptedException {
    KafkaStreams before;
    synchronized (this) {
      before = streams;
      if (closing || before == null || !isRunning()) {
        return null;
      }
      LOG.warn("Kafka Streams is started anew: {}", why);
      waitsFor = why;
      streams = null;
    }
    long end = System.nanoTime() + RESTART_TIMEOUT.toNanos();
    before.close(
        CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(membershipAfterwards()));
    try {
      TopicGate.Checked checked =
          new TopicGate(config, topics, text -> waitsFor = text).await(() -> closing);
      while (checked != null && !closing) {
        try {
          run(checked);
          return checked;
        } catch (StreamsException e) {
          // The one before may hold its directory longer than it was waited for.
          if (System.nanoTime() > end) {
            throw new StartupException("Cannot go on after a restart: " + e.getMessage(), e);
          }
          Thread.sleep(RETRY_INTERVAL.toMillis());
        }
      }
    } catch (StartupException e) {
      fail(e);
    }
    return null;
  }

  private EvaluateProcessor.Collaborators collaborators(TopicGate.Checked checked) {
    Duration budget = config.sweepBudget();
    Admission.PartitionCheck check =
        config.checksPartitions()
            ? Admission.PartitionCheck.murmur2(checked.partitions())
            : Admission.PartitionCheck.NONE;
    return new EvaluateProcessor.Collaborators(
        lookup,
        check,
        checked.partitions(topics.proposals()),
        checked.identities(),
        new ThreadTimeBudget(budget, config.sweepIdleBudget()),
        ThreadTimeBudget.interval(budget),
        startGate,
        cache,
        new Reviewing(config.reviewsPrices(), config.reviewBounds(), config.applicationId()),
        meters);
  }

  private QuickAvroSerializer serializer() {
    return new QuickAvroSerializer(
        new KafkaAvroSerializer(registry, new HashMap<>(config.passedThrough())),
        RecommendationWriter.bySchema(),
        topicsWithRules);
  }

  /** Whether the serializer's settings say which schema and which rules apply to a record. */
  private boolean choosesSchemasItself() {
    return config.passedThrough().keySet().stream().anyMatch(CHOOSING::contains);
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
    long loading = meters.loadingTasks();
    boolean ready = state == KafkaStreams.State.RUNNING && left.isEmpty() && loading == 0;
    boolean live = state != KafkaStreams.State.ERROR && failures.fatal() == null;
    String reason = "";
    if (!left.isEmpty()) {
      reason = "restoring state";
    } else if (state != KafkaStreams.State.RUNNING) {
      reason = "Kafka Streams is " + state;
    } else if (loading > 0) {
      reason = "loading the proposals of " + loading + " tasks";
    }
    return new Health(live, ready, state.name(), reason, left);
  }

  /** What the tasks of this process count. */
  public AppMeters meters() {
    return meters;
  }

  /** The metrics of Kafka Streams and its clients; none before Kafka Streams runs. */
  public Map<MetricName, ? extends Metric> metrics() {
    KafkaStreams running = streams;
    return running == null ? Map.of() : running.metrics();
  }

  /** Whether it has neither ended nor been closed. */
  @Override
  public boolean isRunning() {
    return ended.getCount() > 0;
  }

  /**
   * Waits until the application has ended, by {@link #close} or by itself.
   *
   * @throws StartupException where it could not start, or what stopped it
   */
  @Override
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
    watch.close();
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
