/** The candidate models side by side, with every figure and the rule that it comes from. */
import { h } from '../core/dom.js';
import { count, millis, money, months, NONE, percent } from '../core/format.js';
import { statusLabel } from '../core/words.js';

const span = (value) => (value === null || value === undefined ? NONE : months(value));
const computed = (candidate) => candidate.upfrontCost !== null && candidate.upfrontCost !== undefined;

const GROUPS = [
  ['Investment', [
    ['Training tokens, all epochs', 'E5', (c) => count(c.trainingTokens)],
    ['Training', 'E6', (c) => money(c.trainingCost)],
    ['Upfront cost', 'E7', (c) => money(c.upfrontCost), 'strong'],
  ]],
  ['Each month', [
    ['Hosting and storage', 'E8', (c) => money(c.monthlyFixedCost)],
    ['Retraining', 'E9', (c) => money(c.monthlyRetrainingCost)],
    ['Savings', 'E10', (c) => money(c.monthlySavings), 'strong'],
  ]],
  ['Return', [
    ['Payback', 'E11', (c) => (computed(c) ? months(c.paybackMonths) : NONE), 'strong'],
    ['Breakeven, requests', 'E12', (c) => count(c.breakevenRequests)],
    ['Until a model retires', 'E13', (c) => span(c.monthsToRetirement)],
    ['Horizon', 'E14', (c) => span(c.horizonMonths)],
    ['Net benefit over the horizon', 'E15', (c) => money(c.netBenefit), 'strong'],
    ['ROI', 'E16', (c) => percent(c.roi)],
    ['Breakeven by the guide’s formula, requests', 'E17', (c) => count(c.guideBreakevenRequests)],
  ]],
  ['Each request', [
    ['Cost today', 'E2', (c) => money(c.baselineCostPerRequest)],
    ['Cost when tuned', 'E3', (c) => money(c.tunedCostPerRequest)],
    ['Savings', 'E4', (c) => money(c.savingsPerRequest)],
    ['Latency today', 'E18', (c) => millis(c.baselineLatencyMs)],
    ['Latency when tuned', 'E18', (c) => millis(c.tunedLatencyMs)],
  ]],
  ['Sensitivity', [
    ['Pays back in time from, requests a month', 'F2', (c) => count(c.minimumMonthlyRequests)],
    ['Room for the baseline’s prices to fall', 'F3', (c) => percent(c.baselinePriceMargin)],
  ]],
];

export function candidateTable(recommendation) {
  const candidates = recommendation.candidates;
  const best = (candidate) => (candidate.modelId === recommendation.bestModel ? 'best' : null);
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Candidates, side by side' },
    h('table', { class: 'candidates' },
      h('thead', {},
        h('tr', {}, h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, 'Figure')), candidates.map((candidate) =>
          h('th', { scope: 'col', class: best(candidate), 'data-model': candidate.modelId }, h('span', { class: 'model' }, candidate.modelId),
            h('span', { class: 'candidate-status', 'data-status': candidate.status }, statusLabel(candidate.status)),
            best(candidate) ? h('span', { class: 'fits' }, 'best') : null)))),
      GROUPS.map(([heading, rows]) => h('tbody', {},
        h('tr', { class: 'figure-group' }, h('th', { scope: 'rowgroup', colspan: candidates.length + 1 }, heading)),
        rows.map(([label, rule, cell, weight]) => h('tr', { class: weight ?? null },
          h('th', { scope: 'row' }, label, h('span', { class: 'rule', title: `Rule ${rule}` }, rule)),
          candidates.map((candidate) => h('td', { class: best(candidate) }, cell(candidate)))))))));
}
