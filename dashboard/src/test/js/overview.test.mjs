import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setLocale } from '../../main/resources/dashboard/core/format.js';
import { linesOf } from '../../main/resources/dashboard/detail/course.js';
import { conditions, formatFilter, parseFilter } from '../../main/resources/dashboard/overview/filters.js';
import { savingsChange } from '../../main/resources/dashboard/overview/flips.js';
import { moments } from '../../main/resources/dashboard/overview/upcoming.js';

test('a flip should say the difference with its sign', () => {
  setLocale('en-US');
  assert.equal(savingsChange({ monthlySavings: 343, previousMonthlySavings: 1927 }), 'savings -$1,584.00 a month');
  assert.equal(savingsChange({ monthlySavings: 1927, previousMonthlySavings: 343 }), 'savings +$1,584.00 a month');
  assert.equal(savingsChange({ monthlySavings: 343, previousMonthlySavings: 343 }), 'savings as before');
  assert.equal(savingsChange({ monthlySavings: 343 }), null);
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
