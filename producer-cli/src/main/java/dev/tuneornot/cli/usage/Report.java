package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.portfolio.usage.TrafficSum;
import dev.tuneornot.portfolio.usage.UsageEffect;
import dev.tuneornot.portfolio.usage.UsageMeasurement;
import dev.tuneornot.portfolio.usage.UsageRows;
import dev.tuneornot.portfolio.usage.UsageSource;
import dev.tuneornot.portfolio.usage.UsageSums;
import dev.tuneornot.portfolio.usage.UsageWindow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an import found: on standard output tables for a person, or one stream of rows for a
 * program; on standard error what it comes to.
 */
record Report(
    UsageSource source,
    UsageSums sums,
    UsageMeasurement measurement,
    UsageEffect effect,
    boolean hasPrices) {

  private static final double WORTH_A_WORD = 1.1;

  void write(Surroundings surroundings, OutputOptions output) throws IOException {
    List<ReportRow> measured = new ArrayList<>();
    effect.proposals().forEach(each -> measured.add(ReportRow.of(each, sumOf(each))));
    measurement.unmeasured().forEach(each -> measured.add(ReportRow.of(each)));
    List<ReportRow> models = measurement.models().stream().map(ReportRow::of).toList();
    List<ReportRow> unmapped = sums.unmapped().stream().map(ReportRow::of).toList();
    List<ReportRow> flips =
        hasPrices ? effect.comparison().flips().stream().map(ReportRow::of).toList() : List.of();
    if (output.isTable()) {
      boolean behind = table(measured, ReportRow.all(), false, surroundings, output);
      behind = table(models, ReportRow.models(), behind, surroundings, output);
      behind = table(unmapped, ReportRow.unmapped(), behind, surroundings, output);
      table(flips, ReportRow.flips(), behind, surroundings, output);
      return;
    }
    try (RowWriter<ReportRow> rows = output.open(surroundings, ReportRow.all())) {
      for (List<ReportRow> each : List.of(measured, models, unmapped, totals(), flips)) {
        for (ReportRow row : each) {
          rows.write(row);
        }
      }
    }
  }

  /** What it comes to, in lines. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    UsageWindow window = sums.window();
    if (window.isKnown()) {
      lines.add("Window: " + window.start() + " until " + window.end());
      if (window.widening() > WORTH_A_WORD) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  the rows cover %s until %s only, %.0f %% of it; --from-date and --to-date say"
                    + " otherwise",
                window.first(),
                window.last(),
                100 / window.widening()));
      }
    }
    lines.add("Mapped: " + inWords(sums.mappedTotal()));
    lines.add("Not mapped: " + inWords(sums.unmappedTotal()));
    if (sums.outside().rows() > 0) {
      lines.add("Not wholly within the window: " + inWords(sums.outside()));
    }
    for (Map.Entry<UsageRows.Skipped, Long> each : sums.skipped().entrySet()) {
      lines.add(format("Left out: %,d rows are %s", each.getValue(), each.getKey().words()));
    }
    source.gap().ifPresent(gap -> lines.add("Of " + source.name() + ": " + gap));
    lines.add(
        format(
            "%,d proposals measured, %,d with traffic that is not their usage",
            measurement.measured().size(), measurement.unmeasured().size()));
    lines.add(
        format("%,d would be re-scored", effect.rescored())
            + (hasPrices
                ? format(
                    ", %,d verdicts would change%s", effect.comparison().flipped(), transitions())
                : "; without --pricing no verdicts are told"));
    return lines;
  }

  private List<ReportRow> totals() {
    return List.of(
        ReportRow.ofSum(ReportRow.Kind.TOTAL_MAPPED, sums.mappedTotal(), ""),
        ReportRow.ofSum(ReportRow.Kind.TOTAL_UNMAPPED, sums.unmappedTotal(), ""));
  }

  private String transitions() {
    String transitions =
        effect.comparison().total().transitions().stream()
            .map(each -> format("%,d %s -> %s", each.count(), each.before(), each.after()))
            .collect(Collectors.joining(", "));
    return transitions.isEmpty() ? "" : ": " + transitions;
  }

  private TrafficSum sumOf(UsageEffect.OfProposal proposal) {
    String id = proposal.measured().usage().getProposalId();
    TrafficSum sum = new TrafficSum();
    measurement.models().stream()
        .filter(seen -> seen.isMeasured() && seen.proposalId().equals(id))
        .forEach(seen -> sum.add(seen.sum()));
    return sum;
  }

  /** Returns whether there is anything on standard output now. */
  private static boolean table(
      List<ReportRow> rows,
      Layout<ReportRow> layout,
      boolean behind,
      Surroundings surroundings,
      OutputOptions output)
      throws IOException {
    if (rows.isEmpty()) {
      return behind;
    }
    if (behind) {
      surroundings.out().write("\n".getBytes(StandardCharsets.UTF_8));
    }
    try (RowWriter<ReportRow> table = output.open(surroundings, layout)) {
      for (ReportRow row : rows) {
        table.write(row);
      }
    }
    return true;
  }

  private static String inWords(TrafficSum sum) {
    String requests =
        sum.isUncounted()
            ? "requests not counted"
            : format("%,d requests, %,d failed", sum.requests(), sum.failed());
    return requests
        + format(
            ", %s input tokens (%s of them cached, %s written to a cache), %s output tokens",
            count(sum.tokens().input()),
            count(sum.tokens().cached()),
            count(sum.tokens().written()),
            count(sum.tokens().output()));
  }

  private static String count(BigDecimal tokens) {
    return format("%,.0f", tokens);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
