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

  /** Used again: a new one for each took 7 % of what a re-score allocates. */
  private byte[] outcome = {};

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
   * Of what belongs to the outcome; see {@link OutcomeDigest#of(byte[], int, OutcomeBoundaries)}.
   */
  byte[] digest(byte[] encoded, int length) {
    int room = MurmurHash.roomFor(length);
    if (outcome.length < room) {
      outcome = new byte[2 * room];
    }
    int outcomeLength = copyOutcome(encoded, outcome);
    Arrays.fill(outcome, outcomeLength, MurmurHash.roomFor(outcomeLength), (byte) 0);
    return MurmurHash.digest(outcome, outcomeLength);
  }

  private int copyOutcome(byte[] encoded, byte[] to) {
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
