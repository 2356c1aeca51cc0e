package dev.tuneornot.streams.reference;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.ReleasedSchemas;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's single-object encoding of records that are stored: it carries the fingerprint of its
 * schema, so that what an earlier version of the application wrote stays readable without the
 * registry.
 */
public final class ContentCodec<T extends SpecificRecord> {
  /** A price. */
  public static final ContentCodec<ModelPricing> PRICING =
      new ContentCodec<>(ModelPricing.getClassSchema());

  /** A policy. */
  public static final ContentCodec<Policy> POLICY = new ContentCodec<>(Policy.getClassSchema());

  /** A price that is held. */
  public static final ContentCodec<PriceReview> REVIEW =
      new ContentCodec<>(PriceReview.getClassSchema());

  /** What is counted of a change. */
  public static final ContentCodec<PriceImpact> IMPACT =
      new ContentCodec<>(PriceImpact.getClassSchema());

  /** Sums of a portfolio. */
  public static final ContentCodec<PortfolioSummary> SUMMARY =
      new ContentCodec<>(PortfolioSummary.getClassSchema());

  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  private ContentCodec(Schema schema) {
    TrustedClasses.install();
    SpecificData model = SpecificData.getForSchema(schema);
    encoder = new BinaryMessageEncoder<>(model, schema);
    decoder = new BinaryMessageDecoder<>(model, schema);
    ReleasedSchemas.of(schema.getName()).forEach(decoder::addSchema);
  }

  public byte[] encode(T record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      encoder.encode(record, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalStateException for bytes that are not such a record
   */
  public T decode(byte[] content) {
    try {
      return decoder.decode(content);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new IllegalStateException("Stored record is not readable: " + e, e);
    }
  }
}
