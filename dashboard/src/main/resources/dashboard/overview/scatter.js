// @ts-check
/** Upfront cost against monthly savings, a point a proposal: where the money is. */
import { api, isAborted } from '../core/api.js';
import { verdictsInOrder } from '../core/badges.js';
import { Chart } from '../core/chart.js';
import { card, replaceAlternative, tableAlternative } from '../core/card.js';
import { coalesce, h } from '../core/dom.js';
import { count, money } from '../core/format.js';
import { navigate, proposalHash } from '../core/router.js';
import { verdictLabel } from '../core/words.js';
import { conditions, noFilter } from './filters.js';
import { scatterPlot } from './scatter-plot.js';
import { shapeSample } from './shapes.js';

/** @import { uPlot } from '../core/chart.js' */
/** @import { Filter, Page, Point } from '../core/types.js' */

const REFRESH_MILLIS = 4000;
const MOST_POINTS = 2000;
const TABLE_ROWS = 100;

export function scatter() {
  const view = card({ title: 'Where the money is', name: 'scatter', hint: '' });
  const legend = h('ul', { class: 'legend', 'aria-label': 'Verdicts drawn' });
  const host = h('div', { class: 'chart', role: 'img' });
  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  const alternative = h('div', {});
  view.body.append(legend, h('div', { class: 'chart-box' }, host, tip), alternative);
  const chart = new Chart(host);
  /** @type {Set<string>} */
  const hidden = new Set();
  let redraw = () => {};
  let filter = noFilter();
  /** @type {AbortController | null} */
  let pending = null;

  /** @param {Page<Point>} answer */
  function draw(answer) {
    const items = answer.items;
    if (items.length === 0) {
      view.empty('No proposal here has candidates whose costs are known.');
      return;
    }
    const verdicts = verdictsInOrder([...new Set(items.map((item) => item.verdict))]);
    const groups = verdicts.map((verdict) => items.filter((item) => item.verdict === verdict));
    drawLegend(verdicts);
    view.hint.textContent = 'Upfront cost and savings a month of each best candidate'
      + (answer.total > items.length ? `; the ${count(items.length)} that move the most of ${count(answer.total)}` : '');
    host.setAttribute('aria-label', `Scatter of upfront cost and savings a month. ${verdicts.map((verdict, index) =>
      `${verdictLabel(verdict)}: ${groups[index].length}`).join(', ')}. The figures are in the table below.`);
    view.ready();
    redraw = () => chart.show(() => scatterPlot(verdicts, groups.map((group, index) => (hidden.has(verdicts[index]) ? [] : group)), {
      over: showTip, open: (item) => navigate(proposalHash(item.proposalId)),
    }));
    redraw();
    replaceAlternative(alternative, tableAlternative(
      items.length > TABLE_ROWS ? `As a table (the first ${TABLE_ROWS})` : 'As a table',
      ['Proposal', 'Verdict', 'Upfront', 'Savings a month'],
      items.slice(0, TABLE_ROWS).map((item) => [h('a', { href: proposalHash(item.proposalId) }, item.title || item.proposalId),
        verdictLabel(item.verdict), money(item.upfrontCost), money(item.monthlySavings)])));
  }

  /** @param {string[]} verdicts */
  function drawLegend(verdicts) {
    legend.replaceChildren(...verdicts.map((verdict) => {
      const button = h('button', {
        type: 'button', class: 'legend-button', 'data-verdict': verdict, 'aria-pressed': String(!hidden.has(verdict)),
        onclick: () => toggle(verdict, button),
      }, shapeSample(verdict), verdictLabel(verdict));
      return h('li', {}, button);
    }));
  }

  /**
   * @param {string} verdict
   * @param {HTMLButtonElement} button
   */
  function toggle(verdict, button) {
    if (!hidden.delete(verdict)) {
      hidden.add(verdict);
    }
    button.setAttribute('aria-pressed', String(!hidden.has(verdict)));
    redraw();
  }

  /**
   * @param {uPlot} u
   * @param {Point | null} item
   */
  function showTip(u, item) {
    u.over.classList.toggle('hot', item !== null);
    tip.hidden = item === null;
    if (item === null) {
      return;
    }
    tip.replaceChildren(
      h('strong', {}, item.title || item.proposalId),
      h('span', {}, verdictLabel(item.verdict)),
      h('span', {}, `${money(item.upfrontCost)} upfront, ${money(item.monthlySavings, { signed: true })} a month`));
    const left = u.over.offsetLeft + u.valToPos(item.upfrontCost, 'x');
    const flip = left > host.clientWidth / 2;
    tip.style.left = flip ? 'auto' : `${left + 14}px`;
    tip.style.right = flip ? `${host.clientWidth - left + 14}px` : 'auto';
    tip.style.top = `${Math.max(0, u.over.offsetTop + u.valToPos(item.monthlySavings, 'y') - 24)}px`;
  }

  /** @param {boolean} keep what is shown, where it cannot be loaded */
  async function load(keep) {
    pending?.abort();
    const mine = new AbortController();
    pending = mine;
    view.loading();
    try {
      draw(await api.scatter({ ...conditions(filter), limit: MOST_POINTS }, mine.signal));
    } catch (error) {
      if (!isAborted(error) && !keep) {
        view.failed(error, () => load(false));
      }
    }
  }

  return {
    element: view.element,
    /** @param {Filter} next */
    show(next) {
      filter = next;
      load(false);
    },
    refresh: coalesce(() => load(true), REFRESH_MILLIS),
  };
}
