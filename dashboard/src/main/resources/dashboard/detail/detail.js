// @ts-check
/** One proposal: what was decided and why, what it costs and saves, what is risky, what would change it. */
import { api, ApiError, isAborted } from '../core/api.js';
import { decisionTag, transition, verdictBadge } from '../core/badges.js';
import { messageOf } from '../core/card.js';
import { announce, coalesce, flash, h } from '../core/dom.js';
import { verdictLabel } from '../core/words.js';
import { sections } from './sections.js';

/** @import { Live } from '../core/live.js' */
/** @import { Change, Page, Price, Recommendation } from '../core/types.js' */

const REFRESH_MILLIS = 1000;
const MOST_CHANGES = 20;

/**
 * @typedef {object} Loaded a proposal with what is shown beside it
 * @property {Recommendation} recommendation
 * @property {Price[]} prices of its models
 * @property {Page<Change>} changes the newest first
 */

/**
 * Of the models whose dates matter; a model without a price has none.
 *
 * @param {Recommendation} recommendation
 * @param {AbortSignal} signal
 */
async function pricesOf({ referenceModel, baselineModel, bestModel }, signal) {
  const model = [...new Set([bestModel, referenceModel, baselineModel].filter((id) => id !== undefined))];
  return model.length === 0 ? [] : (await api.prices({ model }, signal)).items;
}

/** @param {Live} live */
export function detail(live) {
  const heading = h('h1', { tabindex: '-1', id: 'proposal-title' });
  const subtitle = h('p', { class: 'detail-subtitle' });
  const badges = h('p', { class: 'detail-badges' });
  const content = h('div', { class: 'detail-content' });
  const back = h('a', { class: 'back', href: '#/', onclick: goBack }, '← All proposals');
  const header = h('header', { class: 'detail-head' }, back, heading, subtitle, badges);
  const element = h('article', { class: 'detail', hidden: true, 'aria-labelledby': 'proposal-title' }, header, content);
  /** @type {string | null} */
  let id = null;
  /** @type {Loaded | null} */
  let shown = null;
  /** @type {AbortController | null} */
  let pending = null;
  let cameFromOverview = false;

  /**
   * Back to the table as it was left, with its filter, rather than to a fresh one.
   *
   * @param {MouseEvent} event
   */
  function goBack(event) {
    if (cameFromOverview && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      history.back();
    }
  }

  /** @param {Recommendation} recommendation */
  function drawHead(recommendation) {
    heading.textContent = recommendation.title || recommendation.proposalId;
    subtitle.replaceChildren(h('code', {}, recommendation.proposalId), ' in portfolio ',
      h('a', { href: `#/?${new URLSearchParams([['portfolio', recommendation.portfolio]])}` }, recommendation.portfolio));
    badges.replaceChildren(decisionTag(recommendation.decision),
      recommendation.previousVerdict ? transition(recommendation.previousVerdict, recommendation.verdict) : verdictBadge(recommendation.verdict));
    document.title = `${heading.textContent} · tune-or-not`;
  }

  /** @param {Loaded} loaded */
  function draw(loaded) {
    const { recommendation } = loaded;
    const before = shown;
    const again = before?.recommendation.proposalId === recommendation.proposalId;
    if (again && JSON.stringify(before) === JSON.stringify(loaded)) {
      return;
    }
    const focusInside = content.contains(document.activeElement);
    drawHead(recommendation);
    const width = content.clientWidth || (element.parentElement ?? document.documentElement).clientWidth;
    content.replaceChildren(...sections(loaded, width));
    shown = loaded;
    if (focusInside) {
      heading.focus({ preventScroll: true });
    }
    if (again && before.recommendation.evaluatedAt !== recommendation.evaluatedAt) {
      flash(header);
      announce(`Evaluated again: ${verdictLabel(recommendation.verdict)}.`);
    }
  }

  /** @param {unknown} error */
  function fail(error) {
    const missing = isMissing(error);
    shown = null;
    heading.textContent = missing ? 'No such proposal' : 'This proposal could not be loaded';
    subtitle.replaceChildren(h('code', {}, id));
    badges.replaceChildren();
    content.replaceChildren(h('p', { class: 'notice' }, missing
      ? 'There is no recommendation for it. It may have been deleted.' : `${messageOf(error)} `,
    missing ? null : h('button', { type: 'button', class: 'button', onclick: () => load(false) }, 'Try again')));
  }

  /** @param {boolean} keep what is shown, where it cannot be loaded */
  async function load(keep) {
    if (id === null) {
      return;
    }
    pending?.abort();
    const mine = new AbortController();
    pending = mine;
    element.setAttribute('aria-busy', 'true');
    try {
      const recommendation = await api.recommendation(id, mine.signal);
      const [prices, changes] = await Promise.all([
        pricesOf(recommendation, mine.signal), api.changes({ proposal: id, limit: MOST_CHANGES }, mine.signal),
      ]);
      if (pending === mine) {
        draw({ recommendation, prices, changes });
      }
    } catch (error) {
      if (!isAborted(error) && (!keep || isMissing(error))) {
        fail(error);
      }
    } finally {
      if (pending === mine) {
        element.removeAttribute('aria-busy');
      }
    }
  }

  const refresh = coalesce(() => load(true), REFRESH_MILLIS);
  live.on('recommendations', (event) => {
    // Of many changes the event names only the first.
    if (id !== null && (event.ids.includes(id) || event.count > event.ids.length)) {
      refresh();
    }
  });
  live.on('changes', refresh);
  live.on('reconnected', refresh);

  return {
    element,
    /**
     * @param {string} next
     * @param {{ fromOverview: boolean }} came
     */
    show(next, { fromOverview }) {
      cameFromOverview = fromOverview;
      if (next !== shown?.recommendation.proposalId) {
        shown = null;
        heading.textContent = 'Loading …';
        subtitle.replaceChildren(h('code', {}, next));
        badges.replaceChildren();
        content.replaceChildren(h('span', { class: 'skeleton tall' }));
      }
      id = next;
      load(false).then(() => heading.focus({ preventScroll: true }));
    },
    leave() {
      id = null;
      pending?.abort();
    },
  };
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof ApiError && error.status === 404;
}
