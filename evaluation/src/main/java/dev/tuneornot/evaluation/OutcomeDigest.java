package dev.tuneornot.evaluation;

import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.EncoderFactory;

/**
 * Tells outcomes apart (section 9) in 16 bytes, so that the last one need not be kept. It is taken
 * of the Avro encoding, which what is emitted needs anyway, without what does not belong to the
 * outcome. What is left can be read in one way only, so that other outcomes are other bytes.
 *
 * <p>Left out are, as the rules say, evaluatedAt, trigger, triggerKey, previousVerdict,
 * verdictSince, usageSource, usageWindowEnd, E13 to E16 and the net benefit of the cases. So it
 * does not matter whether the history has been put in yet.
 *
 * <p>Not cryptographic: who crafts a collision hides a change of their own recommendation.
 */
public final class OutcomeDigest {
  private static final RecommendationWriter WRITER = new RecommendationWriter();

  private OutcomeDigest() {}

  /** Equal for two recommendations if, and but for chance only if, they have the same outcome. */
  public static byte[] of(Recommendation recommendation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutcomeBoundaries boundaries = new OutcomeBoundaries(bytes::size);
    try {
      WRITER.write(
          recommendation, EncoderFactory.get().directBinaryEncoder(bytes, null), boundaries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(bytes.toByteArray(), bytes.size(), boundaries);
  }

  /**
   * Likewise, where it is encoded already.
   *
   * @param encoded as {@link RecommendationWriter} writes it, up to {@code length}
   * @param boundaries as they were told
   */
  public static byte[] of(byte[] encoded, int length, OutcomeBoundaries boundaries) {
    return boundaries.digest(encoded, length);
  }
}
