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

  /** Takes the directory of the results. */
  public static void main(String[] arguments) throws IOException {
    System.out.print(of(read(Path.of(arguments[0]))));
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
    return String.format(
        Locale.ROOT,
        "| %s | `%s` | %s | %,d | %d | 0 | %s |%n",
        result.row(),
        result.test(),
        result.what(),
        result.recordsIn(),
        result.deadLetters(),
        ready);
  }
}
