// @ts-check
/**
 * What the server tells, shared by all tabs that are looked at: one of them keeps the connection
 * and passes on what it hears, as a browser has six connections to a server only. A hidden tab has
 * none and is told nothing; when it is looked at again it is told that it missed something.
 */
import { Feed, SILENCE_MILLIS } from './feed.js';

/** @import { PageEvents } from './types.js' */

/**
 * @template {keyof PageEvents} N
 * @typedef {{ name: N, data: PageEvents[N] }} Told
 */
/** @typedef {{ name: 'hello' } | { [N in keyof PageEvents]: Told<N> }[keyof PageEvents]} Message to another tab */

const LOCK = 'tune-or-not-events';

export class Live {
  /** @type {{ [N in keyof PageEvents]: Set<(data: PageEvents[N]) => void> }} */
  #handlers = {
    portfolios: new Set(), recommendations: new Set(), changes: new Set(), impact: new Set(), price: new Set(),
    state: new Set(), reconnected: new Set(),
  };
  /** @type {Feed | null} */ #feed = null;
  /** @type {AbortController | null} */ #turn = null;
  /** @type {(() => void) | null} */ #release = null;
  #channel = new BroadcastChannel(LOCK);
  #heard = Date.now();

  /**
   * Handlers get the event's data; {@code reconnected} and {@code state} are the page's own.
   *
   * @template {keyof PageEvents} N
   * @param {N} name
   * @param {(data: PageEvents[N]) => void} handler
   */
  on(name, handler) {
    this.#handlers[name].add(handler);
  }

  start() {
    this.#channel.addEventListener('message', ({ data }) => this.#overheard(data));
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#pause() : this.#resume(true)));
    addEventListener('pagehide', () => this.#pause());
    addEventListener('pageshow', (event) => event.persisted && this.#resume(true));
    setInterval(() => this.#watch(), 1_000);
    if (!document.hidden) {
      this.#resume(false);
    }
  }

  /** @param {boolean} missedSome */
  #resume(missedSome) {
    if (this.#turn !== null) {
      return;
    }
    this.#heard = Date.now();
    const turn = new AbortController();
    this.#turn = turn;
    if (navigator.locks === undefined) {
      // Plain HTTP from another machine: each tab that is looked at has a connection of its own.
      this.#lead();
    } else {
      navigator.locks.request(LOCK, { signal: turn.signal }, () => this.#leadUntilPaused(turn)).catch(() => {});
      this.#post({ name: 'hello' });
    }
    if (missedSome) {
      this.#emit('reconnected', null);
    }
  }

  /** @param {AbortController} turn */
  #leadUntilPaused(turn) {
    if (turn.signal.aborted) {
      return undefined;
    }
    return new Promise((resolve) => {
      this.#release = () => resolve(undefined);
      this.#lead();
    });
  }

  #lead() {
    this.#feed = new Feed((name, data) => {
      this.#emit(name, data);
      this.#channel.postMessage({ name, data });
    });
    this.#feed.start();
  }

  #pause() {
    this.#turn?.abort();
    this.#turn = null;
    this.#feed?.stop();
    this.#feed = null;
    this.#release?.();
    this.#release = null;
  }

  /** @param {Message} message */
  #post(message) {
    this.#channel.postMessage(message);
  }

  /** @param {Message} message of another tab */
  #overheard(message) {
    if (message.name === 'hello') {
      if (this.#feed !== null) {
        this.#post({ name: 'state', data: this.#feed.state });
      }
    } else if (this.#turn !== null && this.#feed === null) {
      this.#heard = Date.now();
      this.#emit(message.name, message.data);
    }
  }

  /** The tab that keeps the connection repeats the state with every ping. */
  #watch() {
    if (this.#turn !== null && this.#feed === null && Date.now() - this.#heard > SILENCE_MILLIS) {
      this.#emit('state', { live: false, since: this.#heard, reason: 'no tab hears the server' });
    }
  }

  /**
   * @template {keyof PageEvents} N
   * @param {N} name
   * @param {PageEvents[N]} data
   */
  #emit(name, data) {
    // A tab that has loaded another version may tell what this one does not know.
    this.#handlers[name]?.forEach((handler) => handler(data));
  }
}
