package dev.tuneornot.cli.portfolio;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.connection.ValidRecords;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The portfolio in the topics, as far as it is committed. Holds proposals as the bytes they are.
 */
public final class LivePortfolio implements Portfolio {

  private final Clients clients;
  private final Refusals refusals;
  private final ReferenceData reference;

  public LivePortfolio(Clients clients, Refusals refusals) {
    this.clients = clients;
    this.refusals = refusals;
    clients.settings().registryUrl();
    String prefix = clients.settings().topicPrefix();
    this.reference =
        new ReferenceData(
            new HashMap<>(
                ValidRecords.of(
                    RecordType.MODEL_PRICING, TopicSpec.PRICING.name(prefix), clients, refusals)),
            new HashMap<>(
                ValidRecords.of(
                    RecordType.POLICY, TopicSpec.POLICIES.name(prefix), clients, refusals)),
            new HashMap<>(
                ValidRecords.of(
                    RecordType.USAGE, TopicSpec.USAGE.name(prefix), clients, refusals)));
  }

  @Override
  public ReferenceData reference() {
    return reference;
  }

  @Override
  public void forEach(Consumer<Proposal> action) {
    String topic = TopicSpec.PROPOSALS.name(clients.settings().topicPrefix());
    Map<String, byte[]> values = LastValues.unsorted(topic, clients);
    try (Decoded<Proposal> decoded = new Decoded<>(Proposal.class, topic, clients, refusals)) {
      values.forEach(
          (key, value) ->
              decoded
                  .of(key, value)
                  .filter(
                      proposal ->
                          ValidRecords.isValid(RecordType.PROPOSAL, proposal, key, topic, refusals))
                  .ifPresent(action));
    }
  }
}
