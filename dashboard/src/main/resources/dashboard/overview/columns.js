// @ts-check
/** The columns of the table. */
import { decisionTag, verdictBadge } from '../core/badges.js';
import { h } from '../core/dom.js';
import { money, months, NONE, percent, timeElement } from '../core/format.js';
import { proposalHash } from '../core/router.js';

/** @import { Child } from '../core/dom.js' */
/** @import { Row } from '../core/types.js' */

/**
 * @typedef {object} Column
 * @property {string} [field] by which it is sorted; none: it cannot be
 * @property {string} [name] of its class, where that is not the field
 * @property {string} label
 * @property {boolean} [figure]
 * @property {boolean} [down] the first click sorts by the highest
 * @property {(item: Row) => Child} cell
 *
 * @typedef {Column & { field: string }} SortedColumn
 */

/** @type {Column[]} */
export const COLUMNS = [
  { field: 'title', label: 'Proposal', cell: proposalCell },
  { field: 'portfolio', label: 'Portfolio', cell: (item) => item.portfolio },
  { field: 'decision', label: 'Decision', cell: (item) => decisionTag(item.decision) },
  { field: 'verdict', label: 'Verdict', cell: (item) => verdictBadge(item.verdict) },
  { field: 'decisionMonthlyCost', label: 'Cost a month', figure: true, down: true, cell: (item) => money(item.decisionMonthlyCost) },
  { name: 'model', label: 'Best model', cell: modelCell },
  { name: 'against', label: 'Against', cell: (item) => modelName(item.referenceModel) },
  { field: 'monthlySavings', label: 'Savings a month', figure: true, down: true, cell: (item) => money(item.monthlySavings) },
  { field: 'upfrontCost', label: 'Upfront', figure: true, down: true, cell: (item) => money(item.upfrontCost) },
  { field: 'netBenefit', label: 'Net benefit', figure: true, down: true, cell: (item) => money(item.netBenefit) },
  { field: 'paybackMonths', label: 'Payback', figure: true, cell: paybackCell },
  { field: 'roi', label: 'ROI', figure: true, down: true, cell: (item) => percent(item.roi) },
  { field: 'evaluatedAt', label: 'Re-scored', down: true, cell: (item) => timeElement(item.evaluatedAt) },
];

/** @param {Row} item */
function proposalCell(item) {
  return [
    h('a', { href: proposalHash(item.proposalId), class: 'row-link' }, item.title || item.proposalId),
    h('span', { class: 'row-id' }, item.proposalId),
  ];
}

/** @param {Row} item */
function modelCell(item) {
  return modelName(item.bestModel);
}

/** @param {string | undefined} model */
function modelName(model) {
  return model ? h('span', { class: 'model', title: model }, model) : NONE;
}

/** @param {Row} item */
function paybackCell(item) {
  return item.upfrontCost === undefined ? NONE : months(item.paybackMonths);
}

/**
 * @param {Column} column
 * @returns {column is SortedColumn}
 */
export function isSorted(column) {
  return column.field !== undefined;
}

/** @param {Column} column */
export function columnClass(column) {
  return `column-${column.name ?? column.field}${column.figure ? ' figure' : ''}`;
}

/**
 * The order that a click on the heading asks for.
 *
 * @param {SortedColumn} column
 * @param {string} present
 */
export function nextSort(column, present) {
  const up = column.field;
  const down = `-${column.field}`;
  if (present === up || present === down) {
    return present === up ? down : up;
  }
  return column.down ? down : up;
}

/**
 * Both orders of a column, for a menu.
 *
 * @param {SortedColumn} column
 */
export function sortOptions(column) {
  const [first, second] = column.down || column.figure ? ['highest first', 'lowest first'] : ['Z to A', 'A to Z'];
  return [h('option', { value: `-${column.field}` }, `${column.label}, ${first}`),
    h('option', { value: column.field }, `${column.label}, ${second}`)];
}
