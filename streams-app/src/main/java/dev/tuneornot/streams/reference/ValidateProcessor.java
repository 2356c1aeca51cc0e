package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.evaluation.Rules;
import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.RecordHeaders;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.streams.inbound.Admission;
import dev.tuneornot.streams.inbound.DeadLetters;
import dev.tuneornot.streams.inbound.Decoding;
import dev.tuneornot.streams.inbound.InboundRecord;
import dev.tuneornot.streams.inbound.Reason;
import dev.tuneornot.streams.inbound.RecordDecoder;
import dev.tuneornot.streams.inbound.Refusal;
import dev.tuneornot.streams.inbound.SchemaLookup;
import dev.tuneornot.streams.inbound.TopicIdentities;
import dev.tuneornot.streams.inbound.WriterSchemas;
import dev.tuneornot.streams.meters.AppMeters;
import dev.tuneornot.streams.meters.TaskGauges;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Validates prices, policies and commands, judges prices, keeps the last value in force of each
 * key, and forwards what really changed. A record that is refused or held never replaces a good
 * one; an equal one sent again goes no further.
 */
public final class ValidateProcessor implements Processor<byte[], byte[], byte[], Object> {

  /**
   * The names of the stores and children that the processor works with.
   *
   * @param referenceStore of the same task; only read
   * @param identities of the source topics
   */
  public record Wiring(
      String validStore,
      String parkedStore,
      String schemasStore,
      String reviewsStore,
      String referenceStore,
      String referenceSink,
      String reviewsSink,
      String pricingSink,
      String deadLettersSink,
      String pricingTopic,
      String policiesTopic,
      String reviewsTopic,
      TopicIdentities identities) {}

  /** The reference topic takes 2 MiB, with what wraps it. */
  private static final int MOST_CONTENT_BYTES = 3 * 512 * 1024;

  private final Wiring wiring;
  private final SchemaLookup lookup;
  private final Admission.PartitionCheck partitionCheck;
  private final Reviewing reviewing;
  private final AppMeters meters;
  private final Runnable recordTaken;
  private ProcessorContext<byte[], Object> context;
  private KeyValueStore<Bytes, byte[]> valid;
  private RecordDecoder<ModelPricing> pricingDecoder;
  private RecordDecoder<Policy> policyDecoder;
  private PriceReviews reviews;
  private DeadLetters deadLetters;
  private Admission admission;
  private SourceTopics sources;
  private TaskGauges gauges;
  private PromptCommits commits;

  /**
   * @param recordTaken is run for every record
   */
  public ValidateProcessor(
      Wiring wiring,
      SchemaLookup lookup,
      Admission.PartitionCheck partitionCheck,
      Reviewing reviewing,
      AppMeters meters,
      Runnable recordTaken) {
    this.wiring = wiring;
    this.lookup = lookup;
    this.partitionCheck = partitionCheck;
    this.reviewing = reviewing;
    this.meters = meters;
    this.recordTaken = recordTaken;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    gauges = meters.open();
    commits = new PromptCommits(context);
    valid = context.getStateStore(wiring.validStore());
    sources = new SourceTopics(valid, wiring.identities());
    WriterSchemas schemas = new WriterSchemas(context.getStateStore(wiring.schemasStore()), lookup);
    pricingDecoder = new RecordDecoder<>(RecordType.MODEL_PRICING, schemas);
    policyDecoder = new RecordDecoder<>(RecordType.POLICY, schemas);
    reviews =
        new PriceReviews(
            context.getStateStore(wiring.reviewsStore()),
            valid,
            context.getStateStore(wiring.referenceStore()),
            reviewing,
            new Written(),
            meters,
            gauges,
            context::currentSystemTimeMs);
    reviews.load();
    deadLetters =
        new DeadLetters(
            letter -> context.forward(letter, wiring.deadLettersSink()),
            meters,
            context::currentSystemTimeMs);
    admission =
        new Admission(
            context,
            context.getStateStore(wiring.parkedStore()),
            schemas,
            deadLetters,
            partitionCheck,
            this::handle,
            gauges::parked);
    admission.begin();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    recordTaken.run();
    InboundRecord inbound = InboundRecord.of(context, record);
    if (inbound.topic().equals(wiring.reviewsTopic()) && isWrittenByApplication(inbound)) {
      return; // Comes round; nobody has asked for anything.
    }
    admission.admit(inbound);
  }

  /** What is scheduled outlives a task that is revived, so it has to be cancelled. */
  @Override
  public void close() {
    admission.close();
    gauges.close();
  }

  private boolean handle(InboundRecord record) {
    if (record.topic().equals(wiring.pricingTopic())) {
      return handle(record, ChangeKind.PRICE, pricingDecoder, this::price);
    }
    if (record.topic().equals(wiring.policiesTopic())) {
      return handle(record, ChangeKind.POLICY, policyDecoder, this::policy);
    }
    if (record.topic().equals(wiring.reviewsTopic())) {
      reviews.written(record);
      commits.ask();
    } else {
      command(record);
    }
    return true;
  }

  private static boolean isWrittenByApplication(InboundRecord record) {
    return record.headers().lastHeader(RecordHeaders.WRITTEN_BY) != null;
  }

  /** What becomes of a valid record; null: a deletion. */
  @FunctionalInterface
  private interface Taker<T> {
    void take(ReferenceKey key, InboundRecord record, @Nullable T value);
  }

  private void policy(ReferenceKey key, InboundRecord record, @Nullable Policy policy) {
    accept(key, record, policy == null ? null : ContentCodec.POLICY.encode(policy));
  }

  private void price(ReferenceKey key, InboundRecord record, @Nullable ModelPricing price) {
    byte[] content = price == null ? null : ContentCodec.PRICING.encode(price);
    if (isTooLarge(record, content)) {
      return;
    }
    if (reviews.isPutBack(record)) {
      if (reviews.comesBack(key.key())) {
        change(key, record, content);
      }
    } else if (price == null) {
      reviews.deleted(key.key());
      change(key, record, null);
    } else if (reviews.hold(record, price, content)) {
      commits.ask();
    } else {
      change(key, record, content);
    }
  }

  private void command(InboundRecord record) {
    String name = new String(record.key().get(), UTF_8);
    if (name.equals(TopicSpec.RESCORE)) {
      forward(new ReferenceKey(ChangeKind.RULES, Rules.VERSION), record, null);
    } else {
      deadLetters.refuse(
          record,
          new Refusal(
              Reason.INVALID_RECORD, "key = " + name + ": must be " + TopicSpec.RESCORE, null));
    }
  }

  private <T extends SpecificRecord> boolean handle(
      InboundRecord record, ChangeKind kind, RecordDecoder<T> decoder, Taker<T> taker) {
    Bytes id = record.key();
    ReferenceKey key = new ReferenceKey(kind, new String(id.get(), UTF_8));
    if (record.value() == null) {
      taker.take(key, record, null);
      return true;
    }
    Decoding<T> decoding = decoder.decode(id, record.value());
    if (decoding instanceof Decoding.Refused<T> refused) {
      deadLetters.refuse(record, refused.refusal());
    } else if (decoding instanceof Decoding.Accepted<T> accepted) {
      taker.take(key, record, accepted.value());
    }
    return !(decoding instanceof Decoding.Awaiting<T>);
  }

  private void accept(ReferenceKey key, InboundRecord record, byte @Nullable [] content) {
    if (!isTooLarge(record, content)) {
      change(key, record, content);
    }
  }

  /** What an older schema left to defaults is written out in today's. */
  private boolean isTooLarge(InboundRecord record, byte @Nullable [] content) {
    if (content == null || content.length <= MOST_CONTENT_BYTES) {
      return false;
    }
    String message =
        "record of %d bytes in today's schema: must have at most %d"
            .formatted(content.length, MOST_CONTENT_BYTES);
    deadLetters.refuse(record, new Refusal(Reason.TOO_LARGE, message, null));
    return true;
  }

  private void change(ReferenceKey key, InboundRecord record, byte @Nullable [] content) {
    Bytes id = key.toBytes();
    if (Arrays.equals(valid.get(id), content)) {
      return;
    }
    if (content == null) {
      valid.delete(id);
    } else {
      valid.put(id, content);
    }
    forward(key, record, content);
  }

  private void forward(ReferenceKey key, InboundRecord record, byte @Nullable [] content) {
    context.forward(
        new Record<>(
            key.toBytes().get(),
            new ReferenceChange(sources.versionOf(record), content).toBytes(),
            context.currentSystemTimeMs()),
        wiring.referenceSink());
    commits.ask();
  }

  /** Reviews and prices that are put back, marked as the application's own. */
  private final class Written implements PriceReviews.Outputs {
    @Override
    public void review(String modelId, @Nullable PriceReview review) {
      write(modelId, review, wiring.reviewsSink());
    }

    @Override
    public void putBack(String modelId, @Nullable ModelPricing inForce) {
      write(modelId, inForce, wiring.pricingSink());
    }

    private void write(String modelId, @Nullable SpecificRecord value, String sink) {
      Headers headers =
          new org.apache.kafka.common.header.internals.RecordHeaders()
              .add(RecordHeaders.WRITTEN_BY, reviewing.applicationId().getBytes(UTF_8));
      context.forward(
          new Record<>(modelId.getBytes(UTF_8), value, context.currentSystemTimeMs(), headers),
          sink);
    }
  }
}
