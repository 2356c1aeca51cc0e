/**
 * The address says what is shown, so that it can be shared: {@code #/?verdict=GO&sort=-roi&page=2}
 * is the overview with its filter, {@code #/proposals/ID} is one proposal.
 */

const listeners = new Set();

export function currentRoute() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const proposal = /^proposals\/(.+)$/.exec(path);
  if (proposal) {
    return { name: 'proposal', id: decoded(proposal[1]) };
  }
  return { name: 'overview', parameters: new URLSearchParams(search) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function proposalHash(id) {
  return `#/proposals/${encodeURIComponent(id)}`;
}

export function overviewHash(parameters = new URLSearchParams()) {
  const search = parameters.toString();
  return search ? `#/?${search}` : '#/';
}

/** Goes there; {@code replace} leaves no step in the history (typing in a search box). */
export function navigate(hash, { replace = false } = {}) {
  if (hash === location.hash) {
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', hash);
  notify();
}

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
