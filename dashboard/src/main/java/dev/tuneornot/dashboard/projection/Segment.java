package dev.tuneornot.dashboard.projection;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;

/**
 * Decision and verdict in one small number, which an index carries at the cost of a byte: ten times
 * the position of the decision in its Avro enum plus that of the verdict. Symbols are only ever
 * added at the end.
 */
public final class Segment {
  private static final int VERDICTS = 10;

  private Segment() {}

  public static int of(Decision decision, Verdict verdict) {
    return VERDICTS * Decision.getClassSchema().getEnumOrdinal(decision.name())
        + Verdict.getClassSchema().getEnumOrdinal(verdict.name());
  }
}
