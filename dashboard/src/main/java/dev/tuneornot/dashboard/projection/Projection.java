package dev.tuneornot.dashboard.projection;

import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.dashboard.config.DashboardConfig;
import dev.tuneornot.dashboard.projection.Batch.Advance;
import dev.tuneornot.dashboard.projection.Positions.Range;
import dev.tuneornot.dashboard.sql.Database;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads the topics and writes the rows. It never gives up: whatever is away, it
 * tries again, and says meanwhile what it waits for.
 */
public final class Projection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration INSPECTION = Duration.ofSeconds(10);
  private static final Duration EXPIRY = Duration.ofHours(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);

  private final Database database;
  private final ProjectionListener listener;
  private final Map<String, Source> sources;
  private final ProjectionMetrics metrics;
  private final SchemaRegistryClient registry;
  private final Consumer<String, byte[]> consumer;
  private final TopicInspector inspector;
  private final Positions positions;
  private final BatchReader reader;
  private final BatchWriter writer;
  private final Progress progress = new Progress();
  private final Thread thread = new Thread(this::run, "tune-or-not-projection");
  private final Map<TopicPartition, Long> noted = new HashMap<>();
  private Map<String, TopicIdentity> identities = Map.of();
  private long nextInspection;
  private long nextExpiry = System.nanoTime();
  private volatile boolean closing;

  /**
   * @throws org.apache.kafka.common.config.ConfigException where a client's setting is wrong
   */
  public Projection(
      DashboardConfig config,
      Database database,
      MeterRegistry meters,
      ProjectionListener listener) {
    this.database = database;
    this.listener = listener;
    this.sources = sources(config.topicPrefix());
    this.metrics = new ProjectionMetrics(meters);
    this.registry = RegistryClients.create(config.passedThrough());
    this.consumer = new KafkaConsumer<>(ClientSettings.consumer(config));
    this.inspector = new TopicInspector(Admin.create(ClientSettings.admin(config)), sources);
    this.positions = new Positions(database, sources, Clock.systemUTC());
    this.reader = new BatchReader(sources, new Decoder(registry), metrics);
    this.writer = new BatchWriter(database);
  }

  private static Map<String, Source> sources(String prefix) {
    Map<String, Source> sources = new HashMap<>();
    for (Source source : Source.values()) {
      sources.put(source.topic().name(prefix), source);
    }
    return Map.copyOf(sources);
  }

  public void start() {
    thread.start();
  }

  public ProjectionState state() {
    return progress.state();
  }

  /** An Error ends it: whoever watches {@code /health/live} starts the program anew. */
  private void run() {
    try {
      keepUp();
    } catch (Error e) {
      LOG.error("The projection ends", e);
      progress.died(e);
    }
  }

  private void keepUp() {
    while (!closing) {
      try {
        positionAnew();
        while (!closing) {
          step();
        }
      } catch (InterruptException | WakeupException e) {
        LOG.debug("Woken", e);
      } catch (InterruptedException e) {
        return;
      } catch (OvertakenException | OffsetOutOfRangeException e) {
        LOG.info("Positions are taken anew: {}", e.getMessage());
      } catch (SQLException e) {
        waitFor("the database: " + e.getMessage(), e);
      } catch (KafkaException e) {
        waitFor("Kafka: " + e.getMessage(), e);
      } catch (RuntimeException e) {
        LOG.error("The projection starts anew", e);
        waitFor("a new start after " + e, e);
      }
    }
  }

  private void step() throws InterruptedException, SQLException {
    if (System.nanoTime() - nextInspection >= 0) {
      inspect();
    }
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    try {
      write(batchOf(records));
    } catch (DataRefusedException e) {
      new OneByOne(this::decode, this::write, reader::refuse).write(records, noted);
      write(batchOf(List.of()));
    }
    metrics.lag(progress.reached(noted, consumer));
    if (progress.hasJustCaughtUp()) {
      analyze();
    }
  }

  /** With the positions that the consumer has. */
  private Batch batchOf(Iterable<ConsumerRecord<String, byte[]>> records)
      throws InterruptedException {
    Batch batch = decode(records);
    for (Map.Entry<TopicPartition, Long> partition : noted.entrySet()) {
      long position = consumer.position(partition.getKey());
      if (position != partition.getValue()) {
        batch.advances().put(partition.getKey(), new Advance(partition.getValue(), position));
      }
    }
    return batch;
  }

  /** Waits for the registry with the records in hand. */
  private Batch decode(Iterable<ConsumerRecord<String, byte[]>> records)
      throws InterruptedException {
    while (true) {
      try {
        return reader.read(records);
      } catch (Decoder.RegistryAwayException e) {
        LOG.warn("Waiting: {}", e.getMessage());
        progress.waitsFor(String.valueOf(e.getMessage()));
        Thread.sleep(RETRY.toMillis());
      }
    }
  }

  /**
   * Waits for the database with the rows in hand.
   *
   * @throws DataRefusedException where waiting would not help; nothing is written
   */
  private void write(Batch batch) throws InterruptedException, DataRefusedException {
    if (batch.isEmpty()) {
      return;
    }
    while (true) {
      try {
        metrics.writes().record(() -> writeOnce(batch));
        break;
      } catch (WriteFailedException e) {
        if (e.getCause() instanceof DataRefusedException refused) {
          throw refused;
        }
        metrics.failures().increment();
        LOG.warn("Waiting for the database: {}", e.getMessage());
        progress.waitsFor("the database: " + e.getMessage());
        Thread.sleep(RETRY.toMillis());
      }
    }
    batch.advances().forEach((partition, advance) -> noted.put(partition, advance.to()));
    metrics.rows().increment(batch.rows());
    progress.goesOn();
    listener.applied(batch);
  }

  private void writeOnce(Batch batch) {
    try {
      writer.write(batch);
    } catch (SQLException e) {
      throw new WriteFailedException(e);
    }
  }

  private void positionAnew() throws InterruptedException, SQLException {
    identities = inspector.identities();
    Map<TopicPartition, Range> ranges = ranges(identities);
    noted.clear();
    noted.putAll(positions.settle(identities, ranges));
    consumer.assign(noted.keySet());
    noted.forEach(consumer::seek);
    progress.aimAt(ranges);
    nextInspection = System.nanoTime() + INSPECTION.toNanos();
  }

  private Map<TopicPartition, Range> ranges(Map<String, TopicIdentity> topics) {
    Collection<TopicPartition> partitions =
        topics.entrySet().stream().flatMap(ClientSettings::partitions).toList();
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Range> ranges = new HashMap<>();
    consumer
        .endOffsets(partitions)
        .forEach(
            (partition, end) ->
                ranges.put(partition, new Range(beginnings.getOrDefault(partition, 0L), end)));
    return ranges;
  }

  /** A topic may have got partitions, or have become another one. */
  private void inspect() throws InterruptedException, SQLException {
    if (!inspector.identities().equals(identities)) {
      throw new OvertakenException("topics have changed");
    }
    if (progress.state().caughtUp()) {
      positions.touch(sources.keySet());
    }
    if (System.nanoTime() - nextExpiry >= 0) {
      writer.expire(Instant.now());
      nextExpiry = System.nanoTime() + EXPIRY.toNanos();
    }
    nextInspection = System.nanoTime() + INSPECTION.toNanos();
  }

  private void analyze() throws SQLException {
    try (Connection connection = database.writer();
        Statement statement = connection.createStatement()) {
      statement.execute(database.dialect().analyze());
      connection.commit();
    }
  }

  private void waitFor(String what, Exception cause) {
    if (closing) {
      return;
    }
    LOG.warn("Waiting for {}", what, LOG.isDebugEnabled() ? cause : null);
    progress.waitsFor(what);
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the transaction at hand and stops; what was not written is read again next time. */
  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(CLOSE_TIMEOUT.toMillis());
      }
      registry.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("Registry client", e);
    }
    inspector.close();
    consumer.close();
  }
}
