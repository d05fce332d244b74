import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openLog } from '#platform/log';
import { type TestApi, testApi } from './api.testing.ts';
import { startServer } from './start.ts';

const log = openLog({ level: 'silent', app: 'test' });
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});

describe('Starting', () => {
  test('it takes a free port, says where it is, and is gone when stopped', async () => {
    const started = await startServer(api.agency, { host: '127.0.0.1', port: 0, log });
    if (!started.ok) throw new Error(started.refusal.code);
    const { address, stop } = started.value;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
    await stop();
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  test('a port that another program uses is named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo; // it listens on TCP
    expect(await startServer(api.agency, { host: '127.0.0.1', port, log })).toEqual({
      ok: false,
      refusal: { code: 'api.port-in-use', figures: { host: '127.0.0.1', port, setting: 'SUIXING_PORT' } },
    });
    other.close();
  });

  test('an address that this machine does not have is named', async () => {
    expect(await startServer(api.agency, { host: '203.0.113.1', port: 0, log })).toMatchObject({
      refusal: { code: 'api.address-not-ours' },
    });
  });
});

describe('The contract', () => {
  test('what is served is what docs/openapi.json says', async () => {
    const committed = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'openapi.json'), 'utf8');
    expect((await api.server.inject('/openapi.json')).json()).toEqual(JSON.parse(committed));
  });

  test('the page that explains it asks nothing of any other server and runs no script but its own', async () => {
    const page = await api.server.inject('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      (match) => new URL(match[1] ?? '', 'http://here/docs/').pathname,
    );
    for (const link of links) expect((await api.server.inject(link)).statusCode, link).toBe(200);
    expect(page.body).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });
});
