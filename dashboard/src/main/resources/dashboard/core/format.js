// @ts-check
/**
 * Numbers and times for people: English words and one way to round, with the separators of the
 * reader's locale in numbers.
 */
import { h } from './dom.js';

/** Where there is no value. */
export const NONE = '–';

const DAYS_A_MONTH = 30.4375;
/** The language of the page. */
const LANGUAGE = 'en-US';

let locale = /** @type {string | undefined} */ (undefined);
/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** For tests: the reader's locale. @param {string | undefined} other */
export function setLocale(other) {
  locale = other;
  formats.clear();
}

/**
 * @param {Intl.NumberFormatOptions} options
 * @param {number} value
 */
function format(options, value) {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { numberingSystem: 'latn', ...options });
  formats.set(key, known);
  // No figure is ever shown as -0.
  return known.format(value === 0 ? 0 : value);
}

/**
 * @param {number | null | undefined} value
 * @returns {value is null | undefined}
 */
const missing = (value) => value === null || value === undefined || Number.isNaN(value);

const UNITS = /** @type {[number, string][]} */ ([[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']]);

/**
 * A number shortened in English: other languages write 30.4K out in full, or with words.
 *
 * @param {number} size not negative
 * @param {number} digits behind the separator, at most
 * @param {number} from where shortening begins
 */
function short(size, digits, from) {
  const unit = size < from ? undefined : UNITS.find(([length]) => round(size / length, digits) >= 1);
  const [length, suffix] = unit ?? [1, ''];
  return format({ maximumFractionDigits: digits }, size / length) + suffix;
}

/**
 * @param {number} value
 * @param {number} digits
 */
const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * @param {number} number
 * @param {boolean} signed
 * @param {string} text of its size
 */
const dollars = (number, signed, text) =>
  `${number < 0 ? '-' : signed && number > 0 ? '+' : ''}$${text}`;

/**
 * US dollars, as many digits as matter; {@code signed} shows a plus, too.
 *
 * @param {number | null | undefined} value
 */
export function money(value, { signed = false } = {}) {
  if (missing(value)) {
    return NONE;
  }
  const size = Math.abs(value);
  const text = size >= 999_999.5 ? short(size, 2, 1e6) : format(moneyDigits(size), size);
  return dollars(value, signed, text);
}

/**
 * @param {number} size not negative
 * @returns {Intl.NumberFormatOptions}
 */
function moneyDigits(size) {
  if (size >= 9_999.995) {
    return { maximumFractionDigits: 0 };
  }
  return size >= 0.1 || size === 0
    ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumSignificantDigits: 3 };
}

/**
 * US dollars on an axis, or where room is scarce: no cents from ten dollars on.
 *
 * @param {number | null | undefined} value
 */
export function shortMoney(value, { signed = false } = {}) {
  if (missing(value)) {
    return NONE;
  }
  const size = Math.abs(value);
  const text = size >= 999.5 ? short(size, 1, 999.5) : format({ maximumFractionDigits: size >= 10 || size === 0 ? 0 : 2 }, size);
  return dollars(value, signed, text);
}

/** @param {number | null | undefined} value */
export function count(value) {
  if (missing(value)) {
    return NONE;
  }
  const size = Math.abs(value);
  return (value < 0 ? '-' : '') + short(size, size >= 1e6 ? 2 : 0, 1e6);
}

/**
 * A share, 1.0 = 100 %.
 *
 * @param {number | null | undefined} share
 */
export function percent(share) {
  if (missing(share)) {
    return NONE;
  }
  return format({ style: 'percent', maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0 }, share);
}

/**
 * @param {string} name in the singular
 * @param {number} value
 */
function unit(name, value, digits = 0) {
  const text = format({ maximumFractionDigits: digits }, value);
  return `${text} ${name}${round(value, digits) === 1 ? '' : 's'}`;
}

/**
 * A span of months; none means never.
 *
 * @param {number | null | undefined} value
 */
export function months(value) {
  if (missing(value)) {
    return 'never';
  }
  if (value > 1200) {
    return `over ${unit('year', 100)}`;
  }
  if (value >= 119.5) {
    return unit('year', value / 12);
  }
  const days = Math.round(value * DAYS_A_MONTH);
  if (days < 1) {
    return value === 0 ? 'at once' : 'under a day';
  }
  return days < 30 ? unit('day', days) : unit('month', value, value < 9.95 ? 1 : 0);
}

/** The reader's habit of counting hours. */
const { hour12 } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
/** @param {Intl.DateTimeFormatOptions} options */
const dates = (options) => new Intl.DateTimeFormat(LANGUAGE, { ...(options.timeStyle ? { hour12 } : {}), ...options });
const fullTime = dates({ dateStyle: 'full', timeStyle: 'long' });
const dayOnly = dates({ dateStyle: 'medium' });
const calendarDay = dates({ dateStyle: 'medium', timeZone: 'UTC' });
const timeOnly = dates({ timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto', style: 'long' });

/** @type {['day' | 'hour' | 'minute', number][]} */
const STEPS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

/** @param {Date} instant */
function ago(instant) {
  const away = instant.getTime() - Date.now();
  for (const [name, length] of STEPS) {
    if (Math.abs(away) >= length) {
      return relative.format(Math.trunc(away / length), name);
    }
  }
  return away <= 0 ? 'just now' : relative.format(1, 'minute');
}

/** @param {Date} date */
export const clock = (date) => timeOnly.format(date);
/**
 * The day of a date that a price list names: the same day wherever it is read, as such dates are
 * midnights of UTC.
 *
 * @param {string | null | undefined} text
 */
export const calendarDate = (text) => (text ? calendarDay.format(new Date(text)) : NONE);

/**
 * An instant as a time element: how long ago within a month, else the day; in full on hover.
 *
 * @param {string | null | undefined} text
 */
export function timeElement(text) {
  if (!text) {
    return h('span', {}, NONE);
  }
  const instant = new Date(text);
  const element = h('time', { datetime: text, title: fullTime.format(instant) });
  refreshTime(element);
  return element;
}

/** @param {HTMLTimeElement} element */
function refreshTime(element) {
  const instant = new Date(element.dateTime);
  const near = Math.abs(instant.getTime() - Date.now()) < 30 * 86_400_000;
  const text = near ? ago(instant) : dayOnly.format(instant);
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** "5 minutes ago" grows old. */
export function keepTimesFresh() {
  setInterval(() => document.querySelectorAll('time').forEach((element) => element.dataset.fixed === undefined && refreshTime(element)), 20_000);
}
