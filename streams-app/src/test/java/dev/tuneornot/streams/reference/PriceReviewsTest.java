package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.judging.ReviewBounds;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.meters.AppMeters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes between a price that is put back and its coming round. */
class PriceReviewsTest {
  private static final String MODEL = "acme/a";
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  static {
    TrustedClasses.install();
  }

  private final KeyValueStore<Bytes, byte[]> store = store("price-reviews");
  private final KeyValueStore<Bytes, byte[]> valid = store("valid");
  private final KeyValueStore<Bytes, byte[]> reference = store("reference");
  private final AppMeters meters = new AppMeters();
  private final List<@Nullable PriceReview> told = new ArrayList<>();
  private final List<@Nullable ModelPricing> putBack = new ArrayList<>();
  private PriceReviews reviews = anew();
  private long offset;

  private PriceReviews anew() {
    PriceReviews fresh =
        new PriceReviews(
            store,
            valid,
            reference,
            new Reviewing(true, ReviewBounds.DEFAULTS, "app"),
            new PriceReviews.Outputs() {
              @Override
              public void review(String modelId, @Nullable PriceReview review) {
                told.add(review);
              }

              @Override
              public void putBack(String modelId, @Nullable ModelPricing inForce) {
                putBack.add(inForce);
              }
            },
            meters,
            meters.open(),
            NOW::toEpochMilli);
    fresh.load();
    return fresh;
  }

  private static ModelPricing price(double input) {
    return ModelPricing.newBuilder()
        .setModelId(MODEL)
        .setPeriods(
            List.of(
                PricePeriod.newBuilder()
                    .setEffectiveFrom(Instant.parse("2026-01-01T00:00:00Z"))
                    .setInputPerMTok(input)
                    .setOutputPerMTok(10.0)
                    .build()))
        .build();
  }

  /** As the processor does. */
  private boolean send(ModelPricing price) {
    byte[] content = ContentCodec.PRICING.encode(price);
    boolean isHeld = reviews.hold(record(), price, content);
    if (!isHeld) {
      valid.put(new ReferenceKey(ChangeKind.PRICE, MODEL).toBytes(), content);
    }
    return isHeld;
  }

  private void reject() {
    reviews.written(record());
  }

  private InboundRecord record() {
    Bytes key = Bytes.wrap(MODEL.getBytes(UTF_8));
    return new InboundRecord("pricing", 0, offset++, key, null, new RecordHeaders());
  }

  @Test
  void shouldExpectWhatItHasPutBack() {
    send(price(2));
    send(price(30));
    reject();

    assertThat(putBack).containsExactly(price(2));
    assertThat(reviews.comesBack(MODEL)).isFalse();
    assertThat(putBack).hasSize(1);
  }

  @Test
  void shouldPutBackAgainWhatCameInBetween() {
    send(price(2));
    send(price(30));
    reject();
    send(price(3));

    assertThat(reviews.comesBack(MODEL)).isFalse();

    assertThat(putBack).containsExactly(price(2), price(3));
    assertThat(reviews.comesBack(MODEL)).isFalse();
    assertThat(putBack).hasSize(2);
  }

  @Test
  void shouldPutBackADeletionThatCameInBetween() {
    send(price(2));
    send(price(30));
    reject();
    reviews.deleted(MODEL);
    valid.delete(new ReferenceKey(ChangeKind.PRICE, MODEL).toBytes());

    assertThat(reviews.comesBack(MODEL)).isFalse();

    assertThat(putBack).containsExactly(price(2), null);
  }

  @Test
  void shouldWaitForAllThatItHasPutBack() {
    send(price(2));
    send(price(30));
    reject();
    send(price(40));
    reject();
    send(price(3));

    assertThat(reviews.comesBack(MODEL)).isFalse();
    assertThat(putBack).containsExactly(price(2), price(2));
    assertThat(reviews.comesBack(MODEL)).isFalse();
    assertThat(putBack).containsExactly(price(2), price(2), price(3));
  }

  @Test
  void shouldPutNothingBackWhileAPriceIsHeld() {
    send(price(2));
    send(price(30));
    reject();
    assertThat(send(price(40))).isTrue();

    assertThat(reviews.comesBack(MODEL)).isFalse();

    assertThat(putBack).hasSize(1);
  }

  @Test
  void shouldTakeUpWhatIsHeldAfterAnUncleanEnd() {
    send(price(2));
    send(price(30));
    reviews = anew();

    assertThat(meters.heldPrices()).isEqualTo(2); // Of the task before and of this one.
    assertThat(send(price(30))).isTrue();
    assertThat(told).hasSize(1);
    reject();
    assertThat(told).hasSize(2).last().isNull();
  }

  private static KeyValueStore<Bytes, byte[]> store(String name) {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
