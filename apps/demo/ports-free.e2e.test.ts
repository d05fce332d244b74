import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { portsFree } from './ports-free.ts';

test('every port of a demo that another program uses is told at once, before anything is drawn', async () => {
  const others = [createServer(), createServer()];
  for (const other of others) await once(other.listen(0, '127.0.0.1'), 'listening');
  const [one = 0, two = 0] = others.map((other) => (other.address() as AddressInfo).port); // they listen on TCP
  const host = '127.0.0.1';
  const here = { host, region: '440300', port: 0, gatewayPort: one };
  const there = { host, region: '510100', port: two, gatewayPort: 0 };
  expect(await portsFree([here, there])).toMatchObject({
    refusal: {
      code: 'demo.port-taken',
      figures: { port: one, region: '440300', setting: 'SUIXING_GATEWAY_PORT' },
      problems: [{ path: 'SUIXING_PORT', detail: { en: expect.stringContaining(`port ${two}`) } }],
    },
  });
  for (const other of others) await once(other.close(), 'close');
  expect(await portsFree([here, there])).toEqual({ ok: true, value: null });
});
