package dev.tuneornot.cli.whatif;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.portfolio.whatif.Comparison;
import dev.tuneornot.portfolio.whatif.Flip;
import dev.tuneornot.portfolio.whatif.PortfolioChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the answer: two tables for a person, one stream of rows for a program. */
final class Answer {

  private final Surroundings surroundings;
  private final OutputOptions output;

  Answer(Surroundings surroundings, OutputOptions output) {
    this.surroundings = surroundings;
    this.output = output;
  }

  void write(Comparison comparison) throws IOException {
    if (output.isTable()) {
      writeTables(comparison);
    } else {
      writeRows(comparison);
    }
    List<Flip> flips = comparison.flips();
    if (flips.size() < comparison.flipped()) {
      surroundings.say(
          "%,d proposals flip, the %,d largest are shown (--max-flips)"
              .formatted(comparison.flipped(), flips.size()));
    }
  }

  private void writeTables(Comparison comparison) throws IOException {
    try (RowWriter<WhatIfRow> rows = output.open(surroundings, WhatIfRow.portfolios())) {
      for (Map.Entry<String, PortfolioChange> entry : comparison.portfolios().entrySet()) {
        rows.write(WhatIfRow.portfolio(entry.getKey(), entry.getValue()));
      }
      rows.write(WhatIfRow.portfolio(null, comparison.total()));
    }
    if (comparison.flipped() == 0) {
      surroundings.say("No verdict changes");
      return;
    }
    surroundings.out().write("\n".getBytes(StandardCharsets.UTF_8));
    try (RowWriter<WhatIfRow> rows = output.open(surroundings, WhatIfRow.layout())) {
      for (Flip flip : comparison.flips()) {
        rows.write(WhatIfRow.of(flip));
      }
    }
  }

  private void writeRows(Comparison comparison) throws IOException {
    try (RowWriter<WhatIfRow> rows = output.open(surroundings, WhatIfRow.layout())) {
      for (Map.Entry<String, PortfolioChange> entry : comparison.portfolios().entrySet()) {
        write(entry.getKey(), entry.getValue(), rows);
      }
      rows.write(WhatIfRow.portfolio(null, comparison.total()));
      for (WhatIfRow row : WhatIfRow.transitions(null, comparison.total())) {
        rows.write(row);
      }
      for (Flip flip : comparison.flips()) {
        rows.write(WhatIfRow.of(flip));
      }
    }
  }

  private static void write(String portfolio, PortfolioChange change, RowWriter<WhatIfRow> rows)
      throws IOException {
    rows.write(WhatIfRow.portfolio(portfolio, change));
    for (WhatIfRow row : WhatIfRow.transitions(portfolio, change)) {
      rows.write(row);
    }
  }
}
