package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {

  @Test
  void shouldPrintResultsInTheOrderOfTheirRows() {
    Result late = new Result("11", "ChangesIT", "b", 12_345, 1, -1);
    Result early = new Result("2", "StandstillIT", "a", 10, 0, 3.35);
    Result withoutRecords = new Result("16", "MalformedFilesTest", "d", 0, 0, -1);
    Result named = new Result("security", "SecurityIT", "c", 3, 0, 1);

    assertThat(ResultTable.of(List.of(late, named, withoutRecords, early)).lines().skip(2))
        .containsExactly(
            "| 2 | `StandstillIT` | a | 10 | 0 | 0 | 3.4 s |",
            "| 11 | `ChangesIT` | b | 12,345 | 1 | 0 |  |",
            "| 16 | `MalformedFilesTest` | d |  | 0 | 0 |  |",
            "| security | `SecurityIT` | c | 3 | 0 | 0 | 1.0 s |");
  }

  @Test
  void shouldTakeWhatOtherModulesHaveReportedWhereAllOfItPassed(@TempDir Path root)
      throws IOException {
    report(root, "MalformedFilesTest", "tests='62' errors='0' skipped='2' failures='0'");
    report(root, "MutatedFilesTest", "tests='18' errors='0' skipped='0' failures='1'");

    assertThat(TestReports.of(root))
        .containsExactly(
            new Result("16", "MalformedFilesTest", "malformed files: 60 cases", 0, 0, -1));
  }

  private static void report(Path root, String test, String counts) throws IOException {
    Path directory =
        Files.createDirectories(
            root.resolve(Path.of("producer-cli", "target", "surefire-reports")));
    Files.writeString(
        directory.resolve("TEST-dev.tuneornot.cli.input." + test + ".xml"),
        "<testsuite " + counts + "/>");
  }
}
