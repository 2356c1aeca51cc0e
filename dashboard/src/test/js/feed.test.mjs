import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Feed, SILENCE_MILLIS } from '../../main/resources/dashboard/core/feed.js';

class FakeSource {
  handlers = new Map();
  closed = false;

  addEventListener(name, handler) {
    this.handlers.set(name, handler);
  }

  say(name, data) {
    this.handlers.get(name)({ data: JSON.stringify(data) });
  }

  close() {
    this.closed = true;
  }
}

function fixture() {
  const at = { now: 1_000_000 };
  const sources = [];
  const told = [];
  const feed = new Feed((name, data) => told.push([name, data]), {
    open: () => {
      sources.push(new FakeSource());
      return sources.at(-1);
    },
    now: () => at.now,
  });
  feed.start();
  const pass = (millis) => {
    for (let each = 0; each < millis; each += 1_000) {
      at.now += 1_000;
      feed.check();
    }
  };
  return { at, sources, told, feed, pass, state: () => feed.state };
}

const CURRENT = { current: true, reason: '' };

test('should be live once the server says that its source is there', (context) => {
  const { sources, feed, state } = fixture();
  context.after(() => feed.stop());
  assert.equal(state().live, false);
  sources[0].say('source', CURRENT);
  assert.equal(state().live, true);
});

test('should say within 30 seconds that a silent link is dead, and since when', (context) => {
  const { at, sources, feed, state, pass } = fixture();
  context.after(() => feed.stop());
  sources[0].say('ping', CURRENT);
  const heard = at.now;
  pass(SILENCE_MILLIS);
  assert.equal(state().live, true);
  pass(30_000 - SILENCE_MILLIS);
  assert.equal(state().live, false);
  assert.equal(state().since, heard);
  assert.equal(sources[0].closed, true);
});

test('should stay live while there are pings and nothing else', (context) => {
  const { sources, feed, state, pass } = fixture();
  context.after(() => feed.stop());
  for (let each = 0; each < 10; each += 1) {
    sources[0].say('ping', CURRENT);
    pass(15_000);
    assert.equal(state().live, true);
  }
  assert.equal(sources.length, 1);
});

test('should not be live while the server has lost its source, and keep since when', (context) => {
  const { at, sources, feed, state, pass } = fixture();
  context.after(() => feed.stop());
  sources[0].say('source', CURRENT);
  pass(5_000);
  sources[0].say('source', { current: false, reason: 'waiting for Kafka' });
  const since = at.now;
  assert.deepEqual(state(), { live: false, since, reason: 'waiting for Kafka' });
  pass(10_000);
  sources[0].say('ping', { current: false, reason: 'waiting for Kafka' });
  assert.equal(state().since, since);
});

test('should connect again, slower each time, and then say that something was missed', (context) => {
  const { sources, told, feed, pass, state } = fixture();
  context.after(() => feed.stop());
  sources[0].say('source', CURRENT);
  sources[0].handlers.get('error')();
  assert.equal(state().live, false);
  pass(1_000);
  assert.equal(sources.length, 2);
  sources[1].handlers.get('error')();
  pass(1_000);
  assert.equal(sources.length, 2);
  pass(1_000);
  assert.equal(sources.length, 3);
  sources[2].say('source', CURRENT);
  assert.equal(state().live, true);
  assert.deepEqual(told.at(-1), ['reconnected', null]);
});

test('should not listen to a connection that it has given up', (context) => {
  const { sources, told, feed, pass } = fixture();
  context.after(() => feed.stop());
  sources[0].handlers.get('error')();
  pass(1_000);
  const before = told.length;
  sources[0].say('price', { modelId: 'a/b' });
  assert.equal(told.length, before);
});
