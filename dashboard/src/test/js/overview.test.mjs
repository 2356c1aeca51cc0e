import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setLocale } from '../../main/resources/dashboard/core/format.js';
import { dates } from '../../main/resources/dashboard/detail/basis.js';
import { barsOf } from '../../main/resources/dashboard/detail/options.js';
import { linesOf } from '../../main/resources/dashboard/detail/course.js';
import { COLUMNS, nextSort } from '../../main/resources/dashboard/overview/columns.js';
import { conditions, formatFilter, parseFilter } from '../../main/resources/dashboard/overview/filters.js';
import { savingsChange } from '../../main/resources/dashboard/core/change.js';
import { moments } from '../../main/resources/dashboard/overview/upcoming.js';

test('a flip should say the difference with its sign', () => {
  setLocale('en-US');
  assert.equal(savingsChange({ from: 'GO', to: 'CAUTION', monthlySavings: 0, previousMonthlySavings: 1927 }), 'savings -$1,927.00 a month');
  assert.equal(savingsChange({ from: 'NO_GO', to: 'GO', monthlySavings: 343, previousMonthlySavings: 0 }), 'savings +$343.00 a month');
  assert.equal(savingsChange({ from: 'GO', to: 'GO', monthlySavings: 343, previousMonthlySavings: 343 }), 'savings as before');
  assert.equal(savingsChange({ from: 'CAUTION', to: 'NO_GO', monthlySavings: 0, previousMonthlySavings: 0 }), null);
});

test('what happens to several models at once should be one, the most felt first', () => {
  const at = '2026-12-31T00:00:00Z';
  const all = moments([
    { at, kind: 'NEW_PRICE', modelId: 'a/few', dependants: 1 },
    { at, kind: 'NEW_PRICE', modelId: 'a/many', dependants: 9 },
    { at, kind: 'RETIRES', modelId: 'a/none', dependants: 0 },
  ]);
  assert.deepEqual(all.map((moment) => [moment.kind, moment.models.map((model) => model.modelId)]),
    [['NEW_PRICE', ['a/many', 'a/few']], ['RETIRES', ['a/none']]]);
});

test('a filter should survive its address, and what is out of bounds become the default', () => {
  const address = new URLSearchParams('portfolio=a&portfolio=b&verdict=GO&q=x&sort=-roi&page=3');
  const filter = parseFilter(address);
  assert.equal(String(formatFilter(filter)), String(address));
  assert.deepEqual(conditions(filter).portfolio, ['a', 'b']);
  assert.equal(parseFilter(new URLSearchParams('page=-4&sort=evil')).page, 1);
  assert.equal(parseFilter(new URLSearchParams('sort=evil')).sort, '-netBenefit');
});

test('the lines of cumulative cost should cross where it has paid back', () => {
  const lines = linesOf({ modelId: 'a/b', upfrontCost: 1000, baselinePerMonth: 700, tunedPerMonth: 200, paybackMonths: 2, horizonMonths: 12, summary: '' });
  assert.equal(lines.baselineAt(2), lines.tunedAt(2));
  assert.equal(lines.retirement, null);
  assert.ok(lines.end >= 12);
});

test('each way should have a bar in the proportion of its cost, the cheapest marked', () => {
  const option = (approach, horizonCost) => ({ approach, modelId: 'a/b', upfrontCost: 0, monthlyCost: 0, horizonCost });
  assert.deepEqual(barsOf([option('PROMPTING', 400), option('FINE_TUNING', 100)]).map((bar) => [bar.share, bar.cheapest]),
    [[1, false], [0.25, true]]);
  assert.deepEqual(barsOf([option('PROMPTING', 0)]).map((bar) => bar.share), [0]);
});

test('the dates of a model, its tuning and its tunes should stand apart', () => {
  assert.equal(dates({}), null);
  assert.equal(dates({ closesAt: '2027-01-07T00:00:00Z', tunedRetiresAt: '2028-01-01T00:00:00Z', replacement: 'a/next' }),
    'tuning closes on Jan 7, 2027; models tuned from it retire on Jan 1, 2028; to be replaced by a/next');
});

test('the table should say what a decision costs and against what, and sort the highest first', () => {
  const cost = COLUMNS.find((column) => column.field === 'decisionMonthlyCost');
  assert.equal(nextSort(cost, '-netBenefit'), '-decisionMonthlyCost');
  assert.equal(nextSort(cost, '-decisionMonthlyCost'), 'decisionMonthlyCost');
  assert.ok(COLUMNS.some((column) => column.name === 'against'));
});
