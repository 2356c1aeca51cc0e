// @ts-check
/** How many proposals say what, and where the money is: the first thing that is read. */
import { decisionsInOrder } from '../core/badges.js';
import { flash, h, setText } from '../core/dom.js';
import { count, money, shortMoney } from '../core/format.js';
import { decisionLabel, VERDICTS } from '../core/words.js';
import { hashOf } from './filters.js';

/** @import { Sums } from '../core/types.js' */
/** @import { Word } from '../core/words.js' */

/** @typedef {{ element: HTMLElement, number: HTMLElement }} Tile */

/** @type {{ field: 'monthlySavings' | 'upfrontCost' | 'netBenefit' | 'decisionMonthlyCost' | 'switchSavings', label: string, hint: string }[]} */
const MONEY = [
  { field: 'monthlySavings', label: 'Savings a month', hint: 'of all that say Go' },
  { field: 'upfrontCost', label: 'Upfront', hint: 'to get there, once' },
  { field: 'netBenefit', label: 'Net benefit', hint: 'over the horizon, upfront deducted' },
  { field: 'decisionMonthlyCost', label: 'Cost a month', hint: 'of all that is decided' },
  { field: 'switchSavings', label: 'By switching', hint: 'a month, with the cheapest models that would do' },
];

export function totals() {
  const headline = h('h1', { class: 'headline', id: 'overview-title', tabindex: '-1' }, 'The portfolio at a glance');
  const verdictTiles = new Map(Object.entries(VERDICTS).map(([verdict, words]) => [verdict, verdictTile(verdict, words)]));
  const bar = h('div', { class: 'split-bar', 'aria-hidden': 'true' }, [...verdictTiles.values()].map((tile) => tile.part));
  const moneyTiles = MONEY.map((kind) => ({ field: kind.field, ...moneyTile(kind) }));
  const decisions = h('ul', { class: 'decision-totals', 'aria-label': 'Proposals by decision' });
  const element = h('section', { class: 'totals', 'aria-labelledby': 'overview-title' },
    headline,
    h('div', { class: 'tiles' },
      h('div', { class: 'tiles-verdicts' }, [...verdictTiles.values()].map((tile) => tile.element), bar),
      h('dl', { class: 'tiles-money' }, moneyTiles.map((tile) => tile.element))),
    decisions);
  let shown = false;

  /**
   * @param {string} verdict
   * @param {Word} words
   */
  function verdictTile(verdict, words) {
    const number = h('span', { class: 'tile-number' }, '·');
    const element = h('a', { class: 'tile', href: hashOf('verdict', verdict), 'data-verdict': verdict },
      h('span', { class: 'tile-label' },
        h('span', { class: 'badge-mark', 'aria-hidden': 'true' }, words.mark), words.label),
      number,
      h('span', { class: 'tile-hint' }, words.hint));
    return { element, number, part: h('span', { 'data-verdict': verdict }) };
  }

  /** @param {typeof MONEY[number]} kind */
  function moneyTile(kind) {
    const number = h('dd', { class: 'tile-number', 'data-total': kind.field }, '·');
    const element = h('div', { class: 'tile tile-money' },
      h('dt', { class: 'tile-label' }, kind.label), number, h('dd', { class: 'tile-hint' }, kind.hint));
    return { element, number };
  }

  /**
   * @param {Tile} tile
   * @param {string} text
   */
  function change(tile, text) {
    if (setText(tile.number, text) && shown) {
      flash(tile.element);
    }
  }

  /** @param {Sums} total */
  function drawDecisions(total) {
    decisions.replaceChildren(...decisionsInOrder(Object.keys(total.byDecision)).map((decision) =>
      h('li', {}, h('a', { href: hashOf('decision', decision), 'data-decision': decision },
        h('span', { class: 'swatch', 'data-decision': decision, 'aria-hidden': 'true' }),
        `${decisionLabel(decision)} `, h('strong', {}, count(total.byDecision[decision]))))));
  }

  return {
    element,
    /** @param {Sums} total */
    update(total) {
      setText(headline, sentence(total));
      for (const [verdict, tile] of verdictTiles) {
        const proposals = total.byVerdict[verdict] ?? 0;
        change(tile, count(proposals));
        tile.element.classList.toggle('none', proposals === 0);
        tile.part.style.flexGrow = String(proposals);
      }
      moneyTiles.forEach((tile) => change(tile, money(total[tile.field])));
      drawDecisions(total);
      shown = true;
    },
  };
}

/** @param {Sums} total */
function sentence(total) {
  if (total.proposals === 0) {
    return 'No proposals yet';
  }
  const proposals = `${count(total.proposals)} ${total.proposals === 1 ? 'proposal' : 'proposals'}`;
  const go = total.byVerdict.GO ?? 0;
  if (go === 0) {
    return `${proposals}; none is worth tuning without reservation`;
  }
  return `${proposals}; ${count(go)} worth tuning, saving ${shortMoney(total.monthlySavings)} a month`
    + ` for ${shortMoney(total.upfrontCost)} upfront`;
}
