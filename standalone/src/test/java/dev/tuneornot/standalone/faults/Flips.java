package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.OutcomeSummary;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.RecommendationChange;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.standalone.endtoend.CommittedLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What flipped, by proposal and in order: as the recommendations show it, and as it was told. */
final class Flips {

  /** What a proposal came to; null where it has no recommendation. */
  record Side(Decision decision, Verdict verdict) {

    static @Nullable Side of(@Nullable Recommendation recommendation) {
      return recommendation == null
          ? null
          : new Side(recommendation.getDecision(), recommendation.getVerdict());
    }

    private static @Nullable Side of(@Nullable OutcomeSummary outcome) {
      return outcome == null ? null : new Side(outcome.getDecision(), outcome.getVerdict());
    }
  }

  private record Flip(@Nullable Side before, @Nullable Side after) {}

  private final Map<String, List<Flip>> flips = new HashMap<>();

  /** Notes what became of a proposal, if it is a flip. */
  void note(String proposalId, @Nullable Side before, @Nullable Side after) {
    if (!Objects.equals(before, after)) {
      flips.computeIfAbsent(proposalId, unused -> new ArrayList<>()).add(new Flip(before, after));
    }
  }

  int size() {
    return flips.values().stream().mapToInt(List::size).sum();
  }

  /** Each of these was told once, in its order, and nothing else was. */
  void areThoseTold(Cluster cluster) {
    Map<String, List<Flip>> told = new HashMap<>();
    try (CommittedLog log =
        new CommittedLog(cluster.bootstrapServers(), "recommendation-changes")) {
      log.readToEnd(
          message -> {
            RecommendationChange change =
                Objects.requireNonNull(
                    cluster.decode(
                        "recommendation-changes", message.value(), RecommendationChange.class));
            assertThat(message.key()).isEqualTo(change.getProposalId());
            told.computeIfAbsent(message.key(), unused -> new ArrayList<>())
                .add(new Flip(Side.of(change.getBefore()), Side.of(change.getAfter())));
          });
    }
    assertThat(told).isEqualTo(flips);
  }
}
