import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, isAborted, query } from '../../main/resources/dashboard/core/api.js';

/** Has the server answer so; gives the addresses that were asked for. */
function server(context, ...answers) {
  const asked = [];
  context.mock.method(globalThis, 'fetch', async (url) => {
    asked.push(url);
    const answer = answers.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return asked;
}

test('a query should name what has a value, a list entry by entry', () => {
  assert.equal(query({ portfolio: ['a b', 'c'], q: '', provider: undefined, limit: 50 }), '?portfolio=a+b&portfolio=c&limit=50');
  assert.equal(query({ portfolio: [] }), '');
});

test('an answer should be read, once more where the connection broke', async (context) => {
  const asked = server(context, new TypeError('connection reset'), Response.json({ portfolios: [] }));
  assert.deepEqual(await api.portfolios(), { portfolios: [] });
  assert.deepEqual(asked, ['api/portfolios', 'api/portfolios']);
});

test('a proposal should be found whatever its id', async (context) => {
  const asked = server(context, Response.json({}), Response.json({}));
  await api.recommendation('export');
  await api.recommendation('a/b?');
  assert.deepEqual(asked, ['api/recommendations/%65xport', 'api/recommendations/a%2Fb%3F']);
});

test('what the server says instead of data should be told', async (context) => {
  server(context, Response.json({ error: 'limit must be at most 200' }, { status: 400 }), new Response('down', { status: 502 }));
  await assert.rejects(api.facets(), { name: 'Error', message: 'limit must be at most 200', status: 400 });
  await assert.rejects(api.facets(), { message: 'The server answered 502.', status: 502 });
});

test('an answer that is no JSON should be no data, as of a proxy that asks for a password', async (context) => {
  server(context, new Response('<html>', { status: 200 }));
  await assert.rejects(api.facets(), { message: 'The answer of the server cannot be read.', status: 200 });
});

test('an answer that is given up while it arrives should be told apart from a fault', async (context) => {
  const given = new AbortController();
  const endless = new ReadableStream({
    start: (controller) => given.signal.addEventListener('abort', () => controller.error(given.signal.reason)),
  });
  server(context, new Response(endless, { status: 200 }));
  const answer = api.scatter({}, given.signal);
  setTimeout(() => given.abort());
  await assert.rejects(answer, isAborted);
});

test('a server that is not there should be said to be silent', async (context) => {
  server(context, new TypeError('refused'), new TypeError('refused'));
  await assert.rejects(api.facets(), { message: 'The server does not answer.', status: 0 });
});
