// @ts-check
/** What the symbols of the table are called. Sentences about the rules come from the server. */

/** @typedef {{ label: string, mark?: string, hint?: string }} Word */

/**
 * An unknown symbol, as of a newer version, is still readable.
 *
 * @param {string | null | undefined} symbol
 */
export function humanised(symbol) {
  const text = String(symbol ?? '').replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @type {(dictionary: Record<string, Word>) => (symbol: string) => string} */
const labelOf = (dictionary) => (symbol) => dictionary[symbol]?.label ?? humanised(symbol);

/**
 * In the order of the tree.
 *
 * @type {Record<string, Word>}
 */
export const DECISIONS = {
  USE_PROMPTING: { label: 'Use prompting' },
  USE_RAG: { label: 'Use RAG' },
  COLLECT_DATA: { label: 'Collect data' },
  FEW_SHOT: { label: 'Few-shot' },
  FINE_TUNE: { label: 'Fine-tune' },
  FINE_TUNE_WITH_RAG: { label: 'Fine-tune + RAG' },
  UNDECIDED: { label: 'Undecided' },
};

/**
 * Best first. Each has a mark of its own, so that colour is never the only sign.
 *
 * @type {Record<string, Required<Word>>}
 */
export const VERDICTS = {
  GO: { label: 'Go', mark: '✓', hint: 'pays back in time, nothing to warn of' },
  CAUTION: { label: 'Caution', mark: '!', hint: 'does not pay back in time, or has a warning' },
  NO_GO: { label: 'No go', mark: '✕', hint: 'tuning would cost more than it brings' },
  PENDING_PRICE: { label: 'No price yet', mark: '?', hint: 'the verdict follows with the price' },
  NOT_APPLICABLE: { label: 'Other approach', mark: '→', hint: 'prompting, RAG, few-shot or data first' },
};

/** @type {Record<string, Word>} */
const APPROACHES = {
  PROMPTING: { label: 'Prompting' }, FEW_SHOT: { label: 'Few-shot' }, RAG: { label: 'RAG' },
  FINE_TUNING: { label: 'Fine-tuning' }, FINE_TUNING_WITH_RAG: { label: 'Fine-tuning + RAG' },
};
export const approachLabel = labelOf(APPROACHES);
export const decisionLabel = labelOf(DECISIONS);
export const verdictLabel = labelOf(VERDICTS);

/**
 * What caused an evaluation.
 *
 * @param {string} trigger
 * @param {string} key names it
 */
export function triggerText(trigger, key) {
  switch (trigger) {
    case 'PROPOSAL': return 'the proposal was sent';
    case 'PRICE': return `the price of ${key} changed`;
    case 'POLICY': return key === '*' ? 'the general policy changed' : `the policy of ${key} changed`;
    case 'USAGE': return 'its usage was measured';
    case 'TIME': return 'a date was reached';
    case 'RULES': return 'the rules were applied anew';
    default: return humanised(trigger);
  }
}

/**
 * @param {string} kind
 * @param {string} key
 */
export function changeTitle(kind, key) {
  switch (kind) {
    case 'PRICE': return `Price of ${key}`;
    case 'POLICY': return key === '*' ? 'General policy' : `Policy of ${key}`;
    case 'RULES': return 'The rules, applied anew';
    default: return humanised(kind);
  }
}
