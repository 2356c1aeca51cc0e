package dev.tuneornot.evaluation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Approach;
import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.Need;
import java.util.ArrayList;
import java.util.List;

/**
 * How each approach serves the declared needs (section 3, M1 to M9). There are so few that they are
 * made once and shared.
 *
 * @param approaches one entry an approach: PROMPTING, RAG, FINE_TUNING
 * @param leader the eligible approach that serves the needs best
 */
record QuickAssessment(List<ApproachAssessment> approaches, Approach leader) {

  /** Y: served, B: served best, N: not served, -: does not count. */
  private enum Criterion {
    M1(Need.DOMAIN_KNOWLEDGE, 'Y', 'Y', 'Y'),
    M2(Need.STYLE_OR_FORMAT, 'Y', 'N', 'B'),
    M3(Need.SPECIFIC_BEHAVIOR, 'Y', 'N', 'B'),
    M4(Need.LOW_LATENCY, 'Y', 'N', 'Y'),
    M5(Need.FRESH_KNOWLEDGE, 'Y', 'B', 'N'),
    M6(Need.LOW_COST_PER_REQUEST, 'N', 'N', 'Y'),
    M8(Need.SOURCE_ATTRIBUTION, '-', 'B', 'N'),
    M9(Need.DOMAIN_LANGUAGE, 'Y', '-', 'B');

    private final Need need;
    private final char prompting;
    private final char retrieval;
    private final char tuning;

    Criterion(Need need, char prompting, char retrieval, char tuning) {
      this.need = need;
      this.prompting = prompting;
      this.retrieval = retrieval;
      this.tuning = tuning;
    }

    private char of(Approach approach) {
      return switch (approach) {
        case PROMPTING -> prompting;
        case RAG -> retrieval;
        case FINE_TUNING -> tuning;
        case FEW_SHOT, FINE_TUNING_WITH_RAG, OTHER ->
            throw new IllegalArgumentException("no column of the table: " + approach);
      };
    }
  }

  /** A column of the table. */
  private record Column(Approach approach, NeedSet served, NeedSet best, NeedSet unserved) {
    private static final Column PROMPTING = of(Approach.PROMPTING);
    private static final Column RAG = of(Approach.RAG);
    private static final Column FINE_TUNING = of(Approach.FINE_TUNING);

    private static Column of(Approach approach) {
      return new Column(
          approach, marked(approach, "YB"), marked(approach, "B"), marked(approach, "N"));
    }

    private static NeedSet marked(Approach approach, String marks) {
      int mask = 0;
      for (Criterion criterion : Criterion.values()) {
        if (marks.indexOf(criterion.of(approach)) >= 0) {
          mask |= EnumLists.bit(criterion.need);
        }
      }
      return new NeedSet(mask);
    }

    private ApproachAssessment assess(NeedSet needs, boolean eligible) {
      ApproachAssessment assessment = new ApproachAssessment();
      assessment.setApproach(approach);
      assessment.setServed(needs.and(served).size());
      assessment.setBest(needs.and(best).size());
      assessment.setUnserved(needs.and(unserved).list());
      assessment.setEligible(eligible);
      return assessment;
    }
  }

  /** All there are, by the mask of the needs. */
  private static final List<QuickAssessment> WITH_TUNING = all(true);

  private static final List<QuickAssessment> WITHOUT_TUNING = all(false);

  private static List<QuickAssessment> all(boolean tunes) {
    List<QuickAssessment> all = new ArrayList<>();
    for (int mask = 0; mask < 1 << EnumLists.known(Need.values()); mask++) {
      all.add(assess(new NeedSet(mask), tunes));
    }
    return List.copyOf(all);
  }

  /**
   * @param qualityData the answer to T3: tuning is eligible only if it is YES (M7)
   */
  static QuickAssessment of(NeedSet needs, Answer qualityData) {
    return (qualityData == Answer.YES ? WITH_TUNING : WITHOUT_TUNING).get(needs.mask());
  }

  private static QuickAssessment assess(NeedSet needs, boolean tunes) {
    ApproachAssessment prompting = Column.PROMPTING.assess(needs, true);
    ApproachAssessment retrieval = Column.RAG.assess(needs, true);
    ApproachAssessment tuning = Column.FINE_TUNING.assess(needs, tunes);
    Approach leader = better(better(prompting, retrieval), tuning).getApproach();
    return new QuickAssessment(List.of(prompting, retrieval, tuning), leader);
  }

  private static ApproachAssessment better(ApproachAssessment first, ApproachAssessment second) {
    if (!second.getEligible()) {
      return first;
    }
    int order = Integer.compare(second.getUnserved().size(), first.getUnserved().size());
    if (order == 0) {
      order = Integer.compare(first.getBest(), second.getBest());
    }
    if (order == 0) {
      order = Integer.compare(first.getServed(), second.getServed());
    }
    return order < 0 ? second : first;
  }
}
