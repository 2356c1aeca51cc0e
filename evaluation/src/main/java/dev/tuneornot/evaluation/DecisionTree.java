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

  /** Made once and shared. */
  private static final Map<Question, Map<Answer, TraceStep>> STEPS = steps();

  private static final NeedSet SERVED_BY_RETRIEVAL =
      NeedSet.of(Need.DOMAIN_KNOWLEDGE, Need.FRESH_KNOWLEDGE, Need.SOURCE_ATTRIBUTION);

  /**
   * @param qualityData the answer to T3, see {@link #qualityData}
   */
  static DecisionTree walk(Proposal proposal, Answer qualityData, NeedSet needs) {
    List<TraceStep> trace = new ArrayList<>(4);
    Leaf leaf = leaf(proposal, qualityData, trace);
    Question openQuestion =
        leaf == Leaf.UNDECIDED ? trace.get(trace.size() - 1).getQuestion() : null;
    return new DecisionTree(leaf, decision(leaf, needs), openQuestion, trace);
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

  private static Leaf leaf(Proposal proposal, Answer qualityData, List<TraceStep> trace) {
    Answer prompting = ask(Question.T1, proposal.getPromptingSufficient(), trace);
    if (prompting != Answer.NO) {
      return prompting == Answer.YES ? Leaf.USE_PROMPTING : Leaf.UNDECIDED;
    }
    Answer retrieval = ask(Question.T2, proposal.getRagSufficient(), trace);
    if (retrieval != Answer.NO) {
      return retrieval == Answer.YES ? Leaf.USE_RAG : Leaf.UNDECIDED;
    }
    Answer data = ask(Question.T3, qualityData, trace);
    if (data != Answer.YES) {
      return data == Answer.NO ? Leaf.COLLECT_DATA : Leaf.UNDECIDED;
    }
    Answer narrow = ask(Question.T4, proposal.getNarrowTask(), trace);
    return switch (narrow) {
      case YES -> Leaf.FINE_TUNE;
      case NO -> Leaf.FEW_SHOT;
      case UNKNOWN, OTHER -> Leaf.UNDECIDED;
    };
  }

  private static Answer ask(Question question, Answer answer, List<TraceStep> trace) {
    trace.add(STEPS.get(question).get(answer));
    return answer;
  }

  private static Map<Question, Map<Answer, TraceStep>> steps() {
    Map<Question, Map<Answer, TraceStep>> steps = new EnumMap<>(Question.class);
    for (Question question : Question.values()) {
      Map<Answer, TraceStep> answers = new EnumMap<>(Answer.class);
      for (Answer answer : Answer.values()) {
        answers.put(answer, new TraceStep(question, answer));
      }
      steps.put(question, answers);
    }
    return steps;
  }

  private static Decision decision(Leaf leaf, NeedSet needs) {
    return switch (leaf) {
      case USE_PROMPTING -> Decision.USE_PROMPTING;
      case USE_RAG -> Decision.USE_RAG;
      case COLLECT_DATA -> Decision.COLLECT_DATA;
      case FEW_SHOT -> Decision.FEW_SHOT;
      case FINE_TUNE -> // T5
          needs.hasAnyOf(SERVED_BY_RETRIEVAL) ? Decision.FINE_TUNE_WITH_RAG : Decision.FINE_TUNE;
      case UNDECIDED, OTHER -> Decision.UNDECIDED;
    };
  }
}
