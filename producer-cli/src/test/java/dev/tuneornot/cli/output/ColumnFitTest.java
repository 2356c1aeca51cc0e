package dev.tuneornot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnFitTest {

  private static final TableColumn<String> FIXED = TableColumn.fixed("FIXED", row -> "1234567890");
  private static final TableColumn<String> WORDS = TableColumn.words("WORDS", 8, 30, row -> row);
  private static final TableColumn<String> NAME =
      TableColumn.name("NAME", 6, 12, row -> "0123456789");
  private static final TableColumn<String> USEFUL =
      TableColumn.<String>figure("USEFUL", row -> "123456").asUseful();
  private static final TableColumn<String> EXTRA =
      TableColumn.<String>fixed("EXTRA", row -> "12345").asExtra();

  private static final List<String> ROWS = List.of("x".repeat(20));

  @Test
  void shouldGiveEachColumnWhatItNeedsWhereThereIsRoom() {
    assertThat(fit(100, false))
        .containsExactly("FIXED 10", "WORDS 20", "NAME 10", "USEFUL 6", "EXTRA 5");
  }

  @Test
  void shouldLeaveOutExtrasFirst() {
    assertThat(fit(52, false)).containsExactly("FIXED 10", "WORDS 20", "NAME 10", "USEFUL 6");
  }

  @Test
  void shouldThenShrinkWords() {
    assertThat(fit(45, false)).containsExactly("FIXED 10", "WORDS 13", "NAME 10", "USEFUL 6");
  }

  @Test
  void shouldThenShrinkNames() {
    assertThat(fit(38, false)).containsExactly("FIXED 10", "WORDS 8", "NAME 8", "USEFUL 6");
  }

  @Test
  void shouldThenLeaveOutWhatIsOnlyUseful() {
    assertThat(fit(35, false)).containsExactly("FIXED 10", "WORDS 11", "NAME 10");
  }

  @Test
  void shouldShrinkNothingBelowItsMinimum() {
    assertThat(fit(5, false)).containsExactly("FIXED 10", "WORDS 8", "NAME 6");
  }

  @Test
  void shouldMakeRoomForRowsToCome() {
    assertThat(fit(100, true))
        .containsExactly("FIXED 10", "WORDS 30", "NAME 12", "USEFUL 9", "EXTRA 5");
  }

  private static List<String> fit(int available, boolean moreToCome) {
    return ColumnFit.fit(List.of(FIXED, WORDS, NAME, USEFUL, EXTRA), ROWS, moreToCome, available)
        .stream()
        .map(fitted -> fitted.column().header() + " " + fitted.width())
        .toList();
  }
}
