import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, testOffice, testPerson } from '#platform/testing';
import { proveGuards } from './prove-guards.ts';

/** What somebody tries who types SQL as the application's role, to have something recorded at another time than now. */
const db = await testDatabase();

/** Guard functions of the application that keep a time, with their arguments' names. */
const guards = await db.superuser.rows<{ name: string; names: string[] }>(
  `SELECT proname::text AS name, proargnames[1:pronargs]::text[] AS names FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prosecdef AND 'p_at' = ANY (proargnames[1:pronargs])
      AND has_function_privilege('suixing_app', oid, 'EXECUTE') ORDER BY proname`,
);

/** A call with an officer of every role, or a merchant's key, a time, and nothing else. */
function call({ name, names }: { readonly name: string; readonly names: readonly string[] }, at: string) {
  const token = /card_payment$/.test(name) ? 'sxk_pharmacy' : 'token-both';
  const given: Readonly<Record<string, string>> = { p_token: `'${token}'`, p_step: `'lock'`, p_at: at };
  return `SELECT ${name}(${names.map((each) => `${each} => ${given[each] ?? 'NULL'}`).join(', ')})`;
}

function attempt(sql: string): Promise<string> {
  return db.app.rows(sql).then(
    () => 'it went through',
    (error: Error) => error.message,
  );
}

/** As it stands outside of tests. */
const narrow = 'UPDATE business_clock SET tolerance_seconds = 300';

beforeAll(async () => {
  await testOffice(db);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await db.app.rows(
    `SELECT bind_card('token-clerk', 'psn_a', 'crd_a', 'social-security-card', sha256('n'), '\\x01', '78', '看过卡', now(), now())`,
  );
  await db.superuser.rows(
    `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
     VALUES ('key_pharmacy', $1, 'pharmacy', '{card-payments}', 'off_clerk', now(), now() + interval '1 day')`,
    [createHash('sha256').update('sxk_pharmacy').digest()],
  );
  // Half a day ago, as a test's clock may have it.
  await db.app.rows(
    `SELECT authorise_card_payment('sxk_pharmacy', 'psn_a', 'crd_a', 'pay_a', 'ref_a', 'H44030000001', 500, now() + interval '1 hour', now() - interval '12 hours')`,
  );
  await db.superuser.rows(narrow);
});

describe('nothing is recorded at another time than now', () => {
  // It looks for the payment first, which is there in the test below.
  test.each(guards.filter(({ name }) => name !== 'cancel_card_payment'))('by $name', async (guard) => {
    for (const at of [`now() - interval '6 minutes'`, 'NULL'])
      expect(await attempt(call(guard, at))).toBe('postgres.clock-apart');
    expect(await attempt(call(guard, 'now()'))).not.toBe('postgres.clock-apart');
  });

  test('at whatever time it may be: before, after, at no end or at none', async () => {
    const [guard] = guards;
    for (const at of [
      `now() - interval '6 minutes'`,
      `now() + interval '6 minutes'`,
      `'infinity'`,
      `'-infinity'`,
      'NULL',
    ])
      expect(guard && (await attempt(call(guard, at)))).toBe('postgres.clock-apart');
  });

  test('by confirming or cancelling a card payment at the moment of its authorisation', async () => {
    const then = `now() - interval '12 hours'`;
    expect(await attempt(`SELECT confirm_card_payment('sxk_pharmacy', 'ref_a', 500, ${then})`)).toBe(
      'postgres.clock-apart',
    );
    expect(await attempt(`SELECT cancel_card_payment('sxk_pharmacy', 'psn_a', 'pay_a', ${then})`)).toBe(
      'postgres.clock-apart',
    );
    await db.app.rows(`SELECT confirm_card_payment('sxk_pharmacy', 'ref_a', 500, now())`);
  });

  test('by the helpers that those functions share, which the application cannot call', async () => {
    expect(await attempt(`SELECT mind_the_clock(now())`)).toMatch(/permission denied/);
    expect(await attempt(narrow)).toMatch(/permission denied/);
  });
});

test('the clock that the database minds moves with a demo’s', async () => {
  const record = (at: string) =>
    db.app.rows(`SELECT register_employer('emp_x', '91440300MA5EXAMPLE', '某公司', ${at})`);
  await db.migrator.rows('UPDATE business_clock SET ahead_seconds = 864000');
  await expect(record('now()')).rejects.toThrow('postgres.clock-apart');
  await record(`now() + interval '10 days'`);
  await db.migrator.rows('UPDATE business_clock SET ahead_seconds = 0');
});

test('a guard function that keeps a time without minding the clock is found', async () => {
  expect((await proveGuards(db.app)).broken).toEqual([]);
  await db.migrator.rows(
    `CREATE FUNCTION note_it(p_at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
       SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN RETURN; END $$`,
  );
  await db.migrator.rows('GRANT EXECUTE ON FUNCTION note_it TO suixing_app');
  expect((await proveGuards(db.app)).broken).toMatchObject([{ row: 'note_it' }]);
});
