package dev.tuneornot.benchmarks.measure;

import dev.tuneornot.benchmarks.data.AvroBytes;
import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.model.Recommendation;
import java.nio.ByteBuffer;

/** A sum over outcomes, whatever their order: contenders that agree have the same. */
final class Fingerprint {
  private final AvroBytes<Recommendation> codec =
      new AvroBytes<>(Recommendation.class, Recommendation.getClassSchema());
  private long sum;

  void add(byte[] value) {
    Recommendation recommendation = codec.decode(value, WireFormat.HEADER_BYTES);
    sum += ByteBuffer.wrap(OutcomeDigest.of(recommendation)).getLong();
  }

  long value() {
    return sum;
  }
}
