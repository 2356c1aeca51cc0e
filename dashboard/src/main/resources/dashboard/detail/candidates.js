// @ts-check
/** The candidate models side by side, with every figure and the rule that it comes from. */
import { h } from '../core/dom.js';

/** @import { Candidates } from '../core/types.js' */

/** @param {Candidates} table of the explanation */
export function candidateTable({ models, groups }) {
  /** @param {number} index */
  const best = (index) => (models[index].best ? 'best' : null);
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Candidates, side by side' },
    h('table', { class: 'candidates' },
      h('thead', {},
        h('tr', {}, h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, 'Figure')), models.map((model, index) =>
          h('th', { scope: 'col', class: best(index), 'data-model': model.modelId }, h('span', { class: 'model' }, model.modelId),
            h('span', { class: 'candidate-status', 'data-status': model.status.symbol, title: model.text }, model.status.label),
            model.best ? h('span', { class: 'fits' }, 'best') : null)))),
      groups.map((group) => h('tbody', {},
        h('tr', { class: 'figure-group' }, h('th', { scope: 'rowgroup', colspan: models.length + 1 }, group.heading)),
        group.rows.map((row) => h('tr', { class: row.important ? 'strong' : null },
          h('th', { scope: 'row' }, row.label, h('span', { class: 'rule', title: `Rule ${row.rule}` }, row.rule)),
          row.values.map((value, index) => h('td', { class: best(index) }, value))))))));
}
