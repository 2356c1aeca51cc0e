package dev.tuneornot.benchmarks.report;

import dev.tuneornot.benchmarks.contender.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Bars of rows a second for a load and a re-score, a contender each, as SVG: the bar is the median
 * of the runs, the line on it goes from the least to the greatest. It has no background and follows
 * the reader's choice of light or dark.
 */
public final class RatesPlot {
  private static final int WIDTH = 760;
  private static final int BAR_LEFT = 190;
  private static final int BAR_RIGHT = 640;
  private static final int BAR_HEIGHT = 20;
  private static final int STEP = 32;
  private static final int HEADING = 40;
  private static final int GAP = 20;

  private static final String STYLE =
      """
      <style>
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .title { font-size: 15px; font-weight: 600 }
        .note { font-size: 12px; fill: #59636e }
        .ours { fill: #0969da }
        .other { fill: #818b98 }
        .spread { stroke: #1f2328; stroke-width: 1.5 }
        .axis { stroke: #818b98 }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc }
          .note { fill: #9198a1 }
          .ours { fill: #4493f8 }
          .other { fill: #656c76 }
          .spread { stroke: #f0f6fc }
        }
      </style>
      """;

  private record Bar(Contender contender, Spread rate) {}

  private final Ratios ratios;
  private final StringBuilder svg = new StringBuilder();
  private int top;

  private RatesPlot(Report report) {
    this.ratios = new Ratios(report.results());
  }

  /** A document of its own. */
  public static String of(Report report) {
    RatesPlot plot = new RatesPlot(report);
    plot.panel("Load", Ratios::loadRate);
    plot.panel("Re-score", Ratios::rescoreRate);
    String proposals = report.options().getOrDefault("proposals", "?");
    String title = "Rows a second, " + proposals + " proposals";
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
        role="img" aria-label="%3$s">
        <title>%3$s</title>
        %4$s%5$s<text class="note" x="0" y="%6$d">%3$s; bar: median of the runs, line: least to \
        greatest</text>
        </svg>
        """
        .formatted(WIDTH, plot.top + 30, title, STYLE, plot.svg, plot.top + 18);
  }

  private void panel(String title, ToDoubleFunction<Result> figure) {
    List<Bar> bars = new ArrayList<>();
    double greatest = 0;
    for (Contender contender : Contender.values()) {
      Spread rate = ratios.figure(contender, figure);
      if (rate.count() > 0) {
        bars.add(new Bar(contender, rate));
        greatest = Math.max(greatest, rate.greatest());
      }
    }
    if (bars.isEmpty()) {
      return;
    }
    text("title", 0, top + 20, "", title);
    top += HEADING;
    int panelTop = top;
    double scale = (BAR_RIGHT - BAR_LEFT) / greatest;
    for (Bar bar : bars) {
      bar(bar, scale);
    }
    line("axis", BAR_LEFT, panelTop - 6, BAR_LEFT, top - 6);
    top += GAP;
  }

  private void bar(Bar bar, double scale) {
    Spread rate = bar.rate();
    double middle = top + BAR_HEIGHT / 2.0;
    text("label", BAR_LEFT - 10, middle + 4, "end", bar.contender().title());
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
            bar.contender() == Contender.OURS ? "ours" : "other",
            BAR_LEFT,
            top,
            rate.median() * scale,
            BAR_HEIGHT));
    double from = BAR_LEFT + rate.least() * scale;
    double to = BAR_LEFT + rate.greatest() * scale;
    line("spread", from, middle, to, middle);
    line("spread", from, middle - 4, from, middle + 4);
    line("spread", to, middle - 4, to, middle + 4);
    text("value", to + 8, middle + 4, "", String.format(Locale.ROOT, "%,.0f", rate.median()));
    top += STEP;
  }

  private void text(String type, double x, double y, String anchor, String content) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            type,
            x,
            y,
            anchor.isEmpty() ? "start" : anchor,
            content));
  }

  private void line(String type, double fromX, double fromY, double toX, double toY) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
            type,
            fromX,
            fromY,
            toX,
            toY));
  }
}
