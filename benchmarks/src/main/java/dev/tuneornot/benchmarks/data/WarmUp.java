package dev.tuneornot.benchmarks.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.CandidateStatus;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/**
 * Proposals beside the portfolio, whose answers tell that every task of a contender has read every
 * price. They name models that no proposal of the portfolio names, one in each partition of the
 * prices, sent behind all others there; and there is one in each partition of the proposals for
 * each of these models as the first candidate. (With fewer, prices of one partition may still be on
 * their way when the load begins, and a join answers the proposals that depend on them twice.)
 */
public final class WarmUp {
  private static final String PROPOSAL = "w-";
  private static final String MODEL = "bench/warm-up-";

  private final List<String> models;
  private final List<String> ids = new ArrayList<>();

  /**
   * @param partitions of both topics
   */
  public WarmUp(int partitions) {
    models = oneInEach(MODEL, partitions);
    for (String model : models) {
      String prefix = PROPOSAL + model.substring(MODEL.length()) + "-";
      ids.addAll(oneInEach(prefix, partitions));
    }
  }

  /** The first names of this prefix and a number that the default partitioner spreads over all. */
  private static List<String> oneInEach(String prefix, int partitions) {
    List<String> names = new ArrayList<>();
    int number = 0;
    for (int partition = 0; partition < partitions; number++) {
      String name = prefix + number;
      if (Utils.toPositive(Utils.murmur2(name.getBytes(UTF_8))) % partitions == partition) {
        names.add(name);
        partition++;
      }
    }
    return names;
  }

  /** Whether a proposal of this id is one of the warm-up. */
  public static boolean isWarmUp(String id) {
    return id.startsWith(PROPOSAL);
  }

  /** To be priced behind all models of the portfolio. */
  public List<String> models() {
    return List.copyOf(models);
  }

  /** Those that have to be answered with prices, one for each pair of partitions. */
  public List<String> ids() {
    return List.copyOf(ids);
  }

  /**
   * @param template what it is like but for its id and its models
   */
  public Proposal proposal(String id, Proposal template) {
    int first = ids.indexOf(id) / models.size();
    List<String> candidates = new ArrayList<>(models);
    candidates.add(0, candidates.remove(first));
    // The chain of joins takes a baseline and three candidates.
    String baseline = candidates.remove(models.size() - 1);
    Proposal proposal = Proposal.newBuilder(template).build();
    proposal.setProposalId(id);
    proposal.setBaselineModel(baseline);
    proposal.setCandidateModels(candidates);
    return proposal;
  }

  /** Whether an answer knew all of its prices. */
  public static boolean isPriced(Recommendation answer) {
    return answer.getCandidates().stream()
        .noneMatch(candidate -> candidate.getStatus() == CandidateStatus.UNPRICED);
  }
}
