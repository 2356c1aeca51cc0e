// @ts-check
/** What is announced: new prices, ends of tuning offers, retirements. */
import { h } from '../core/dom.js';
import { calendarDate, count } from '../core/format.js';

/** @import { Felt, UpcomingDate } from '../core/types.js' */

const MOST_MODELS = 3;

/** @type {Record<string, string>} */
const KINDS = { NEW_PRICE: 'New price', TUNING_CLOSES: 'Tuning closes', RETIRES: 'Retires', TUNED_RETIRES: 'Tuned models retire' };

/** @typedef {{ at: string, kind: string, models: UpcomingDate[] }} Moment of several models */

/**
 * What happens to several models at once is one; those that concern most proposals first.
 *
 * @param {UpcomingDate[]} items soonest first
 * @returns {Moment[]}
 */
export function moments(items) {
  /** @type {Map<string, Moment>} */
  const byMoment = new Map();
  for (const item of items) {
    const key = `${item.at} ${item.kind}`;
    const moment = byMoment.get(key) ?? { at: item.at, kind: item.kind, models: [] };
    moment.models.push(item);
    byMoment.set(key, moment);
  }
  const all = [...byMoment.values()];
  all.forEach((moment) => moment.models.sort((one, other) => other.dependants - one.dependants));
  return all;
}

/**
 * @param {Felt<UpcomingDate>} dates
 * @param {() => void} more shows further ones
 */
export function upcomingList({ items, total, others }, more) {
  return h('details', { class: 'upcoming', open: true },
    h('summary', {}, 'Coming up'),
    h('ol', {}, moments(items).map(entry),
      items.length < total ? h('li', { class: 'muted' },
        h('button', { type: 'button', class: 'button quiet', onclick: more }, `Show more of ${count(total)} dates`)) : null,
      others > 0 ? h('li', { class: 'muted' },
        `${count(others)} more ${others === 1 ? 'date is' : 'dates are'} announced of models that no proposal names`) : null));
}

/** @param {Moment} moment */
function entry(moment) {
  const rest = moment.models.length - MOST_MODELS;
  return h('li', {},
    h('time', { datetime: moment.at, class: 'upcoming-day', 'data-fixed': true }, calendarDate(moment.at)),
    h('span', {}, h('strong', {}, `${KINDS[moment.kind] ?? moment.kind}: `), moment.models.slice(0, MOST_MODELS).map((model, index) => [
      index > 0 ? ', ' : '', h('span', { class: 'model' }, model.modelId),
      h('span', { class: 'muted' }, ` (${count(model.dependants)} ${model.dependants === 1 ? 'proposal' : 'proposals'})`),
    ]), rest > 0 ? ` and ${count(rest)} more` : ''));
}
