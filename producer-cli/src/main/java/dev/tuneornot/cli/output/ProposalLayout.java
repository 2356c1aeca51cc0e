package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import java.util.Objects;

/** Proposals as rows. */
public final class ProposalLayout {

  private static final List<TableColumn<Proposal>> TABLE =
      List.of(
          name("PROPOSAL", 9, 16, Proposal::getProposalId),
          name("PORTFOLIO", 9, 12, Proposal::getPortfolio),
          words("TITLE", 20, 30, Proposal::getTitle),
          name("BASELINE", 12, 20, row -> Objects.requireNonNullElse(row.getBaselineModel(), "-")),
          words("CANDIDATES", 12, 30, row -> String.join(", ", row.getCandidateModels())),
          figure(
              "EXAMPLES", row -> Figures.ENGLISH.count((long) row.getTrainingData().getExamples())),
          figure(
              "REQUESTS/MONTH",
              row -> Figures.ENGLISH.count(row.getWorkload().getRequestsPerMonth())));

  private ProposalLayout() {}

  public static Layout<Proposal> create() {
    return RecordLayouts.of(Proposal.SCHEMA$, TABLE);
  }
}
