package dev.tuneornot.cli.output;

import static dev.tuneornot.cli.output.TableColumn.figure;
import static dev.tuneornot.cli.output.TableColumn.fixed;
import static dev.tuneornot.cli.output.TableColumn.name;
import static dev.tuneornot.cli.output.TableColumn.words;

import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.portfolio.figures.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** Impacts of changes as rows. */
public final class ImpactLayout {

  private ImpactLayout() {}

  public static Layout<PriceImpact> create() {
    return RecordLayouts.of(
        PriceImpact.SCHEMA$,
        List.of(
            fixed("STARTED", row -> Figures.ENGLISH.instant(row.getStartedAt())),
            fixed("CHANGE", row -> row.getKind().name()),
            name("OF", 12, 32, PriceImpact::getKey),
            fixed("STATE", row -> row.getState().name()),
            figure("PROPOSALS", row -> Figures.ENGLISH.count(row.getDependants())),
            figure("DONE", row -> Figures.ENGLISH.count(row.getRescored())),
            figure(
                "GO SAVINGS/MONTH",
                row -> Figures.ENGLISH.change(row.getMonthlySavingsChange().doubleValue())),
            words("VERDICTS THAT CHANGED", 24, 60, ImpactLayout::transitions)));
  }

  private static String transitions(PriceImpact impact) {
    String transitions =
        impact.getTransitions().stream()
            .filter(each -> each.getFrom() != each.getTo())
            .map(each -> each.getProposals() + " " + each.getFrom() + " -> " + each.getTo())
            .collect(Collectors.joining(", "));
    return transitions.isEmpty() ? "none" : transitions;
  }
}
