/** The server's events. Browsers reconnect by themselves after a lost connection, but not after a refusal. */

const NAMES = ['portfolios', 'recommendations', 'impact', 'price'];
const FIRST_RETRY_MILLIS = 1000;
const LONGEST_RETRY_MILLIS = 15000;

export class Live {
  #handlers = new Map();
  #source = null;
  #retry = FIRST_RETRY_MILLIS;
  #wasOpen = false;
  #offlineSince = null;

  /** Handlers get the event's data; {@code reconnected} and {@code state} are this class's own. */
  on(name, handler) {
    const handlers = this.#handlers.get(name) ?? new Set();
    handlers.add(handler);
    this.#handlers.set(name, handlers);
    return () => handlers.delete(handler);
  }

  start() {
    this.#source?.close();
    this.#source = new EventSource('api/events');
    this.#source.addEventListener('open', () => this.#opened());
    this.#source.addEventListener('error', () => this.#failed());
    for (const name of NAMES) {
      this.#source.addEventListener(name, (event) => this.#emit(name, JSON.parse(event.data)));
    }
  }

  #opened() {
    const missedSome = this.#wasOpen || this.#offlineSince !== null;
    this.#wasOpen = true;
    this.#offlineSince = null;
    this.#retry = FIRST_RETRY_MILLIS;
    this.#emit('state', { state: 'live' });
    if (missedSome) {
      this.#emit('reconnected', null);
    }
  }

  #failed() {
    this.#offlineSince ??= new Date();
    this.#emit('state', { state: 'offline', since: this.#offlineSince });
    if (this.#source.readyState === EventSource.CLOSED) {
      setTimeout(() => this.start(), this.#retry);
      this.#retry = Math.min(LONGEST_RETRY_MILLIS, this.#retry * 2);
    }
  }

  #emit(name, data) {
    this.#handlers.get(name)?.forEach((handler) => handler(data));
  }
}
