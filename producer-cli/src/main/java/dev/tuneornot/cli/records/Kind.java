package dev.tuneornot.cli.records;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import org.apache.avro.specific.SpecificRecord;

/**
 * One of the inputs, as the command line calls it.
 *
 * @param plural for messages, such as "proposals"
 */
public record Kind<T extends SpecificRecord>(RecordType<T> type, TopicSpec topic, String plural) {

  public static final Kind<Proposal> PROPOSALS =
      new Kind<>(RecordType.PROPOSAL, TopicSpec.PROPOSALS, "proposals");

  public static final Kind<Usage> USAGE = new Kind<>(RecordType.USAGE, TopicSpec.USAGE, "usage");

  public static final Kind<ModelPricing> PRICES =
      new Kind<>(RecordType.MODEL_PRICING, TopicSpec.PRICING, "prices");

  public static final Kind<Policy> POLICIES =
      new Kind<>(RecordType.POLICY, TopicSpec.POLICIES, "policies");
}
