/** The guide's advice to each sign, warning, risk and step (docs/rules.md section 4). */
import { count } from '../core/format.js';
import { h } from '../core/dom.js';
import { humanised, QUESTIONS } from '../core/words.js';

const SIGNALS = {
  CONSISTENT_FORMAT: ['Consistent format', 'The output needs a consistent format, which examples teach better than prompts.'],
  DOMAIN_LANGUAGE: ['Domain language', 'The model has to speak the specialised language of the domain.'],
  SPECIFIC_BEHAVIOR: ['Specific behaviour', 'The model has to behave in a specific way, consistently.'],
  SHORTER_PROMPTS: ['Shorter prompts', 'A tuned model does without a large part of the prompt.'],
  LOWER_LATENCY: ['Lower latency', 'Latency matters, and a shorter prompt answers sooner.'],
};

const WARNINGS = {
  KNOWLEDGE_CHANGES: ['Knowledge changes', 'What is tuned into a model becomes stale and has to be trained again. Keep it in documents'
    + ' and retrieve it (RAG): update documents, no retraining needed.'],
  SMALL_DATASET: ['Small dataset', 'The model is likely to overfit and to learn artifacts. Good results begin at 500 to 1,000 examples.'],
  BROAD_TASK: ['Broad task', 'A broad task is hard to capture in training data. Tune for narrow tasks, such as “classify support'
    + ' tickets into 10 categories”.'],
  NEEDS_ATTRIBUTION: ['Sources needed', 'Answers have to name their sources, but a tuned model is a black box: nobody can trace why it'
    + ' answered so. Use RAG with source attribution.'],
  FEW_SHOT_UNTRIED: ['Few-shot not tried', 'Try examples in the prompt first: fine-tuning is a last resort when that fails, not a first'
    + ' choice.'],
  STRUCTURED_OUTPUT_UNTRIED: ['Structured output not tried', 'Many formats are a prompting problem: state the required format, and use the'
    + ' provider’s structured output feature.'],
  UNCERTAIN_PRICE: ['Uncertain price', 'A price behind this is from a third party or estimated. Verify current pricing: rates change'
    + ' frequently.'],
  STALE_PRICE: ['Stale price', 'A price behind this was read long ago. Verify current pricing: rates change frequently.'],
  TUNING_CLOSES_SOON: ['Tuning closes soon', 'The best candidate soon takes no new tuning jobs: begin before that, or choose another model.'],
};

const HELD_OUT = 'evaluate on a held-out set.';
const AB_TEST = 'A/B test against the base model.';
const DRIFT = 'monitor for drift in production.';

const RISKS = {
  OVERFITTING: ['Overfitting', 'With a small dataset the model memorizes the training examples; results look good on them and fail on real'
    + ' inputs.', HELD_OUT],
  CATASTROPHIC_FORGETTING: ['Catastrophic forgetting', 'Tuned on one narrow task, the model may become worse at everything else.', AB_TEST],
  TRAINING_DATA_ARTIFACTS: ['Training data artifacts', 'A formatting quirk of the examples is learned as required behaviour.', HELD_OUT],
  STALE_KNOWLEDGE: ['Stale knowledge', 'What is in the weights cannot be updated without retraining.', DRIFT],
  HARD_TO_EVALUATE: ['Hard to evaluate', 'It may fail unpredictably on inputs unlike the training data.', `${HELD_OUT} ${AB_TEST} Then ${DRIFT}`],
};

const STEPS = {
  USE_STRUCTURED_OUTPUT: 'Use structured output: state the required format in the prompt, and use the provider’s response format feature.',
  ADD_GLOSSARY: 'Put a glossary of the terminology into the system prompt.',
  INDEX_DOCUMENTS: 'Index the documents that hold the knowledge, such as product documentation and policies.',
  CITE_SOURCES: 'Have every answer cite its sources.',
  REFRESH_INDEX: 'Keep the index fresh with feeds of what is new.',
  REVIEW_DATA_QUALITY: 'Review the quality of the training data: the model learns its mistakes, too.',
  ADD_FEW_SHOT_EXAMPLES: 'Put examples of input and output into the prompt (few-shot).',
  SPLIT_INTO_NARROW_TASKS: 'Split the task into narrow ones, such as “extract shipping info from emails”, and propose those.',
  HOLD_OUT_EVALUATION_SET: 'Hold out an evaluation set before training.',
  AB_TEST_AGAINST_BASE: 'A/B test the tuned model against the base model.',
  MONITOR_DRIFT: 'Monitor for drift in production.',
};

function step(symbol, recommendation) {
  if (symbol === 'COLLECT_EXAMPLES') {
    return `Collect at least ${count(recommendation.missingExamples)} more examples; 500 to 1,000 give good results, 5,000 great ones.`;
  }
  if (symbol === 'ANSWER_OPEN_QUESTION') {
    return `Answer the open question: ${QUESTIONS[recommendation.openQuestion] ?? recommendation.openQuestion ?? ''}`;
  }
  return STEPS[symbol] ?? humanised(symbol);
}

function entry(symbol, dictionary, attribute) {
  const [name, text, mitigation] = dictionary[symbol] ?? [humanised(symbol), ''];
  return h('li', { [attribute]: symbol }, h('strong', {}, name), text ? `: ${text}` : '',
    mitigation ? h('span', { class: 'mitigation' }, h('em', {}, 'Mitigation: '), mitigation) : null);
}

export const signals = (recommendation) => recommendation.signals.map((symbol) => entry(symbol, SIGNALS, 'data-signal'));
export const warnings = (recommendation) => recommendation.warnings.map((symbol) => entry(symbol, WARNINGS, 'data-warning'));
export const risks = (recommendation) => recommendation.risks.map((symbol) => entry(symbol, RISKS, 'data-risk'));
export const nextSteps = (recommendation) =>
  recommendation.nextSteps.map((symbol) => h('li', { 'data-step': symbol }, step(symbol, recommendation)));
