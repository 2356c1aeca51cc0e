package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.connection.ValidRecords;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.portfolio.LivePortfolio;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.topics.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The portfolio in the topics, as far as it is committed. */
final class LiveContext implements Context {

  private final Clients clients;
  private final Refusals refusals;

  LiveContext(Clients clients, Refusals refusals) {
    this.clients = clients;
    this.refusals = refusals;
  }

  @Override
  public Map<String, Proposal> proposals(Set<String> ids) {
    String topic = TopicSpec.PROPOSALS.name(clients.settings().topicPrefix());
    Map<String, Proposal> proposals = new HashMap<>();
    Map<String, byte[]> values = LastValues.unsorted(topic, clients);
    values.keySet().retainAll(ids);
    try (Decoded<Proposal> decoded = new Decoded<>(Proposal.class, topic, clients, refusals)) {
      values.forEach(
          (id, value) ->
              decoded
                  .of(id, value)
                  .filter(
                      each -> ValidRecords.isValid(RecordType.PROPOSAL, each, id, topic, refusals))
                  .ifPresent(each -> proposals.put(id, each)));
    }
    return proposals;
  }

  @Override
  public ReferenceData reference() {
    return new LivePortfolio(clients, refusals).reference();
  }

  @Override
  public boolean hasPrices() {
    return true;
  }
}
