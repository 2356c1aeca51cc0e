package dev.tuneornot.dashboard.projection;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.OutcomeSummary;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.PriceReview;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Usage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What goes into one transaction: rows by table, and how far the topics are read with them. */
public final class Batch {
  private final KeyChanges<RecommendationRow> recommendations = new KeyChanges<>();
  private final KeyChanges<PortfolioSummary> summaries = new KeyChanges<>();
  private final KeyChanges<PriceImpact> impacts = new KeyChanges<>();
  private final KeyChanges<PriceReview> reviews = new KeyChanges<>();
  private final KeyChanges<ModelPricing> prices = new KeyChanges<>();
  private final KeyChanges<Usage> usage = new KeyChanges<>();
  private final KeyChanges<Proposal> proposals = new KeyChanges<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<Long, Schema> writerSchemas = new HashMap<>();
  private final Map<TopicPartition, Advance> advances = new HashMap<>();

  /** Offsets of the next record: the one noted in the database, and the new one. */
  record Advance(long from, long to) {}

  /** A record of a change, and where it stands. */
  record Change(int partition, long offset, RecommendationChange value) {

    @Nullable OutcomeSummary before() {
      return value.getBefore();
    }

    @Nullable OutcomeSummary after() {
      return value.getAfter();
    }

    HistoryKind kind() {
      if (before() == null) {
        return HistoryKind.NEW;
      }
      return after() == null ? HistoryKind.DELETED : HistoryKind.CHANGED;
    }
  }

  KeyChanges<RecommendationRow> recommendations() {
    return recommendations;
  }

  KeyChanges<PortfolioSummary> summaries() {
    return summaries;
  }

  KeyChanges<PriceImpact> impacts() {
    return impacts;
  }

  KeyChanges<PriceReview> reviews() {
    return reviews;
  }

  KeyChanges<ModelPricing> prices() {
    return prices;
  }

  KeyChanges<Usage> usage() {
    return usage;
  }

  KeyChanges<Proposal> proposals() {
    return proposals;
  }

  List<Change> changes() {
    return changes;
  }

  /** The schemas that new rows were written with, by fingerprint. */
  Map<Long, Schema> writerSchemas() {
    return writerSchemas;
  }

  Map<TopicPartition, Advance> advances() {
    return advances;
  }

  int rows() {
    return recommendations.size()
        + summaries.size()
        + impacts.size()
        + reviews.size()
        + prices.size()
        + usage.size()
        + proposals.size()
        + changes.size();
  }

  boolean isEmpty() {
    return rows() == 0 && advances.isEmpty();
  }

  /** Proposals whose recommendations are new, changed or gone. */
  public Collection<String> changedProposals() {
    List<String> ids = new ArrayList<>(recommendations.putKeys());
    ids.addAll(recommendations.deletions());
    return ids;
  }

  /** Whether the sums of any portfolio changed. */
  public boolean changesSummaries() {
    return !summaries.isEmpty();
  }

  /** The last state of each impact that changed. */
  public Collection<PriceImpact> changedImpacts() {
    return impacts.puts();
  }

  /** Number of changes of decisions and verdicts. */
  public int changedOutcomes() {
    return changes.size();
  }

  /** Models whose prices are new, changed, gone, held or held no more. */
  public Collection<String> changedModels() {
    Set<String> models = new LinkedHashSet<>(prices.putKeys());
    models.addAll(prices.deletions());
    models.addAll(reviews.putKeys());
    models.addAll(reviews.deletions());
    return models;
  }
}
