/** A titled section that can be loading, empty, failed or full. */
import { h } from './dom.js';

let sequence = 0;

export function card({ title, hint, name, level = 2, actions = [] }) {
  sequence += 1;
  const headingId = `card-${sequence}`;
  const state = h('div', { class: 'card-state', role: 'status' });
  const body = h('div', { class: 'card-body', hidden: true });
  const hintElement = h('p', { class: 'card-hint' }, hint ?? '');
  const element = h('section', { class: `card card-${name}`, 'aria-labelledby': headingId },
    h('div', { class: 'card-head' },
      h('div', {}, h(`h${level}`, { id: headingId }, title), hintElement),
      h('div', { class: 'card-actions' }, actions)),
    state, body);

  function say(kind, ...content) {
    state.dataset.kind = kind;
    state.replaceChildren(...content);
    state.hidden = false;
    body.hidden = true;
  }

  return {
    element,
    body,
    hint: hintElement,
    loading() {
      // What is there stays while something newer is on its way.
      if (body.hidden) {
        say('loading', h('span', { class: 'skeleton' }), h('span', { class: 'visually-hidden' }, `${title}: loading`));
      }
    },
    empty(text) {
      say('empty', text);
    },
    failed(error, retry) {
      say('error', h('strong', {}, 'Could not be loaded. '), h('span', {}, error.message, ' '),
        h('button', { type: 'button', class: 'button', onclick: retry }, 'Try again'));
    },
    ready() {
      state.hidden = true;
      state.replaceChildren();
      body.hidden = false;
    },
  };
}

/** The figures behind a chart, for those who prefer or need a table. */
export function tableAlternative(summary, columns, rows) {
  return h('details', { class: 'alternative' },
    h('summary', {}, summary),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': summary },
      h('table', { class: 'plain' },
        h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col' }, column)))),
        h('tbody', {}, rows.map((cells) =>
          h('tr', {}, cells.map((cell, index) => h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, cell))))))));
}

/** Puts a new table alternative in the place of the old one, and leaves it open where that was. */
export function replaceAlternative(host, alternative) {
  const open = host.querySelector('details')?.open ?? false;
  alternative.open = open;
  host.replaceChildren(alternative);
}
