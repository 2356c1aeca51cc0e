// @ts-check
/** The proposals, filtered, sorted and paged by the server. */
import { api, isAborted } from '../core/api.js';
import { card } from '../core/card.js';
import { announce, closest, coalesce, flash, h } from '../core/dom.js';
import { count } from '../core/format.js';
import { navigate, proposalHash } from '../core/router.js';
import { COLUMNS, columnClass, isSorted, nextSort, sortOptions } from './columns.js';
import { conditions, isFiltered, noFilter, PAGE_SIZE } from './filters.js';
import { toolbar } from './toolbar.js';

/** @import { Column } from './columns.js' */
/** @import { ChangeFilter, Filter, Page, Row } from '../core/types.js' */

const REFRESH_MILLIS = 1000;

/** @param {ChangeFilter} change */
export function proposalTable(change) {
  let filter = noFilter();
  /** @type {Map<string, string>} what was shown of each proposal */
  let seen = new Map();
  /** @type {AbortController | null} */
  let pending = null;
  const view = card({ title: 'Proposals', name: 'table', hint: '' });
  const tools = toolbar(change);
  view.head.after(tools.element);

  const sortSelect = h('select', { class: 'input', 'aria-label': 'Sort by', onchange: () => resort(sortSelect.value) },
    COLUMNS.filter(isSorted).flatMap(sortOptions));
  const headers = COLUMNS.map(headerCell);
  const rows = h('tbody', { role: 'rowgroup' });
  const pages = h('nav', { class: 'pages', 'aria-label': 'Pages of the table' });
  view.body.append(
    h('div', { class: 'narrow-sort' }, h('label', {}, 'Sort by ', sortSelect)),
    h('div', { class: 'scroll' },
      h('table', { class: 'proposals', role: 'table', 'aria-label': 'Proposals' },
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, headers)), rows)),
    pages);

  /** @param {Column} column */
  function headerCell(column) {
    const attributes = { role: 'columnheader', scope: 'col', class: columnClass(column) };
    if (!isSorted(column)) {
      return h('th', attributes, column.label);
    }
    return h('th', { ...attributes, 'data-field': column.field },
      h('button', { type: 'button', class: 'sort', onclick: () => resort(nextSort(column, filter.sort)) }, column.label));
  }

  /** @param {string} sort */
  const resort = (sort) => change({ ...filter, sort, page: 1 });

  function drawSort() {
    const [field, direction] = filter.sort.startsWith('-') ? [filter.sort.slice(1), 'descending'] : [filter.sort, 'ascending'];
    for (const header of headers) {
      if (header.dataset.field === field) {
        header.setAttribute('aria-sort', direction);
      } else {
        header.removeAttribute('aria-sort');
      }
    }
    sortSelect.value = filter.sort;
  }

  /** @param {Row} item */
  function row(item) {
    const element = h('tr', { role: 'row', 'data-id': item.proposalId, 'data-verdict': item.verdict },
      COLUMNS.map((column) => h('td', { role: 'cell', class: columnClass(column), 'data-label': column.label }, column.cell(item))));
    element.addEventListener('click', (event) => {
      // The link does it for keyboards; a selection of text is not a click on the row.
      if (!closest(event, 'a, button') && !String(getSelection())) {
        navigate(proposalHash(item.proposalId));
      }
    });
    return element;
  }

  /**
   * @param {Row[]} items
   * @param {boolean} compare with what was shown, and say what has changed
   */
  function drawRows(items, compare) {
    const focused = rows.contains(document.activeElement) ? document.activeElement?.closest('tr')?.dataset.id : undefined;
    const marks = new Map(items.map((item) => [item.proposalId, `${item.verdict} ${item.monthlySavings} ${item.evaluatedAt}`]));
    const elements = new Map(items.map((item) => [item.proposalId, row(item)]));
    rows.replaceChildren(...elements.values());
    if (focused !== undefined) {
      elements.get(focused)?.querySelector('a')?.focus({ preventScroll: true });
    }
    if (compare) {
      const changed = [...elements].filter(([id]) => seen.get(id) !== marks.get(id));
      changed.forEach(([, element]) => flash(element));
      if (changed.length > 0) {
        announce(`${changed.length} ${changed.length === 1 ? 'row has' : 'rows have'} changed in the table.`);
      }
    }
    seen = marks;
  }

  /** @param {Page<Row>} answer */
  function drawPages(answer) {
    const first = (filter.page - 1) * PAGE_SIZE;
    const last = first + answer.items.length;
    const more = last < answer.total;
    /** @type {(label: string, page: number, enabled: boolean) => Element} */
    const step = (label, page, enabled) =>
      h('button', { type: 'button', class: 'button', disabled: !enabled, onclick: () => change({ ...filter, page }) }, label);
    const about = answer.totalIsExact === false ? 'more than ' : '';
    pages.replaceChildren(
      step('← Previous', filter.page - 1, filter.page > 1),
      h('span', {}, `${count(first + 1)} to ${count(last)} of ${about}${count(answer.total)}`),
      step('Next →', filter.page + 1, more));
    pages.hidden = filter.page === 1 && !more;
    view.hint.textContent = `${about}${count(answer.total)} ${answer.total === 1 ? 'proposal' : 'proposals'}`
      + `${isFiltered(filter) ? ' in this filter' : ''}`;
  }

  /**
   * @param {Page<Row>} answer
   * @param {boolean} compare
   */
  function draw(answer, compare) {
    if (answer.items.length === 0) {
      rows.replaceChildren();
      seen = new Map();
      view.hint.textContent = '';
      view.empty(isFiltered(filter) ? 'No proposal fits this filter.'
        : filter.page > 1 ? 'There is nothing on this page any more.'
          : 'No recommendations yet. They appear here as soon as proposals are sent: tune-or-not proposals send FILE');
      return;
    }
    drawRows(answer.items, compare);
    drawPages(answer);
    view.ready();
  }

  /** @param {boolean} compare with what is shown, which stays where it cannot be loaded */
  async function load(compare) {
    pending?.abort();
    const mine = new AbortController();
    pending = mine;
    view.loading();
    view.element.setAttribute('aria-busy', 'true');
    try {
      const answer = await api.recommendations(
        { ...conditions(filter), sort: filter.sort, limit: PAGE_SIZE, offset: (filter.page - 1) * PAGE_SIZE }, mine.signal);
      draw(answer, compare);
    } catch (error) {
      // What is shown stays when only a refresh failed: the page says by itself that it is offline.
      if (!isAborted(error) && !(compare && seen.size > 0)) {
        view.hint.textContent = '';
        view.failed(error, () => load(false));
      }
    } finally {
      if (pending === mine) {
        view.element.removeAttribute('aria-busy');
      }
    }
  }

  return {
    element: view.element,
    /** @param {Filter} next */
    show(next) {
      filter = next;
      tools.show(filter);
      drawSort();
      load(false);
    },
    /** After a change on the server. */
    refresh: coalesce(() => load(true), REFRESH_MILLIS),
    loadFacets: () => tools.loadFacets().catch(() => {}),
  };
}
