package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.portfolio.whatif.Flip;
import dev.tuneornot.portfolio.whatif.PortfolioChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the answer.
 *
 * @param portfolio null: all together
 * @param proposalId of a flip; else null
 * @param before verdict of a flip or of a transition; else null
 * @param after likewise
 * @param proposals number of those that this row is about
 * @param savingsBefore USD a month over GO
 * @param savingsAfter USD a month over GO
 * @param words the transitions of a portfolio, or the reason of a flip
 */
record WhatIfRow(
    Kind kind,
    @Nullable String portfolio,
    @Nullable String proposalId,
    @Nullable Verdict before,
    @Nullable Verdict after,
    long proposals,
    @Nullable Double savingsBefore,
    @Nullable Double savingsAfter,
    @Nullable Double savingsChange,
    String words) {

  /** What a row is about. */
  enum Kind {
    PORTFOLIO,
    TRANSITION,
    FLIP
  }

  private static final String ALL = "(all)";

  static Layout<WhatIfRow> portfolios() {
    return layout()
        .withTable(
            List.of(
                TableColumn.name("PORTFOLIO", 9, 16, WhatIfRow::portfolioOrAll),
                TableColumn.figure("PROPOSALS", row -> Figures.ENGLISH.count(row.proposals)),
                TableColumn.figure(
                    "GO SAVINGS/MONTH", row -> Figures.ENGLISH.money(row.savingsBefore)),
                TableColumn.figure("AFTER", row -> Figures.ENGLISH.money(row.savingsAfter)),
                TableColumn.figure("CHANGE", row -> Figures.ENGLISH.money(row.savingsChange)),
                TableColumn.words("VERDICTS THAT CHANGE", 24, 60, WhatIfRow::words)));
  }

  static Layout<WhatIfRow> layout() {
    return PlainLayout.of(
        List.of(
            new Field<>("kind", WhatIfRow::kind),
            new Field<>("portfolio", WhatIfRow::portfolio),
            new Field<>("proposalId", WhatIfRow::proposalId),
            new Field<>("before", WhatIfRow::before),
            new Field<>("after", WhatIfRow::after),
            new Field<>("proposals", WhatIfRow::proposals),
            new Field<>("savingsBefore", WhatIfRow::savingsBefore),
            new Field<>("savingsAfter", WhatIfRow::savingsAfter),
            new Field<>("savingsChange", WhatIfRow::savingsChange),
            new Field<>("reason", row -> row.kind == Kind.FLIP ? row.words : null)),
        List.of(
            TableColumn.name("PROPOSAL", 12, 24, row -> String.valueOf(row.proposalId)),
            TableColumn.fixed("BEFORE", row -> String.valueOf(row.before)),
            TableColumn.fixed("AFTER", row -> String.valueOf(row.after)),
            TableColumn.figure("GO SAVINGS", row -> signed(row.savingsChange)),
            TableColumn.words("WHY", 30, 60, WhatIfRow::words)));
  }

  static WhatIfRow portfolio(@Nullable String portfolio, PortfolioChange change) {
    String transitions =
        change.transitions().stream()
            .map(each -> each.count() + " " + each.before() + " -> " + each.after())
            .collect(Collectors.joining(", "));
    return new WhatIfRow(
        Kind.PORTFOLIO,
        portfolio,
        null,
        null,
        null,
        change.proposals(),
        change.savingsBefore().doubleValue(),
        change.savingsAfter().doubleValue(),
        difference(change.savingsBefore(), change.savingsAfter()),
        transitions.isEmpty() ? "none" : transitions);
  }

  static List<WhatIfRow> transitions(@Nullable String portfolio, PortfolioChange change) {
    List<WhatIfRow> rows = new ArrayList<>();
    for (PortfolioChange.Transition each : change.transitions()) {
      rows.add(
          new WhatIfRow(
              Kind.TRANSITION,
              portfolio,
              null,
              each.before(),
              each.after(),
              each.count(),
              null,
              null,
              null,
              ""));
    }
    return rows;
  }

  static WhatIfRow of(Flip flip) {
    return new WhatIfRow(
        Kind.FLIP,
        flip.portfolio(),
        flip.proposalId(),
        flip.before(),
        flip.after(),
        1,
        null,
        null,
        flip.goChange(),
        flip.reason());
  }

  private static double difference(BigDecimal before, BigDecimal after) {
    return after.subtract(before).doubleValue();
  }

  private static String signed(@Nullable Double dollars) {
    return (dollars != null && dollars > 0 ? "+" : "") + Figures.ENGLISH.money(dollars);
  }

  private String portfolioOrAll() {
    return portfolio == null ? ALL : portfolio;
  }
}
