/** What is announced: new prices, ends of tuning offers, retirements. */
import { h } from '../core/dom.js';
import { count, day } from '../core/format.js';

const MOST = 4;
const MOST_MODELS = 3;

const KINDS = [
  { field: 'nextChange', text: 'New price' },
  { field: 'closesAt', text: 'Tuning closes' },
  { field: 'retiresAt', text: 'Retires' },
];

/** The next dates of the prices on which a proposal depends, soonest first; what happens to several models at once is one. */
export function upcomingDates(prices, now) {
  const dates = new Map();
  for (const price of prices.filter((each) => each.dependants === undefined || each.dependants > 0)) {
    for (const kind of KINDS.filter((each) => price[each.field] && new Date(price[each.field]).getTime() > now)) {
      const key = `${price[kind.field]} ${kind.field}`;
      const date = dates.get(key) ?? { at: price[kind.field], text: kind.text, models: [] };
      date.models.push({ modelId: price.modelId, dependants: price.dependants ?? 0 });
      dates.set(key, date);
    }
  }
  dates.forEach((date) => date.models.sort((one, other) => other.dependants - one.dependants));
  return [...dates.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
}

export function upcomingList(dates) {
  const rest = dates.length - MOST;
  return h('details', { class: 'upcoming', open: true },
    h('summary', {}, 'Coming up'),
    h('ol', {}, dates.slice(0, MOST).map((date) => h('li', {},
      h('time', { datetime: date.at, class: 'upcoming-day', 'data-fixed': true }, day(date.at)),
      h('span', {}, h('strong', {}, `${date.text}: `), date.models.slice(0, MOST_MODELS).map((model, index) => [
        index > 0 ? ', ' : '', h('span', { class: 'model' }, model.modelId),
        model.dependants > 0 ? h('span', { class: 'muted' }, ` (${count(model.dependants)} ${model.dependants === 1 ? 'proposal' : 'proposals'})`) : null,
      ]), date.models.length > MOST_MODELS ? ` and ${count(date.models.length - MOST_MODELS)} more` : ''))),
    rest > 0 ? h('li', { class: 'muted' }, `and ${count(rest)} more`) : null));
}
