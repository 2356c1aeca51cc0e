package dev.tuneornot.dashboard.projection;

import dev.tuneornot.dashboard.projection.Batch.Change;
import dev.tuneornot.dashboard.projection.Decoder.Decoded;
import dev.tuneornot.dashboard.projection.Decoder.RefusedException;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts records into a batch; what cannot be used is logged, counted and passed over. */
final class BatchReader {
  private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);

  private final Map<String, Source> sources;
  private final Decoder decoder;
  private final ProjectionMetrics metrics;

  /**
   * @param sources by topic name
   */
  BatchReader(Map<String, Source> sources, Decoder decoder, ProjectionMetrics metrics) {
    this.sources = sources;
    this.decoder = decoder;
    this.metrics = metrics;
  }

  /**
   * Adds the rows of all records.
   *
   * @throws Decoder.RegistryAwayException where a schema cannot be had; the batch is to be dropped
   */
  Batch read(Iterable<ConsumerRecord<String, byte[]>> records) {
    Batch batch = new Batch();
    for (ConsumerRecord<String, byte[]> record : records) {
      Source source = sources.get(record.topic());
      if (source == null) {
        continue;
      }
      try {
        add(source, record, batch);
        metrics.read(source).increment();
      } catch (RefusedException e) {
        refuse(record, String.valueOf(e.getMessage()));
      }
    }
    return batch;
  }

  /** Counts a record that cannot be used, and says where it stands. */
  void refuse(ConsumerRecord<String, byte[]> record, String reason) {
    Source source = sources.get(record.topic());
    if (source != null) {
      metrics.refused(source).increment();
    }
    LOG.warn(
        "Passed over {}-{} at offset {}, key {}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        reason);
  }

  private void add(Source source, ConsumerRecord<String, byte[]> record, Batch batch)
      throws RefusedException {
    String key = record.key();
    if (key == null) {
      throw new RefusedException("it has no key");
    }
    byte @Nullable [] value = record.value();
    switch (source) {
      case RECOMMENDATIONS -> recommendation(key, value, batch);
      case RECOMMENDATION_CHANGES -> batch.changes().add(outcomeChange(record, key, value));
      case USAGE -> input(key, value, RecordType.USAGE, batch.usage());
      case PROPOSALS -> input(key, value, RecordType.PROPOSAL, batch.proposals());
      case PORTFOLIO_SUMMARIES ->
          change(
              key,
              value,
              PortfolioSummary.class,
              PortfolioSummary::getPortfolio,
              batch.summaries());
      case PRICE_IMPACTS ->
          change(key, value, PriceImpact.class, PriceImpact::getChangeId, batch.impacts());
      case PRICE_REVIEWS ->
          change(key, value, PriceReview.class, PriceReview::getModelId, batch.reviews());
      case PRICING -> input(key, value, RecordType.MODEL_PRICING, batch.prices());
    }
  }

  private void recommendation(String key, byte @Nullable [] value, Batch batch)
      throws RefusedException {
    if (value == null) {
      batch.recommendations().delete(key);
      return;
    }
    Decoded<Recommendation> decoded = decoder.decode(value, Recommendation.class);
    requireSame(key, decoded.value().getProposalId());
    batch.writerSchemas().put(decoded.fingerprint(), decoded.schema());
    batch
        .recommendations()
        .put(
            key,
            new RecommendationRow(
                decoded.value(), Decoder.singleObject(value, decoded.fingerprint())));
  }

  private Change outcomeChange(
      ConsumerRecord<String, byte[]> record, String key, byte @Nullable [] value)
      throws RefusedException {
    if (value == null) {
      throw new RefusedException("it has no value");
    }
    RecommendationChange change = decoder.decode(value, RecommendationChange.class).value();
    requireSame(key, change.getProposalId());
    return new Change(record.partition(), record.offset(), change);
  }

  /** Of a topic that is an input: what the streams app refuses there is none here either. */
  private <T extends SpecificRecord> void input(
      String key, byte @Nullable [] value, RecordType<T> type, KeyChanges<T> changes)
      throws RefusedException {
    if (value == null) {
      changes.delete(key);
      return;
    }
    T decoded = decoder.decode(value, type.recordClass()).value();
    List<Violation> violations = type.check(decoded, key);
    if (!violations.isEmpty()) {
      throw new RefusedException(violations.toString());
    }
    changes.put(key, decoded);
  }

  private interface KeyOf<T> {
    String of(T value);
  }

  private <T extends SpecificRecord> void change(
      String key, byte @Nullable [] value, Class<T> type, KeyOf<T> keyOf, KeyChanges<T> changes)
      throws RefusedException {
    if (value == null) {
      changes.delete(key);
      return;
    }
    T decoded = decoder.decode(value, type).value();
    requireSame(key, keyOf.of(decoded));
    changes.put(key, decoded);
  }

  private static void requireSame(String key, String inValue) throws RefusedException {
    if (!key.equals(inValue)) {
      throw new RefusedException("the value is about " + inValue + ": must be the record key");
    }
  }
}
