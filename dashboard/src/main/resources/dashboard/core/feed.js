// @ts-check
/**
 * One connection to the server's events, and whether what it says is the present state: the server
 * pings, so a link that is silent for longer is dead, whatever the browser believes; and the server
 * says whether its own source is there.
 */

/** @import { ServerEvents, LiveState, Source, Tell } from './types.js' */

const NAMES = /** @type {const} */ (['portfolios', 'recommendations', 'changes', 'impact', 'price']);
/** The server pings every 15 seconds. */
export const SILENCE_MILLIS = 25_000;
const CHECK_MILLIS = 1_000;
const FIRST_RETRY_MILLIS = 1_000;
const LONGEST_RETRY_MILLIS = 15_000;

export class Feed {
  /** @type {Tell} */ #tell;
  /** @type {() => EventSource} */ #open;
  /** @type {() => number} */ #now;
  /** @type {EventSource | null} */ #source = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #timer = undefined;
  #retry = FIRST_RETRY_MILLIS;
  #retryAt = 0;
  #heard = 0;
  #missedSome = false;
  /** @type {LiveState} */ #state;

  /**
   * @param {Tell} tell
   * @param {{ open?: () => EventSource, now?: () => number }} [options]
   */
  constructor(tell, { open = () => new EventSource('api/events'), now = Date.now } = {}) {
    this.#tell = tell;
    this.#open = open;
    this.#now = now;
    this.#state = { live: false, since: now(), reason: 'connecting' };
  }

  get state() {
    return this.#state;
  }

  start() {
    this.#timer ??= setInterval(() => this.check(), CHECK_MILLIS);
    this.#connect();
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#source?.close();
    this.#source = null;
  }

  /** Looks after the connection; runs every second. */
  check() {
    const now = this.#now();
    if (this.#source !== null && now - this.#heard > SILENCE_MILLIS) {
      this.#lost('the server is silent', this.#heard);
    }
    if (this.#source === null && now >= this.#retryAt) {
      this.#connect();
    }
  }

  #connect() {
    this.#source?.close();
    const source = this.#open();
    this.#source = source;
    this.#heard = this.#now();
    source.addEventListener('error', () => {
      if (source === this.#source) {
        this.#lost('the server does not answer', this.#now());
      }
    });
    this.#listen(source, 'source', (data) => this.#sourceIs(data));
    this.#listen(source, 'ping', (data) => this.#sourceIs(data));
    for (const name of NAMES) {
      this.#listen(source, name, (data) => this.#tell(name, data));
    }
  }

  /**
   * @template {keyof ServerEvents} N
   * @param {EventSource} source
   * @param {N} name
   * @param {(data: ServerEvents[N]) => void} handler
   */
  #listen(source, name, handler) {
    source.addEventListener(name, (event) => {
      if (source === this.#source) {
        this.#heard = this.#now();
        handler(JSON.parse(event.data));
      }
    });
  }

  /** @param {Source} source what the server says of its own source */
  #sourceIs(source) {
    this.#retry = FIRST_RETRY_MILLIS;
    this.#become(source.current, source.reason, this.#now());
    if (this.#missedSome) {
      this.#missedSome = false;
      this.#tell('reconnected', null);
    }
  }

  /**
   * @param {string} reason
   * @param {number} since
   */
  #lost(reason, since) {
    this.#source?.close();
    this.#source = null;
    this.#missedSome = true;
    this.#retryAt = this.#now() + this.#retry;
    this.#retry = Math.min(LONGEST_RETRY_MILLIS, this.#retry * 2);
    this.#become(false, reason, since);
  }

  /**
   * @param {boolean} live
   * @param {string} reason
   * @param {number} since
   */
  #become(live, reason, since) {
    // Since when it is not live stays, whatever else goes wrong meanwhile.
    const notLiveSince = this.#state.live || this.#state.reason === 'connecting' ? since : this.#state.since;
    this.#state = { live, since: notLiveSince, reason };
    this.#tell('state', this.#state);
  }
}
