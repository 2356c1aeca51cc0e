package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Policy;

/**
 * When a candidate overtakes the best one, as the months to retirement become fewer (section 8).
 * The net benefit of each stands still as long as more months are left than the policy's horizon,
 * and falls or rises in a straight line from then on.
 */
final class Overtaking {
  private static final double LAST_SEGMENT_MS = 1200.0 * EpochMillis.MONTH;

  private final Line best;
  private final Line other;

  /**
   * @param bestEnd r of the best one, {@link EpochMillis#NEVER} where it is not known
   * @param otherEnd r of the other one
   */
  Overtaking(
      CandidateEvaluation best,
      long bestEnd,
      CandidateEvaluation other,
      long otherEnd,
      Policy policy) {
    this.best = Line.of(best, bestEnd, policy);
    this.other = Line.of(other, otherEnd, policy);
  }

  /** The first millisecond from which on the other one has the higher net benefit. */
  long after(long now) {
    double first = Math.min(best.bend(now), other.bend(now));
    double second = Math.max(best.bend(now), other.bend(now));
    double from = now;
    if (first < Double.POSITIVE_INFINITY) {
      double crossing = crossing(from, first);
      if (crossing < Double.POSITIVE_INFINITY) {
        return next(crossing);
      }
      from = first;
    }
    if (second < Double.POSITIVE_INFINITY) {
      double crossing = crossing(from, second);
      if (crossing < Double.POSITIVE_INFINITY) {
        return next(crossing);
      }
      from = second;
    }
    double crossing = crossing(from, from + LAST_SEGMENT_MS);
    return crossing < Double.POSITIVE_INFINITY ? next(crossing) : EpochMillis.NEVER;
  }

  private static long next(double instant) {
    return (long) Math.floor(instant) + 1;
  }

  /** Within a segment in which both are straight, infinite where there is none. */
  private double crossing(double from, double to) {
    double before = lead(from);
    double after = lead(to);
    return before <= 0 && after > 0
        ? from + (to - from) * (-before / (after - before))
        : Double.POSITIVE_INFINITY;
  }

  private double lead(double instant) {
    return other.at(instant) - best.at(instant);
  }

  /**
   * A net benefit (E15) as a function of the instant.
   *
   * @param end infinite where it is not known
   */
  private record Line(double monthlySavings, double upfrontCost, double horizonMonths, double end) {

    static Line of(CandidateEvaluation candidate, long end, Policy policy) {
      return new Line(
          candidate.getMonthlySavings(),
          candidate.getUpfrontCost(),
          policy.getHorizonMonths(),
          end == EpochMillis.NEVER ? Double.POSITIVE_INFINITY : end);
    }

    double at(double instant) {
      return monthlySavings * Math.min(horizonMonths, (end - instant) / EpochMillis.MONTH)
          - upfrontCost;
    }

    /**
     * From when on fewer months are left than the horizon, infinite where that is past or never.
     */
    double bend(long now) {
      double bend = end - horizonMonths * EpochMillis.MONTH;
      return bend > now ? bend : Double.POSITIVE_INFINITY;
    }
  }
}
