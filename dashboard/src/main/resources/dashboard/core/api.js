/** The dashboard's HTTP API, read only. Addresses are relative, so that the page can live below a path. */

const RETRY_MILLIS = 300;

/** What the server answered instead of data, or that it did not answer. */
export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** A query string of the entries that have a value; a list gives one entry each. */
export function query(parameters) {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== null && single !== undefined && single !== '') {
        pairs.append(name, single);
      }
    }
  }
  const text = pairs.toString();
  return text ? `?${text}` : '';
}

/** Reading again does no harm: once more where a connection broke, as when a laptop changes its network. */
async function fetchTwice(url, options) {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
    return fetch(url, options);
  }
}

async function get(path, parameters = {}, signal = undefined) {
  let response;
  try {
    response = await fetchTwice(`api/${path}${query(parameters)}`, { signal, headers: { Accept: 'application/json' } });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError('The server does not answer.', 0);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new ApiError(body?.error ?? `The server answered ${response.status}.`, response.status);
  }
  return body;
}

export const api = {
  portfolios: () => get('portfolios'),
  recommendations: (parameters, signal) => get('recommendations', parameters, signal),
  // recommendations/export is the export's: a proposal of that id needs its first letter encoded.
  recommendation: (id, signal) => get(`recommendations/${id === 'export' ? '%65xport' : encodeURIComponent(id)}`, {}, signal),
  scatter: (parameters, signal) => get('scatter', parameters, signal),
  verdictChanges: (parameters, signal) => get('verdict-changes', parameters, signal),
  prices: (parameters, signal) => get('prices', parameters, signal),
  upcoming: (parameters) => get('upcoming', parameters),
  priceImpacts: (parameters) => get('price-impacts', parameters),
  facets: () => get('facets'),
  exportUrl: (format, parameters) => `api/recommendations/export${query({ format, ...parameters })}`,
};
