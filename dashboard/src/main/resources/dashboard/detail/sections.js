// @ts-check
/** The sections of one proposal, as its explanation says. */
import { became, difference } from '../core/change.js';
import { h } from '../core/dom.js';
import { count, timeElement } from '../core/format.js';
import { triggerText } from '../core/words.js';
import { modelDates } from './basis.js';
import { breakevenChart } from './breakeven.js';
import { candidateTable } from './candidates.js';
import { assessmentMatrix } from './matrix.js';
import { optionBars } from './options.js';
import { decisionTree } from './tree.js';

/** @import { Child } from '../core/dom.js' */
/** @import { Change, Explanation, Line, Page, Topic } from '../core/types.js' */
/** @import { Loaded } from './detail.js' */

const TWO_COLUMNS_FROM = 900;
const CARD_PADDING = 34;

/**
 * @param {Loaded} loaded
 * @param {number} width of the room, for drawings that cannot wrap by themselves
 */
export function sections({ recommendation, prices, changes }, width) {
  const { explanation, options } = recommendation;
  const column = (width >= TWO_COLUMNS_FROM ? width / 2 - 8 : width) - CARD_PADDING;
  const { headline, tree, matrix, candidates, courses } = explanation;
  const topics = new Map(explanation.sections.map((section) => [section.topic, section]));
  /** @type {(topic: Topic, list: (lines: Line[]) => Child, before?: Node | null) => Element | null} */
  const card = (topic, list, before = null) => {
    const given = topics.get(topic);
    return given === undefined ? null : section(given.heading, before, list(given.lines));
  };
  const advice = [card('SIGNALS', listOf('signals')), card('WARNINGS', listOf('warnings')), card('RISKS', listOf('risks'))]
    .filter((each) => each !== null);
  const path = `${(topics.get('PATH')?.lines ?? []).map(sentence).join(' ')} So: ${headline.decision.label}.`;
  return [
    h('p', { class: 'lead' }, h('strong', {}, headline.decisionText), ` ${headline.verdict.label}: ${headline.verdictText}`),
    figures(explanation),
    h('div', { class: 'columns' },
      options.length > 0 ? section('What each way would cost over the horizon', optionBars(options)) : null,
      card('BASIS', listOf('decided'), modelDates(prices))),
    h('div', { class: 'columns' },
      card('PATH', (all) => h('details', { class: 'alternative' }, h('summary', {}, 'As text'), h('ol', { class: 'trace' }, all.map(item))),
        decisionTree(tree, path, column)),
      card('NEEDS', listOf('needs'), h('div', { class: 'scroll' }, assessmentMatrix(matrix)))),
    h('div', { class: 'columns' },
      courses.length > 0
        ? section('When it has paid back', breakevenChart(courses, candidates.models.find((model) => model.best)?.modelId))
        : card('ECONOMICS', listOf('economics')),
      h('div', { class: 'stack' }, card('OUTLOOK', listOf('outlook')), card('NEXT_STEPS', listOf('steps')))),
    courses.length > 0 ? card('ECONOMICS', listOf('economics')) : null,
    candidates.models.length > 0 ? section('Candidates side by side', candidateTable(candidates)) : null,
    advice.length > 0 ? h('div', { class: 'columns even' }, advice) : null,
    card('HISTORY', (lines) => [listOf('history')(lines), changeList(changes)]),
  ].filter((each) => each !== null);
}

/**
 * Each change of the decision or the verdict, as far as they are kept.
 *
 * @param {Page<Change>} changes
 */
function changeList({ total, items }) {
  return h('div', { class: 'changes' },
    h('h3', {}, total > items.length ? `The last ${count(items.length)} changes of ${count(total)}` : 'Changes'),
    h('ol', { class: 'events' }, items.map((change) => h('li', {},
      h('div', { class: 'event-head' }, h('div', { class: 'event-line' }, became(change), difference(change)), timeElement(change.at)),
      h('p', { class: 'event-why' },
        change.kind === 'DELETED' ? 'because the proposal was deleted' : `because ${triggerText(change.trigger, change.triggerKey)}`)))));
}

let sequence = 0;

/**
 * @param {string} title
 * @param {Child[]} content
 */
function section(title, ...content) {
  sequence += 1;
  const id = `section-${sequence}`;
  return h('section', { class: 'card', 'aria-labelledby': id }, h('div', { class: 'card-head' }, h('h2', { id }, title)),
    h('div', { class: 'card-body' }, ...content));
}

/** @type {(name: string) => (lines: Line[]) => Element} */
const listOf = (name) => (lines) => h('ul', { class: `advice ${name}` }, lines.map(item));

/** @param {Line} line */
const sentence = (line) => (line.label ? `${line.label}: ${line.text}` : line.text);

/** @param {Line} line */
function item(line) {
  return h('li', { 'data-rule': line.rule, 'data-symbol': line.symbol },
    line.label ? [h('strong', {}, line.label), ': '] : null, line.text,
    line.mitigation ? [' ', h('span', { class: 'mitigation' }, h('em', {}, 'Mitigation: '), line.mitigation)] : null);
}

/** @param {Explanation} explanation */
function figures({ figures: all, headline, candidates }) {
  const best = candidates.models.find((model) => model.best);
  if (all.length === 0 || best === undefined) {
    return null;
  }
  return h('section', { class: 'figures', 'aria-label': 'Figures of the best candidate' },
    h('p', {}, headline.verdict.symbol === 'NOT_APPLICABLE' ? 'What tuning would have cost, with the best candidate: ' : 'Best candidate: ',
      h('span', { class: 'model' }, best.modelId), `, ${best.text}.`),
    h('dl', {}, all.map((figure) =>
      h('div', { class: 'figure-tile' }, h('dt', {}, figure.label), h('dd', { 'data-figure': figure.field }, figure.value)))));
}
