package dev.tuneornot.portfolio.explanation;

import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Risk;
import dev.tuneornot.model.Signal;
import dev.tuneornot.model.Warning;
import dev.tuneornot.portfolio.explanation.Explanation.Line;
import dev.tuneornot.portfolio.figures.Figures;

/** The guide's advice to what docs/rules.md section 4 names. */
final class Advice {

  private static final String HELD_OUT = "evaluate on a held-out set.";
  private static final String AB_TEST = "A/B test against the base model.";
  private static final String DRIFT = "monitor for drift in production.";

  private Advice() {}

  static Line of(Signal signal) {
    return switch (signal) {
      case CONSISTENT_FORMAT ->
          Line.of(
              "H1",
              signal,
              "Consistent format",
              "the output needs a consistent format, which examples teach better than prompts.");
      case DOMAIN_LANGUAGE ->
          Line.of(
              "H2",
              signal,
              "Domain language",
              "the model has to speak the specialised language of the domain.");
      case SPECIFIC_BEHAVIOR ->
          Line.of(
              "H3",
              signal,
              "Specific behaviour",
              "the model has to behave in a specific way, consistently.");
      case SHORTER_PROMPTS ->
          Line.of(
              "H4",
              signal,
              "Shorter prompts",
              "a tuned model does without a large part of the prompt.");
      case LOWER_LATENCY ->
          Line.of(
              "H5",
              signal,
              "Lower latency",
              "latency matters, and a shorter prompt answers sooner.");
      case OTHER -> newer(signal);
    };
  }

  static Line of(Warning warning) {
    return switch (warning) {
      case KNOWLEDGE_CHANGES ->
          Line.of(
              "X1",
              warning,
              "Knowledge changes",
              "what is tuned into a model becomes stale and has to be trained again. Keep it in"
                  + " documents and retrieve it (RAG): update documents, no retraining needed.");
      case SMALL_DATASET ->
          Line.of(
              "X2",
              warning,
              "Small dataset",
              "the model is likely to overfit and to learn artifacts. Good results begin at 500 to"
                  + " 1,000 examples.");
      case BROAD_TASK ->
          Line.of(
              "X3",
              warning,
              "Broad task",
              "that is hard to capture in training data. Tune for narrow tasks, such as \"classify"
                  + " support tickets into 10 categories\".");
      case NEEDS_ATTRIBUTION ->
          Line.of(
              "X4",
              warning,
              "Sources needed",
              "answers have to name their sources, but a tuned model is a black box: nobody can"
                  + " trace why it answered so. Use RAG with source attribution.");
      case FEW_SHOT_UNTRIED ->
          Line.of(
              "X5",
              warning,
              "Few-shot not tried",
              "try examples in the prompt first. Fine-tuning is a last resort when that fails, not"
                  + " a first choice.");
      case STRUCTURED_OUTPUT_UNTRIED ->
          Line.of(
              "X6",
              warning,
              "Structured output not tried",
              "many formats are a prompting problem. State the required format, and use the"
                  + " provider's structured output feature.");
      case UNCERTAIN_PRICE ->
          Line.of(
              "X7",
              warning,
              "Uncertain price",
              "a price behind this is from a third party or estimated. Verify current pricing:"
                  + " rates change frequently.");
      case STALE_PRICE ->
          Line.of(
              "X8",
              warning,
              "Stale price",
              "a price behind this was read long ago. Verify current pricing: rates change"
                  + " frequently.");
      case TUNING_CLOSES_SOON ->
          Line.of(
              "X9",
              warning,
              "Tuning closes soon",
              "the best candidate soon takes no new tuning jobs. Begin before that, or choose"
                  + " another model.");
      case RETIRES_SOON ->
          Line.of(
              "X10",
              warning,
              "Retires soon",
              "the best candidate, or the model that it is compared with, retires soon: what is"
                  + " tuned now is of use for a short time only.");
      case UNCERTAIN_PAYBACK ->
          Line.of(
              "X11",
              warning,
              "Uncertain payback",
              "at the less favourable end of what is expected it does not pay back in time. Narrow"
                  + " the range of volume and cost before spending.");
      case OTHER -> newer(warning);
    };
  }

  /** A risk and, beside it, its mitigation. */
  static Line of(Risk risk) {
    return switch (risk) {
      case OVERFITTING ->
          risk(
              "R1",
              risk,
              "Overfitting",
              "with a small dataset the model memorizes the training examples. Results look good"
                  + " on them and fail on real inputs.",
              HELD_OUT);
      case CATASTROPHIC_FORGETTING ->
          risk(
              "R2",
              risk,
              "Catastrophic forgetting",
              "tuned on one narrow task, the model may become worse at everything else.",
              AB_TEST);
      case TRAINING_DATA_ARTIFACTS ->
          risk(
              "R3",
              risk,
              "Training data artifacts",
              "a formatting quirk of the examples is learned as required behaviour.",
              HELD_OUT);
      case STALE_KNOWLEDGE ->
          risk(
              "R4",
              risk,
              "Stale knowledge",
              "what is in the weights cannot be updated without retraining.",
              DRIFT);
      case HARD_TO_EVALUATE ->
          risk(
              "R5",
              risk,
              "Hard to evaluate",
              "it may fail unpredictably on inputs unlike the training data.",
              HELD_OUT + " " + AB_TEST + " Then " + DRIFT);
      case OTHER -> newer(risk);
    };
  }

  private static Line newer(Enum<?> symbol) {
    return new Line("§4", symbol.name(), null, Words.NEWER_SENTENCE, null);
  }

  private static Line risk(String rule, Risk risk, String label, String text, String mitigation) {
    return new Line(rule, risk.name(), label, text, mitigation);
  }

  static Line of(NextStep step, Recommendation recommendation, Figures figures) {
    return switch (step) {
      case USE_STRUCTURED_OUTPUT ->
          step(
              "N1",
              step,
              "Use structured output: state the required format in the prompt, and use the"
                  + " provider's response format feature.");
      case ADD_GLOSSARY ->
          step("N2", step, "Put a glossary of the terminology into the system prompt.");
      case INDEX_DOCUMENTS ->
          step(
              "N3",
              step,
              "Index the documents that hold the knowledge, such as product documentation and"
                  + " policies.");
      case CITE_SOURCES -> step("N4", step, "Have every answer cite its sources.");
      case REFRESH_INDEX -> step("N5", step, "Keep the index fresh with feeds of what is new.");
      case COLLECT_EXAMPLES ->
          step(
              "N6",
              step,
              "Collect at least %s more examples; 500 to 1,000 give good results, 5,000 great ones."
                  .formatted(figures.count((long) recommendation.getMissingExamples())));
      case REVIEW_DATA_QUALITY ->
          step(
              "N7",
              step,
              "Review the quality of the training data: the model learns its mistakes, too.");
      case ADD_FEW_SHOT_EXAMPLES ->
          step("N8", step, "Put examples of input and output into the prompt (few-shot).");
      case SPLIT_INTO_NARROW_TASKS ->
          step(
              "N9",
              step,
              "Split the task into narrow ones, such as \"extract shipping info from emails\", and"
                  + " propose those.");
      case HOLD_OUT_EVALUATION_SET ->
          step("N10", step, "Hold out an evaluation set before training.");
      case AB_TEST_AGAINST_BASE ->
          step("N11", step, "A/B test the tuned model against the base model.");
      case MONITOR_DRIFT -> step("N12", step, "Monitor for drift in production.");
      case ANSWER_OPEN_QUESTION ->
          step(
              "N13",
              step,
              recommendation.getOpenQuestion() == null
                  ? "Answer the open question."
                  : "Answer the open question: " + Words.text(recommendation.getOpenQuestion()));
      case SWITCH_MODEL ->
          step(
              "N14",
              step,
              "Switch to %s: it would do the job untuned, for less."
                  .formatted(recommendation.getBestAlternative()));
      case OTHER -> newer(step);
    };
  }

  private static Line step(String rule, NextStep step, String text) {
    return new Line(rule, step.name(), null, text, null);
  }
}
