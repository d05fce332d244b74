import { expect, test } from 'vitest';
import { testDatabase } from '#platform/testing';
import { purposes } from './purposes.ts';

const db = await testDatabase();

test('every purpose that the database lets into the books has its words, and no other', async () => {
  const { told = '' } =
    (await db.superuser.row<{ told: string }>(
      `SELECT prosrc AS told FROM pg_proc WHERE proname = 'moves_accounts'`,
    )) ?? {};
  const inDatabase = [...told.matchAll(/'([a-z-]+): [a-z-]+ > [a-z-]+'/g)].map(([, name]) => name);
  expect([...new Set(inDatabase)].sort()).toEqual([...purposes].sort());
});
