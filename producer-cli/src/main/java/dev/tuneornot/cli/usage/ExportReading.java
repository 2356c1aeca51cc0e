package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.Progress;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.input.Tally;
import dev.tuneornot.portfolio.usage.UsageRow;
import dev.tuneornot.portfolio.usage.UsageRows;
import dev.tuneornot.portfolio.usage.UsageSource;
import dev.tuneornot.portfolio.usage.UsageSums;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads exports into sums. Of the rows of a file that are refused the first ones are named. */
final class ExportReading {

  private static final int NAMED_AT_MOST = 1_000;

  private final UsageSource source;
  private final UsageSums sums;
  private final Surroundings surroundings;
  private final Refusals refusals;
  private final Tally tally;

  ExportReading(UsageSource source, UsageSums sums, Surroundings surroundings, Refusals refusals) {
    this.source = source;
    this.sums = sums;
    this.surroundings = surroundings;
    this.refusals = refusals;
    this.tally = Tally.start("rows", "read", surroundings);
  }

  /**
   * Reads a file.
   *
   * @throws OperationFailure if one cannot be read, or is no export of the source
   */
  void readFile(InputFile file) {
    try (InputStream plain = file.open(surroundings.in());
        InputStream in = Progress.over(plain, file, surroundings)) {
      read(file, in);
    } catch (IOException unreadable) {
      throw MappingOptions.unreadable(file, unreadable);
    }
  }

  /**
   * Reads all pages of an address.
   *
   * @throws OperationFailure if one cannot be read, or is no export of the source
   */
  void readPages(String address, Map<String, String> headers) {
    try {
      new Pages(source, headers).readAll(address, this::read);
    } catch (IOException unreadable) {
      throw MappingOptions.unreadable(
          new InputFile(address.replaceFirst("[?#].*", "")), unreadable);
    }
  }

  /**
   * Reads one.
   *
   * @return what a page says beside its rows
   */
  Map<String, Object> read(InputFile file, InputStream in) throws IOException {
    Rows rows = new Rows(file);
    Map<String, Object> page = source.read(in, sums.map().fields(), rows);
    rows.sayUnnamed();
    return page;
  }

  /** Says how many rows were read. */
  void sayCounts() {
    tally.say(refusals);
  }

  /**
   * Refuses what would count twice.
   *
   * @throws UsageFailure if one is there twice
   */
  static void checkOnce(List<Location> exports) {
    Set<Object> seen = new HashSet<>();
    for (Location export : exports) {
      if (!seen.add(identity(export))) {
        throw new UsageFailure(export.text() + " is given twice, and would count twice");
      }
    }
  }

  private static Object identity(Location export) {
    if (export.isStandardInput() || export.isAddress()) {
      return export;
    }
    try {
      return Path.of(export.text()).toRealPath();
    } catch (IOException gone) {
      return export;
    }
  }

  private final class Rows implements UsageRows {

    private final InputFile file;
    private long refused;

    Rows(InputFile file) {
      this.file = file;
    }

    @Override
    public void accept(UsageRow row) {
      sums.add(row);
      tally.done();
    }

    @Override
    public void skipped(Skipped reason) {
      sums.skip(reason);
      tally.done();
    }

    @Override
    public void refused(long line, List<Violation> violations) {
      refused++;
      if (refused <= NAMED_AT_MOST) {
        refusals.report(file, new Entry.Refused<>(line, null, violations));
      } else {
        refusals.add(1);
      }
    }

    void sayUnnamed() {
      if (refused > NAMED_AT_MOST) {
        surroundings.say(
            "%s: %,d more rows are refused".formatted(file.displayName(), refused - NAMED_AT_MOST));
      }
    }
  }
}
