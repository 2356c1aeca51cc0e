import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDate, count, money, months, percent, setLocale, shortMoney } from '../../main/resources/dashboard/core/format.js';

const cases = [
  ['money', money, [[0, '$0.00'], [1234.5, '$1,234.50'], [-1584, '-$1,584.00'], [30386.5, '$30,387'], [1_234_567, '$1.23M'], [0.0123, '$0.0123'], [null, '–']]],
  ['shortMoney', shortMoney, [[30386.5, '$30.4K'], [999.6, '$1K'], [950, '$950'], [2_500_000, '$2.5M'], [-30386.5, '-$30.4K'], [1.5, '$1.5']]],
  ['count', count, [[1234, '1,234'], [1_234_567, '1.23M'], [0, '0']]],
  ['months', months, [[null, 'never'], [0, 'at once'], [0.01, 'under a day'], [0.0329, '1 day'], [0.5, '15 days'], [2.25, '2.3 months'], [1, '1 month'], [240, '20 years'], [2000, 'over 100 years']]],
  ['percent', percent, [[0.125, '13%'], [0.055, '5.5%']]],
];

for (const [name, format, expected] of cases) {
  test(`${name} should be as people read it`, () => {
    setLocale('en-US');
    for (const [value, text] of expected) {
      assert.equal(format(value), text);
    }
  });
}

test('figures should have the separators of the reader, and English words', () => {
  setLocale('de-DE');
  assert.equal(money(30386.5), '$30.387');
  assert.equal(shortMoney(30386.5), '$30,4K');
  assert.equal(money(1_234_567), '$1,23M');
  assert.equal(money(-1584, { signed: true }), '-$1.584,00');
  assert.equal(money(343, { signed: true }), '+$343,00');
  assert.equal(months(2.25), '2,3 months');
});

test('rounding should be the same whatever the locale', () => {
  for (const value of [0.5, 12.345, 999.6, 30386.5, 999_999.7, 1_234_567]) {
    setLocale('en-US');
    const english = shortMoney(value).replaceAll(',', '');
    setLocale('de-DE');
    assert.equal(shortMoney(value).replaceAll('.', '').replace(',', '.'), english);
  }
});

test('a date that a price list names should be the same day everywhere', () => {
  for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
    process.env.TZ = zone;
    assert.equal(calendarDate('2027-01-07T00:00:00Z'), 'Jan 7, 2027');
  }
});
