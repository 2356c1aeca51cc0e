package dev.tuneornot.cli.explain;

import dev.tuneornot.model.Answer;
import dev.tuneornot.model.ApproachAssessment;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Need;
import dev.tuneornot.model.Question;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the decision came about: the tree (T1 to T5) and the quick assessment (M1 to M9). */
final class Path {

  private Path() {}

  static String question(Question question) {
    return switch (question) {
      case T1 -> "Can prompting solve this problem?";
      case T2 -> "Is RAG sufficient?";
      case T3 -> "Do you have quality training data?";
      case T4 -> "Is the task narrow and well-defined?";
    };
  }

  static String decision(Decision decision) {
    return switch (decision) {
      case USE_PROMPTING -> "Use prompting.";
      case USE_RAG -> "Use RAG: retrieve the knowledge instead of training it.";
      case COLLECT_DATA -> "Collect training data first.";
      case FEW_SHOT -> "Consider few-shot prompting instead of tuning.";
      case FINE_TUNE -> "Fine-tune.";
      case FINE_TUNE_WITH_RAG ->
          "Fine-tune for format and behaviour, and use RAG for the knowledge.";
      case UNDECIDED -> "Undecided: a question has to be answered first.";
    };
  }

  /** Each question that was asked, with its answer. */
  static List<String> steps(Recommendation recommendation) {
    List<String> steps = new ArrayList<>();
    for (TraceStep step : recommendation.getTrace()) {
      steps.add(question(step.getQuestion()) + " " + answer(step));
    }
    if (recommendation.getDecision() == Decision.FINE_TUNE_WITH_RAG) {
      steps.add(
          "The knowledge that it needs is better retrieved than trained, so it becomes both.");
    }
    return steps;
  }

  /** How each approach serves the needs; empty where none are declared. */
  static List<String> approaches(Recommendation recommendation) {
    List<String> lines = new ArrayList<>();
    for (ApproachAssessment approach : recommendation.getAssessment()) {
      int needs = approach.getServed() + approach.getUnserved().size();
      if (needs > 0) {
        lines.add(approach(approach, needs, recommendation));
      }
    }
    return lines;
  }

  private static String approach(
      ApproachAssessment approach, int needs, Recommendation recommendation) {
    StringBuilder line = new StringBuilder(name(approach));
    line.append(" serves ").append(approach.getServed()).append(" of ").append(needs);
    line.append(needs == 1 ? " need" : " needs");
    if (approach.getBest() > 0) {
      line.append(", ").append(approach.getBest()).append(" of them best");
    }
    if (!approach.getUnserved().isEmpty()) {
      line.append("; not ").append(String.join(", ", words(approach.getUnserved())));
    }
    if (!approach.getEligible()) {
      line.append("; not possible without quality training data");
    }
    boolean leads = approach.getApproach() == recommendation.getAssessmentLeader();
    return line.append(leads ? ". It fits the needs best." : ".").toString();
  }

  private static String name(ApproachAssessment approach) {
    return switch (approach.getApproach()) {
      case PROMPTING -> "Prompting";
      case RAG -> "RAG";
      case FINE_TUNING -> "Fine-tuning";
    };
  }

  private static List<String> words(List<Need> needs) {
    return needs.stream()
        .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .toList();
  }

  private static String answer(TraceStep step) {
    Answer answer = step.getAnswer();
    return switch (answer) {
      case YES -> "Yes.";
      case NO -> "No.";
      case UNKNOWN -> "Not known: set " + field(step.getQuestion()) + ".";
    };
  }

  private static String field(Question question) {
    return switch (question) {
      case T1 -> "promptingSufficient";
      case T2 -> "ragSufficient";
      case T3 -> "trainingData.quality";
      case T4 -> "narrowTask";
    };
  }
}
