/** One proposal: what was decided and why, what it costs and saves, what is risky, what would change it. */
import { api } from '../core/api.js';
import { decisionTag, transition, verdictBadge } from '../core/badges.js';
import { announce, coalesce, flash, h } from '../core/dom.js';
import { verdictLabel } from '../core/words.js';
import { sections } from './sections.js';

const REFRESH_MILLIS = 1000;

/** Of the models whose dates matter; a model without a price has none. */
async function pricesOf({ referenceModel, baselineModel, bestModel }, signal) {
  const model = [...new Set([bestModel, referenceModel, baselineModel].filter(Boolean))];
  return model.length === 0 ? [] : (await api.prices({ model }, signal)).items;
}

export function detail(live) {
  const heading = h('h1', { tabindex: '-1', id: 'proposal-title' });
  const subtitle = h('p', { class: 'detail-subtitle' });
  const badges = h('p', { class: 'detail-badges' });
  const content = h('div', { class: 'detail-content' });
  const back = h('a', { class: 'back', href: '#/', onclick: goBack }, '← All proposals');
  const header = h('header', { class: 'detail-head' }, back, heading, subtitle, badges);
  const element = h('article', { class: 'detail', hidden: true, 'aria-labelledby': 'proposal-title' }, header, content);
  let id = null;
  let shown = null;
  let pending = null;
  let cameFromOverview = false;

  /** Back to the table as it was left, with its filter, rather than to a fresh one. */
  function goBack(event) {
    if (cameFromOverview && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      history.back();
    }
  }

  function drawHead(recommendation) {
    heading.textContent = recommendation.title || recommendation.proposalId;
    subtitle.replaceChildren(h('code', {}, recommendation.proposalId), ' in portfolio ',
      h('a', { href: `#/?${new URLSearchParams([['portfolio', recommendation.portfolio]])}` }, recommendation.portfolio));
    badges.replaceChildren(decisionTag(recommendation.decision),
      recommendation.previousVerdict ? transition(recommendation.previousVerdict, recommendation.verdict) : verdictBadge(recommendation.verdict));
    document.title = `${heading.textContent} · tune-or-not`;
  }

  function draw(recommendation, prices) {
    const before = shown;
    const again = before?.proposalId === recommendation.proposalId;
    if (again && JSON.stringify(before) === JSON.stringify(recommendation)) {
      return;
    }
    const focusInside = content.contains(document.activeElement);
    drawHead(recommendation);
    content.replaceChildren(...sections(recommendation, prices, content.clientWidth || element.parentElement.clientWidth));
    shown = recommendation;
    if (focusInside) {
      heading.focus({ preventScroll: true });
    }
    if (again) {
      flash(header);
      announce(`Evaluated again: ${verdictLabel(recommendation.verdict)}.`);
    }
  }

  function fail(error) {
    shown = null;
    heading.textContent = error.status === 404 ? 'No such proposal' : 'This proposal could not be loaded';
    subtitle.replaceChildren(h('code', {}, id));
    badges.replaceChildren();
    content.replaceChildren(h('p', { class: 'notice' }, error.status === 404
      ? 'There is no recommendation for it. It may have been deleted.' : `${error.message} `,
    error.status === 404 ? null : h('button', { type: 'button', class: 'button', onclick: () => load(false) }, 'Try again')));
  }

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
      const prices = await pricesOf(recommendation, mine.signal);
      if (pending === mine) {
        draw(recommendation, prices);
      }
    } catch (error) {
      if (error.name !== 'AbortError' && (!keep || error.status === 404)) {
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
  live.on('reconnected', refresh);

  return {
    element,
    show(next, { fromOverview }) {
      cameFromOverview = fromOverview;
      if (next !== shown?.proposalId) {
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
