package dev.tuneornot.cli.usage;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A portfolio in files. */
final class ContextInFiles implements Context {

  private final PortfolioFiles files;
  private final Surroundings surroundings;
  private final Refusals refusals;

  ContextInFiles(PortfolioFiles files, Surroundings surroundings, Refusals refusals) {
    this.files = files;
    this.surroundings = surroundings;
    this.refusals = refusals;
  }

  @Override
  public Map<String, Proposal> proposals(Set<String> ids) {
    Map<String, Proposal> proposals = new HashMap<>();
    InputFile file = files.proposals();
    try (RecordFile<Proposal> entries =
        RecordFile.open(
            RecordType.PROPOSAL, file, new InputOptions().formatOf(file), surroundings)) {
      while (entries.hasNext()) {
        Entry<Proposal> entry = entries.next();
        if (entry instanceof Entry.Accepted<Proposal> accepted) {
          if (ids.contains(accepted.value().getProposalId())) {
            proposals.put(accepted.value().getProposalId(), accepted.value());
          }
        } else if (entry instanceof Entry.Refused<Proposal> refused) {
          refusals.report(file, refused);
        }
      }
    }
    return proposals;
  }

  @Override
  public ReferenceData reference() {
    return new ReferenceData(
        read(RecordType.MODEL_PRICING, files.pricing()),
        read(RecordType.POLICY, files.policy()),
        read(RecordType.USAGE, files.usage()));
  }

  @Override
  public boolean hasPrices() {
    return files.pricing() != null;
  }

  private <T extends SpecificRecord> Map<String, T> read(
      RecordType<T> type, @Nullable InputFile file) {
    return file == null
        ? Map.of()
        : ReferenceFiles.byKey(
            type, file, new InputOptions().formatOf(file), surroundings, refusals);
  }
}
