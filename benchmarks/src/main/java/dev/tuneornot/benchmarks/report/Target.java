package dev.tuneornot.benchmarks.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a measure is held to.
 *
 * @param floor what it must reach; null: it is only reported
 * @param goal what it should reach
 * @param isMost whether floor and goal are the most that it may be, not the least
 * @param format of all its figures
 */
public record Target(@Nullable Double floor, double goal, boolean isMost, String format) {

  static Target atLeast(double floor, double goal) {
    return new Target(floor, goal, false, "%.2f");
  }

  static Target atMost(double floor, double goal, String format) {
    return new Target(floor, goal, true, format);
  }

  static Target atMost(double goal, String format) {
    return new Target(null, goal, true, format);
  }

  /** What the median says, in words. */
  String verdict(Spread spread) {
    if (spread.count() == 0) {
      return "not measured";
    }
    if (meets(spread.median(), goal)) {
      return "goal met";
    }
    if (floor == null) {
      return "goal missed";
    }
    return meets(spread.median(), floor) ? "floor met" : "**floor missed**";
  }

  private boolean meets(double figure, double bound) {
    return isMost ? figure <= bound : figure >= bound;
  }

  String floorText() {
    return floor == null ? "report" : text(floor);
  }

  String text(double figure) {
    return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, format, figure);
  }
}
