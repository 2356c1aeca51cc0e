/** What the rules' symbols mean, in the words of the guide "When to Fine-Tune" (docs/rules.md). */

/** An unknown symbol, as of a newer version, is still readable. */
export function humanised(symbol) {
  const text = String(symbol ?? '').replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const labelOf = (dictionary) => (symbol) => dictionary[symbol]?.label ?? humanised(symbol);
const textOf = (dictionary) => (symbol) => dictionary[symbol] ?? humanised(symbol);

/** In the order of the tree. */
export const DECISIONS = {
  USE_PROMPTING: { label: 'Use prompting', sentence: 'Use prompting.' },
  USE_RAG: { label: 'Use RAG', sentence: 'Use RAG: retrieve the knowledge instead of training it.' },
  COLLECT_DATA: { label: 'Collect data', sentence: 'Collect training data first.' },
  FEW_SHOT: { label: 'Few-shot', sentence: 'Consider few-shot prompting instead of tuning.' },
  FINE_TUNE: { label: 'Fine-tune', sentence: 'Fine-tune.' },
  FINE_TUNE_WITH_RAG: { label: 'Fine-tune + RAG', sentence: 'Fine-tune for format and behaviour, and use RAG for the knowledge.' },
  UNDECIDED: { label: 'Undecided', sentence: 'Undecided: a question has to be answered first.' },
};

/** Best first. Each has a mark of its own, so that colour is never the only sign. */
export const VERDICTS = {
  GO: { label: 'Go', mark: '✓', hint: 'pays back in time, nothing to warn of' },
  CAUTION: { label: 'Caution', mark: '!', hint: 'does not pay back in time, or has a warning' },
  NO_GO: { label: 'No go', mark: '✕', hint: 'tuning would cost more than it brings' },
  PENDING_PRICE: { label: 'No price yet', mark: '?', hint: 'the verdict follows with the price' },
  NOT_APPLICABLE: { label: 'Other approach', mark: '→', hint: 'prompting, RAG, few-shot or data first' },
};

export const decisionLabel = labelOf(DECISIONS);
export const verdictLabel = labelOf(VERDICTS);

export const QUESTIONS = {
  T1: 'Can prompting solve this problem?',
  T2: 'Is RAG sufficient?',
  T3: 'Do you have quality training data?',
  T4: 'Is the task narrow and well-defined?',
};

/** The proposal's field that answers the question. */
export const QUESTION_FIELDS = {
  T1: 'promptingSufficient', T2: 'ragSufficient', T3: 'trainingData.quality', T4: 'narrowTask',
};

const ANSWERS = { YES: 'Yes', NO: 'No', UNKNOWN: 'Not known' };
export const answerText = textOf(ANSWERS);

export const APPROACHES = { PROMPTING: 'Prompting', RAG: 'RAG', FINE_TUNING: 'Fine-tuning' };
export const approachText = textOf(APPROACHES);

const STATUSES = {
  PAYS_BACK: { label: 'Pays back', sentence: 'it pays back in time' },
  TOO_SLOW: { label: 'Too slow', sentence: 'it pays back, but more slowly than the policy allows' },
  RETIRES_FIRST: { label: 'Retires first', sentence: 'it or the baseline retires before it has paid back' },
  NEVER: { label: 'Never pays back', sentence: 'it never pays back' },
  RETIRED: { label: 'Retired', sentence: 'it is retired' },
  TUNING_CLOSED: { label: 'Tuning closed', sentence: 'it takes no new tuning jobs' },
  BASELINE_RETIRED: { label: 'Baseline retired', sentence: 'the baseline is retired' },
  UNPRICED: { label: 'No price', sentence: 'a price of it or of the baseline is not known' },
  NOT_TUNABLE: { label: 'Not tunable', sentence: 'it cannot be tuned' },
};
export const statusLabel = labelOf(STATUSES);
export const statusSentence = (symbol) => STATUSES[symbol]?.sentence ?? humanised(symbol);

const BANDS = {
  BELOW_MINIMUM: 'fewer examples than the minimum', MINIMUM: 'enough examples to begin with',
  GOOD: 'enough examples for good results', GREAT: 'enough examples for great results',
};
export const bandText = textOf(BANDS);

/** What caused an evaluation; {@code key} names it. */
export function triggerText(trigger, key) {
  switch (trigger) {
    case 'PROPOSAL': return 'the proposal was sent';
    case 'PRICE': return `the price of ${key} changed`;
    case 'POLICY': return key === '*' ? 'the general policy changed' : `the policy of ${key} changed`;
    case 'TIME': return 'a date was reached';
    case 'RULES': return 'the rules were applied anew';
    default: return humanised(trigger);
  }
}

export function changeTitle(kind, key) {
  switch (kind) {
    case 'PRICE': return `Price of ${key}`;
    case 'POLICY': return key === '*' ? 'General policy' : `Policy of ${key}`;
    case 'RULES': return 'The rules, applied anew';
    default: return humanised(kind);
  }
}
