// @ts-check
/**
 * The address says what is shown, so that it can be shared: {@code #/?verdict=GO&sort=-roi&page=2}
 * is the overview with its filter, {@code #/proposals/ID} is one proposal.
 */

/** @import { Route } from './types.js' */

/** @type {Set<(route: Route) => void>} */
const listeners = new Set();

/** @returns {Route} */
export function currentRoute() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const proposal = /^proposals\/(.+)$/.exec(path);
  if (proposal) {
    return { name: 'proposal', id: decoded(proposal[1]) };
  }
  return { name: 'overview', parameters: new URLSearchParams(search) };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {string} id */
export function proposalHash(id) {
  return `#/proposals/${encodeURIComponent(id)}`;
}

export function overviewHash(parameters = new URLSearchParams()) {
  const search = parameters.toString();
  return search ? `#/?${search}` : '#/';
}

/**
 * Goes there.
 *
 * @param {string} hash
 * @param {{ replace?: boolean }} [options] replace: no step in the history (typing in a search box)
 */
export function navigate(hash, { replace = false } = {}) {
  if (hash === location.hash) {
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', hash);
  notify();
}

/** @param {(route: Route) => void} listener */
export function onRoute(listener) {
  listeners.add(listener);
}

function notify() {
  const route = currentRoute();
  listeners.forEach((listener) => listener(route));
}

/** Begins to listen, and reports where the page was opened. */
export function startRouter() {
  addEventListener('popstate', notify);
  notify();
}
