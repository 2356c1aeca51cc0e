// @ts-check
/** The dashboard's HTTP API, read only. Addresses are relative, so that the page can live below a path. */

/** @import { Change, Facets, Felt, Impact, Page, Point, Portfolios, Prices, Recommendation, Reviews, Row, UpcomingDate } from './types.js' */

const RETRY_MILLIS = 300;

/**
 * @typedef {Record<string, string | number | string[] | null | undefined>} Parameters a list gives one entry each
 */

/** What the server answered instead of data, or that it did not answer. */
export class ApiError extends Error {
  /**
   * @param {string} message
   * @param {number} status 0: none
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * Whether a request was given up by the page itself.
 *
 * @param {unknown} error
 */
export function isAborted(error) {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * A query string of the entries that have a value.
 *
 * @param {Parameters} parameters
 */
export function query(parameters) {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== null && single !== undefined && single !== '') {
        pairs.append(name, String(single));
      }
    }
  }
  const text = pairs.toString();
  return text ? `?${text}` : '';
}

/**
 * Reading again does no harm: once more where a connection broke, as when a laptop changes its network.
 *
 * @param {string} url
 * @param {RequestInit} options
 */
async function fetchTwice(url, options) {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (isAborted(error)) {
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
    return fetch(url, options);
  }
}

/**
 * @param {string} path
 * @param {Parameters} parameters
 * @param {AbortSignal} [signal]
 */
async function get(path, parameters = {}, signal = undefined) {
  const options = { signal, headers: { Accept: 'application/json' } };
  const response = await fetchTwice(`api/${path}${query(parameters)}`, options).catch((error) => {
    throw isAborted(error) ? error : new ApiError('The server does not answer.', 0);
  });
  const body = await response.json().catch((error) => {
    // Given up, or cut off, or not from our server: there are no data.
    if (isAborted(error)) {
      throw error;
    }
    return null;
  });
  if (!response.ok) {
    throw new ApiError(body?.error ?? `The server answered ${response.status}.`, response.status);
  }
  if (body === null) {
    throw new ApiError('The answer of the server cannot be read.', response.status);
  }
  return body;
}

export const api = {
  /** @returns {Promise<Portfolios>} */
  portfolios: () => get('portfolios'),
  /** @type {(parameters: Parameters, signal: AbortSignal) => Promise<Page<Row>>} */
  recommendations: (parameters, signal) => get('recommendations', parameters, signal),
  // recommendations/export is the export's: a proposal of that id needs its first letter encoded.
  /** @type {(id: string, signal: AbortSignal) => Promise<Recommendation>} */
  recommendation: (id, signal) => get(`recommendations/${id === 'export' ? '%65xport' : encodeURIComponent(id)}`, {}, signal),
  /** @type {(parameters: Parameters, signal: AbortSignal) => Promise<Page<Point>>} */
  scatter: (parameters, signal) => get('scatter', parameters, signal),
  /** @type {(parameters: Parameters, signal?: AbortSignal) => Promise<Page<Change>>} */
  changes: (parameters, signal) => get('changes', parameters, signal),
  /** @type {(parameters: Parameters, signal: AbortSignal) => Promise<Prices>} */
  prices: (parameters, signal) => get('prices', parameters, signal),
  /** @type {(parameters: Parameters) => Promise<Felt<UpcomingDate>>} */
  upcoming: (parameters) => get('upcoming', parameters),
  /** @type {(parameters: Parameters) => Promise<Reviews>} */
  reviews: (parameters) => get('reviews', parameters),
  /** @type {(parameters: Parameters) => Promise<Felt<Impact>>} */
  priceImpacts: (parameters) => get('price-impacts', parameters),
  /** @returns {Promise<Facets>} */
  facets: () => get('facets'),
  /** @type {(format: string, parameters: Parameters) => string} */
  exportUrl: (format, parameters) => `api/recommendations/export${query({ format, ...parameters })}`,
};
