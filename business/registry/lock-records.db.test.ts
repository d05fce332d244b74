import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ok } from '#basics';
import { inTransaction } from '#platform/postgres';
import { testDatabase } from '#platform/testing';
import { lockRecords } from './record.store.ts';

const db = await testDatabase();

test('who waits for a person’s records goes on when the other is done, however often the other asked for them', async () => {
  const order: string[] = [];
  const held = Promise.withResolvers<void>();
  const first = inTransaction(db.app, async (tx) => {
    await lockRecords(tx, 'one');
    await lockRecords(tx, 'one');
    order.push('first has it');
    held.resolve();
    await pause(200); // long enough for the second to ask
    order.push('first is done');
    return ok(null);
  });
  await held.promise;
  const second = inTransaction(db.app, async (tx) => {
    await lockRecords(tx, 'two');
    await lockRecords(tx, 'one');
    order.push('second has it');
    return ok(null);
  });
  await Promise.all([first, second]);
  expect(order).toEqual(['first has it', 'first is done', 'second has it']);
});
