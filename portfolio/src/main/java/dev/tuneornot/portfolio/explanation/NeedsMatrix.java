package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.explanation.Explanation.Matrix;
import dev.tuneornot.portfolio.explanation.Explanation.MatrixColumn;
import dev.tuneornot.portfolio.explanation.Explanation.MatrixRow;
import dev.tuneornot.portfolio.explanation.Explanation.Term;
import dev.tuneornot.portfolio.figures.Figures;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the approaches serve the needs (M1 to M9). */
final class NeedsMatrix {

  private static final Term SERVED = new Term("SERVED", "served");
  private static final Term SERVED_BEST = new Term("SERVED_BEST", "served best");
  private static final Term UNSERVED = new Term("UNSERVED", "not served");
  private static final Term NOT_COUNTED = new Term("NOT_COUNTED", "does not count");

  private static final String TRAINING_DATA = "M7";

  private static final Map<Need, List<Term>> CELLS = cells();

  private NeedsMatrix() {}

  static Matrix of(Recommendation recommendation) {
    Set<Need> declared = declared(recommendation);
    return new Matrix(
        recommendation.getAssessment().stream()
            .map(assessment -> column(assessment, recommendation, declared.size()))
            .toList(),
        Arrays.stream(Need.values())
            .filter(need -> need != Need.OTHER)
            .sorted(Comparator.comparing((Need need) -> !declared.contains(need)))
            .map(
                need ->
                    new MatrixRow(rule(need), Words.term(need), declared.contains(need), row(need)))
            .toList(),
        trainingData(recommendation));
  }

  /** How each approach serves the needs, in words; empty where none are declared. */
  static List<Line> lines(Recommendation recommendation) {
    int declared = declared(recommendation).size();
    if (declared == 0) {
      return List.of();
    }
    return recommendation.getAssessment().stream()
        .map(assessment -> line(assessment, declared, recommendation))
        .toList();
  }

  private static Line line(
      ApproachAssessment approach, int declared, Recommendation recommendation) {
    StringBuilder text = new StringBuilder("serves ");
    text.append(approach.getServed()).append(" of ").append(declared);
    text.append(declared == 1 ? " need" : " needs");
    if (approach.getBest() > 0) {
      text.append(", ").append(approach.getBest()).append(" of them best");
    }
    if (!approach.getUnserved().isEmpty()) {
      text.append("; not ")
          .append(
              approach.getUnserved().stream()
                  .map(need -> Words.label(need).toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
    }
    if (!approach.getEligible()) {
      text.append("; not possible without quality training data");
    }
    text.append(leads(approach, recommendation) ? ". It fits the needs best." : ".");
    return Line.of(
        "§3", approach.getApproach(), Words.label(approach.getApproach()), text.toString());
  }

  private static MatrixColumn column(
      ApproachAssessment approach, Recommendation recommendation, int declared) {
    String served =
        declared == 0
            ? Figures.NONE
            : approach.getServed()
                + " of "
                + declared
                + (approach.getBest() > 0 ? ", " + approach.getBest() + " best" : "");
    return new MatrixColumn(
        Words.term(approach.getApproach()), leads(approach, recommendation), served);
  }

  private static boolean leads(ApproachAssessment approach, Recommendation recommendation) {
    return approach.getApproach() == recommendation.getAssessmentLeader();
  }

  private static MatrixRow trainingData(Recommendation recommendation) {
    return new MatrixRow(
        TRAINING_DATA,
        new Term("TRAINING_DATA", "Training data: " + Words.label(recommendation.getDataBand())),
        true,
        recommendation.getAssessment().stream()
            .map(
                approach ->
                    approach.getApproach() != Approach.FINE_TUNING
                        ? new Term("NOT_NEEDED", "not needed")
                        : approach.getEligible()
                            ? new Term("THERE", "required, there")
                            : new Term("MISSING", "required, missing"))
            .toList());
  }

  private static Set<Need> declared(Recommendation recommendation) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    needs.addAll(recommendation.getNeeds());
    return needs;
  }

  private static List<Term> row(Need need) {
    return CELLS.getOrDefault(need, List.of());
  }

  /** The rules, asked about each need alone. */
  private static Map<Need, List<Term>> cells() {
    Map<Need, List<Term>> cells = new EnumMap<>(Need.class);
    for (Need need : EnumSet.complementOf(EnumSet.of(Need.OTHER))) {
      Proposal alone =
          Proposal.newBuilder().setProposalId(need.name()).setNeeds(List.of(need)).build();
      cells.put(
          need,
          Evaluator.evaluate(alone, null, model -> null, Policies.builtin(), Instant.EPOCH)
              .getAssessment()
              .stream()
              .map(NeedsMatrix::cell)
              .toList());
    }
    return cells;
  }

  private static Term cell(ApproachAssessment ofOneNeed) {
    if (ofOneNeed.getServed() == 0) {
      return ofOneNeed.getUnserved().isEmpty() ? NOT_COUNTED : UNSERVED;
    }
    return ofOneNeed.getBest() == 0 ? SERVED : SERVED_BEST;
  }

  private static String rule(Need need) {
    return switch (need) {
      case DOMAIN_KNOWLEDGE -> "M1";
      case STYLE_OR_FORMAT -> "M2";
      case SPECIFIC_BEHAVIOR -> "M3";
      case LOW_LATENCY -> "M4";
      case FRESH_KNOWLEDGE -> "M5";
      case LOW_COST_PER_REQUEST -> "M6";
      case SOURCE_ATTRIBUTION -> "M8";
      case DOMAIN_LANGUAGE -> "M9";
      case OTHER -> "§3";
    };
  }
}
