// @ts-check
/** Changes of prices, policies and rules, newest first, with what each did; the running ones with their progress. */
import { api } from '../core/api.js';
import { transition } from '../core/badges.js';
import { card } from '../core/card.js';
import { announce, coalesce, h } from '../core/dom.js';
import { count, money, timeElement } from '../core/format.js';
import { changeTitle } from '../core/words.js';
import { heldList } from './held.js';
import { upcomingList } from './upcoming.js';

/** @import { Impact } from '../core/types.js' */

const MOST = 100;
const HELD = 5;
const UPCOMING = 8;
const MOST_UPCOMING = 500;
const REFRESH_MILLIS = 2000;
const PRICES_REFRESH_MILLIS = 5000;

export function timeline() {
  const view = card({ title: 'Price changes', name: 'timeline', hint: 'What each change did to the portfolio' });
  const held = h('div', {});
  const ahead = h('div', {});
  const list = h('ol', { class: 'events rail', tabindex: '0', 'aria-label': 'Changes, newest first' });
  view.body.append(held, ahead, list);
  const more = h('button', { type: 'button', class: 'button quiet', hidden: true, onclick: loadMore }, 'Show earlier changes');
  view.body.append(more);
  /** @type {Map<string, Impact>} by the id of the change */
  let impacts = new Map();
  /** What the server counts: changes that concerned a proposal, and others. */
  let counted = { total: 0, others: 0 };
  let upcoming = UPCOMING;
  // What was told while a list was on its way is newer than that list.
  /** @type {Set<Map<string, Impact>>} */
  const loading = new Set();

  function draw() {
    const newest = [...impacts.values()].sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
    // A catalogue that is loaded before the proposals changes nothing, a thousand times over.
    const felt = newest.filter((impact) => impact.dependants > 0);
    list.replaceChildren(...felt.map(event), ...rest(felt.length, counted.others));
    more.hidden = felt.length >= counted.total;
    view.ready();
  }

  /** @param {boolean} keep what is shown, where it cannot be loaded */
  async function load(keep) {
    /** @type {Map<string, Impact>} */
    const toldMeanwhile = new Map();
    loading.add(toldMeanwhile);
    view.loading();
    try {
      const answer = await api.priceImpacts({ minDependants: 1, limit: MOST });
      counted = answer;
      impacts = new Map([...keyed(answer.items), ...toldMeanwhile]);
      draw();
    } catch (error) {
      if (!keep) {
        view.failed(error, () => load(false));
      }
    } finally {
      loading.delete(toldMeanwhile);
    }
  }

  async function loadMore() {
    const offset = [...impacts.values()].filter((impact) => impact.dependants > 0).length;
    const answer = await api.priceImpacts({ minDependants: 1, limit: MOST, offset }).catch(() => null);
    if (answer !== null) {
      counted = answer;
      impacts = new Map([...keyed(answer.items), ...impacts]);
      draw();
    }
  }

  async function showUpcoming() {
    const dates = await api.upcoming({ minDependants: 1, limit: upcoming }).catch(() => null);
    if (dates === null) {
      return;
    }
    const open = ahead.querySelector('details')?.open ?? true;
    ahead.replaceChildren(...(dates.total + dates.others > 0 ? [upcomingList(dates, showMoreUpcoming)] : []));
    ahead.querySelector('details')?.toggleAttribute('open', open);
  }

  async function showHeld() {
    const reviews = await api.reviews({ limit: HELD }).catch(() => null);
    if (reviews === null) {
      return;
    }
    const open = held.querySelector('details')?.open ?? true;
    held.replaceChildren(...(reviews.total > 0 ? [heldList(reviews)] : []));
    held.querySelector('details')?.toggleAttribute('open', open);
  }

  function showMoreUpcoming() {
    upcoming = Math.min(MOST_UPCOMING, upcoming * 4);
    showUpcoming();
  }

  const loadPrices = coalesce(() => Promise.all([showHeld(), showUpcoming()]), PRICES_REFRESH_MILLIS);

  return {
    element: view.element,
    load() {
      loadPrices();
      return load(false);
    },
    loadPrices,
    refresh: coalesce(() => load(true), REFRESH_MILLIS),
    /**
     * One impact, as it goes on.
     *
     * @param {Impact} impact
     */
    upsert(impact) {
      const before = impacts.get(impact.changeId);
      impacts.set(impact.changeId, impact);
      loading.forEach((toldMeanwhile) => toldMeanwhile.set(impact.changeId, impact));
      draw();
      if (impact.state === 'COMPLETE' && before?.state !== 'COMPLETE') {
        announce(`${changeTitle(impact.kind, impact.key)}: ${count(impact.rescored)} proposals re-scored.`);
      }
    },
  };
}

/**
 * @param {Impact[]} items
 * @returns {[string, Impact][]}
 */
function keyed(items) {
  return items.map((impact) => [impact.changeId, impact]);
}

/**
 * @param {number} felt
 * @param {number} idle
 */
function rest(felt, idle) {
  if (felt === 0 && idle === 0) {
    return [h('li', { class: 'muted plain-item' }, 'Nothing has changed yet.')];
  }
  return idle === 0 ? [] : [h('li', { class: 'muted plain-item' },
    `${felt === 0 ? '' : 'and '}${count(idle)} ${idle === 1 ? 'change' : 'changes'} on which no proposal depended`)];
}

/** @param {Impact} impact */
function event(impact) {
  return h('li', { 'data-change': impact.changeId, 'data-state': impact.state, 'data-kind': impact.kind },
    h('div', { class: 'event-head' }, h('span', { class: 'event-title' }, changeTitle(impact.kind, impact.key)),
      timeElement(impact.startedAt)),
    impact.state === 'RUNNING' ? progress(impact) : h('p', { class: 'event-why' }, outcome(impact)),
    effects(impact));
}

/** @param {Impact} impact */
function progress(impact) {
  const share = impact.dependants > 0 ? impact.rescored / impact.dependants : 0;
  return h('div', { class: 'progress' },
    h('progress', { max: '1', value: String(share), 'aria-label': `${changeTitle(impact.kind, impact.key)}: re-scored so far` }),
    h('span', {}, `${count(impact.rescored)} of ${count(impact.dependants)} re-scored`));
}

/** @param {Impact} impact */
function outcome(impact) {
  if (impact.state === 'SUPERSEDED') {
    return `overtaken by a later change after ${count(impact.rescored)} of ${count(impact.dependants)}`;
  }
  const proposals = `${count(impact.rescored)} ${impact.rescored === 1 ? 'proposal' : 'proposals'} re-scored`;
  return impact.transitions.length === 0 ? `${proposals}, no verdict changed` : proposals;
}

/** @param {Impact} impact */
function effects(impact) {
  const change = impact.monthlySavingsChange;
  if (impact.transitions.length === 0 && change === 0) {
    return null;
  }
  return h('ul', { class: 'effects' },
    change === 0 ? null : h('li', {}, h('span', { class: change > 0 ? 'gain' : 'loss' },
      `${money(change, { signed: true })} a month over Go`)),
    impact.transitions.map((each) => h('li', {}, h('strong', {}, count(each.proposals)), ' ', transition(each.from, each.to))));
}
