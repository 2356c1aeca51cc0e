package dev.tuneornot.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineIndexTest {

  @Test
  void shouldTellTheFirstLineOfAnIdAndNoteNewOnes() {
    LineIndex lines = new LineIndex();

    assertThat(lines.firstLine("a", 1)).isEmpty();
    assertThat(lines.firstLine("b", 2)).isEmpty();
    assertThat(lines.firstLine("a", 3)).hasValue(1);
    assertThat(lines.firstLine("a", 4)).hasValue(1);
    assertThat(lines.firstLine("b", 5)).hasValue(2);
  }

  @Test
  void shouldAgreeWithAMapWhileItGrows() {
    LineIndex lines = new LineIndex();
    Map<String, Long> expected = new HashMap<>();
    SplittableRandom random = new SplittableRandom(7);

    for (long line = 1; line <= 50_000; line++) {
      String id = "id-" + random.nextInt(30_000);
      Long first = expected.putIfAbsent(id, line);

      assertThat(lines.firstLine(id, line).orElse(0)).isEqualTo(first == null ? 0 : first);
    }
  }
}
