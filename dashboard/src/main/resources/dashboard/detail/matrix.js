// @ts-check
/** How each approach serves the needs, as a table. */
import { h } from '../core/dom.js';

/** @import { Matrix, Term } from '../core/types.js' */

/** @type {Record<string, string>} */
const MARKS = { SERVED: '✓', SERVED_BEST: '★', UNSERVED: '✕' };

/** @param {Matrix} matrix of the explanation */
export function assessmentMatrix(matrix) {
  /** @param {number} column */
  const leads = (column) => (matrix.approaches[column].leads ? 'leads' : null);
  const anyDeclared = matrix.needs.some((row) => row.declared);
  return h('table', { class: 'matrix' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Need'), matrix.approaches.map((column, index) =>
      h('th', { scope: 'col', class: leads(index) }, column.approach.label, column.leads ? h('span', { class: 'fits' }, 'fits best') : null)))),
    h('tbody', {},
      matrix.needs.map((row) => h('tr', { class: row.declared ? 'declared' : 'other', 'data-need': row.need.symbol },
        h('th', { scope: 'row' }, row.need.label), row.cells.map((cell, index) => needCell(cell, leads(index), row.declared)))),
      h('tr', { class: 'declared' }, h('th', { scope: 'row' }, matrix.trainingData.need.label),
        matrix.trainingData.cells.map((cell, index) => h('td', { class: leads(index), 'data-cell': cell.symbol }, cell.label)))),
    h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, anyDeclared ? 'Needs served' : 'No needs declared'),
      matrix.approaches.map((column, index) => h('td', { class: leads(index) }, column.served)))));
}

/**
 * @param {Term} cell
 * @param {string | null} leads
 * @param {boolean} declared
 */
function needCell(cell, leads, declared) {
  return h('td', { class: leads, 'data-cell': declared ? cell.symbol : null },
    h('span', { 'aria-hidden': 'true' }, MARKS[cell.symbol] ?? '–'), h('span', { class: 'visually-hidden' }, cell.label));
}
