import { expect, test } from 'vitest';
import { testDatabase } from '#platform/testing';
import { purposes } from './purposes.ts';

const db = await testDatabase();

test('every purpose that the database lets into the books has its words, and no other', async () => {
  const { told = '' } =
    (await db.superuser.row<{ told: string }>(
      `SELECT pg_get_constraintdef(oid) AS told FROM pg_constraint WHERE conname = 'purpose_names_its_accounts'`,
    )) ?? {};
  const inDatabase = [...told.matchAll(/purpose = '([a-z-]+)'/g)].map(([, name]) => name);
  expect([...new Set(inDatabase)].sort()).toEqual([...purposes].sort());
});
