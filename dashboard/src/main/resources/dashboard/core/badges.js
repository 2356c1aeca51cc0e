// @ts-check
/** Small marks for verdicts, decisions and changes between verdicts. */
import { h } from './dom.js';
import { DECISIONS, VERDICTS, decisionLabel, verdictLabel } from './words.js';

/** @param {string} verdict */
export function verdictBadge(verdict) {
  return h('span', { class: 'badge', 'data-verdict': verdict },
    h('span', { class: 'badge-mark', 'aria-hidden': 'true' }, VERDICTS[verdict]?.mark ?? '·'),
    verdictLabel(verdict));
}

/** @param {string} decision */
export function decisionTag(decision) {
  return h('span', { class: 'tag', 'data-decision': decision },
    h('span', { class: 'swatch', 'aria-hidden': 'true', 'data-decision': decision }),
    decisionLabel(decision));
}

/**
 * {@code Caution → Go}; none at all before is "new".
 *
 * @param {string | undefined} from
 * @param {string} to
 */
export function transition(from, to) {
  return h('span', { class: 'transition' },
    from ? verdictBadge(from) : h('span', { class: 'muted' }, 'new'),
    h('span', { class: 'arrow', role: 'img', 'aria-label': 'to' }, '→'),
    verdictBadge(to));
}

/**
 * Symbols that this page knows in their order, then any others.
 *
 * @param {Record<string, unknown>} dictionary
 * @param {string[]} symbols
 */
export function inOrder(dictionary, symbols) {
  const known = Object.keys(dictionary).filter((symbol) => symbols.includes(symbol));
  return [...known, ...symbols.filter((symbol) => !(symbol in dictionary)).sort()];
}

/** @param {string[]} symbols */
export const decisionsInOrder = (symbols) => inOrder(DECISIONS, symbols);
/** @param {string[]} symbols */
export const verdictsInOrder = (symbols) => inOrder(VERDICTS, symbols);
