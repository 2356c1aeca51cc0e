package dev.tuneornot.dashboard.projection;

import static dev.tuneornot.dashboard.projection.Recommended.batch;
import static dev.tuneornot.dashboard.projection.Recommended.flipped;
import static dev.tuneornot.dashboard.projection.Recommended.prompt;
import static dev.tuneornot.dashboard.projection.Recommended.tune;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tuneornot.dashboard.projection.Batch.Advance;
import dev.tuneornot.dashboard.projection.Positions.Range;
import dev.tuneornot.model.Verdict;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What holds of how far each topic was read. */
abstract class PositionRows {
  private static final TopicPartition PARTITION = new TopicPartition("recommendations", 0);
  private static final Map<String, Source> SOURCES =
      Map.of("recommendations", Source.RECOMMENDATIONS);

  abstract Stored stored();

  @Test
  void shouldWriteNothingWhenOvertaken() throws SQLException {
    settle(new TopicIdentity("one", "here", 1), new Range(0, 100), Recommended.AT);
    Batch first = batch(prompt("a"));
    first.advances().put(PARTITION, new Advance(0, 7));
    Batch second = batch(prompt("b"));
    second.advances().put(PARTITION, new Advance(0, 9));

    stored().write(first);

    assertThatThrownBy(() -> stored().write(second)).isInstanceOf(OvertakenException.class);
    assertThat(stored().rows("select proposal_id from recommendations")).containsExactly("a");
    assertThat(stored().rows("select next_offset from source_offsets")).containsExactly("7");
  }

  private Map<TopicPartition, Long> settle(TopicIdentity identity, Range range, Instant now)
      throws SQLException {
    return new Positions(stored().database(), SOURCES, Clock.fixed(now, ZoneOffset.UTC))
        .settle(Map.of("recommendations", identity), Map.of(PARTITION, range));
  }

  private void readTo(long offset) throws SQLException {
    settle(new TopicIdentity("one", "here", 1), new Range(0, 100), Recommended.AT);
    Batch batch = batch(flipped(tune("a", Verdict.GO, 1), Verdict.NO_GO, Recommended.AT));
    batch.advances().put(PARTITION, new Advance(0, offset));
    stored().write(batch);
  }

  @Test
  void shouldGoOnWhereItWas() throws SQLException {
    readTo(50);

    Map<TopicPartition, Long> settled =
        settle(new TopicIdentity("one", "here", 1), new Range(0, 100), Recommended.AT);

    assertThat(settled).containsExactly(Map.entry(PARTITION, 50L));
    assertThat(stored().rows("select proposal_id from recommendations")).containsExactly("a");
  }

  @Test
  void shouldTakeUpNewPartitionsAtTheirBeginning() throws SQLException {
    readTo(50);
    TopicPartition added = new TopicPartition("recommendations", 1);

    Map<TopicPartition, Long> settled =
        new Positions(stored().database(), SOURCES, Clock.fixed(Recommended.AT, ZoneOffset.UTC))
            .settle(
                Map.of("recommendations", new TopicIdentity("one", "here", 2)),
                Map.of(PARTITION, new Range(0, 100), added, new Range(3, 5)));

    assertThat(settled).isEqualTo(Map.of(PARTITION, 50L, added, 3L));
  }

  @Test
  void shouldBeginAnewOnAnotherTopicOfTheSameName() throws SQLException {
    readTo(50);

    Map<TopicPartition, Long> settled =
        settle(new TopicIdentity("two", "here", 1), new Range(0, 100), Recommended.AT);

    assertThat(settled).containsExactly(Map.entry(PARTITION, 0L));
    assertThat(stored().rows("select * from recommendations")).isEmpty();
    assertThat(stored().rows("select * from recommendation_counts")).isEmpty();
  }

  @Test
  void shouldBeginAnewWhereTheTopicHasLostWhatWasRead() throws SQLException {
    readTo(50);

    Map<TopicPartition, Long> settled =
        settle(new TopicIdentity("one", "here", 1), new Range(0, 49), Recommended.AT);

    assertThat(settled).containsExactly(Map.entry(PARTITION, 0L));
    assertThat(stored().rows("select * from recommendations")).isEmpty();
  }

  @Test
  void shouldBeginAnewWhereDeletionsMayBeGone() throws SQLException {
    readTo(50);
    Instant late = Recommended.AT.plus(Positions.TOMBSTONES).plus(Duration.ofSeconds(1));

    settle(new TopicIdentity("one", "here", 1), new Range(0, 100), late);

    assertThat(stored().rows("select * from recommendations")).isEmpty();
  }
}
