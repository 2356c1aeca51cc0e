import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingWords } from '../../main/resources/dashboard/overview/held.js';

test('should say what is odd about a price', () => {
  assert.equal(findingWords({ id: 'JUMP', field: 'inputPerMTok', before: '2.5', after: '30', bound: '10' }), 'inputPerMTok 2.5 → 30 (jump)');
  assert.equal(findingWords({ id: 'TOO_DEAR', field: 'outputPerMTok', after: '2000', bound: '1000' }), 'outputPerMTok none → 2000 (too dear)');
  assert.equal(findingWords({ id: 'HALF_A_PRICE', field: 'outputPerMTok', after: '2.5' }), 'outputPerMTok missing or 0 (half a price)');
  assert.equal(findingWords({ id: 'VANISHED', field: 'tuning' }), 'tuning (vanished)');
});
