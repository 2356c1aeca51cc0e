// @ts-check
/** What the table shows: read from and written to the address. */

/** @import { Filter } from '../core/types.js' */

/** Parameters that may stand more than once. */
export const LISTS = /** @type {const} */ (['portfolio', 'decision', 'verdict', 'model']);
const TEXTS = /** @type {const} */ (['provider', 'q']);
export const PAGE_SIZE = 50;
const DEFAULT_SORT = '-netBenefit';
// The server's bounds.
const LONGEST_SEARCH = 200;
const LAST_OFFSET = 1_000_000;

const SORTS = ['proposalId', 'title', 'portfolio', 'decision', 'verdict', 'decisionMonthlyCost', 'switchSavings', 'monthlySavings', 'upfrontCost', 'netBenefit',
  'paybackMonths', 'roi', 'evaluatedAt', 'validUntil', 'verdictSince'];

/**
 * A filter from an address; what it does not know or is out of bounds becomes the default.
 *
 * @param {URLSearchParams} parameters
 * @returns {Filter}
 */
export function parseFilter(parameters) {
  /** @param {string} name */
  const list = (name) => [...new Set(parameters.getAll(name).filter(Boolean))];
  const sort = parameters.get('sort') ?? '';
  const page = Number.parseInt(parameters.get('page') ?? '1', 10);
  return {
    portfolio: list('portfolio'), decision: list('decision'), verdict: list('verdict'), model: list('model'),
    provider: parameters.get('provider') ?? '',
    q: (parameters.get('q') ?? '').slice(0, LONGEST_SEARCH),
    sort: SORTS.includes(sort.replace(/^-/, '')) ? sort : DEFAULT_SORT,
    page: Math.min(Math.max(Number.isNaN(page) ? 1 : page, 1), LAST_OFFSET / PAGE_SIZE + 1),
  };
}

/** Everything, in the default order. */
export function noFilter() {
  return parseFilter(new URLSearchParams());
}

/**
 * The address of a filter, without what is the default.
 *
 * @param {Filter} filter
 */
export function formatFilter(filter) {
  const parameters = new URLSearchParams();
  for (const name of LISTS) {
    filter[name].forEach((value) => parameters.append(name, value));
  }
  for (const name of TEXTS) {
    if (filter[name]) {
      parameters.set(name, filter[name]);
    }
  }
  if (filter.sort !== DEFAULT_SORT) {
    parameters.set('sort', filter.sort);
  }
  if (filter.page > 1) {
    parameters.set('page', String(filter.page));
  }
  return parameters;
}

/**
 * What the filter says to the API, without order and page.
 *
 * @param {Filter} filter
 */
export function conditions(filter) {
  return {
    portfolio: filter.portfolio, decision: filter.decision, verdict: filter.verdict, model: filter.model,
    provider: filter.provider, q: filter.q,
  };
}

/**
 * The address of everything in which one field has one value.
 *
 * @param {string} name
 * @param {string} value
 */
export function hashOf(name, value) {
  return `#/?${new URLSearchParams([[name, value]])}`;
}

/** @param {Filter} filter */
export function isFiltered(filter) {
  return LISTS.some((name) => filter[name].length > 0) || filter.provider !== '' || filter.q !== '';
}

/**
 * A filter with nothing in it but the order.
 *
 * @param {Filter} filter
 * @returns {Filter}
 */
export function cleared(filter) {
  return { ...noFilter(), sort: filter.sort };
}

/**
 * Whether only the page or the order differ, so that charts need not be loaded again.
 *
 * @param {Filter} one
 * @param {Filter} other
 */
export function sameConditions(one, other) {
  return JSON.stringify(conditions(one)) === JSON.stringify(conditions(other));
}
