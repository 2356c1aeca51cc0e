/** The decision tree, with the path of one proposal lit (T1 to T5). */
import { h, s } from '../core/dom.js';
import { answerText, decisionLabel, QUESTIONS } from '../core/words.js';

/** The answer that leaves the trunk, and where it leads; the other answer goes on down. */
const BRANCHES = [
  { question: 'T1', aside: 'YES', down: 'NO', leaf: 'USE_PROMPTING' },
  { question: 'T2', aside: 'YES', down: 'NO', leaf: 'USE_RAG' },
  { question: 'T3', aside: 'NO', down: 'YES', leaf: 'COLLECT_DATA' },
  { question: 'T4', aside: 'NO', down: 'YES', leaf: 'FEW_SHOT' },
];

const BOX = 46;
const PITCH = 78;
const EDGE = 1;
// Of the system's font at 13 px; a little generous.
const CHARACTER = 7.2;
const LINE = 16;

export function decisionTree(recommendation, width) {
  const answers = new Map(recommendation.trace.map((step) => [step.question, step.answer]));
  const total = Math.min(width, 560);
  const narrow = total < 420;
  const gap = narrow ? 44 : 86;
  const leafWidth = Math.round((total - gap - 2 * EDGE) * (narrow ? 0.36 : 0.32));
  const frame = { questionWidth: total - gap - leafWidth - 2 * EDGE, leafWidth, leafLeft: total - leafWidth - EDGE, narrow };
  const height = BRANCHES.length * PITCH + BOX + 2 * EDGE;
  const parts = [...BRANCHES.flatMap((branch, row) => level(branch, row, answers, frame)), ...ending(recommendation, answers, frame)];
  // What is lit is drawn last, over the rest.
  parts.sort((one, other) => Number(one.classList.contains('lit')) - Number(other.classList.contains('lit')));
  return h('div', { class: 'tree' },
    s('svg', { viewBox: `0 0 ${total} ${height}`, width: total, height, role: 'img', 'aria-label': `Decision tree. ${inWords(recommendation)}` },
      parts));
}

/** The path as a sentence each, for the tree's label and for reading. */
export function pathSteps(recommendation) {
  const steps = recommendation.trace.map((step) => `${QUESTIONS[step.question] ?? step.question} ${answerText(step.answer)}.`);
  if (recommendation.decision === 'FINE_TUNE_WITH_RAG') {
    steps.push('The knowledge that it needs is better retrieved than trained, so it becomes both.');
  }
  return steps;
}

const inWords = (recommendation) => `${pathSteps(recommendation).join(' ')} So: ${decisionLabel(recommendation.decision)}.`;

function level(branch, row, answers, frame) {
  const answer = answers.get(branch.question);
  const top = EDGE + row * PITCH;
  const middle = top + BOX / 2;
  const aside = answer === branch.aside;
  const down = answer === branch.down;
  const trunk = EDGE + frame.questionWidth / 2;
  return [
    box({ left: EDGE, top, width: frame.questionWidth, lines: wrap(QUESTIONS[branch.question], frame.questionWidth - 24), lit: answer !== undefined,
      kind: answer === 'UNKNOWN' ? 'open' : 'question', attributes: { 'data-question': branch.question, 'data-answer': answer } }),
    edge(`M${EDGE + frame.questionWidth} ${middle}H${frame.leafLeft - 7}`, aside),
    edgeLabel(branch.aside, (EDGE + frame.questionWidth + frame.leafLeft) / 2 - 3, middle - 6, aside, 'middle'),
    box({ left: frame.leafLeft, top, width: frame.leafWidth, lines: wrap(decisionLabel(branch.leaf), frame.leafWidth - 16), lit: aside, kind: 'leaf',
      attributes: { 'data-leaf': branch.leaf } }),
    edge(`M${trunk} ${top + BOX}V${top + PITCH - 7}`, down),
    edgeLabel(answer === 'UNKNOWN' ? 'UNKNOWN' : branch.down, trunk + 9, top + BOX + (PITCH - BOX) / 2 + 4, down || answer === 'UNKNOWN', 'start'),
  ];
}

/** Fine-tuning at the end of the trunk; beside it what T5 makes of it. */
function ending(recommendation, answers, frame) {
  const top = EDGE + BRANCHES.length * PITCH;
  const reached = answers.get('T4') === 'YES';
  const both = recommendation.decision === 'FINE_TUNE_WITH_RAG';
  const middle = top + BOX / 2;
  return [
    box({ left: EDGE, top, width: frame.questionWidth, lines: [decisionLabel('FINE_TUNE')], lit: reached, kind: both ? 'question' : 'leaf',
      attributes: { 'data-leaf': 'FINE_TUNE' } }),
    edge(`M${EDGE + frame.questionWidth} ${middle}H${frame.leafLeft - 7}`, both),
    edgeLabel('T5', (EDGE + frame.questionWidth + frame.leafLeft) / 2 - 3, middle - 6, both, 'middle', frame.narrow ? '' : 'knowledge'),
    box({ left: frame.leafLeft, top, width: frame.leafWidth, lines: wrap(decisionLabel('FINE_TUNE_WITH_RAG'), frame.leafWidth - 16), lit: both, kind: 'leaf',
      attributes: { 'data-leaf': 'FINE_TUNE_WITH_RAG' } }),
  ];
}

function box({ left, top, width, lines, lit, kind, attributes }) {
  const first = top + BOX / 2 - ((lines.length - 1) * LINE) / 2 + 4.5;
  return s('g', { class: `tree-box ${kind}${lit ? ' lit' : ''}`, ...attributes },
    s('rect', { x: left, y: top, width, height: BOX, rx: kind === 'leaf' ? BOX / 2 : 6 }),
    lines.map((line, index) => s('text', { x: left + width / 2, y: first + index * LINE, 'text-anchor': 'middle' }, line)));
}

function edge(path, lit) {
  const [, x, y, direction, end] = /^M([\d.]+) ([\d.]+)([HV])([\d.]+)$/.exec(path);
  const tip = direction === 'H'
    ? `M${end} ${Number(y) - 4}l7 4l-7 4Z`
    : `M${Number(x) - 4} ${end}l4 7l4 -7Z`;
  return s('g', { class: `tree-edge${lit ? ' lit' : ''}` }, s('path', { d: path }), s('path', { class: 'tip-mark', d: tip }));
}

function edgeLabel(answer, x, y, lit, anchor, text = answerText(answer)) {
  return s('text', { x, y, class: `tree-answer${lit ? ' lit' : ''}`, 'text-anchor': anchor }, text);
}

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
