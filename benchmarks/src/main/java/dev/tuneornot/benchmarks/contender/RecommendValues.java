package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.benchmarks.contender.ForeignKeyJoinTopology.Priced;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Evaluates a joined proposal; the price of the first candidate is the joined one. */
final class RecommendValues implements FixedKeyProcessor<String, Priced, Recommendation> {
  private final Policy policy = Policies.builtin();
  private @Nullable FixedKeyProcessorContext<String, Recommendation> context;
  private @Nullable PriceBook others;

  @Override
  public void init(FixedKeyProcessorContext<String, Recommendation> context) {
    this.context = context;
    this.others = new CachedPrices(context.getStateStore(CachedPrices.STORE));
  }

  @Override
  public void process(FixedKeyRecord<String, Priced> record) {
    if (context == null || others == null) {
      throw new IllegalStateException("not initialised");
    }
    Priced priced = record.value();
    if (priced == null) {
      context.forward(record.withValue(null));
      return;
    }
    Proposal proposal = priced.proposal();
    ModelPricing joined = priced.price();
    PriceBook elsewhere = others;
    PriceBook prices =
        model ->
            joined != null && joined.getModelId().equals(model) ? joined : elsewhere.find(model);
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    context.forward(record.withValue(Evaluator.evaluate(proposal, null, prices, policy, now)));
  }
}
