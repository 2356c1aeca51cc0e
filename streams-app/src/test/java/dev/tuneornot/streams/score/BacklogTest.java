package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final Backlog backlog = new Backlog(Stores.inMemoryKeyValueStore("backlog").get());
  private final List<Bytes> visited = new ArrayList<>();

  @Test
  void shouldComeToEachAlsoWhereASliceHasNoTimeLeft() {
    for (String id : List.of("a", "b", "c")) {
      backlog.add(id(id), new RecordHeaders());
    }

    work(3);

    assertThat(visited).containsExactly(id("a"), id("b"), id("c"));
    assertThat(backlog.next()).isNull();
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void shouldComeBackToWhatWasAddedBehindIt() {
    backlog.add(id("b"), new RecordHeaders());
    work(1);
    backlog.add(id("a"), new RecordHeaders());

    work(1);

    assertThat(visited).containsExactly(id("b"), id("a"));
  }

  @Test
  void shouldComeRoundToThoseThatWereLeft() {
    for (String id : List.of("a", "b", "c")) {
      backlog.add(id(id), new RecordHeaders());
    }

    List<Bytes> seen = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      seen.add(backlog.next());
    }

    assertThat(seen).containsExactly(id("a"), id("b"), id("c"), id("a"), id("b"), id("c"));
  }

  private void work(int slices) {
    for (int i = 0; i < slices; i++) {
      Bytes id = backlog.next();
      assertThat(id).isNotNull();
      visited.add(id);
      assertThat(backlog.take(id)).isNotNull();
    }
  }

  private static Bytes id(String id) {
    return Bytes.wrap(id.getBytes(UTF_8));
  }
}
