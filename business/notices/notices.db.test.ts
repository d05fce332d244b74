import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSeal } from '#platform/seal';
import { testDatabase } from '#platform/testing';
import { deliverNotices, readLatestNotices } from './deliver-notices.ts';
import type { Notice } from './notice.ts';
import { putNotice } from './testing.store.ts';

const databases = await testDatabase();
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: (count) => randomBytes(count) });
const context = { database: databases.app, seal };

function write(id: string, expires = '1 hour') {
  return putNotice(databases.superuser, {
    id,
    expires,
    address: seal.seal('13800000000'),
    body: seal.seal(`code ${id}`),
  });
}

test('a waiting notice is handed over once and then rests', async () => {
  await write('ntc_1');
  const handed: Notice[] = [];
  const carrier = async (notice: Notice) => void handed.push(notice);
  expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 1, failed: 0, expired: 0 });
  expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 0, failed: 0, expired: 0 });
  expect(handed).toMatchObject([{ id: 'ntc_1', address: '13800000000', body: 'code ntc_1' }]);
});

test('a notice that expired is not handed over', async () => {
  await write('ntc_2', '-1 minute');
  const carrier = async () => expect.unreachable();
  expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 0, failed: 0, expired: 1 });
});

test('a carrier that fails is tried five times, then the notice is given up', async () => {
  await write('ntc_3');
  const carrier = async () => Promise.reject(new Error('down'));
  for (let time = 0; time < 5; time += 1) {
    expect(await deliverNotices(context, { carrier, limit: 10 })).toMatchObject({ failed: 1 });
  }
  expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 0, failed: 0, expired: 0 });
});

test('two workers at once hand a notice over once', async () => {
  await write('ntc_4');
  let handed = 0;
  const carrier = async () => {
    handed += 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => deliverNotices(context, { carrier, limit: 10 })));
  expect(handed).toBe(1);
});

test('the latest notices can be read in clear by a demo', async () => {
  expect((await readLatestNotices(context, 1))[0]?.body).toBe('code ntc_4');
});
