/** Numbers and times for people, in the reader's locale and zone. */
import { h } from './dom.js';

/** Where there is no value. */
export const NONE = '–';

const DAYS_A_MONTH = 30.4375;
const formats = new Map();

function format(options, value) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(undefined, options));
  }
  // No figure is ever shown as -0.
  return formats.get(key).format(value === 0 ? 0 : value);
}

const missing = (value) => value === null || value === undefined || Number.isNaN(value);

const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' };

function moneyDigits(amount) {
  if (amount >= 999_999.5) {
    return { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 };
  }
  if (amount >= 9_999.995) {
    return { maximumFractionDigits: 0 };
  }
  if (amount >= 0.1 || amount === 0) {
    return { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  }
  return { maximumSignificantDigits: 3 };
}

/** US dollars, as many digits as matter; {@code signed} shows a plus, too. */
export function money(value, { signed = false } = {}) {
  if (missing(value)) {
    return NONE;
  }
  const number = Number(value);
  const sign = signed ? { signDisplay: 'exceptZero' } : {};
  return format({ ...dollars, ...moneyDigits(Math.abs(number)), ...sign }, number);
}

/** US dollars on an axis, or where room is scarce: no cents from ten dollars on. */
export function shortMoney(value, { signed = false } = {}) {
  if (missing(value)) {
    return NONE;
  }
  const number = Number(value);
  const sign = signed ? { signDisplay: 'exceptZero' } : {};
  const size = Math.abs(number);
  const digits = size >= 999.5 ? 1 : size >= 10 || size === 0 ? 0 : 2;
  return format({ ...dollars, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: digits, ...sign }, number);
}

export function count(value) {
  if (missing(value)) {
    return NONE;
  }
  return format(Math.abs(value) >= 1e6 ? { notation: 'compact', maximumFractionDigits: 2 } : { maximumFractionDigits: 0 },
    Number(value));
}

/** A count that is only known roughly. */
export function roughly(value) {
  return missing(value) ? NONE : format({ maximumSignificantDigits: 3, notation: value >= 1e6 ? 'compact' : 'standard' }, value);
}

/** A share, 1.0 = 100 %. */
export function percent(share) {
  if (missing(share)) {
    return NONE;
  }
  return format({ style: 'percent', maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0 }, share);
}

export function millis(value) {
  return missing(value) ? NONE : `${format({ maximumFractionDigits: 0 }, value)} ms`;
}

const unit = (name, value, digits = 0) =>
  format({ style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: digits }, value);

/** A span of months; none means never. */
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

const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const dayOnly = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const timeOnly = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

const STEPS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

function ago(instant) {
  const away = instant.getTime() - Date.now();
  for (const [name, length] of STEPS) {
    if (Math.abs(away) >= length) {
      return relative.format(Math.trunc(away / length), name);
    }
  }
  return away <= 0 ? 'just now' : relative.format(1, 'minute');
}

export const clock = (date) => timeOnly.format(date);
export const exactTime = (text) => (text ? dayAndTime.format(new Date(text)) : NONE);
export const day = (text) => (text ? dayOnly.format(new Date(text)) : NONE);

/** An instant as a time element: how long ago within a month, else the day; in full on hover. */
export function timeElement(text) {
  if (!text) {
    return h('span', {}, NONE);
  }
  const instant = new Date(text);
  const element = h('time', { datetime: text, title: fullTime.format(instant) });
  refreshTime(element);
  return element;
}

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
  setInterval(() => document.querySelectorAll('time:not([data-fixed])').forEach(refreshTime), 20_000);
}
