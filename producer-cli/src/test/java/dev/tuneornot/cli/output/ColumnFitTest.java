package dev.tuneornot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnFitTest {

  private static final TableColumn<String> FIXED = TableColumn.fixed("FIXED", row -> "1234567890");
  private static final TableColumn<String> WRAPPED = TableColumn.wrapped("WRAP", 8, 30, row -> row);
  private static final TableColumn<String> EXTRA =
      TableColumn.<String>fixed("EXTRA", row -> "12345").asExpendable();

  private static final List<String> ROWS = List.of("x".repeat(20));

  @Test
  void shouldGiveEachColumnWhatItNeedsWhereThereIsRoom() {
    assertThat(fit(100, false)).containsExactly("FIXED 10", "WRAP 20", "EXTRA 5");
  }

  @Test
  void shouldLeaveOutTheExpendableFirst() {
    assertThat(fit(32, false)).containsExactly("FIXED 10", "WRAP 20");
  }

  @Test
  void shouldThenShrinkWhatMayBeWrapped() {
    assertThat(fit(25, false)).containsExactly("FIXED 10", "WRAP 13");
  }

  @Test
  void shouldShrinkNothingBelowItsMinimum() {
    assertThat(fit(5, false)).containsExactly("FIXED 10", "WRAP 8");
  }

  @Test
  void shouldMakeRoomForRowsToCome() {
    assertThat(fit(100, true)).containsExactly("FIXED 10", "WRAP 30", "EXTRA 5");
  }

  private static List<String> fit(int available, boolean moreToCome) {
    return ColumnFit.fit(List.of(FIXED, WRAPPED, EXTRA), ROWS, moreToCome, available).stream()
        .map(fitted -> fitted.column().header() + " " + fitted.width())
        .toList();
  }
}
