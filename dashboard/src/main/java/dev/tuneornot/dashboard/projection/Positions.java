package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.sql.Binder;
import dev.tuneornot.dashboard.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where to read on. Where the rows of a topic cannot be trusted, they are deleted and the topic is
 * read from its beginning: it is another topic than before, it has lost what was read, or a
 * deletion may have been compacted away since.
 */
final class Positions {
  private static final Logger LOG = LoggerFactory.getLogger(Positions.class);

  /** The tombstones of our compacted topics live as long (delete.retention.ms). */
  static final Duration TOMBSTONES = Duration.ofDays(30);

  /**
   * The offsets that a partition has.
   *
   * @param beginning of the first record that is still there
   * @param end of the next record that will be readable
   */
  record Range(long beginning, long end) {}

  private record Known(String topicId, String clusterId, Instant readAt) {}

  private final Database database;
  private final Map<String, Source> sources;
  private final Clock clock;

  Positions(Database database, Map<String, Source> sources, Clock clock) {
    this.database = database;
    this.sources = sources;
    this.clock = clock;
  }

  /** The offset of the next record of every partition, noted in the database as well. */
  Map<TopicPartition, Long> settle(
      Map<String, TopicIdentity> identities, Map<TopicPartition, Range> ranges)
      throws SQLException {
    try (Connection connection = database.writer()) {
      try {
        Map<String, Known> known = known(connection);
        Offsets offsets = new Offsets(connection);
        Map<TopicPartition, Long> stored = offsets.load();
        for (Map.Entry<String, TopicIdentity> topic : identities.entrySet()) {
          settle(connection, offsets, topic.getKey(), topic.getValue(), known, stored, ranges);
        }
        Map<TopicPartition, Long> settled = offsets.load();
        settled.keySet().retainAll(ranges.keySet());
        connection.commit();
        return settled;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private void settle(
      Connection connection,
      Offsets offsets,
      String topic,
      TopicIdentity identity,
      Map<String, Known> known,
      Map<TopicPartition, Long> stored,
      Map<TopicPartition, Range> ranges)
      throws SQLException {
    Known before = known.get(topic);
    String reason = before == null ? null : mistrust(topic, identity, before, stored, ranges);
    if (reason != null) {
      LOG.warn("Topic {} is read again from its beginning: {}", topic, reason);
      forget(connection, topic, source(topic));
    }
    for (int number = 0; number < identity.partitions(); number++) {
      TopicPartition partition = new TopicPartition(topic, number);
      Range range = ranges.getOrDefault(partition, new Range(0, 0));
      Long offset = reason == null ? stored.get(partition) : null;
      if (offset == null || offset < range.beginning()) {
        offsets.set(partition, range.beginning());
      }
    }
    note(connection, topic, identity);
  }

  /** Why the rows cannot be trusted; null where they can. */
  private @Nullable String mistrust(
      String topic,
      TopicIdentity identity,
      Known before,
      Map<TopicPartition, Long> stored,
      Map<TopicPartition, Range> ranges) {
    if (!identity.isSameTopic(before.topicId(), before.clusterId())) {
      return "it is not the topic that was read before";
    }
    if (before.readAt().plus(TOMBSTONES).isBefore(clock.instant())) {
      return "it was last read at " + before.readAt() + ", deletions may be gone since";
    }
    for (int number = 0; number < identity.partitions(); number++) {
      TopicPartition partition = new TopicPartition(topic, number);
      Long offset = stored.get(partition);
      Range range = ranges.getOrDefault(partition, new Range(0, Long.MAX_VALUE));
      if (offset != null && offset > range.end()) {
        return partition + " ends at " + range.end() + ", but was read to " + offset;
      }
      if (offset != null && offset < range.beginning() && !source(topic).expires()) {
        return partition + " begins at " + range.beginning() + ", but was read to " + offset;
      }
    }
    return null;
  }

  private Source source(String topic) {
    Source source = sources.get(topic);
    if (source == null) {
      throw new IllegalArgumentException(topic + " is not read");
    }
    return source;
  }

  private static void forget(Connection connection, String topic, Source source)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : source.tables()) {
        statement.executeUpdate("delete from " + table);
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("delete from source_offsets where topic = ?")) {
      statement.setString(1, topic);
      statement.executeUpdate();
    }
  }

  private Map<String, Known> known(Connection connection) throws SQLException {
    Map<String, Known> known = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select topic, topic_id, cluster_id, read_at from source_topics")) {
      while (rows.next()) {
        Instant readAt = database.dialect().instant(rows, 4);
        known.put(
            rows.getString(1),
            new Known(
                rows.getString(2), rows.getString(3), readAt == null ? Instant.EPOCH : readAt));
      }
    }
    return known;
  }

  private void note(Connection connection, String topic, TopicIdentity identity)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into source_topics (topic, topic_id, cluster_id, read_at) values (?, ?, ?, ?)"
                + " on conflict (topic) do update set topic_id = excluded.topic_id,"
                + " cluster_id = excluded.cluster_id, read_at = excluded.read_at")) {
      new Binder(statement, database.dialect())
          .text(topic)
          .text(identity.topicId())
          .text(identity.clusterId())
          .instant(clock.instant());
      statement.executeUpdate();
    }
  }

  /** Notes that the rows are up to date with these topics. */
  void touch(Collection<String> topics) throws SQLException {
    try (Connection connection = database.writer();
        PreparedStatement statement =
            connection.prepareStatement("update source_topics set read_at = ? where topic = ?")) {
      Binder binder = new Binder(statement, database.dialect());
      for (String topic : topics) {
        binder.instant(clock.instant()).text(topic).addBatch();
      }
      statement.executeBatch();
      connection.commit();
    }
  }
}
