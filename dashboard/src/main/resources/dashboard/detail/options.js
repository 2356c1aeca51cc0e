// @ts-check
/** A bar for each way to do it, over the horizon. */
import { h } from '../core/dom.js';
import { money } from '../core/format.js';
import { approachLabel } from '../core/words.js';

/** @import { Option } from '../core/types.js' */

/**
 * @param {Option[]} options
 * @returns {{ option: Option, share: number, cheapest: boolean }[]} the share of the dearest one
 */
export function barsOf(options) {
  const dearest = Math.max(...options.map((option) => option.horizonCost), Number.MIN_VALUE);
  const cheapest = Math.min(...options.map((option) => option.horizonCost));
  return options.map((option) => ({ option, share: option.horizonCost / dearest, cheapest: option.horizonCost === cheapest }));
}

/** @param {Option[]} options at least one */
export function optionBars(options) {
  return h('ul', { class: 'bars options' }, barsOf(options).map(({ option, share, cheapest }) => {
    const fill = h('span', { class: 'bar-fill' }, h('span', { class: cheapest ? 'option-cheapest' : 'option-other' }));
    fill.style.width = `${Math.max(1, 100 * share)}%`;
    return h('li', { 'data-approach': option.approach },
      h('span', { class: 'bar-name' }, approachLabel(option.approach), h('span', { class: 'row-id' }, option.modelId)),
      h('span', { class: 'bar', 'aria-hidden': 'true' }, fill),
      h('span', { class: 'bar-money' }, money(option.horizonCost)),
      h('span', { class: 'muted option-parts' }, `${money(option.upfrontCost)} upfront, ${money(option.monthlyCost)} a month`));
  }));
}
