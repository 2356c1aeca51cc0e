package dev.tuneornot.streams.impact;

import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.schemas.ReleasedSchemas;
import dev.tuneornot.streams.pass.ChangeVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;

/**
 * The impact last emitted for a key.
 *
 * @param at when, milliseconds since the epoch
 */
record EmittedImpact(ChangeVersion version, long at, PriceImpact impact) {
  private static final SpecificData MODEL = SpecificData.getForClass(PriceImpact.class);
  private static final BinaryMessageEncoder<PriceImpact> ENCODER =
      new BinaryMessageEncoder<>(MODEL, PriceImpact.getClassSchema());
  private static final BinaryMessageDecoder<PriceImpact> DECODER = decoder();

  private static BinaryMessageDecoder<PriceImpact> decoder() {
    BinaryMessageDecoder<PriceImpact> decoder =
        new BinaryMessageDecoder<>(MODEL, PriceImpact.getClassSchema());
    ReleasedSchemas.of("PriceImpact").forEach(decoder::addSchema);
    return decoder;
  }

  byte[] toBytes() {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try {
      ENCODER.encode(impact, encoded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer buffer = ByteBuffer.allocate(ChangeVersion.BYTES + Long.BYTES + encoded.size());
    return version.put(buffer).putLong(at).put(encoded.toByteArray()).array();
  }

  static EmittedImpact fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    ChangeVersion version = ChangeVersion.get(buffer);
    long at = buffer.getLong();
    try {
      return new EmittedImpact(version, at, DECODER.decode(buffer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
