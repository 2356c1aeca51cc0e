package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import dev.tuneornot.model.Policy;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.schemas.RecordType;
import java.util.List;

/** Policies as rows. */
public final class PolicyLayout {

  private static final List<TableColumn<Policy>> TABLE =
      List.of(
          name("PORTFOLIO", 9, 12, RecordType.POLICY::keyOf),
          words("VERSION", 9, 12, Policy::getVersion),
          fixed(
              "EXAMPLES",
              row ->
                  row.getMinimumExamples()
                      + " / "
                      + row.getGoodExamples()
                      + " / "
                      + row.getGreatExamples()),
          figure("MAX PAYBACK", row -> Figures.ENGLISH.months(row.getMaxPaybackMonths())),
          figure("HORIZON", row -> Figures.ENGLISH.months(row.getHorizonMonths())),
          figure("PROMPT SHARE", row -> Figures.ENGLISH.percent(row.getPromptShareForSavings())),
          figure("CLOSING SOON", row -> row.getClosingSoonDays() + " days"),
          figure("STALE PRICE", row -> row.getStalePriceDays() + " days"));

  private PolicyLayout() {}

  public static Layout<Policy> create() {
    return RecordLayouts.of(Policy.SCHEMA$, TABLE);
  }
}
