// @ts-check
/** Prices that are held until a person has looked at them. The page only shows them. */
import { h } from '../core/dom.js';
import { count, timeElement } from '../core/format.js';

const MOST_FINDINGS = 3;

/** @import { Finding, Review, Reviews } from '../core/types.js' */

/**
 * @param {Finding} finding
 * @returns {string} such as "inputPerMTok 2.5 → 30 (jump)"
 */
export function findingWords(finding) {
  const what = finding.id.toLowerCase().replaceAll('_', ' ');
  if (finding.id === 'HALF_A_PRICE') {
    return `${finding.field} missing or 0 (${what})`;
  }
  const known = finding.before !== undefined || finding.after !== undefined;
  return known ? `${finding.field} ${finding.before ?? 'none'} → ${finding.after ?? 'none'} (${what})` : `${finding.field} (${what})`;
}

/** @param {Reviews} reviews */
export function heldList({ items, total }) {
  return h('details', { class: 'upcoming held', open: true },
    h('summary', {}, 'Held for review'),
    h('ol', {}, items.map(entry),
      items.length < total ? h('li', { class: 'muted' }, `and ${count(total - items.length)} more`) : null),
    h('p', { class: 'muted' }, 'These prices are probably mistakes and count for nothing yet. ',
      h('code', {}, 'tune-or-not pricing review accept'), ' or ', h('code', {}, 'reject'), ' settles each.'));
}

/** @param {Review} review */
function entry(review) {
  const rest = review.findings.length - MOST_FINDINGS;
  return h('li', { 'data-held': review.modelId },
    h('span', { class: 'upcoming-day' }, timeElement(review.heldAt)),
    h('span', {}, h('span', { class: 'model' }, review.modelId), ': ',
      review.findings.slice(0, MOST_FINDINGS).map(findingWords).join(', '),
      rest > 0 ? ` and ${count(rest)} more` : ''));
}
