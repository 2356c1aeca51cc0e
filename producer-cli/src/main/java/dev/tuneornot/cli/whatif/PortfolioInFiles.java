package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.evaluate.ReferenceFiles;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A portfolio in files; read while it is evaluated. */
final class PortfolioInFiles implements Portfolio {

  private final CurrentFiles files;
  private final InputOptions input;
  private final Surroundings surroundings;
  private final Refusals refusals;
  private final ReferenceData reference;

  PortfolioInFiles(
      CurrentFiles files, InputOptions input, Surroundings surroundings, Refusals refusals) {
    this.files = files;
    this.input = input;
    this.surroundings = surroundings;
    this.refusals = refusals;
    this.reference =
        new ReferenceData(
            read(RecordType.MODEL_PRICING, files.pricing(), input, surroundings, refusals),
            read(RecordType.POLICY, files.policy(), input, surroundings, refusals));
  }

  /** The records of a file by key; none of no file. */
  static <T extends SpecificRecord> Map<String, T> read(
      RecordType<T> type,
      @Nullable InputFile file,
      InputOptions input,
      Surroundings surroundings,
      Refusals refusals) {
    return file == null
        ? Map.of()
        : ReferenceFiles.byKey(type, file, input.formatOfSecondary(file), surroundings, refusals);
  }

  @Override
  public ReferenceData reference() {
    return reference;
  }

  @Override
  public void forEach(Consumer<Proposal> action) {
    InputFile file = Objects.requireNonNull(files.proposals());
    try (RecordFile<Proposal> proposals =
        RecordFile.open(RecordType.PROPOSAL, file, input.formatOf(file), surroundings)) {
      while (proposals.hasNext()) {
        Entry<Proposal> entry = proposals.next();
        if (entry instanceof Entry.Accepted<Proposal> accepted) {
          action.accept(accepted.value());
        } else if (entry instanceof Entry.Refused<Proposal> refused) {
          refusals.report(file, refused);
        }
      }
    }
  }
}
