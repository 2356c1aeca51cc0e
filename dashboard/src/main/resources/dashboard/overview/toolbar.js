/** Search, filter menus and export links above the table. */
import { api } from '../core/api.js';
import { decisionsInOrder, verdictsInOrder } from '../core/badges.js';
import { h } from '../core/dom.js';
import { decisionLabel, verdictLabel } from '../core/words.js';
import { cleared, conditions, isFiltered, LISTS } from './filters.js';
import { checkMenu } from './menu.js';

const TYPING_PAUSE_MILLIS = 250;

/** @param change gets a filter, and whether it is a step of the history of its own */
export function toolbar(change) {
  let filter = null;
  let timer = 0;
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
  const exports = ['csv', 'json'].map((format) =>
    h('a', { class: 'button quiet', download: `recommendations.${format}`, 'data-export': format },
      `Export ${format.toUpperCase()}`));
  const element = h('div', { class: 'toolbar', role: 'search', 'aria-label': 'Filter of the table' }, search,
    Object.values(menus).map((menu) => menu.element), provider, clear, h('span', { class: 'toolbar-space' }), exports);

  let providers = [];
  function drawProviders() {
    const all = filter?.provider && !providers.includes(filter.provider) ? [...providers, filter.provider] : providers;
    provider.replaceChildren(h('option', { value: '' }, 'Any provider'), ...all.map((name) => h('option', { value: name }, name)));
    provider.value = filter?.provider ?? '';
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

  function show(next) {
    filter = next;
    if (filter === null) {
      return;
    }
    LISTS.forEach((name) => menus[name].setChosen(filter[name]));
    drawProviders();
    if (document.activeElement !== search) {
      search.value = filter.q;
    }
    clear.hidden = !isFiltered(filter);
    for (const link of exports) {
      link.href = api.exportUrl(link.dataset.export, { ...conditions(filter), sort: filter.sort });
    }
  }

  return { element, show, loadFacets };
}
