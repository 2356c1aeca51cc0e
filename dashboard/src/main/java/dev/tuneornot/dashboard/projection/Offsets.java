package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.projection.Batch.Advance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Table {@code source_offsets}, within a transaction of the caller's. */
final class Offsets {
  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private final Connection connection;

  Offsets(Connection connection) {
    this.connection = connection;
  }

  Map<TopicPartition, Long> load() throws SQLException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select topic, partition_number, next_offset from source_offsets")) {
      while (rows.next()) {
        offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return offsets;
  }

  /**
   * Moves on from where the rows were read to, always in the same order, so that two who do so
   * cannot lock each other out.
   *
   * @throws OvertakenException where the database is not at the beginning of an advance
   */
  void advance(Map<TopicPartition, Advance> advances) throws SQLException {
    List<TopicPartition> partitions = advances.keySet().stream().sorted(ORDER).toList();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update source_offsets set next_offset = ?"
                + " where topic = ? and partition_number = ? and next_offset = ?")) {
      for (TopicPartition partition : partitions) {
        Advance advance = advances.get(partition);
        statement.setLong(1, advance.to());
        statement.setString(2, partition.topic());
        statement.setInt(3, partition.partition());
        statement.setLong(4, advance.from());
        if (statement.executeUpdate() != 1) {
          throw new OvertakenException(partition + " is not at " + advance.from() + " any more");
        }
      }
    }
  }

  void set(TopicPartition partition, long offset) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into source_offsets (topic, partition_number, next_offset) values (?, ?, ?)"
                + " on conflict (topic, partition_number)"
                + " do update set next_offset = excluded.next_offset")) {
      statement.setString(1, partition.topic());
      statement.setInt(2, partition.partition());
      statement.setLong(3, offset);
      statement.executeUpdate();
    }
  }
}
