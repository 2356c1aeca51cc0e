/** What has been spent after so many months, today's way and tuned; where the lines cross it has paid back. */
import { tableAlternative } from '../core/card.js';
import { Chart } from '../core/chart.js';
import { h } from '../core/dom.js';
import { money, months } from '../core/format.js';
import { breakevenPlot } from './breakeven-plot.js';
import { monthlyCosts } from './economics.js';

const LONGEST_MONTHS = 60;
const TABLE_MONTHS = 24;

/** The candidates that can be drawn. */
export function drawable(recommendation) {
  return recommendation.candidates.filter((candidate) => candidate.upfrontCost !== null && candidate.upfrontCost !== undefined
    && monthlyCosts(candidate) !== null);
}

export function breakevenChart(recommendation) {
  const candidates = drawable(recommendation);
  const host = h('div', { class: 'chart', role: 'img' });
  const readout = h('p', { class: 'readout', 'aria-hidden': 'true' });
  const alternative = h('div', {});
  const chart = new Chart(host);
  const select = h('select', { class: 'input', 'aria-label': 'Candidate drawn', onchange: () => show(candidates[select.selectedIndex]) },
    candidates.map((candidate) => h('option', {}, candidate.modelId)));

  function show(candidate) {
    const course = courseOf(candidate);
    host.setAttribute('aria-label', course.summary);
    readout.textContent = course.summary;
    chart.show(() => breakevenPlot(candidate, course, (text) => { readout.textContent = text ?? course.summary; }));
    const rows = [];
    for (let month = 0; month <= Math.min(course.end, TABLE_MONTHS); month += 1) {
      rows.push([String(month), money(course.baselineAt(month)), money(course.tunedAt(month)),
        money(course.baselineAt(month) - course.tunedAt(month), { signed: true })]);
    }
    alternative.replaceChildren(tableAlternative('As a table', ['Months', 'Baseline', 'Tuned', 'Saved so far'], rows));
  }

  const best = Math.max(0, candidates.findIndex((candidate) => candidate.modelId === recommendation.bestModel));
  select.selectedIndex = best;
  show(candidates[best]);
  return h('div', {},
    h('div', { class: 'chart-head' },
      h('ul', { class: 'legend', 'aria-hidden': 'true' },
        h('li', {}, h('span', { class: 'line-sample baseline' }), 'Baseline'),
        h('li', {}, h('span', { class: 'line-sample tuned' }), 'Tuned')),
      candidates.length > 1 ? select : h('span', { class: 'model' }, candidates[best].modelId)),
    host, readout, alternative);
}

function courseOf(candidate) {
  const costs = monthlyCosts(candidate);
  const horizon = candidate.horizonMonths ?? 12;
  const payback = candidate.paybackMonths ?? null;
  const end = Math.min(LONGEST_MONTHS, Math.max(horizon * 1.1, payback === null ? 0 : payback * 1.25, 1));
  const summary = payback === null
    ? `Never pays back: tuned, it costs ${money(-candidate.monthlySavings)} a month more than today.`
    : `Paid back after ${months(payback)}; ${money(candidate.netBenefit, { signed: true })} after ${months(horizon)}.`;
  return {
    end, horizon, payback, summary,
    baselineAt: (month) => costs.baseline * month,
    tunedAt: (month) => candidate.upfrontCost + costs.tuned * month,
  };
}
