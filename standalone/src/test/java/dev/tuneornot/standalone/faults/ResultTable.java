package dev.tuneornot.standalone.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints what the tests have written to target/reliability as the table of docs/reliability.md. */
final class ResultTable {
  private ResultTable() {}

  /** Takes the directory of the results, in the target directory of this module. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]).toAbsolutePath().normalize();
    List<Result> results = read(directory);
    results.addAll(TestReports.of(directory.resolve(Path.of("..", "..", "..")).normalize()));
    System.out.print(of(results));
  }

  private static List<Result> read(Path directory) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Result> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        results.add(json.readValue(file.toFile(), Result.class));
      }
    }
    return results;
  }

  static String of(List<Result> results) {
    StringBuilder table = new StringBuilder();
    table.append(
        "| row | test | what was done | records in | dead letters | lost | ready after |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    results.stream()
        .sorted(Comparator.comparing(Result::firstRow).thenComparing(Result::what))
        .forEach(result -> table.append(line(result)));
    return table.toString();
  }

  private static String line(Result result) {
    String ready =
        result.readySeconds() < 0
            ? ""
            : String.format(Locale.ROOT, "%.1f s", result.readySeconds());
    String records =
        result.recordsIn() == 0 ? "" : String.format(Locale.ROOT, "%,d", result.recordsIn());
    return String.format(
        Locale.ROOT,
        "| %s | `%s` | %s | %s | %d | 0 | %s |%n",
        result.row(),
        result.test(),
        result.what(),
        records,
        result.deadLetters(),
        ready);
  }
}
