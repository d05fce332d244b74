import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import type { Agency } from '#apps/agency';
import { assessToJson } from '#business/inquiry/public';
import { openLog } from '#platform/log';
import { testClock } from '#platform/testing';
import { testApi } from './api.testing.ts';
import { buildServer } from './server.ts';

let server: FastifyInstance;
let agency: Agency;

beforeAll(async () => {
  ({ server, agency } = await testApi());
});

const situation = { onDate: '2022-06-30', region: '440300', person: { diedOn: null } };

function assess(payload: string, type = 'application/json') {
  return server.inject({
    method: 'POST',
    url: '/api/v1/assessments',
    payload,
    headers: { 'content-type': type },
  });
}

test('the process says that it is healthy, and ready once the database has its tables', async () => {
  expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' });
  expect((await server.inject('/readyz')).json()).toEqual({ status: 'ready' });
});

test('one situation is assessed with the very bytes that the library gives', async () => {
  const answer = await assess(JSON.stringify(situation));
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.body).toBe(assessToJson(situation));
});

test('a bad situation gets a problem document that lists everything wrong', async () => {
  const answer = await assess('{"region":"1","a":1}');
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toBe(assessToJson({ region: '1', a: 1 }));
  expect(answer.json().problems.length).toBeGreaterThanOrEqual(3);
});

test('text that is not JSON, and nothing at all, are one bad request each', async () => {
  for (const text of ['{', '']) expect((await assess(text)).statusCode).toBe(400);
});

test('many lines get an answer each, also where one of them is bad', async () => {
  const answer = await assess(`${JSON.stringify(situation)}\n\n{}\n`, 'application/x-ndjson');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
  expect(answer.body).toBe(`${assessToJson(situation)}\n${assessToJson({})}\n`);
});

test('a compressed body is refused before it is taken for lines of bad text', async () => {
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const payload = gzipSync(`${JSON.stringify(situation)}\n`.repeat(500));
  const answer = await server.inject({ method: 'POST', url: '/api/v1/assessments', payload, headers });
  expect(answer.statusCode).toBe(415);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.json()).toMatchObject({ code: 'http.content-encoding' });
});

test('a thousand lines are taken, one more is refused whole', async () => {
  const line = `${JSON.stringify(situation)}\n`;
  const full = await assess(line.repeat(1_000), 'application/x-ndjson');
  expect(full.body.trimEnd().split('\n')).toHaveLength(1_000);
  const over = await assess(line.repeat(1_001), 'application/x-ndjson');
  expect(over.statusCode).toBe(413);
  expect(over.headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

test('what is no address of ours is told as a problem in the language asked for', async () => {
  const answer = await server.inject({
    url: '/api/v1/nothing',
    headers: { 'accept-language': 'en-GB,zh;q=0.5' },
  });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({
    code: 'http.no-such-path',
    title: 'There is nothing at this address.',
  });
});

test('every answer tells the agency’s day, whose clock a demo moves, so that no page promises one by another clock', async () => {
  const moved = { ...agency, clock: testClock('2030-01-02T00:30:00+08:00') };
  const other = await buildServer(moved, {
    log: openLog({ level: 'silent', app: 'test' }),
    limitRate: false,
  });
  expect((await other.inject('/healthz')).headers['suixing-today']).toBe('2030-01-02');
  await other.close();
});

test('no page can be made of any answer, whoever asks for it', async () => {
  const answers = [
    await assess(JSON.stringify(situation)),
    await assess('{'),
    await server.inject('/healthz'),
    await server.inject('/api/v1/withdrawals'),
    await server.inject('/api/v1/nothing'),
  ];
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
});

test('an address that cannot be read is told as a problem too, without being repeated', async () => {
  const answer = await server.inject('/api/v1/people/110105194912310020%');
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.json().code).toBe('http.no-such-path');
  expect(answer.body).not.toContain('110105');
});

test('metrics are for the machine itself, not for what a proxy passes on', async () => {
  expect((await server.inject('/metrics')).body).toContain('operation="assessSituations",status="200"');
  const passedOn = await server.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(passedOn.statusCode).toBe(404);
});

test('an address that asks too often is told how long to wait', async () => {
  const { server: limited } = await testApi({ limitRate: true });
  const ask = () =>
    limited.inject({
      method: 'POST',
      url: '/api/v1/assessments',
      payload: situation,
      remoteAddress: '203.0.113.7',
    });
  for (let count = 0; count < 600; count += 1) await ask();
  const refused = await ask();
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(refused.json()).toMatchObject({ code: 'http.too-many', figures: { seconds: expect.any(Number) } });
});

test('the metrics’ token opens them to another machine, and nothing else does', async () => {
  const { server: watched } = await testApi({ metricsToken: 'sesame' });
  const ask = (authorization: string) =>
    watched.inject({ url: '/metrics', headers: { authorization }, remoteAddress: '203.0.113.7' });
  expect((await ask('Bearer sesame')).statusCode).toBe(200);
  expect((await ask('Bearer sesamE')).statusCode).toBe(404);
});
