package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
  private static final int PARTITIONS = 4;

  private final SeenIds seen = new SeenIds();

  @Test
  void shouldNotKnowWhatWasNeverAdded() {
    assertThat(seen.mayContain(id("acme", 1))).isFalse();
  }

  @Test
  void shouldKnowWhatWasAddedHoweverMany() {
    ids("acme").forEach(seen::add);
    ids("acme").forEach(seen::add);

    assertThat(ids("acme").allMatch(seen::mayContain)).isTrue();
  }

  @Test
  void shouldTellNearlyAllOthersFromThem() {
    ids("acme").forEach(seen::add);

    long others = ids("other").count();
    long wrong = ids("other").filter(seen::mayContain).count();

    assertThat(wrong).isLessThan(others / 1_000);
  }

  /** Those of one partition, as a task has them: they agree in the remainder of a hash. */
  private static Stream<Bytes> ids(String portfolio) {
    return IntStream.range(0, 400_000)
        .mapToObj(number -> id(portfolio, number))
        .filter(id -> Utils.toPositive(Utils.murmur2(id.get())) % PARTITIONS == 0);
  }

  private static Bytes id(String portfolio, int number) {
    return Bytes.wrap((portfolio + "/" + number).getBytes(UTF_8));
  }
}
