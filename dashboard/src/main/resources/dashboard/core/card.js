// @ts-check
/** A titled section that can be loading, empty, failed or full. */
import { h } from './dom.js';

/** @import { Child } from './dom.js' */

let sequence = 0;

/** @param {{ title: string, hint: string, name: string, actions?: Child }} what name: of the class */
export function card({ title, hint, name, actions }) {
  sequence += 1;
  const headingId = `card-${sequence}`;
  const state = h('div', { class: 'card-state', role: 'status' });
  const body = h('div', { class: 'card-body', hidden: true });
  const hintElement = h('p', { class: 'card-hint' }, hint);
  const head = h('div', { class: 'card-head' },
    h('div', {}, h('h2', { id: headingId }, title), hintElement),
    h('div', { class: 'card-actions' }, actions));
  const element = h('section', { class: `card card-${name}`, 'aria-labelledby': headingId }, head, state, body);

  /**
   * @param {string} kind
   * @param {(Node | string)[]} content
   */
  function say(kind, ...content) {
    state.dataset.kind = kind;
    state.replaceChildren(...content);
    state.hidden = false;
    body.hidden = true;
  }

  return {
    element,
    head,
    body,
    hint: hintElement,
    loading() {
      // What is there stays while something newer is on its way.
      if (body.hidden) {
        say('loading', h('span', { class: 'skeleton' }), h('span', { class: 'visually-hidden' }, `${title}: loading`));
      }
    },
    /** @param {string} text */
    empty(text) {
      say('empty', text);
    },
    /**
     * @param {unknown} error
     * @param {() => void} retry
     */
    failed(error, retry) {
      say('error', h('strong', {}, 'Could not be loaded. '), h('span', {}, messageOf(error), ' '),
        h('button', { type: 'button', class: 'button', onclick: retry }, 'Try again'));
    },
    ready() {
      state.hidden = true;
      state.replaceChildren();
      body.hidden = false;
    },
  };
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The figures behind a chart, for those who prefer or need a table.
 *
 * @param {string} summary
 * @param {string[]} columns
 * @param {Child[][]} rows the first cell of each is its heading
 */
export function tableAlternative(summary, columns, rows) {
  return h('details', { class: 'alternative' },
    h('summary', {}, summary),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': summary },
      h('table', { class: 'plain' },
        h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col' }, column)))),
        h('tbody', {}, rows.map((cells) =>
          h('tr', {}, cells.map((cell, index) => h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, cell))))))));
}

/**
 * Puts a new table alternative in the place of the old one, and leaves it open where that was.
 *
 * @param {Element} host
 * @param {HTMLDetailsElement} alternative
 */
export function replaceAlternative(host, alternative) {
  const open = host.querySelector('details')?.open ?? false;
  alternative.open = open;
  host.replaceChildren(alternative);
}
