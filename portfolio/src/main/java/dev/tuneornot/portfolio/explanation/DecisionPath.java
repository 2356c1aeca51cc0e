package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TraceStep;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.explanation.Explanation.Tree;
import dev.tuneornot.portfolio.explanation.Explanation.TreeLeaf;
import dev.tuneornot.portfolio.explanation.Explanation.TreeQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the decision came about: the tree (T1 to T5). */
final class DecisionPath {

  /** A question as it is drawn: one answer leaves the trunk, the other goes on downwards. */
  private enum Branch {
    T1(Question.T1, Answer.YES, Decision.USE_PROMPTING),
    T2(Question.T2, Answer.YES, Decision.USE_RAG),
    T3(Question.T3, Answer.NO, Decision.COLLECT_DATA),
    T4(Question.T4, Answer.NO, Decision.FEW_SHOT);

    private final Question question;
    private final Answer toLeaf;
    private final Decision leaf;

    Branch(Question question, Answer toLeaf, Decision leaf) {
      this.question = question;
      this.toLeaf = toLeaf;
      this.leaf = leaf;
    }

    private TreeQuestion of(Recommendation recommendation) {
      Answer answer = answer(recommendation, question);
      return new TreeQuestion(
          question.name(),
          Words.text(question),
          Words.field(question),
          answer == null ? null : Words.term(answer),
          new TreeLeaf(Words.term(leaf), answer == toLeaf),
          Words.term(toLeaf),
          Words.term(toLeaf == Answer.YES ? Answer.NO : Answer.YES));
    }
  }

  private DecisionPath() {}

  static Tree tree(Recommendation recommendation) {
    return new Tree(
        Arrays.stream(Branch.values()).map(branch -> branch.of(recommendation)).toList(),
        new TreeLeaf(
            Words.term(Decision.FINE_TUNE), answer(recommendation, Question.T4) == Answer.YES),
        new TreeLeaf(
            Words.term(Decision.FINE_TUNE_WITH_RAG),
            recommendation.getDecision() == Decision.FINE_TUNE_WITH_RAG));
  }

  /** Each question that was asked, with its answer. */
  static List<Line> lines(Recommendation recommendation) {
    List<Line> lines = new ArrayList<>();
    for (TraceStep step : recommendation.getTrace()) {
      lines.add(
          Line.of(
              step.getQuestion().name(),
              Words.text(step.getQuestion())
                  + " "
                  + Words.label(step.getAnswer())
                  + (step.getAnswer() == Answer.UNKNOWN
                      ? ": set " + Words.field(step.getQuestion()) + "."
                      : ".")));
    }
    if (recommendation.getDecision() == Decision.FINE_TUNE_WITH_RAG) {
      lines.add(
          Line.of(
              "T5",
              "The knowledge that it needs is better retrieved than trained, so it becomes both."));
    }
    return lines;
  }

  private static @Nullable Answer answer(Recommendation recommendation, Question question) {
    return recommendation.getTrace().stream()
        .filter(step -> step.getQuestion() == question)
        .map(TraceStep::getAnswer)
        .findFirst()
        .orElse(null);
  }
}
