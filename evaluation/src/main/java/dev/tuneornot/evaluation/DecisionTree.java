package dev.tuneornot.evaluation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Leaf;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Stage;
import dev.tuneornot.model.TraceStep;
import dev.tuneornot.model.TrainingData;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way of a proposal through the decision tree (section 2, T1 to T5).
 *
 * @param openQuestion null unless the leaf is UNDECIDED
 * @param trace the questions asked, in order
 */
record DecisionTree(
    Leaf leaf, Decision decision, @Nullable Question openQuestion, List<TraceStep> trace) {

  private static final NeedSet SERVED_BY_RETRIEVAL =
      NeedSet.of(Need.DOMAIN_KNOWLEDGE, Need.FRESH_KNOWLEDGE, Need.SOURCE_ATTRIBUTION);

  // All ways there are, by the answer to the last question asked: made once and shared.
  private static final TraceStep T1_NO = new TraceStep(Question.T1, Answer.NO);
  private static final TraceStep T2_NO = new TraceStep(Question.T2, Answer.NO);
  private static final TraceStep T3_YES = new TraceStep(Question.T3, Answer.YES);
  private static final Map<Answer, DecisionTree> TO_T1 =
      ways(List.of(), Question.T1, Map.of(Answer.YES, Leaf.USE_PROMPTING), false);
  private static final Map<Answer, DecisionTree> TO_T2 =
      ways(List.of(T1_NO), Question.T2, Map.of(Answer.YES, Leaf.USE_RAG), false);
  private static final Map<Answer, DecisionTree> TO_T3 =
      ways(List.of(T1_NO, T2_NO), Question.T3, Map.of(Answer.NO, Leaf.COLLECT_DATA), false);
  private static final Map<Answer, DecisionTree> TO_T4 = toT4(false);
  private static final Map<Answer, DecisionTree> TO_T4_RETRIEVING = toT4(true);

  /**
   * @param qualityData the answer to T3, see {@link #qualityData}
   */
  static DecisionTree walk(Proposal proposal, Answer qualityData, NeedSet needs) {
    Answer prompting = proposal.getPromptingSufficient();
    if (prompting != Answer.NO) {
      return TO_T1.get(prompting);
    }
    Answer retrieval = proposal.getRagSufficient();
    if (retrieval != Answer.NO) {
      return TO_T2.get(retrieval);
    }
    if (qualityData != Answer.YES) {
      return TO_T3.get(qualityData);
    }
    boolean retrieves = needs.hasAnyOf(SERVED_BY_RETRIEVAL); // T5
    return (retrieves ? TO_T4_RETRIEVING : TO_T4).get(proposal.getNarrowTask());
  }

  /** T3, which the quick assessment wants to know as well (M7), whether the tree asks it or not. */
  static Answer qualityData(Proposal proposal, Policy policy) {
    if (proposal.getStage() == Stage.LIVE) {
      return Answer.YES;
    }
    TrainingData data = proposal.getTrainingData();
    if (data.getExamples() < policy.getMinimumExamples()) {
      return Answer.NO;
    }
    return data.getQuality();
  }

  private static Map<Answer, DecisionTree> toT4(boolean retrieves) {
    return ways(
        List.of(T1_NO, T2_NO, T3_YES),
        Question.T4,
        Map.of(Answer.YES, Leaf.FINE_TUNE, Answer.NO, Leaf.FEW_SHOT),
        retrieves);
  }

  /**
   * @param leaves by the answer to the last question; where there is none, that question is open
   */
  private static Map<Answer, DecisionTree> ways(
      List<TraceStep> before, Question last, Map<Answer, Leaf> leaves, boolean retrieves) {
    Map<Answer, DecisionTree> ways = new EnumMap<>(Answer.class);
    for (Answer answer : Answer.values()) {
      List<TraceStep> trace = new ArrayList<>(before);
      trace.add(new TraceStep(last, answer));
      Leaf leaf = leaves.getOrDefault(answer, Leaf.UNDECIDED);
      Question open = leaf == Leaf.UNDECIDED ? last : null;
      ways.put(answer, new DecisionTree(leaf, decision(leaf, retrieves), open, List.copyOf(trace)));
    }
    return ways;
  }

  private static Decision decision(Leaf leaf, boolean retrieves) {
    return switch (leaf) {
      case USE_PROMPTING -> Decision.USE_PROMPTING;
      case USE_RAG -> Decision.USE_RAG;
      case COLLECT_DATA -> Decision.COLLECT_DATA;
      case FEW_SHOT -> Decision.FEW_SHOT;
      case FINE_TUNE -> retrieves ? Decision.FINE_TUNE_WITH_RAG : Decision.FINE_TUNE; // T5
      case UNDECIDED, OTHER -> Decision.UNDECIDED;
    };
  }
}
