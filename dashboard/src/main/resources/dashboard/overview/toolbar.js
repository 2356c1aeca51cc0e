// @ts-check
/** Search, filter menus and export links above the table. */
import { api } from '../core/api.js';
import { decisionsInOrder, verdictsInOrder } from '../core/badges.js';
import { h } from '../core/dom.js';
import { decisionLabel, verdictLabel } from '../core/words.js';
import { cleared, conditions, isFiltered, LISTS, noFilter } from './filters.js';
import { checkMenu } from './menu.js';

/** @import { ChangeFilter, Filter } from '../core/types.js' */

const TYPING_PAUSE_MILLIS = 250;

/** @param {ChangeFilter} change */
export function toolbar(change) {
  let filter = noFilter();
  let timer = 0;
  /** @type {(part: Partial<Filter>, options?: { replace: boolean }) => void} */
  const narrowed = (part, options) => change({ ...filter, ...part, page: 1 }, options);

  const search = h('input', {
    type: 'search', id: 'search', class: 'input', placeholder: 'Search title or id', maxlength: '200', autocomplete: 'off',
    'aria-label': 'Search title or id',
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => narrowed({ q: search.value.trim() }, { replace: true }), TYPING_PAUSE_MILLIS);
    },
  });
  const menus = {
    verdict: checkMenu('Verdict', (verdict) => narrowed({ verdict })),
    decision: checkMenu('Decision', (decision) => narrowed({ decision })),
    portfolio: checkMenu('Portfolio', (portfolio) => narrowed({ portfolio })),
    model: checkMenu('Best model', (model) => narrowed({ model })),
  };
  const provider = h('select', {
    class: 'input', 'aria-label': 'Provider of the best model', onchange: () => narrowed({ provider: provider.value }),
  });
  const clear = h('button', { type: 'button', class: 'button quiet', onclick: () => change(cleared(filter)) }, 'Clear filters');
  const exports = ['csv', 'json'].map((format) => ({
    format,
    link: h('a', { class: 'button quiet', download: `recommendations.${format}`, 'data-export': format }, `Export ${format.toUpperCase()}`),
  }));
  const element = h('div', { class: 'toolbar', role: 'search', 'aria-label': 'Filter of the table' }, search,
    Object.values(menus).map((menu) => menu.element), provider, clear, h('span', { class: 'toolbar-space' }),
    exports.map(({ link }) => link));

  /** @type {string[]} */
  let providers = [];
  function drawProviders() {
    const all = filter.provider && !providers.includes(filter.provider) ? [...providers, filter.provider] : providers;
    provider.replaceChildren(h('option', { value: '' }, 'Any provider'), ...all.map((name) => h('option', { value: name }, name)));
    provider.value = filter.provider;
    provider.classList.toggle('active', provider.value !== '');
  }

  async function loadFacets() {
    const facets = await api.facets();
    menus.verdict.setOptions(verdictsInOrder(facets.verdicts), verdictLabel);
    menus.decision.setOptions(decisionsInOrder(facets.decisions), decisionLabel);
    menus.portfolio.setOptions(facets.portfolios);
    menus.model.setOptions(facets.models);
    providers = facets.providers;
    show(filter);
  }

  /** @param {Filter} next */
  function show(next) {
    filter = next;
    LISTS.forEach((name) => menus[name].setChosen(filter[name]));
    drawProviders();
    if (document.activeElement !== search) {
      search.value = filter.q;
    }
    clear.hidden = !isFiltered(filter);
    for (const { format, link } of exports) {
      link.href = api.exportUrl(format, { ...conditions(filter), sort: filter.sort });
    }
  }

  return { element, show, loadFacets };
}
