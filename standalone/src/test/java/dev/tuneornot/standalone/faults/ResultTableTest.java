package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

  @Test
  void shouldPrintResultsInTheOrderOfTheirRows() {
    Result late = new Result("11", "ChangesIT", "b", 12_345, 1, -1);
    Result early = new Result("2", "StandstillIT", "a", 10, 0, 3.35);
    Result named = new Result("security", "SecurityIT", "c", 3, 0, 1);

    assertThat(ResultTable.of(List.of(late, named, early)).lines().skip(2))
        .containsExactly(
            "| 2 | `StandstillIT` | a | 10 | 0 | 0 | 3.4 s |",
            "| 11 | `ChangesIT` | b | 12,345 | 1 | 0 |  |",
            "| security | `SecurityIT` | c | 3 | 0 | 0 | 1.0 s |");
  }
}
