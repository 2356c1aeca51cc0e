// @ts-check
/** A change of a proposal's decision or verdict. */
import { decisionTag, transition, verdictBadge } from './badges.js';
import { h } from './dom.js';
import { money } from './format.js';

/** @import { Change } from './types.js' */

/**
 * What the change did to the savings of those that are GO, with its sign; null where it was none
 * before nor after.
 *
 * @param {{ from?: string, to?: string, monthlySavings?: number, previousMonthlySavings?: number }} item
 */
export function savingsChange({ from, to, monthlySavings = 0, previousMonthlySavings = 0 }) {
  if (from !== 'GO' && to !== 'GO') {
    return null;
  }
  const change = monthlySavings - previousMonthlySavings;
  return change === 0 ? 'savings as before' : `savings ${money(change, { signed: true })} a month`;
}

/**
 * The verdicts, or the decisions where the verdict stayed.
 *
 * @param {Change} item
 */
export function became(item) {
  if (item.kind === 'DELETED') {
    return h('span', { class: 'transition' }, verdictBadge(item.from),
      h('span', { class: 'arrow', role: 'img', 'aria-label': 'to' }, '→'), h('span', { class: 'muted' }, 'deleted'));
  }
  return item.from === item.to
    ? h('span', { class: 'transition' }, decisionTag(item.fromDecision),
      h('span', { class: 'arrow', role: 'img', 'aria-label': 'to' }, '→'), decisionTag(item.toDecision))
    : transition(item.from, item.to);
}

/** @param {Change} item */
export function difference(item) {
  const text = savingsChange(item);
  return text === null ? null : h('span', { class: 'event-money' }, text);
}
