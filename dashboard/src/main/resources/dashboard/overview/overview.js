// @ts-check
/** The portfolio at a glance: puts the sections together and keeps them up to date. */
import { api } from '../core/api.js';
import { byId, coalesce, h } from '../core/dom.js';
import { navigate, overviewHash } from '../core/router.js';
import { formatFilter, parseFilter, sameConditions } from './filters.js';
import { flips } from './flips.js';
import { portfolios } from './portfolios.js';
import { scatter } from './scatter.js';
import { proposalTable } from './table.js';
import { timeline } from './timeline.js';
import { totals } from './totals.js';

/** @import { Live } from '../core/live.js' */
/** @import { Filter, Portfolios } from '../core/types.js' */

const FACETS_REFRESH_MILLIS = 10_000;

/** @param {Live} live */
export function overview(live) {
  const sections = {
    totals: totals(), portfolios: portfolios(), scatter: scatter(), flips: flips(), timeline: timeline(),
    table: proposalTable((filter, options) => navigate(overviewHash(formatFilter(filter)), options)),
  };
  const element = h('div', { class: 'overview' },
    sections.totals.element,
    h('div', { class: 'columns' }, sections.portfolios.element, sections.scatter.element),
    h('div', { class: 'columns' }, sections.flips.element, sections.timeline.element),
    sections.table.element);
  /** @type {Filter | null} */
  let filter = null;
  let stale = false;

  /** @param {Portfolios} body */
  function showPortfolios(body) {
    sections.totals.update(body.total);
    sections.portfolios.update(body.portfolios);
  }

  async function loadPortfolios() {
    sections.portfolios.loading();
    try {
      showPortfolios(await api.portfolios());
    } catch (error) {
      sections.portfolios.failed(error, loadPortfolios);
    }
  }

  const refreshFacets = coalesce(() => sections.table.loadFacets(), FACETS_REFRESH_MILLIS);

  function load() {
    loadPortfolios();
    sections.flips.load();
    sections.timeline.load();
    refreshFacets();
  }

  /** What nobody sees is loaded when somebody looks at it. */
  function refresh() {
    if (element.hidden || document.hidden || filter === null) {
      stale = true;
      return;
    }
    stale = false;
    sections.table.refresh();
    sections.scatter.refresh();
    sections.flips.refresh();
    refreshFacets();
  }

  /** They come from a topic of their own, before or after the recommendations. */
  function refreshFlips() {
    if (element.hidden || document.hidden || filter === null) {
      stale = true;
      return;
    }
    sections.flips.refresh();
  }

  function refreshStale() {
    if (stale) {
      refresh();
    }
  }

  live.on('portfolios', showPortfolios);
  live.on('recommendations', refresh);
  live.on('changes', refreshFlips);
  live.on('impact', (impact) => sections.timeline.upsert(impact));
  live.on('price', () => sections.timeline.loadPrices());
  live.on('reconnected', () => {
    refresh();
    sections.timeline.refresh();
  });
  document.addEventListener('visibilitychange', refreshStale);

  return {
    element,
    title: () => byId('overview-title'),
    /**
     * Shows what the address asks for; the sections that it does not concern stay as they are.
     *
     * @param {URLSearchParams} parameters
     */
    show(parameters) {
      const next = parseFilter(parameters);
      const before = filter;
      if (before === null) {
        load();
        stale = false;
      }
      if (before === null || !sameConditions(before, next)) {
        sections.scatter.show(next);
      }
      if (before === null || JSON.stringify(before) !== JSON.stringify(next)) {
        sections.table.show(next);
      }
      filter = next;
      refreshStale();
    },
    /** Where a link to a verdict or portfolio leads. */
    table: sections.table.element,
  };
}
