package dev.tuneornot.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timestamps as clients of any age and any clock write them. */
class InputTimestampsTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 4_102_444_800_000L})
  void shouldTakeWhatIsOutOfRangeForNow(long timestamp) {
    long before = System.currentTimeMillis();

    assertThat(extracted(timestamp)).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void shouldTakeOthersAsTheyAre() {
    long soon = System.currentTimeMillis() + Duration.ofHours(1).toMillis();

    assertThat(extracted(0)).isZero();
    assertThat(extracted(soon)).isEqualTo(soon);
  }

  private static long extracted(long timestamp) {
    return new InputTimestamps()
        .extract(
            new ConsumerRecord<>(
                "proposals",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty()),
            0);
  }
}
