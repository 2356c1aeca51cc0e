/** The sections of one proposal. */
import { h } from '../core/dom.js';
import { count, exactTime, money, months, percent, timeElement } from '../core/format.js';
import { bandText, DECISIONS, humanised, statusSentence, triggerText, verdictLabel } from '../core/words.js';
import { nextSteps, risks, signals, warnings } from './advice.js';
import { breakevenChart, drawable } from './breakeven.js';
import { candidateTable } from './candidates.js';
import { verdictSentence } from './economics.js';
import { assessmentMatrix } from './matrix.js';
import { outlook } from './outlook.js';
import { decisionTree, pathSteps } from './tree.js';

const TWO_COLUMNS_FROM = 900;
const CARD_PADDING = 34;

/** @param width of the room, for drawings that cannot wrap by themselves */
export function sections(recommendation, width) {
  const column = (width >= TWO_COLUMNS_FROM ? width / 2 - 8 : width) - CARD_PADDING;
  const lists = [
    section('What speaks for tuning', list(signals(recommendation), 'signals')),
    section('Warnings', list(warnings(recommendation), 'warnings')),
    section('Risks, and what to do about them', list(risks(recommendation), 'risks')),
  ].filter(Boolean);
  return [
    h('p', { class: 'lead' }, h('strong', {}, DECISIONS[recommendation.decision]?.sentence ?? humanised(recommendation.decision)), ' ',
      `${verdictLabel(recommendation.verdict)}: ${verdictSentence(recommendation)}`),
    figures(recommendation),
    h('div', { class: 'columns' },
      section('Why: the path through the tree', [decisionTree(recommendation, column),
        h('details', { class: 'alternative' }, h('summary', {}, 'As text'),
          h('ol', { class: 'trace' }, pathSteps(recommendation).map((step) => h('li', {}, step))))]),
      section('How the approaches fit the needs', [h('div', { class: 'scroll' }, assessmentMatrix(recommendation)),
        h('p', { class: 'footnote' }, `Training data: ${bandText(recommendation.dataBand)}`
          + `${recommendation.missingExamples > 0 ? `; ${count(recommendation.missingExamples)} are missing` : ''}.`)])),
    h('div', { class: 'columns' },
      drawable(recommendation).length > 0 ? section('When it has paid back', breakevenChart(recommendation)) : noCurve(recommendation),
      h('div', { class: 'stack' },
        section('What would flip it', outlook(recommendation)),
        section('What to do next', list(nextSteps(recommendation), 'steps')))),
    recommendation.candidates.length > 0 ? section('Candidates side by side', candidateTable(recommendation)) : null,
    lists.length > 0 ? h('div', { class: 'columns even' }, lists) : null,
    section('When and why it was evaluated', history(recommendation)),
  ].filter(Boolean);
}

let sequence = 0;

function section(title, content) {
  if (content === null) {
    return null;
  }
  sequence += 1;
  const id = `section-${sequence}`;
  return h('section', { class: 'card', 'aria-labelledby': id }, h('div', { class: 'card-head' }, h('h2', { id }, title)),
    h('div', { class: 'card-body' }, content));
}

const list = (items, name) => (items.length > 0 ? h('ul', { class: `advice ${name}` }, items) : null);

function figures(recommendation) {
  if (!recommendation.bestModel) {
    return null;
  }
  const tuned = recommendation.verdict !== 'NOT_APPLICABLE';
  const entries = [
    ['Savings a month', money(recommendation.monthlySavings), 'monthlySavings'],
    ['Upfront', money(recommendation.upfrontCost), 'upfrontCost'],
    ['Payback', months(recommendation.paybackMonths), 'paybackMonths'],
    ['Net benefit', money(recommendation.netBenefit), 'netBenefit'],
    ['ROI', percent(recommendation.roi), 'roi'],
    ['Breakeven', recommendation.breakevenRequests ? `${count(recommendation.breakevenRequests)} requests` : 'never', 'breakevenRequests'],
  ];
  return h('section', { class: 'figures', 'aria-label': 'Figures of the best candidate' },
    h('p', {}, tuned ? 'Best candidate: ' : 'What tuning would have cost, with the best candidate: ',
      h('span', { class: 'model' }, recommendation.bestModel), `, ${statusSentence(recommendation.bestStatus)}.`),
    h('dl', {}, entries.map(([label, value, field]) =>
      h('div', { class: 'figure-tile' }, h('dt', {}, label), h('dd', { 'data-figure': field }, value)))));
}

function noCurve(recommendation) {
  const lines = recommendation.candidates.length === 0
    ? ['No candidate model was named, so there is nothing to calculate.']
    : recommendation.candidates.map((candidate) => `${candidate.modelId}: ${statusSentence(candidate.status)}.`);
  return section('When it has paid back', lines.map((line) => h('p', { class: 'muted' }, line)));
}

function history(recommendation) {
  const entries = [
    ['Last evaluated', [timeElement(recommendation.evaluatedAt), ` because ${triggerText(recommendation.trigger, recommendation.triggerKey)}`]],
    ['This verdict since', [timeElement(recommendation.verdictSince),
      recommendation.previousVerdict ? `; before, it was ${verdictLabel(recommendation.previousVerdict)}` : '; it is the first']],
    ['Holds until', recommendation.validUntil ? exactTime(recommendation.validUntil) : 'something changes; no date is known'],
    ['Policy', recommendation.policyVersion],
    ['Rules', `version ${recommendation.rulesVersion}`],
  ];
  return h('dl', { class: 'history' }, entries.map(([label, value]) => [h('dt', {}, label), h('dd', {}, value)]));
}
