package dev.tuneornot.cli.explain;

import dev.tuneornot.model.NextStep;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Risk;
import dev.tuneornot.model.Signal;
import dev.tuneornot.model.Warning;

/** The guide's advice to what docs/rules.md section 4 names. */
final class Advice {

  private Advice() {}

  static String signal(Signal signal) {
    return switch (signal) {
      case CONSISTENT_FORMAT ->
          "The output needs a consistent format, which examples teach better than prompts.";
      case DOMAIN_LANGUAGE -> "The model has to speak the specialised language of the domain.";
      case SPECIFIC_BEHAVIOR -> "The model has to behave in a specific way, consistently.";
      case SHORTER_PROMPTS -> "A tuned model does without a large part of the prompt.";
      case LOWER_LATENCY -> "Latency matters, and a shorter prompt answers sooner.";
    };
  }

  static String warning(Warning warning) {
    return switch (warning) {
      case KNOWLEDGE_CHANGES ->
          "The knowledge changes: what is tuned into a model becomes stale and has to be trained"
              + " again. Keep it in documents and retrieve it (RAG): update documents, no"
              + " retraining needed.";
      case SMALL_DATASET ->
          "The dataset is small: the model is likely to overfit and to learn artifacts. Good"
              + " results begin at 500 to 1,000 examples.";
      case BROAD_TASK ->
          "The task is broad, which is hard to capture in training data. Tune for narrow tasks,"
              + " such as \"classify support tickets into 10 categories\".";
      case NEEDS_ATTRIBUTION ->
          "Answers have to name their sources, but a tuned model is a black box: nobody can trace"
              + " why it answered so. Use RAG with source attribution.";
      case FEW_SHOT_UNTRIED ->
          "Few-shot prompting has not been tried. Try examples in the prompt first: fine-tuning is"
              + " a last resort when that fails, not a first choice.";
      case STRUCTURED_OUTPUT_UNTRIED ->
          "Structured output has not been tried. Many formats are a prompting problem: state the"
              + " required format, and use the provider's structured output feature.";
      case UNCERTAIN_PRICE ->
          "A price behind this is from a third party or estimated. Verify current pricing: rates"
              + " change frequently.";
      case STALE_PRICE ->
          "A price behind this was read long ago. Verify current pricing: rates change"
              + " frequently.";
      case TUNING_CLOSES_SOON ->
          "Tuning of the best candidate closes soon: begin before that, or choose another model.";
    };
  }

  /** A risk and, beside it, its mitigation. */
  static String risk(Risk risk) {
    return switch (risk) {
      case OVERFITTING ->
          "Overfitting: with a small dataset the model memorizes the training examples; results"
              + " look good on them and fail on real inputs. Mitigation: evaluate on a held-out"
              + " set.";
      case CATASTROPHIC_FORGETTING ->
          "Catastrophic forgetting: tuned on one narrow task, the model may become worse at"
              + " everything else. Mitigation: A/B test against the base model.";
      case TRAINING_DATA_ARTIFACTS ->
          "Training data artifacts: a formatting quirk of the examples is learned as required"
              + " behaviour. Mitigation: evaluate on a held-out set.";
      case STALE_KNOWLEDGE ->
          "Stale knowledge: what is in the weights cannot be updated without retraining."
              + " Mitigation: monitor for drift in production.";
      case HARD_TO_EVALUATE ->
          "Hard to evaluate: it may fail unpredictably on inputs unlike the training data."
              + " Mitigation: held-out evaluation, A/B test against the base model, monitoring for"
              + " drift in production.";
    };
  }

  static String nextStep(NextStep step, Recommendation recommendation) {
    return switch (step) {
      case USE_STRUCTURED_OUTPUT ->
          "Use structured output: state the required format in the prompt, and use the provider's"
              + " response format feature.";
      case ADD_GLOSSARY -> "Put a glossary of the terminology into the system prompt.";
      case INDEX_DOCUMENTS ->
          "Index the documents that hold the knowledge, such as product documentation and"
              + " policies.";
      case CITE_SOURCES -> "Have every answer cite its sources.";
      case REFRESH_INDEX -> "Keep the index fresh with feeds of what is new.";
      case COLLECT_EXAMPLES ->
          "Collect at least %,d more examples; 500 to 1,000 give good results, 5,000 great ones."
              .formatted(recommendation.getMissingExamples());
      case REVIEW_DATA_QUALITY ->
          "Review the quality of the training data: the model learns its mistakes, too.";
      case ADD_FEW_SHOT_EXAMPLES -> "Put examples of input and output into the prompt (few-shot).";
      case SPLIT_INTO_NARROW_TASKS ->
          "Split the task into narrow ones, such as \"extract shipping info from emails\", and"
              + " propose those.";
      case HOLD_OUT_EVALUATION_SET -> "Hold out an evaluation set before training.";
      case AB_TEST_AGAINST_BASE -> "A/B test the tuned model against the base model.";
      case MONITOR_DRIFT -> "Monitor for drift in production.";
      case ANSWER_OPEN_QUESTION ->
          recommendation.getOpenQuestion() == null
              ? "Answer the open question."
              : "Answer the open question: " + Path.question(recommendation.getOpenQuestion());
    };
  }
}
