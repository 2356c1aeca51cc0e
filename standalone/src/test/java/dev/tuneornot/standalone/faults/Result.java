package dev.tuneornot.standalone.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a test has shown: a row of the table in docs/reliability.md. It is written only where
 * everything held, so what it has lost is 0.
 *
 * @param row of the table of faults, such as "2"
 * @param what was done
 * @param recordsIn how many records were sent
 * @param deadLetters how many of them were refused, as they should be
 * @param readySeconds from the fault, or the start after it, to ready again; -1 where that is not
 *     the point
 */
record Result(
    String row, String test, String what, long recordsIn, long deadLetters, double readySeconds) {

  private static final Path DIRECTORY = Path.of("target", "reliability");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** To sort by: 2 for "2, 4"; behind all others what has no number. */
  int firstRow() {
    String digits = row.replaceFirst("\\D.*", "");
    return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  void write() throws IOException {
    Files.createDirectories(DIRECTORY);
    String name = (row + "-" + test + "-" + what).replaceAll("[^A-Za-z0-9]+", "-");
    name = name.substring(0, Math.min(name.length(), 100));
    JSON.writeValue(DIRECTORY.resolve(name + ".json").toFile(), this);
    System.out.println(this);
  }
}
