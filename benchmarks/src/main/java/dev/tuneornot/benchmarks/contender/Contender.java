package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.benchmarks.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who runs, and with which settings. What the comparison rests on is alike for all. */
public enum Contender {
  /** The streams app as it is delivered. */
  OURS("ours", OursMain.class, true, true),
  /** The same but for the guarantee, which is what exactly-once costs. */
  OURS_AT_LEAST_ONCE("ours, at least once", OursMain.class, true, false),
  /** A loop without state: the most that these records, rules and serializers allow. */
  LIMIT("limit", LimitMain.class, true, false),
  /** What most would write first, in Kafka Streams' DSL. */
  FOREIGN_KEY_JOIN("foreign-key join", ForeignKeyJoinMain.class, true, true),
  /** A join for each price that a proposal depends on: what follows the same changes as ours. */
  FOREIGN_KEY_JOINS("a foreign-key join for each price", ForeignKeyJoinsMain.class, true, true),
  /** The rows of a re-score, ready to be sent: the most that the broker takes. */
  PRODUCE_ONLY("produce only", ProduceOnlyMain.class, false, true);

  /** Said on standard output once a contender without input topics can be told to go. */
  public static final String READY = "READY";

  /** Beside the others, where the foreign-key join looks up what it cannot join. */
  public static final String OTHER_PRICES_TOPIC = "other-prices";

  private static final String THREADS = "2";
  private static final String COMMIT_INTERVAL_MS = "100";

  private final String title;
  private final Class<?> main;
  private final boolean loads;
  private final boolean rescores;

  Contender(String title, Class<?> main, boolean loads, boolean rescores) {
    this.title = title;
    this.main = main;
    this.loads = loads;
    this.rescores = rescores;
  }

  public String title() {
    return title;
  }

  /** Whether it answers proposals. */
  public boolean loads() {
    return loads;
  }

  /** Whether it answers changed prices, or acts so. */
  public boolean rescores() {
    return rescores;
  }

  /** Whether it keeps state on disk. */
  public boolean hasState() {
    return switch (this) {
      case OURS, OURS_AT_LEAST_ONCE, FOREIGN_KEY_JOIN, FOREIGN_KEY_JOINS -> true;
      case LIMIT, PRODUCE_ONLY -> false;
    };
  }

  /** Whether it tells when it is ready, so that a start can be timed. */
  public boolean tellsReadiness() {
    return this == OURS;
  }

  /**
   * Where a contender works.
   *
   * @param httpPort where it answers probes, if it does
   */
  public record Place(
      String bootstrapServers,
      String registryUrl,
      Path directory,
      List<String> jvmOptions,
      int httpPort,
      Path log) {

    /** The same place, for another process. */
    public Place loggingTo(Path otherLog) {
      return new Place(bootstrapServers, registryUrl, directory, jvmOptions, httpPort, otherLog);
    }

    /** Where it keeps its state. */
    public Path state() {
      return directory.resolve("state");
    }
  }

  /** What {@link #PRODUCE_ONLY} makes its rows of. */
  public record Source(Path proposals, long number, long seed, String asOf) {}

  /**
   * Starts it.
   *
   * @param changes settings to differ in; an empty value takes a setting away
   */
  public ChildProcess start(Place place, Source source, Map<String, String> changes)
      throws IOException {
    return ChildProcess.start(
        name().toLowerCase(Locale.ROOT),
        main,
        place.jvmOptions(),
        Arguments.format(settings(place, source, changes)),
        place.log());
  }

  /** All settings that it is started with; what is not here is Kafka's default. */
  public Map<String, String> settings(Place place, Source source, Map<String, String> changes) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("bootstrap.servers", place.bootstrapServers());
    settings.put("schema.registry.url", place.registryUrl());
    switch (this) {
      case OURS -> {
        streams(settings, place, "exactly_once_v2");
        settings.put("tuneornot.http.port", Integer.toString(place.httpPort()));
      }
      case OURS_AT_LEAST_ONCE -> {
        streams(settings, place, "at_least_once");
        settings.put("tuneornot.http.port", Integer.toString(place.httpPort()));
      }
      case FOREIGN_KEY_JOIN, FOREIGN_KEY_JOINS -> {
        streams(settings, place, "exactly_once_v2");
        settings.put("rocksdb.config.setter", "dev.tuneornot.streams.runtime.SharedRocksDbMemory");
        // Nothing that was written may vanish before it is counted.
        settings.put("repartition.purge.interval.ms", "86400000");
      }
      case LIMIT -> {
        loop(settings);
        settings.put("consumer.group.id", "limit");
        settings.put("consumer.isolation.level", "read_committed");
        settings.put("consumer.auto.offset.reset", "earliest");
        settings.put("consumer.enable.auto.commit", "false");
        // Kafka Streams' own default.
        settings.put("consumer.max.poll.records", "1000");
      }
      case PRODUCE_ONLY -> {
        loop(settings);
        settings.put("proposals.file", source.proposals().toString());
        settings.put("proposals", Long.toString(source.number()));
        settings.put("seed", Long.toString(source.seed()));
        settings.put("as.of", source.asOf());
      }
    }
    settings.putAll(changes);
    settings.values().removeIf(String::isEmpty);
    return settings;
  }

  private static void streams(Map<String, String> settings, Place place, String guarantee) {
    settings.put("application.id", "bench");
    settings.put("state.dir", place.state().toString());
    settings.put("processing.guarantee", guarantee);
    settings.put("num.stream.threads", THREADS);
    settings.put("commit.interval.ms", COMMIT_INTERVAL_MS);
    settings.put("poll.ms", "10");
    settings.put("producer.compression.type", "lz4");
    producer(settings);
  }

  private static void loop(Map<String, String> settings) {
    settings.put("threads", THREADS);
    settings.put("commit.interval.ms", COMMIT_INTERVAL_MS);
    settings.put("producer.compression.type", "lz4");
    settings.put("producer.acks", "all");
    settings.put("producer.enable.idempotence", "true");
    settings.put("producer.transaction.timeout.ms", "10000");
    producer(settings);
  }

  /**
   * Kafka Streams' own linger, and the streams app's own size of a batch, said so that all have
   * them.
   */
  private static void producer(Map<String, String> settings) {
    settings.put("producer.linger.ms", "100");
    settings.put("producer.batch.size", "262144");
  }
}
