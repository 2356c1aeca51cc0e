// @ts-check
/** What a recommendation was decided on: the model it is compared with, the volume, the range, the dates of the models. */
import { h } from '../core/dom.js';
import { calendarDate, count, money } from '../core/format.js';

/**
 * @param {any} recommendation
 * @param {any[]} prices of the models in it, as far as they are known
 */
export function basis(recommendation, prices) {
  const { referenceModel, baselineModel, bestAlternative, workload, usageSource, usageWindowEnd, worstCase, bestCase } = recommendation;
  const entries = [
    ['Compared with', referenceModel ? [model(referenceModel), referenceModel === baselineModel
      ? ', the model in use' : bestAlternative === referenceModel ? ', the cheapest that would do untuned' : ''] : null],
    ['In use', baselineModel && baselineModel !== referenceModel ? model(baselineModel) : null],
    ['Volume', workload ? `${count(workload.requestsPerMonth)} requests a month, ${usageWindowEnd
      ? `measured until ${calendarDate(usageWindowEnd)}${usageSource ? ` (${usageSource})` : ''}` : 'as stated'}` : null],
    ['Net benefit', worstCase && bestCase ? `from ${money(worstCase.netBenefit)} in the worst case to ${money(bestCase.netBenefit)} in the best` : null],
    ...prices.map((price) => [h('span', { class: 'model' }, price.modelId), dates(price)]),
  ];
  return h('dl', { class: 'basis' }, entries.filter(([, value]) => value !== null)
    .map(([label, value]) => [h('dt', {}, label), h('dd', {}, value)]));
}

const model = (id) => h('span', { class: 'model' }, id);

/** @param {{ retiresAt?: string, closesAt?: string, tunedRetiresAt?: string, replacement?: string }} price */
export function dates({ retiresAt, closesAt, tunedRetiresAt, replacement }) {
  const parts = [
    closesAt ? `tuning closes on ${calendarDate(closesAt)}` : null,
    retiresAt ? `retires on ${calendarDate(retiresAt)}` : null,
    tunedRetiresAt ? `models tuned from it retire on ${calendarDate(tunedRetiresAt)}` : null,
    replacement ? `to be replaced by ${replacement}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}
