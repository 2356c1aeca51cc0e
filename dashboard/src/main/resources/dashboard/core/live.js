// @ts-check
/**
 * What the server tells, shared by all tabs that are looked at: one of them keeps the connection
 * and passes on what it hears, as a browser has six connections to a server only. A hidden tab has
 * none and is told nothing; when it is looked at again it is told that it missed something.
 */
import { Feed, SILENCE_MILLIS } from './feed.js';

const LOCK = 'tune-or-not-events';

export class Live {
  /** @type {Map<string, Set<(data: any) => void>>} */ #handlers = new Map();
  /** @type {Feed | null} */ #feed = null;
  /** @type {AbortController | null} */ #turn = null;
  /** @type {(() => void) | null} */ #release = null;
  #channel = new BroadcastChannel(LOCK);
  #heard = Date.now();

  /**
   * Handlers get the event's data; {@code reconnected} and {@code state} are the page's own.
   *
   * @param {string} name
   * @param {(data: any) => void} handler
   */
  on(name, handler) {
    const handlers = this.#handlers.get(name) ?? new Set();
    handlers.add(handler);
    this.#handlers.set(name, handlers);
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
      this.#channel.postMessage({ name: 'hello' });
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

  /** @param {{ name: string, data: any }} message of another tab */
  #overheard({ name, data }) {
    if (name === 'hello') {
      if (this.#feed !== null) {
        this.#channel.postMessage({ name: 'state', data: this.#feed.state });
      }
    } else if (this.#turn !== null && this.#feed === null) {
      this.#heard = Date.now();
      this.#emit(name, data);
    }
  }

  /** The tab that keeps the connection repeats the state with every ping. */
  #watch() {
    if (this.#turn !== null && this.#feed === null && Date.now() - this.#heard > SILENCE_MILLIS) {
      this.#emit('state', { live: false, since: this.#heard, reason: 'no tab hears the server' });
    }
  }

  /**
   * @param {string} name
   * @param {any} data
   */
  #emit(name, data) {
    this.#handlers.get(name)?.forEach((handler) => handler(data));
  }
}
