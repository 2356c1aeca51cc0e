package dev.tuneornot.evaluation;

import dev.tuneornot.schemas.binary.RecommendationWriter;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Where in the encoding of a recommendation its outcome ends, begins again, and so on. Used again
 * for the next one; not thread-safe.
 */
public final class OutcomeBoundaries implements RecommendationWriter.Boundary {
  private static final int FIRST_SIZE = 16;

  private final IntSupplier position;
  private int[] positions = new int[FIRST_SIZE];
  private int count;

  /**
   * @param position how many bytes of the recommendation have been written, at any moment
   */
  public OutcomeBoundaries(IntSupplier position) {
    this.position = position;
  }

  /** Forgets the last recommendation. */
  public void reset() {
    count = 0;
  }

  @Override
  public void here() {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
    }
    positions[count++] = position.getAsInt();
  }

  /**
   * Copies what belongs to the outcome.
   *
   * @param to with room for all of {@code encoded}
   * @return how many bytes that is
   */
  int copyOutcome(byte[] encoded, byte[] to) {
    int length = 0;
    int from = 0;
    for (int i = 0; i < count; i += 2) {
      System.arraycopy(encoded, from, to, length, positions[i] - from);
      length += positions[i] - from;
      from = i + 1 < count ? positions[i + 1] : positions[i];
    }
    return length;
  }
}
