// @ts-check
/** Draws the decision tree, with the path of one proposal lit. */
import { h, s } from '../core/dom.js';

/** @import { Attributes } from '../core/dom.js' */
/** @import { Tree, TreeLeaf, TreeQuestion } from '../core/types.js' */

const BOX = 46;
const PITCH = 78;
const EDGE = 1;
// Of the system's font at 13 px; a little generous.
const CHARACTER = 7.2;
const LINE = 16;

/** @typedef {{ questionWidth: number, leafWidth: number, leafLeft: number, narrow: boolean }} Frame */

/**
 * @param {Tree} tree of the explanation
 * @param {string} inWords the path, for who does not see the drawing
 * @param {number} width
 */
export function decisionTree(tree, inWords, width) {
  const total = Math.min(width, 560);
  const narrow = total < 420;
  const gap = narrow ? 44 : 86;
  const leafWidth = Math.round((total - gap - 2 * EDGE) * (narrow ? 0.36 : 0.32));
  const frame = { questionWidth: total - gap - leafWidth - 2 * EDGE, leafWidth, leafLeft: total - leafWidth - EDGE, narrow };
  const height = tree.questions.length * PITCH + BOX + 2 * EDGE;
  const parts = [...tree.questions.flatMap((question, row) => level(question, row, frame)), ...ending(tree, frame)];
  // What is lit is drawn last, over the rest.
  parts.sort((one, other) => Number(one.classList.contains('lit')) - Number(other.classList.contains('lit')));
  return h('div', { class: 'tree' },
    s('svg', { viewBox: `0 0 ${total} ${height}`, width: total, height, role: 'img', 'aria-label': `Decision tree. ${inWords}` }, parts));
}

/**
 * @param {TreeQuestion} question
 * @param {number} row
 * @param {Frame} frame
 */
function level(question, row, frame) {
  const { answer } = question;
  const top = EDGE + row * PITCH;
  const middle = top + BOX / 2;
  const aside = answer?.symbol === question.toLeaf.symbol;
  const down = answer?.symbol === question.onwards.symbol;
  const unknown = answer !== undefined && !aside && !down;
  const trunk = EDGE + frame.questionWidth / 2;
  return [
    box({ left: EDGE, top, width: frame.questionWidth, lines: wrap(question.text, frame.questionWidth - 24), lit: answer !== undefined,
      kind: unknown ? 'open' : 'question', attributes: { 'data-question': question.rule, 'data-answer': answer?.symbol } }),
    edge(EDGE + frame.questionWidth, middle, 'H', frame.leafLeft - 7, aside),
    edgeLabel(question.toLeaf.label, (EDGE + frame.questionWidth + frame.leafLeft) / 2 - 3, middle - 6, aside, 'middle'),
    leaf(question.leaf, { left: frame.leafLeft, top, width: frame.leafWidth, lit: aside }),
    edge(trunk, top + BOX, 'V', top + PITCH - 7, down),
    edgeLabel(unknown ? answer.label : question.onwards.label, trunk + 9, top + BOX + (PITCH - BOX) / 2 + 4, down || unknown, 'start'),
  ];
}

/**
 * What the trunk ends in; beside it what it becomes where the knowledge is better retrieved.
 *
 * @param {Tree} tree
 * @param {Frame} frame
 */
function ending(tree, frame) {
  const top = EDGE + tree.questions.length * PITCH;
  const both = tree.hybrid.reached;
  const middle = top + BOX / 2;
  return [
    box({ left: EDGE, top, width: frame.questionWidth, lines: [tree.end.decision.label], lit: tree.end.reached, kind: both ? 'question' : 'leaf',
      attributes: { 'data-leaf': tree.end.decision.symbol } }),
    edge(EDGE + frame.questionWidth, middle, 'H', frame.leafLeft - 7, both),
    edgeLabel(frame.narrow ? '' : 'knowledge', (EDGE + frame.questionWidth + frame.leafLeft) / 2 - 3, middle - 6, both, 'middle'),
    leaf(tree.hybrid, { left: frame.leafLeft, top, width: frame.leafWidth, lit: both }),
  ];
}

/**
 * @param {TreeLeaf} leaf
 * @param {{ left: number, top: number, width: number, lit: boolean }} place
 */
function leaf({ decision }, { left, top, width, lit }) {
  return box({ left, top, width, lines: wrap(decision.label, width - 16), lit, kind: 'leaf', attributes: { 'data-leaf': decision.symbol } });
}

/**
 * @param {{ left: number, top: number, width: number, lines: string[], lit: boolean, kind: 'open' | 'question' | 'leaf',
 *   attributes: Attributes }} what
 */
function box({ left, top, width, lines, lit, kind, attributes }) {
  const first = top + BOX / 2 - ((lines.length - 1) * LINE) / 2 + 4.5;
  return s('g', { class: `tree-box ${kind}${lit ? ' lit' : ''}`, ...attributes },
    s('rect', { x: left, y: top, width, height: BOX, rx: kind === 'leaf' ? BOX / 2 : 6 }),
    lines.map((line, index) => s('text', { x: left + width / 2, y: first + index * LINE, 'text-anchor': 'middle' }, line)));
}

/**
 * @param {number} x
 * @param {number} y
 * @param {'H' | 'V'} direction to the right, or down
 * @param {number} end where the tip begins
 * @param {boolean} lit
 */
function edge(x, y, direction, end, lit) {
  const tip = direction === 'H' ? `M${end} ${y - 4}l7 4l-7 4Z` : `M${x - 4} ${end}l4 7l4 -7Z`;
  return s('g', { class: `tree-edge${lit ? ' lit' : ''}` },
    s('path', { d: `M${x} ${y}${direction}${end}` }), s('path', { class: 'tip-mark', d: tip }));
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {boolean} lit
 * @param {'start' | 'middle'} anchor
 */
function edgeLabel(text, x, y, lit, anchor) {
  return s('text', { x, y, class: `tree-answer${lit ? ' lit' : ''}`, 'text-anchor': anchor }, text);
}

/**
 * @param {string} text
 * @param {number} room in pixels
 */
function wrap(text, room) {
  const most = Math.floor(room / CHARACTER);
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last && last.length + 1 + word.length > most) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
  }
  return lines;
}
