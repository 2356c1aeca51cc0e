package dev.tuneornot.cli.pricing;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.fetch.Download;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.portfolio.formats.Reading;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads all sources once. */
final class SourceReader {

  private final SourceOptions options;
  private final Surroundings surroundings;

  SourceReader(SourceOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  /**
   * What the sources say, in their order; keys that are wrong are reported.
   *
   * @throws OperationFailure if one cannot be read
   */
  List<Reading> readAll(Refusals refusals, Instant now) {
    List<Reading> readings = new ArrayList<>();
    for (SourceName name : options.all()) {
      try {
        Reading reading = options.read(name, bytes(name), now);
        report(name, reading, refusals);
        readings.add(reading);
      } catch (IOException unreadable) {
        throw new OperationFailure(
            name.displayName() + " cannot be read: " + reason(unreadable), unreadable);
      }
    }
    return readings;
  }

  private byte[] bytes(SourceName name) throws IOException {
    if (name.isAddress()) {
      Download.Answer answer = Download.create().get(name.address(), Download.Answer.NONE);
      return answer.bytes() == null ? new byte[0] : answer.bytes();
    }
    try (InputStream in = name.asFile().open(surroundings.in())) {
      return in.readAllBytes();
    }
  }

  /** Names each key that is wrong. */
  static void report(SourceName name, Reading reading, Refusals refusals) {
    for (Reading.Skipped skipped : reading.skipped()) {
      if (!skipped.violations().isEmpty()) {
        String key = skipped.key().isEmpty() ? null : Violation.displayed(skipped.key());
        refusals.report(
            name.asFile(), new Entry.Refused<>(skipped.line(), key, skipped.violations()));
      }
    }
  }

  static String reason(IOException failure) {
    return failure instanceof CharacterCodingException
        ? "it is not UTF-8"
        : String.valueOf(failure.getMessage());
  }
}
