package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import dev.tuneornot.model.Usage;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;

/** Measured usage as rows. */
public final class UsageLayout {

  private static final List<TableColumn<Usage>> TABLE =
      List.of(
          name("PROPOSAL", 9, 16, Usage::getProposalId),
          fixed("FROM", row -> Figures.ENGLISH.instant(row.getWindowStart())),
          fixed("UNTIL", row -> Figures.ENGLISH.instant(row.getWindowEnd())),
          figure("REQUESTS", row -> Figures.ENGLISH.count(row.getRequests())),
          figure("INPUT TOKENS", row -> Figures.ENGLISH.count(row.getInputTokens())),
          figure("OF IT CACHED", row -> Figures.ENGLISH.count(row.getCachedInputTokens())),
          figure("OUTPUT TOKENS", row -> Figures.ENGLISH.count(row.getOutputTokens())),
          fixed("TUNED", UsageLayout::tuned),
          words("SOURCE", 8, 20, Usage::getSource));

  private UsageLayout() {}

  public static Layout<Usage> create() {
    return RecordLayouts.of(Usage.SCHEMA$, TABLE);
  }

  private static String tuned(Usage row) {
    return row.getTuned() == null ? "as the stage says" : row.getTuned() ? "yes" : "no";
  }
}
