// @ts-check
/** The dates of the models that a recommendation was decided on: the model, its tuning and its tunes apart. */
import { h } from '../core/dom.js';
import { calendarDate } from '../core/format.js';

/** @import { Price } from '../core/types.js' */

/**
 * @param {Price[]} prices of the models in a recommendation, as far as they are known
 */
export function modelDates(prices) {
  const dated = prices.map((price) => ({ id: price.modelId, text: dates(price) })).filter(({ text }) => text !== null);
  return dated.length === 0 ? null : h('dl', { class: 'basis' },
    dated.map(({ id, text }) => [h('dt', {}, h('span', { class: 'model' }, id)), h('dd', {}, text)]));
}

/** @param {Omit<Price, 'modelId'>} price */
export function dates({ retiresAt, closesAt, tunedRetiresAt, replacement }) {
  const parts = [
    closesAt ? `tuning closes on ${calendarDate(closesAt)}` : null,
    retiresAt ? `retires on ${calendarDate(retiresAt)}` : null,
    tunedRetiresAt ? `models tuned from it retire on ${calendarDate(tunedRetiresAt)}` : null,
    replacement ? `to be replaced by ${replacement}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}
