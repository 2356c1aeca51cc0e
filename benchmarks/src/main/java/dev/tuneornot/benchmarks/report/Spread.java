package dev.tuneornot.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Median, least and greatest of some figures; all NaN where there are none. */
public record Spread(int count, double median, double least, double greatest) {

  /** Of the figures that are numbers: a NaN stands for what was not measured. */
  public static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().filter(figure -> !figure.isNaN()).sorted().toList();
    int count = sorted.size();
    if (count == 0) {
      return new Spread(0, Double.NaN, Double.NaN, Double.NaN);
    }
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return new Spread(count, median, sorted.get(0), sorted.get(count - 1));
  }

  /** In another unit. */
  Spread scaled(double factor) {
    return new Spread(count, median * factor, least * factor, greatest * factor);
  }

  /** {@code 1.23 (1.10..1.30)}, or a dash where there are no figures. */
  public String text(String format) {
    if (count == 0) {
      return "-";
    }
    String range = " (" + format + ".." + format + ")";
    return String.format(Locale.ROOT, format + range, median, least, greatest);
  }
}
