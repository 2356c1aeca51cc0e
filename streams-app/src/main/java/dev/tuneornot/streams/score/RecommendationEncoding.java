package dev.tuneornot.streams.score;

import dev.tuneornot.confluent.ByteArrayEncoder;
import dev.tuneornot.confluent.EncodedRecord;
import dev.tuneornot.evaluation.OutcomeBoundaries;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The bytes of a recommendation, made once for two purposes: to tell its outcome from the last, and
 * to be sent. One instance a task; not thread-safe.
 */
final class RecommendationEncoding {
  private final RecommendationWriter writer = new RecommendationWriter();
  private final ByteArrayEncoder encoder = new ByteArrayEncoder();
  private final OutcomeBoundaries boundaries = new OutcomeBoundaries(encoder::length);

  /** Takes the place of what was encoded before. */
  EncodedRecord encode(Recommendation recommendation) {
    encoder.reset();
    boundaries.reset();
    try {
      writer.write(recommendation, encoder, boundaries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EncodedRecord(recommendation, encoder.array(), encoder.length());
  }

  /** Of what was encoded last, 16 bytes. */
  byte[] digest() {
    return OutcomeDigest.of(encoder.array(), encoder.length(), boundaries);
  }
}
