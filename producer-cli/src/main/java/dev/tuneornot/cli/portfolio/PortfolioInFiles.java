package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import java.util.function.Consumer;

/** A portfolio in files; read while it is evaluated. */
public final class PortfolioInFiles implements Portfolio {

  private final InputFile file;
  private final ReferenceData reference;
  private final InputOptions input;
  private final Surroundings surroundings;
  private final Refusals refusals;

  /**
   * @param file the proposals
   */
  public PortfolioInFiles(
      InputFile file,
      ReferenceData reference,
      InputOptions input,
      Surroundings surroundings,
      Refusals refusals) {
    this.file = file;
    this.reference = reference;
    this.input = input;
    this.surroundings = surroundings;
    this.refusals = refusals;
  }

  @Override
  public ReferenceData reference() {
    return reference;
  }

  @Override
  public void forEach(Consumer<Proposal> action) {
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
