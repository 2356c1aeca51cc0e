package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.evaluation.PriceBook;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Trigger;
import dev.tuneornot.portfolio.summary.Recomputation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;
import org.awaitility.Awaitility;

/** What must be in the topics once everything is worked off. */
final class Expectations implements AutoCloseable {
  private static final Duration PATIENCE = Scale.OF_THIS_RUN.patience();

  private final Cluster cluster;
  private final Ledger ledger;
  private final LiveTable<PriceImpact> impacts;
  private final LiveTable<PortfolioSummary> summaries;

  Expectations(Cluster cluster, Ledger ledger) {
    this.cluster = cluster;
    this.ledger = ledger;
    this.impacts = new LiveTable<>(cluster, "price-impacts", PriceImpact.class);
    this.summaries = new LiveTable<>(cluster, "portfolio-summaries", PortfolioSummary.class);
  }

  /** Waits until every change of a price is worked off by all tasks. */
  void awaitAllChangesComplete(int changes) {
    Awaitility.await(changes + " complete changes")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(impacts().values())
                    .hasSize(changes)
                    .extracting(PriceImpact::getState)
                    .containsOnly(ImpactState.COMPLETE));
  }

  /** Waits until a change is worked off by all tasks. */
  void awaitComplete(String changeId) {
    Awaitility.await(changeId + " to be complete")
        .atMost(PATIENCE)
        .until(
            () -> {
              PriceImpact impact = impacts().get(changeId);
              return impact != null && impact.getState() == ImpactState.COMPLETE;
            });
  }

  /** Whether there is a record of a change at all. */
  boolean hasImpact(String changeId) {
    return impacts().containsKey(changeId);
  }

  private Map<String, PriceImpact> impacts() {
    return impacts.read();
  }

  /**
   * Waits until a change, the only one since the mark, is worked off: nothing lost, nothing
   * repeated, nothing left over.
   */
  void workedOffExactlyOnce(String changeId, Change change, Map<String, Proposal> proposals) {
    awaitComplete(changeId);
    oneOutputForEachOf(change.effects());
    theImpactIs(changeId, change.effects());
    theRecommendationsFollowFrom(proposals, change.after());
    everyFigureIsGivenAgain(proposals, change);
    theSummariesAddUp();
  }

  /** The impact of a change that nothing else came between is what the rules say. */
  private void theImpactIs(String changeId, Effects effects) {
    PriceImpact impact = Objects.requireNonNull(impacts().get(changeId));
    assertThat(impact.getState()).isEqualTo(ImpactState.COMPLETE);
    assertThat(impact.getDependants()).as("dependants").isEqualTo(effects.dependants());
    assertThat(impact.getRescored()).as("rescored").isEqualTo(effects.dependants());
    assertThat(impact.getTransitions().stream().sorted(SpecificRecordBase::compareTo))
        .as("transitions")
        .containsExactlyElementsOf(effects.transitions());
    assertThat(impact.getMonthlySavingsChange())
        .as("change of the monthly savings")
        .isEqualByComparingTo(effects.savingsChange());
    assertThat(impact.getStartedAt()).isBeforeOrEqualTo(impact.getCompletedAt());
  }

  /** Since the mark, one recommendation for each proposal whose outcome is another, no other. */
  void oneOutputForEachOf(Effects effects) {
    onceEach(effects.changed(), ledger.catchUp().countsSinceMark());
  }

  /** Waits until each proposal has been answered once since the mark, and none twice. */
  void oneOutputForEachOf(Collection<String> proposalIds) {
    Awaitility.await("outputs since the mark")
        .atMost(PATIENCE)
        .until(() -> ledger.catchUp().countsSinceMark().size() >= proposalIds.size());
    onceEach(proposalIds, ledger.countsSinceMark());
  }

  /** Waits until each proposal of a batch is answered, once, with the headers it was sent with. */
  void oneAnswerForEachOf(Collection<String> proposalIds, String batch) {
    Awaitility.await("answers to " + batch)
        .atMost(PATIENCE)
        .until(() -> ledger.catchUp().answersTo(batch).size() >= proposalIds.size());
    onceEach(proposalIds, ledger.answersTo(batch));
  }

  /** Waits until so many proposals have a recommendation. */
  void awaitRecommendations(int proposals) {
    Awaitility.await(proposals + " recommendations")
        .atMost(PATIENCE)
        .until(() -> ledger.catchUp().size() == proposals);
  }

  private static void onceEach(Collection<String> ids, Map<String, Integer> counts) {
    Map<String, Integer> surplus = new TreeMap<>(counts);
    ids.forEach(id -> surplus.merge(id, -1, Integer::sum));
    surplus.values().removeIf(count -> count == 0);
    assertThat(surplus).as("records too many by proposal; -1: it is missing").isEmpty();
  }

  /**
   * Each proposal has one recommendation, and each recommendation a proposal that it follows from.
   */
  void theRecommendationsFollowFrom(Map<String, Proposal> proposals, PriceBook prices) {
    ledger.catchUp();
    assertThat(ledger.size()).as("recommendations").isEqualTo(proposals.size());
    ledger.forEachLast(
        (id, given) -> {
          assertThat(proposals).containsKey(id);
          Recommendation again = again(proposals.get(id), prices, given);
          assertThat(OutcomeDigest.of(given)).as(id).isEqualTo(OutcomeDigest.of(again));
        });
  }

  /**
   * Every figure is given again, to the last bit, by the prices in force when it was given.
   *
   * @param change the only one since the mark
   */
  private void everyFigureIsGivenAgain(Map<String, Proposal> proposals, Change change) {
    String model = change.pricing().getModelId();
    Map<String, Integer> emitted = ledger.catchUp().countsSinceMark();
    ledger.forEachLast(
        (id, given) -> {
          boolean rescored = emitted.containsKey(id);
          assertThat(given)
              .as(id)
              .isEqualTo(
                  again(proposals.get(id), rescored ? change.after() : change.before(), given));
          assertThat(given.getTrigger())
              .as("trigger of %s", id)
              .isEqualTo(rescored ? Trigger.PRICE : Trigger.PROPOSAL);
          assertThat(given.getTriggerKey())
              .as("trigger key of %s", id)
              .isEqualTo(rescored ? model : id);
        });
  }

  private static Recommendation again(Proposal proposal, PriceBook prices, Recommendation given) {
    Recommendation again =
        Evaluator.evaluate(proposal, null, prices, Policies.builtin(), given.getEvaluatedAt());
    again.setTrigger(given.getTrigger());
    again.setTriggerKey(given.getTriggerKey());
    again.setPreviousVerdict(given.getPreviousVerdict());
    again.setVerdictSince(given.getVerdictSince());
    return again;
  }

  /** Waits until the summaries are the sums of the recommendations. */
  void theSummariesAddUp() {
    Awaitility.await("summaries that add up")
        .atMost(PATIENCE)
        .untilAsserted(this::everySummaryAddsUp);
  }

  /** Of the recommendations there are now: a sweep may not have ended yet. */
  private void everySummaryAddsUp() {
    Recomputation sums = new Recomputation();
    ledger.catchUp().forEachLast((id, recommendation) -> sums.add(recommendation));
    assertThat(summaries.read()).isEqualTo(sums.summaries());
  }

  /**
   * Waits until each proposal has a recommendation that follows from the last accepted inputs, no
   * recommendation is left over, and the summaries are their sums. All of it at once: where the
   * same price comes again and again, the recommendations follow from it in passing, too.
   */
  void everythingFollowsFrom(Truth truth) {
    Awaitility.await("recommendations and sums that follow from the last accepted inputs")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              everyRecommendationFollowsFrom(truth);
              everySummaryAddsUp();
            });
  }

  private void everyRecommendationFollowsFrom(Truth truth) {
    Set<String> left = new TreeSet<>(truth.proposalIds());
    Set<String> wrong = new TreeSet<>();
    ledger
        .catchUp()
        .forEachLast(
            (id, given) -> {
              boolean holds =
                  left.remove(id)
                      && Arrays.equals(
                          OutcomeDigest.of(given),
                          OutcomeDigest.of(truth.recommendation(id, given.getEvaluatedAt())));
              if (!holds) {
                wrong.add(id);
              }
            });
    assertThat(left).as("proposals without a recommendation").isEmpty();
    assertThat(wrong).as("recommendations that are stale or left over").isEmpty();
  }

  /** Each flip that the recommendations show was told once, in its order, and nothing else. */
  void theChangesAreTheFlips() {
    Flips flips = ledger.catchUp().flips();
    assertThat(flips.size()).as("flips").isPositive();
    flips.areThoseTold(cluster);
  }

  @Override
  public void close() {
    impacts.close();
    summaries.close();
  }
}
