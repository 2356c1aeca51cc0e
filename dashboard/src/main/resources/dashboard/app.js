// @ts-check
/** Starts the page: the two views, the theme, the live indicator. */
import { byId, closest } from './core/dom.js';
import { currentRoute, onRoute, proposalHash, startRouter } from './core/router.js';
import { clock, keepTimesFresh } from './core/format.js';
import { Live } from './core/live.js';
import { bindThemeButton } from './core/theme.js';
import { detail } from './detail/detail.js';
import { overview } from './overview/overview.js';

/** @import { LiveState, Route } from './core/types.js' */

const main = byId('main');
const updates = new Live();
const overviewView = overview(updates);
const detailView = detail(updates);
/** @type {Route['name'] | null} */
let shown = null;
let scrolled = 0;
/** @type {Element | null} */
let cameFrom = null;
let proposal = '';

/**
 * The overview stays in the document, so that coming back finds it as it was left.
 *
 * @param {Route} route
 */
function show(route) {
  const before = shown;
  if (before === 'overview' && route.name === 'proposal') {
    scrolled = scrollY;
    cameFrom = document.activeElement;
  }
  shown = route.name;
  overviewView.element.hidden = route.name !== 'overview';
  detailView.element.hidden = route.name !== 'proposal';
  if (route.name === 'proposal') {
    proposal = route.id;
    detailView.show(route.id, { fromOverview: before === 'overview' });
    scrollTo(0, 0);
    return;
  }
  detailView.leave();
  document.title = 'tune-or-not';
  overviewView.show(route.parameters);
  if (before === 'proposal') {
    scrollTo(0, scrolled);
    whereItWas().focus({ preventScroll: true });
  }
}

/** The link that was followed, or the one in a row that has been drawn anew since. */
function whereItWas() {
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom !== document.body) {
    return cameFrom;
  }
  const links = [...overviewView.table.querySelectorAll('a')];
  return links.find((link) => link.getAttribute('href') === proposalHash(proposal)) ?? overviewView.title();
}

/** @param {LiveState} state */
function showState({ live, since, reason }) {
  const indicator = byId('live');
  indicator.dataset.state = live ? 'live' : 'offline';
  byId('live-text').textContent = live ? 'Live' : `Not live since ${clock(new Date(since))}`;
  indicator.title = live ? 'Changes appear by themselves' : `What is shown may be out of date: ${reason}`;
}

/** A link into the table shows the table: the address of a filter is that of this page. */
function followFilterLinks() {
  document.addEventListener('click', (event) => {
    if (closest(event, 'a[href^="#/?"]') !== null) {
      requestAnimationFrame(() => overviewView.table.scrollIntoView({ block: 'start' }));
    }
  });
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
}

main.replaceChildren(overviewView.element, detailView.element);
bindThemeButton(byId('theme'));
updates.on('state', showState);
onRoute(show);
followFilterLinks();
keepTimesFresh();
startRouter();
updates.start();
document.documentElement.dataset.ready = currentRoute().name;
