package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.judging.PriceJudge;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PriceFinding;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.topics.RecordHeaders;
import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.meters.TaskGauges;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds prices that are odd until a person has looked at them (docs/rules.md section 11), one a
 * model. Durable under a byte and the modelId, in Avro's single-object encoding:
 *
 * <ul>
 *   <li>{@code h}: the review, without the price in force, which the valid store has;
 *   <li>{@code l}: the price that was in force last of a model that has been deleted since;
 *   <li>{@code b}: how many prices put back have not come round yet (4 bytes), and whether another
 *       price has come in the meantime (1 byte).
 * </ul>
 */
final class PriceReviews {
  private static final Logger LOG = LoggerFactory.getLogger(PriceReviews.class);
  private static final byte HELD = 'h';
  private static final byte LAST = 'l';
  private static final byte PUT_BACK = 'b';

  private final KeyValueStore<Bytes, byte[]> store;
  private final KeyValueStore<Bytes, byte[]> valid;
  private final KeyValueStore<Bytes, byte[]> reference;
  private final Reviewing reviewing;
  private final Outputs outputs;
  private final AppMeters meters;
  private final TaskGauges gauges;
  private final LongSupplier clock;
  private int held;

  /** Where reviews and prices that are put back go, in the task's transaction. */
  interface Outputs {
    /**
     * @param review null: there is none any more
     */
    void review(String modelId, @Nullable PriceReview review);

    /**
     * @param inForce null: the model has no price
     */
    void putBack(String modelId, @Nullable ModelPricing inForce);
  }

  /**
   * @param valid the prices in force, by {@link ReferenceKey}
   * @param reference of the same task, where the policy for every portfolio is
   * @param clock milliseconds since the epoch
   */
  PriceReviews(
      KeyValueStore<Bytes, byte[]> store,
      KeyValueStore<Bytes, byte[]> valid,
      KeyValueStore<Bytes, byte[]> reference,
      Reviewing reviewing,
      Outputs outputs,
      AppMeters meters,
      TaskGauges gauges,
      LongSupplier clock) {
    this.store = store;
    this.valid = valid;
    this.reference = reference;
    this.reviewing = reviewing;
    this.outputs = outputs;
    this.meters = meters;
    this.gauges = gauges;
    this.clock = clock;
  }

  /** Counts what is held. */
  void load() {
    held = 0;
    try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        held += entry.key.get()[0] == HELD ? 1 : 0;
      }
    }
    gauges.heldPrices(held);
  }

  /**
   * Takes a valid price; false where it comes into force, which is the caller's part. A price that
   * is in force already does too, and ends the review of another.
   *
   * @param content of the price, as it is stored
   */
  boolean hold(InboundRecord record, ModelPricing price, byte[] content) {
    String modelId = price.getModelId();
    overtake(modelId);
    byte[] inForce = valid.get(priceKey(modelId));
    PriceReview review = find(modelId);
    if (Arrays.equals(content, inForce)) {
      end(modelId, review);
      return false;
    }
    byte[] last = inForce == null ? store.get(key(LAST, modelId)) : inForce;
    if (isConfirmed(record)) {
      boolean isRelease = review != null && isHeld(content, review);
      // Of a model without a history, as after a reset, nobody has to look at it again.
      if (isRelease || (review == null && last == null)) {
        if (isRelease) {
          meters.priceReleased();
        }
        comesIntoForce(modelId, review);
        return false;
      }
    }
    List<PriceFinding> findings = findings(last, price);
    if (findings.isEmpty()) {
      comesIntoForce(modelId, review);
      return false;
    }
    if (review == null || !isHeld(content, review) || !findings.equals(review.getFindings())) {
      Instant now = Instant.ofEpochMilli(clock.getAsLong());
      hold(new PriceReview(modelId, price, null, record.offset(), now, findings), review == null);
    }
    return true;
  }

  /** Ends the review of a model whose price is deleted, and remembers what was in force. */
  void deleted(String modelId) {
    overtake(modelId);
    byte[] inForce = valid.get(priceKey(modelId));
    if (inForce != null) {
      store.put(key(LAST, modelId), inForce);
    }
    end(modelId, find(modelId));
  }

  /**
   * Takes what somebody has written into the topic of reviews: a deletion rejects, and whatever
   * else would tell readers what is not so.
   */
  void written(InboundRecord record) {
    String modelId = new String(record.key().get(), UTF_8);
    PriceReview review = find(modelId);
    if (record.value() != null || (review != null && !isMeant(record, review))) {
      LOG.warn("{} is no rejection of what is held of {}: it is written anew", record, modelId);
      tell(modelId, review);
    } else if (review != null) {
      meters.priceRejected();
      end(modelId, review);
      putBack(modelId, 1);
    }
  }

  /** Whether it is a price that this application has put back itself. */
  boolean isPutBack(InboundRecord record) {
    return reviewing
        .applicationId()
        .equals(text(record.headers().lastHeader(RecordHeaders.WRITTEN_BY)));
  }

  /**
   * Takes note that a price has come round that was put back; true where it is to come into force,
   * since nothing is known of it: the state is new. Where another price came before it, that one is
   * what counts, and is put back in turn.
   */
  boolean comesBack(String modelId) {
    Bytes key = key(PUT_BACK, modelId);
    byte[] stored = store.get(key);
    if (stored == null) {
      comesIntoForce(modelId, find(modelId));
      return true;
    }
    ByteBuffer expected = ByteBuffer.wrap(stored);
    int left = expected.getInt() - 1;
    boolean isOvertaken = expected.get() != 0;
    if (left > 0) {
      expect(modelId, left, isOvertaken);
      return false;
    }
    store.delete(key);
    // While a price is held, readers take the one in force from its review.
    if (isOvertaken && find(modelId) == null) {
      putBack(modelId, 1);
    }
    return false;
  }

  private List<PriceFinding> findings(byte @Nullable [] before, ModelPricing price) {
    if (!reviewing.isEnabled()) {
      return List.of();
    }
    PriceJudge judge = new PriceJudge(reviewing.bounds(), policyOfAll().getStalePriceDays());
    return judge.judge(
        before == null ? null : ContentCodec.PRICING.decode(before),
        price,
        Instant.ofEpochMilli(clock.getAsLong()));
  }

  private Policy policyOfAll() {
    byte[] stored = reference.get(ReferenceKey.EVERY_POLICY.toBytes());
    byte[] content = stored == null ? null : ReferenceChange.fromBytes(stored).content();
    return content == null ? Policies.builtin() : ContentCodec.POLICY.decode(content);
  }

  private void hold(PriceReview review, boolean isAnother) {
    String modelId = review.getModelId();
    store.put(key(HELD, modelId), ContentCodec.REVIEW.encode(review));
    meters.priceHeld();
    held += isAnother ? 1 : 0;
    gauges.heldPrices(held);
    LOG.info("Held the price of {} at offset {}", modelId, review.getOffset());
    tell(modelId, review);
  }

  private void comesIntoForce(String modelId, @Nullable PriceReview review) {
    store.delete(key(LAST, modelId));
    end(modelId, review);
  }

  private void end(String modelId, @Nullable PriceReview review) {
    if (review != null) {
      store.delete(key(HELD, modelId));
      held--;
      gauges.heldPrices(held);
      tell(modelId, null);
    }
  }

  private void tell(String modelId, @Nullable PriceReview review) {
    if (review != null) {
      review.setInForce(inForce(modelId));
    }
    outputs.review(modelId, review);
  }

  private @Nullable ModelPricing inForce(String modelId) {
    byte[] content = valid.get(priceKey(modelId));
    return content == null ? null : ContentCodec.PRICING.decode(content);
  }

  private @Nullable PriceReview find(String modelId) {
    byte[] stored = store.get(key(HELD, modelId));
    return stored == null ? null : ContentCodec.REVIEW.decode(stored);
  }

  /** So that the topic of prices ends with what counts, for its readers and after a reset. */
  private void putBack(String modelId, int more) {
    byte[] stored = store.get(key(PUT_BACK, modelId));
    int expected = stored == null ? 0 : ByteBuffer.wrap(stored).getInt();
    expect(modelId, expected + more, false);
    outputs.putBack(modelId, inForce(modelId));
  }

  private void overtake(String modelId) {
    byte[] stored = store.get(key(PUT_BACK, modelId));
    if (stored != null) {
      expect(modelId, ByteBuffer.wrap(stored).getInt(), true);
    }
  }

  private void expect(String modelId, int times, boolean isOvertaken) {
    store.put(
        key(PUT_BACK, modelId),
        ByteBuffer.allocate(Integer.BYTES + 1)
            .putInt(times)
            .put((byte) (isOvertaken ? 1 : 0))
            .array());
  }

  private static boolean isHeld(byte[] content, PriceReview review) {
    return Arrays.equals(content, ContentCodec.PRICING.encode(review.getHeld()));
  }

  private static boolean isConfirmed(InboundRecord record) {
    return RecordHeaders.TRUE.equals(text(record.headers().lastHeader(RecordHeaders.CONFIRMED)));
  }

  /** Whoever rejects may say what; it may have been replaced since. */
  private static boolean isMeant(InboundRecord record, PriceReview review) {
    String offset = text(record.headers().lastHeader(RecordHeaders.REJECTED_OFFSET));
    return offset == null || offset.equals(Long.toString(review.getOffset()));
  }

  private static @Nullable String text(@Nullable Header header) {
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static Bytes priceKey(String modelId) {
    return new ReferenceKey(ChangeKind.PRICE, modelId).toBytes();
  }

  private static Bytes key(byte what, String modelId) {
    byte[] id = modelId.getBytes(UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(1 + id.length).put(what).put(id).array());
  }
}
