package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;

import dev.tuneornot.model.OutcomeSummary;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of decisions and verdicts as rows. */
public final class ChangeLayout {

  private ChangeLayout() {}

  public static Layout<RecommendationChange> create() {
    return RecordLayouts.of(
        RecommendationChange.SCHEMA$,
        List.of(
            fixed("CHANGED", row -> Figures.ENGLISH.instant(row.getChangedAt())),
            fixed("BEFORE", row -> said(row.getBefore())),
            fixed("AFTER", row -> said(row.getAfter())),
            figure("GO SAVINGS/MONTH", row -> Figures.ENGLISH.change(savings(row))),
            name(
                "BEST MODEL",
                12,
                20,
                row -> Objects.requireNonNullElse(row.getBestModel(), Figures.NONE)),
            fixed("BECAUSE OF", row -> row.getTrigger().name()),
            name("WHICH", 12, 24, RecommendationChange::getTriggerKey)));
  }

  private static String said(@Nullable OutcomeSummary summary) {
    return summary == null ? Figures.NONE : summary.getDecision() + ", " + summary.getVerdict();
  }

  private static double savings(RecommendationChange row) {
    return savings(row.getAfter()) - savings(row.getBefore());
  }

  private static double savings(@Nullable OutcomeSummary summary) {
    return summary == null ? 0 : summary.getMonthlySavings();
  }
}
