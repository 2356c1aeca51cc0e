// @ts-check
/** Which decisions and verdicts changed in the last day, week or month, and why. */
import { api } from '../core/api.js';
import { card } from '../core/card.js';
import { became, difference } from '../core/change.js';
import { coalesce, h } from '../core/dom.js';
import { count, timeElement } from '../core/format.js';
import { proposalHash } from '../core/router.js';
import { triggerText } from '../core/words.js';

/** @import { Change } from '../core/types.js' */

const REFRESH_MILLIS = 2000;
const MOST = 100;
const MOST_KINDS = 3;
const DAY_MILLIS = 86_400_000;
const SPANS = [{ label: 'Day', days: 1 }, { label: 'Week', days: 7 }, { label: 'Month', days: 30 }];

export function flips() {
  let days = 7;
  const buttons = SPANS.map((span) => h('button', {
    type: 'button', class: 'button', 'aria-pressed': String(span.days === days), onclick: () => choose(span.days),
  }, span.label));
  const view = card({
    title: 'What flipped', name: 'flips', hint: '',
    actions: [h('div', { class: 'group', role: 'group', 'aria-label': 'Since when' }, buttons)],
  });
  const summary = h('ul', { class: 'flip-summary', 'aria-label': 'Changes by kind' });
  const list = h('ol', { class: 'events', tabindex: '0', 'aria-label': 'Changed decisions and verdicts, newest first' });
  view.body.append(summary, list);

  /** @param {number} next */
  function choose(next) {
    days = next;
    buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(SPANS[index].days === days)));
    load(false);
  }

  /** @param {Change[]} items */
  function drawSummary(items) {
    /** @type {Map<string, { item: Change, number: number }>} */
    const kinds = new Map();
    for (const item of items) {
      const key = item.from === item.to ? `${item.fromDecision} ${item.toDecision}` : `${item.from} ${item.to}`;
      const kind = kinds.get(key) ?? { item, number: 0 };
      kind.number += 1;
      kinds.set(key, kind);
    }
    const most = [...kinds.values()].sort((one, other) => other.number - one.number);
    summary.replaceChildren(...most.slice(0, MOST_KINDS).map((kind) =>
      h('li', {}, h('strong', {}, count(kind.number)), ' ', became(kind.item))),
    ...(most.length > MOST_KINDS ? [h('li', { class: 'muted' }, 'and others')] : []));
    // One of each kind says nothing that the list does not.
    summary.hidden = kinds.size === items.length;
  }

  /** @param {Change} item */
  function event(item) {
    return h('li', { 'data-id': item.proposalId },
      h('div', { class: 'event-head' },
        h('a', { href: proposalHash(item.proposalId) }, item.title || item.proposalId), timeElement(item.at)),
      h('div', { class: 'event-line' }, became(item), difference(item)),
      h('p', { class: 'event-why' }, `because ${triggerText(item.trigger, item.triggerKey)}`));
  }

  /** @param {boolean} keep what is shown, where it cannot be loaded */
  async function load(keep) {
    view.loading();
    try {
      const since = new Date(Date.now() - days * DAY_MILLIS).toISOString();
      const answer = await api.changes({ since, kind: 'CHANGED', limit: MOST });
      if (answer.items.length === 0) {
        view.hint.textContent = '';
        view.empty(`Nothing has flipped in the last ${days === 1 ? 'day' : `${days} days`}.`);
        return;
      }
      view.hint.textContent = `${answer.totalIsExact === false ? 'more than ' : ''}${count(answer.total)} ${answer.total === 1 ? 'proposal' : 'proposals'} flipped`
        + (answer.total > answer.items.length ? `, the last ${answer.items.length} of them here` : '');
      drawSummary(answer.items);
      list.replaceChildren(...answer.items.map(event));
      view.ready();
    } catch (error) {
      if (!keep) {
        view.hint.textContent = '';
        view.failed(error, () => load(false));
      }
    }
  }

  return { element: view.element, load: () => load(false), refresh: coalesce(() => load(true), REFRESH_MILLIS) };
}
