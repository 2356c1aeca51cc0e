package dev.tuneornot.streams.pass;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedIdsTest {
  private final SortedIds ids = new SortedIds();

  /** Sizes below, around and above the share at which the array is made anew. */
  @ParameterizedTest(name = "{1} different ids, {2} % additions, asked every {3} steps")
  @CsvSource({
    "1, 8, 50, 1",
    "2, 100, 50, 3",
    "3, 3000, 60, 1",
    "4, 3000, 90, 50",
    "5, 50000, 97, 1",
    "6, 50000, 99, 500",
    "7, 50000, 100, 3000",
    "8, 1500, 100, 5000"
  })
  void shouldBeAsASetInOrder(long seed, int different, int additions, int asked) {
    Random random = new Random(seed);
    NavigableSet<Bytes> expected = new TreeSet<>();
    for (int step = 0; step < 20_000; step++) {
      Bytes id = id(random.nextInt(different));
      int dice = random.nextInt(100);
      if (dice < additions) {
        ids.add(id);
        expected.add(id);
      } else if (dice == 99) {
        assertThat(ids.pollFirst()).isEqualTo(expected.pollFirst());
      } else {
        ids.remove(id);
        expected.remove(id);
      }
      if (step % asked == 0) {
        assertThat(ids.size()).isEqualTo(expected.size());
      }
      if (step % Math.max(500, asked) == 0) {
        Bytes after = id(random.nextInt(different));
        assertThat(walk(null)).containsExactlyElementsOf(expected);
        assertThat(walk(after)).containsExactlyElementsOf(expected.tailSet(after, false));
      }
    }
  }

  @Test
  void shouldTakeIdsInAscendingOrder() {
    for (int i = 0; i < 10_000; i++) {
      ids.add(id(i));
    }

    assertThat(ids.size()).isEqualTo(10_000);
    assertThat(walk(id(9_997))).containsExactly(id(9_998), id(9_999));
  }

  @Test
  void shouldTakeAnIdAgainThatWasRemoved() {
    ids.add(id(1));
    ids.add(id(2));
    ids.remove(id(2));
    ids.add(id(3));
    ids.add(id(2));

    assertThat(walk(null)).containsExactly(id(1), id(2), id(3));
  }

  @Test
  void shouldBeEmptyWithoutIds() {
    ids.remove(id(1));

    assertThat(ids.isEmpty()).isTrue();
    assertThat(ids.pollFirst()).isNull();
    assertThatThrownBy(() -> ids.walk(null).next()).isInstanceOf(NoSuchElementException.class);
  }

  private List<Bytes> walk(Bytes after) {
    List<Bytes> walked = new ArrayList<>();
    for (Iterator<Bytes> walk = ids.walk(after); walk.hasNext(); ) {
      walked.add(walk.next());
    }
    return walked;
  }

  private static Bytes id(int number) {
    return Bytes.wrap(String.format("p%06d", number).getBytes(UTF_8));
  }
}
