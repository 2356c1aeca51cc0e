// @ts-check
/** Decisions by portfolio: a bar each, and what the ones that say Go save. */
import { decisionsInOrder } from '../core/badges.js';
import { card, replaceAlternative, tableAlternative } from '../core/card.js';
import { h } from '../core/dom.js';
import { count, money, shortMoney } from '../core/format.js';
import { DECISIONS, decisionLabel } from '../core/words.js';
import { hashOf } from './filters.js';

/** @import { PortfolioSums } from '../core/types.js' */

const AT_FIRST = 10;

export function portfolios() {
  const view = card({ title: 'Decisions by portfolio', name: 'portfolios', hint: 'Proposals, and the savings a month of those that say Go' });
  const legend = h('ul', { class: 'legend', 'aria-hidden': 'true' });
  const list = h('ul', { class: 'bars' });
  const more = h('button', { type: 'button', class: 'button quiet', onclick: () => { all = !all; draw(); } });
  const alternative = h('div', {});
  view.body.append(legend, list, more, alternative);
  let all = false;
  /** @type {PortfolioSums[]} */
  let rows = [];
  /** @type {string[]} */
  let decisions = [];

  /**
   * @param {PortfolioSums} summary
   * @param {number} widest proposals of the largest
   */
  function bar(summary, widest) {
    const parts = decisions.filter((decision) => summary.byDecision[decision]);
    const filled = h('span', { class: 'bar-fill' }, parts.map((decision) => {
      const part = h('span', { 'data-decision': decision, title: `${decisionLabel(decision)}: ${count(summary.byDecision[decision])}` });
      part.style.flexGrow = String(summary.byDecision[decision]);
      return part;
    }));
    filled.style.width = `${Math.max(2, 100 * summary.proposals / widest)}%`;
    const words = parts.map((decision) => `${decisionLabel(decision)} ${count(summary.byDecision[decision])}`).join(', ');
    return h('span', { class: 'bar', role: 'img', 'aria-label': words }, filled);
  }

  /**
   * @param {PortfolioSums} summary
   * @param {number} widest
   */
  function row(summary, widest) {
    const go = summary.byVerdict.GO ?? 0;
    return h('li', { 'data-portfolio': summary.portfolio },
      h('a', { class: 'bar-name', href: hashOf('portfolio', summary.portfolio), title: summary.portfolio }, summary.portfolio),
      bar(summary, widest),
      h('span', { class: 'bar-count' }, count(summary.proposals), h('span', { class: 'visually-hidden' }, ' proposals')),
      h('span', { class: `bar-money${go > 0 ? '' : ' muted'}`, title: `${count(go)} of them say Go` },
        go > 0 ? shortMoney(summary.monthlySavings) : 'no Go'));
  }

  function draw() {
    const bySize = [...rows].sort((one, other) => other.proposals - one.proposals);
    const shown = all ? bySize : bySize.slice(0, AT_FIRST);
    const widest = Math.max(1, ...rows.map((summary) => summary.proposals));
    decisions = decisionsInOrder([...new Set(rows.flatMap((summary) => Object.keys(summary.byDecision)))]);
    legend.replaceChildren(...decisions.map((decision) =>
      h('li', {}, h('span', { class: 'swatch', 'data-decision': decision }), decisionLabel(decision))));
    list.replaceChildren(...shown.map((summary) => row(summary, widest)));
    more.hidden = rows.length <= AT_FIRST;
    more.textContent = all ? 'Show the largest only' : `Show all ${count(rows.length)} portfolios`;
    replaceAlternative(alternative, tableAlternative('As a table',
      ['Portfolio', 'Proposals', ...Object.keys(DECISIONS).map(decisionLabel), 'Savings a month', 'Upfront', 'Net benefit'],
      shown.map((summary) => [summary.portfolio, count(summary.proposals),
        ...Object.keys(DECISIONS).map((decision) => count(summary.byDecision[decision] ?? 0)),
        money(summary.monthlySavings), money(summary.upfrontCost), money(summary.netBenefit)])));
    view.ready();
  }

  return {
    element: view.element,
    loading: view.loading,
    failed: view.failed,
    /** @param {PortfolioSums[]} summaries */
    update(summaries) {
      rows = summaries;
      if (rows.length === 0) {
        view.empty('No portfolio has a proposal yet.');
      } else {
        draw();
      }
    },
  };
}
