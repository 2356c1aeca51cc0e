package dev.tuneornot.evaluation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.TrainingData;
import java.util.ArrayList;
import java.util.List;

/** What to do next (section 4, N1 to N14). */
final class NextSteps {
  private static final List<NextStep> FEW_SHOT = // N8, N9
      List.of(NextStep.ADD_FEW_SHOT_EXAMPLES, NextStep.SPLIT_INTO_NARROW_TASKS);
  private static final List<NextStep> FINE_TUNE = // N10, N11, N12
      List.of(
          NextStep.HOLD_OUT_EVALUATION_SET, NextStep.AB_TEST_AGAINST_BASE, NextStep.MONITOR_DRIFT);
  private static final List<NextStep> FINE_TUNE_WITH_RAG = // N10, N11, N12, N3
      List.of(
          NextStep.HOLD_OUT_EVALUATION_SET,
          NextStep.AB_TEST_AGAINST_BASE,
          NextStep.MONITOR_DRIFT,
          NextStep.INDEX_DOCUMENTS);
  private static final List<NextStep> UNDECIDED = List.of(NextStep.ANSWER_OPEN_QUESTION); // N13

  private NextSteps() {}

  /**
   * @param switches whether to switch to the bestAlternative (N14)
   */
  static List<NextStep> of(
      Decision decision, Proposal proposal, NeedSet needs, Policy policy, boolean switches) {
    List<NextStep> steps = ofDecision(decision, proposal, needs, policy);
    if (!switches) {
      return steps;
    }
    List<NextStep> withSwitch = new ArrayList<>(steps.size() + 1);
    withSwitch.addAll(steps);
    withSwitch.add(NextStep.SWITCH_MODEL); // N14
    return withSwitch;
  }

  private static List<NextStep> ofDecision(
      Decision decision, Proposal proposal, NeedSet needs, Policy policy) {
    return switch (decision) {
      case USE_PROMPTING -> usePrompting(proposal, needs);
      case USE_RAG -> useRetrieval(needs);
      case COLLECT_DATA -> collectData(proposal.getTrainingData(), policy);
      case FEW_SHOT -> FEW_SHOT;
      case FINE_TUNE -> FINE_TUNE;
      case FINE_TUNE_WITH_RAG -> FINE_TUNE_WITH_RAG;
      case UNDECIDED, OTHER -> UNDECIDED;
    };
  }

  private static List<NextStep> usePrompting(Proposal proposal, NeedSet needs) {
    List<NextStep> steps = new ArrayList<>(2);
    if (needs.has(Need.STYLE_OR_FORMAT) && proposal.getStructuredOutputTried() != Answer.YES) {
      steps.add(NextStep.USE_STRUCTURED_OUTPUT); // N1
    }
    if (needs.has(Need.DOMAIN_LANGUAGE)) {
      steps.add(NextStep.ADD_GLOSSARY); // N2
    }
    return steps;
  }

  private static List<NextStep> useRetrieval(NeedSet needs) {
    List<NextStep> steps = new ArrayList<>(3);
    steps.add(NextStep.INDEX_DOCUMENTS); // N3
    if (needs.has(Need.SOURCE_ATTRIBUTION)) {
      steps.add(NextStep.CITE_SOURCES); // N4
    }
    if (needs.has(Need.FRESH_KNOWLEDGE)) {
      steps.add(NextStep.REFRESH_INDEX); // N5
    }
    return steps;
  }

  private static List<NextStep> collectData(TrainingData data, Policy policy) {
    List<NextStep> steps = new ArrayList<>(2);
    if (data.getExamples() < policy.getMinimumExamples()) {
      steps.add(NextStep.COLLECT_EXAMPLES); // N6
    }
    if (data.getQuality() != Answer.YES) {
      steps.add(NextStep.REVIEW_DATA_QUALITY); // N7
    }
    return steps;
  }
}
