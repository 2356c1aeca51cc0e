/** The quick assessment: how each approach serves the declared needs (M1 to M9). */
import { h } from '../core/dom.js';
import { APPROACHES, approachText } from '../core/words.js';

// Y served, B served best, N not served, - does not count; in the order of APPROACHES.
const NEEDS = [
  { need: 'DOMAIN_KNOWLEDGE', text: 'Domain knowledge', cells: 'YYY' },
  { need: 'STYLE_OR_FORMAT', text: 'Specific style or format', cells: 'YNB' },
  { need: 'SPECIFIC_BEHAVIOR', text: 'Specific behaviour', cells: 'YNB' },
  { need: 'LOW_LATENCY', text: 'Low latency', cells: 'YNY' },
  { need: 'FRESH_KNOWLEDGE', text: 'Knowledge that changes often', cells: 'YBN' },
  { need: 'LOW_COST_PER_REQUEST', text: 'Low cost per request', cells: 'NNY' },
  { need: 'SOURCE_ATTRIBUTION', text: 'Answers with sources', cells: '-BN' },
  { need: 'DOMAIN_LANGUAGE', text: 'Specialised language', cells: 'Y-B' },
];

const CELLS = {
  Y: { mark: '✓', text: 'served' }, B: { mark: '★', text: 'served best' },
  N: { mark: '✕', text: 'not served' }, '-': { mark: '–', text: 'does not count' },
};

/**
 * The declared needs. A recommendation does not list them, but they follow from its assessment: all
 * but two are in some list of unserved ones, and those two from the numbers served.
 */
export function declaredNeeds(assessment) {
  const of = (approach) => assessment.find((entry) => entry.approach === approach) ?? { served: 0, unserved: [] };
  const needs = new Set(assessment.flatMap((entry) => entry.unserved));
  const servedBy = (column) => NEEDS.filter((row) => needs.has(row.need) && 'YB'.includes(row.cells[column])).length;
  if (of('RAG').served > servedBy(1)) {
    needs.add('DOMAIN_KNOWLEDGE');
  }
  if (of('PROMPTING').served > servedBy(0)) {
    needs.add('DOMAIN_LANGUAGE');
  }
  return needs;
}

export function assessmentMatrix(recommendation) {
  const needs = declaredNeeds(recommendation.assessment);
  const leader = recommendation.assessmentLeader;
  const columns = Object.keys(APPROACHES);
  const leads = (column) => (columns[column] === leader ? 'leads' : null);
  const rows = [...NEEDS].sort((one, other) => Number(needs.has(other.need)) - Number(needs.has(one.need)));
  return h('table', { class: 'matrix' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Need'), columns.map((approach, column) =>
      h('th', { scope: 'col', class: leads(column) }, approachText(approach),
        approach === leader ? h('span', { class: 'fits' }, 'fits best') : null)))),
    h('tbody', {},
      rows.map((row) => h('tr', { class: needs.has(row.need) ? 'declared' : 'other', 'data-need': row.need },
        h('th', { scope: 'row' }, row.text,
          h('span', { class: 'visually-hidden' }, needs.has(row.need) ? ' (declared)' : ' (not declared)')),
        columns.map((_, column) => needCell(row.cells[column], leads(column), needs.has(row.need))))),
      trainingData(recommendation, columns, leads)),
    h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, needs.size === 0 ? 'No needs declared' : 'Needs served'),
      columns.map((approach, column) => h('td', { class: leads(column) }, servedText(recommendation, approach, needs.size))))));
}

function needCell(cell, leads, declared) {
  const { mark, text } = CELLS[cell];
  return h('td', { class: leads, 'data-cell': declared ? cell : null },
    h('span', { 'aria-hidden': 'true' }, mark), h('span', { class: 'visually-hidden' }, text));
}

function trainingData(recommendation, columns, leads) {
  const tuning = recommendation.assessment.find((entry) => entry.approach === 'FINE_TUNING');
  return h('tr', { class: 'declared' }, h('th', { scope: 'row' }, 'Training data'),
    columns.map((approach, column) => (approach === 'FINE_TUNING'
      ? h('td', { class: leads(column), 'data-cell': tuning?.eligible ? 'Y' : 'N' }, tuning?.eligible ? 'required, there' : 'required, missing')
      : h('td', { class: leads(column) }, h('span', { class: 'muted' }, 'not needed')))));
}

function servedText(recommendation, approach, declared) {
  const entry = recommendation.assessment.find((each) => each.approach === approach);
  if (!entry || declared === 0) {
    return '–';
  }
  return `${entry.served} of ${declared}${entry.best > 0 ? `, ${entry.best} best` : ''}`;
}
