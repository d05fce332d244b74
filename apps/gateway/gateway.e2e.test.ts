import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '#basics';
import { readReceipt } from '#engines/exchange';
import { verifierOf } from '#platform/signing';
import { makeAllowance } from './allowance.ts';
import { message, type TestGateway, testGateway } from './gateway.testing.ts';
import { keptFor } from './kept-for.ts';
import { postMessage } from './post-message.ts';
import { applyKept } from './rounds.ts';

let gateway: TestGateway;
const applied: string[] = [];
beforeAll(async () => {
  gateway = await testGateway({
    catalogue: { greeting: { body: z.strictObject({ text: z.string() }) } },
    apply: async (_tx, { messageId }) => {
      applied.push(messageId);
      return ok({ ownerId: null, effect: 'greeted' });
    },
  });
});

const now = () => gateway.agency.clock.now();
const greeting = (transferId: string) =>
  message(gateway.chengdu, {
    transferId,
    type: 'greeting',
    body: { text: '张三，电话13800138000' },
    at: now(),
  });

function post(payload: string, headers: Record<string, string> = {}) {
  const sent = { 'content-type': 'application/jose', ...headers };
  return gateway.server.inject({ method: 'POST', url: '/exchange/v1/messages', payload, headers: sent });
}

test('a partner’s message is answered with a receipt that its published keys prove, and is applied once', async () => {
  const text = greeting('510100-answered1');
  const answer = await post(text);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/jose']);
  const keys = await gateway.server.inject({ url: '/.well-known/suixing-keys.json' });
  const payload = JSON.parse(Buffer.from(answer.body.split('.')[1] ?? '', 'base64url').toString());
  const { messageId, transferId, digest } = payload;
  const receipt = readReceipt(answer.body, {
    about: { messageId, transferId, digest, by: '440300' },
    verifier: verifierOf(keys.json()),
    until: new Date(now().getTime() + 1_000),
  });
  expect(receipt).toMatchObject({ value: { status: 'taken', reason: null, problems: [] } });
  expect((await post(text)).body).toBe(answer.body);
  expect(gateway.kept).toEqual(['510100-answered1']);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined } as never; // nothing is looked at
  await applyKept(gateway.agency, { log, stream: { transferId: '510100-answered1', from: '510100' } });
  await applyKept(gateway.agency, { log, stream: null });
  expect(applied).toEqual([messageId]);
});

test.each([
  ['plain text', 'text/plain', 415],
  ['JSON', 'application/json', 415],
  ['a form', 'application/x-www-form-urlencoded', 415],
])('%s is no message', async (_what, type, status) => {
  const answer = await post('{}', { 'content-type': type });
  expect([answer.statusCode, answer.json().code]).toEqual([status, 'http.media-type']);
});

test('what is too large, unsigned, by a stranger or forged is told so, counted, and leaves nothing', async () => {
  const good = greeting('510100-counted01');
  const stranger = message(gateway.chengdu, {
    ...{ transferId: '510100-counted01', type: 'greeting', body: {}, at: now() },
  }).replace(
    /^[^.]+/,
    Buffer.from('{"alg":"EdDSA","kid":"k","typ":"suixing-message"}').toString('base64url'),
  );
  const [head, body, signature = ''] = good.split('.');
  const forged = `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  const answers = [];
  for (const text of ['x'.repeat(300_000), 'hello', '', stranger, forged]) {
    const answer = await post(text);
    answers.push([answer.statusCode, answer.json().code]);
  }
  expect(answers).toEqual([
    [413, 'http.too-large'],
    [400, 'exchange.not-signed'],
    [400, 'exchange.not-signed'],
    [401, 'exchange.unknown-key'],
    [401, 'exchange.forged'],
  ]);
  expect(gateway.kept).not.toContain('510100-counted01');
});

test('no line of the log holds anything of what a message said', () => {
  expect(gateway.logged.join('\n')).toMatch(/a message came/);
  expect(gateway.logged.join('\n')).not.toMatch(/张三|13800138000/);
});

test('the gateway has no other address', async () => {
  expect((await gateway.server.inject({ url: '/healthz' })).json()).toEqual({
    ...{ status: 'ok', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
  });
  for (const url of ['/', '/docs', '/api/v1/people', '/metrics', '/exchange/v1/messages'])
    expect((await gateway.server.inject({ url })).statusCode).toBe(404);
});

test('a partner that speaks too often is told how long to wait, and another is not held up', () => {
  let at = 0;
  const allowance = makeAllowance({ perMinute: 60, now: () => at });
  for (let turn = 0; turn < 60; turn += 1) expect(allowance.waitSeconds('510100')).toBe(0);
  expect(allowance.waitSeconds('510100')).toBe(1);
  expect(allowance.waitSeconds('441900')).toBe(0);
  at = 1_000;
  expect(allowance.waitSeconds('510100')).toBe(0);
});

const answers: Record<string, RequestListener> = {
  ok: (_request, answer) => answer.setHeader('content-type', 'application/jose').end('a.b.c'),
  moved: (_request, answer) => answer.writeHead(302, { location: '/ok/exchange/v1/messages' }).end(),
  endless: (_request, answer) => {
    const more = () => answer.write('x'.repeat(60_000)) && setImmediate(more);
    answer.on('drain', more);
    more();
  },
  broken: (request) => request.socket.destroy(),
};
const listener = createServer((request, answer) =>
  answers[request.url?.split('/')[1] ?? '']?.(request, answer),
);
afterAll(() => listener.close());

test('posting follows no redirect, reads no endless answer, and tells a broken line by a word', async () => {
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`; // it listens on TCP
  expect(await postMessage(`${base}/ok`, 'x')).toEqual({
    ...{ status: 200, contentType: 'application/jose', body: 'a.b.c' },
  });
  expect(await postMessage(`${base}/moved/`, 'x')).toMatchObject({ status: 302 });
  expect(await postMessage(`${base}/endless`, 'x')).toEqual({ fault: 'answer-too-large' });
  expect(await postMessage(`${base}/broken`, 'x')).toMatchObject({ fault: expect.stringMatching(/^\S+$/) });
});

test('keys and partners are looked up again after a second, not for every message', () => {
  let [at, made] = [0, 0];
  const counted = keptFor({ milliseconds: 1_000, now: () => at, make: () => ++made });
  expect([counted(), counted()]).toEqual([1, 1]);
  at = 1_000;
  expect(counted()).toBe(2);
});
