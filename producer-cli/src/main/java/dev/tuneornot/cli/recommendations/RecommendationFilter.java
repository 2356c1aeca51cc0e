package dev.tuneornot.cli.recommendations;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which recommendations are wanted: of each option given, one value must apply. */
public final class RecommendationFilter implements Predicate<Recommendation> {

  @Option(
      names = "--portfolio",
      paramLabel = "PORTFOLIO",
      description = "Only of this portfolio; may be repeated, like the others.")
  private List<String> portfolios = new ArrayList<>();

  @Option(
      names = "--verdict",
      paramLabel = "VERDICT",
      description = "Only with this verdict: ${COMPLETION-CANDIDATES}.")
  private List<Verdict> verdicts = new ArrayList<>();

  @Option(
      names = "--decision",
      paramLabel = "DECISION",
      description = "Only with this decision: ${COMPLETION-CANDIDATES}.")
  private List<Decision> decisions = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "MODEL_ID",
      description = "Only with this model among the candidates.")
  private List<String> models = new ArrayList<>();

  @Override
  public boolean test(Recommendation row) {
    return matches(portfolios, row.getPortfolio())
        && matches(verdicts, row.getVerdict())
        && matches(decisions, row.getDecision())
        && (models.isEmpty()
            || row.getCandidates().stream()
                .anyMatch(candidate -> models.contains(candidate.getModelId())));
  }

  private static <V> boolean matches(List<V> wanted, V value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
