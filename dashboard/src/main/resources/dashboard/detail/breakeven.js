// @ts-check
/** What has been spent after so many months, today's way and tuned; where the lines cross it has paid back. */
import { tableAlternative } from '../core/card.js';
import { Chart } from '../core/chart.js';
import { h } from '../core/dom.js';
import { money } from '../core/format.js';
import { breakevenPlot } from './breakeven-plot.js';
import { linesOf } from './course.js';

/** @import { Course } from '../core/types.js' */

const TABLE_MONTHS = 24;

/**
 * @param {Course[]} courses at least one
 * @param {string | undefined} bestModel
 */
export function breakevenChart(courses, bestModel) {
  const host = h('div', { class: 'chart', role: 'img' });
  const readout = h('p', { class: 'readout', 'aria-hidden': 'true' });
  const alternative = h('div', {});
  const chart = new Chart(host);
  const select = h('select', { class: 'input', 'aria-label': 'Candidate drawn', onchange: () => show(courses[select.selectedIndex]) },
    courses.map((course) => h('option', {}, course.modelId)));

  /** @param {Course} course */
  function show(course) {
    const lines = linesOf(course);
    host.setAttribute('aria-label', course.summary);
    readout.textContent = course.summary;
    chart.show(() => breakevenPlot(lines, (text) => { readout.textContent = text ?? course.summary; }));
    const rows = [];
    for (let month = 0; month <= Math.min(lines.end, TABLE_MONTHS); month += 1) {
      rows.push([String(month), money(lines.baselineAt(month)), money(lines.tunedAt(month)),
        money(lines.baselineAt(month) - lines.tunedAt(month), { signed: true })]);
    }
    alternative.replaceChildren(tableAlternative('As a table', ['Months', 'Baseline', 'Tuned', 'Saved so far'], rows));
  }

  const best = Math.max(0, courses.findIndex((course) => course.modelId === bestModel));
  select.selectedIndex = best;
  show(courses[best]);
  return h('div', {},
    h('div', { class: 'chart-head' },
      h('ul', { class: 'legend', 'aria-hidden': 'true' },
        h('li', {}, h('span', { class: 'line-sample baseline' }), 'Baseline'),
        h('li', {}, h('span', { class: 'line-sample tuned' }), 'Tuned')),
      courses.length > 1 ? select : h('span', { class: 'model' }, courses[best].modelId)),
    host, readout, alternative);
}
