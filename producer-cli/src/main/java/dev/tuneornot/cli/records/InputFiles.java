package dev.tuneornot.cli.records;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The files that a command works through. */
public final class InputFiles {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description = "CSV, JSON or JSON Lines; - is standard input.")
  private List<InputFile> files = new ArrayList<>();

  @Mixin private InputOptions input = new InputOptions();

  /** Does something with a record within its bounds. */
  @FunctionalInterface
  public interface Action<T> {
    void apply(InputFile file, Entry.Accepted<T> record);

    /** Is told of a refused record, which is reported besides. */
    default void refused(Entry.Refused<T> record) {}
  }

  /**
   * Reports the refused records of all files, and what is odd about a file as a whole, and hands on
   * the other records, in order.
   */
  public <T extends SpecificRecord> void forEach(
      RecordType<T> type, Surroundings surroundings, Refusals refusals, Action<T> action) {
    for (InputFile file : files) {
      try (RecordFile<T> entries =
          RecordFile.open(type, file, input.formatOf(file), surroundings)) {
        while (entries.hasNext()) {
          Entry<T> entry = entries.next();
          if (entry instanceof Entry.Accepted<T> accepted) {
            action.apply(file, accepted);
          } else if (entry instanceof Entry.Refused<T> refused) {
            refusals.report(file, refused);
            action.refused(refused);
          }
        }
        entries
            .finding()
            .ifPresent(finding -> surroundings.say(file.displayName() + ": " + finding));
      }
    }
  }
}
