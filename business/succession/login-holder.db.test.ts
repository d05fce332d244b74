import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { forgetCodeNames, handOverCode } from '#business/access';
import { type Caller, system } from '#business/access/public';
import type { GivenIdentity } from '#business/registry/public';
import { auditProofs } from '#engines/audit';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testRecord } from '#platform/testing';
import { successionChains } from './chained.store.ts';

/** Under which name officers identified whoever acts by a login as a successor: kept, chained, and erased with its code. */
const db = await testDatabase();
await testOffice(db);
await testRecord(db, 'psn_dead');
const access = {
  ...{ database: db.app, loginDatabase: db.login, clock: testClock('2026-06-01T10:00:00+08:00') },
  ...{ ids: testIds(97), seal: makeSeal({ keys: [new Uint8Array(32).fill(9)], random }), random },
  mode: 'development' as const,
};
const clerk: Caller = { ...system, kind: 'officer', id: 'off_clerk', token: 'token-clerk' };
const login = `usr_${'7'.repeat(26)}`;
const document = { kind: 'citizen-id', number: '11010519491231002x' } as const;
const wish = {
  personId: 'psn_dead',
  capacity: 'successor',
  paperReference: '户口簿 3',
  loginId: null,
} as const;
await db.superuser.rows(
  `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at) VALUES ($1, '', '', now(), now())`,
  [login],
);

it('what officers saw stands each time in the chain of the person who died, and whatever is changed of it shows', async () => {
  for (const name of ['何丽', null, null]) await use(await handed(name));
  await use(await handed('何立', document));
  // The second code without a name took nothing back any more.
  expect(await seen()).toEqual(['何丽', null, '何立']);
  const papers = 'SELECT identity_kind AS kind, identity_tail AS tail FROM login_holder ORDER BY seq';
  const unknown = { kind: null, tail: null };
  expect(await db.superuser.rows(papers)).toEqual([unknown, unknown, { kind: 'citizen-id', tail: '002X' }]);
  expect(await broken()).toEqual([]);
  for (const [tampering, row] of [
    [`UPDATE login_holder SET name = '何丽' WHERE seq = 3`, `${login}/3`],
    [`UPDATE login_holder SET identity_tail = '1234' WHERE seq = 3`, `${login}/3`],
    [`UPDATE login_holder SET identity_kind = NULL, identity_tail = NULL WHERE seq = 3`, `${login}/3`],
    [`UPDATE login_holder SET identity_kind = 'passport', identity_tail = '34' WHERE seq = 1`, `${login}/1`],
    [`UPDATE login_holder SET officer_id = 'off_x' WHERE seq = 3`, `${login}/3`],
    [`UPDATE login_holder SET since_at = since_at + interval '1 second' WHERE seq = 3`, `${login}/3`],
    ['DELETE FROM login_holder WHERE seq = 2', `${login}/2`],
    [`INSERT INTO login_holder VALUES ('usr_x', 'psn_dead', '何立', 'window', 'off_x', now(), 1)`, 'usr_x/1'],
  ] as const) {
    await db.superuser.rows('CREATE TABLE as_it_was AS SELECT * FROM login_holder');
    await db.superuser.rows(tampering);
    expect(await broken(), tampering).toEqual([`psn_dead/login-holder/${row}`]);
    await db.superuser.rows('DELETE FROM login_holder');
    await db.superuser.rows('INSERT INTO login_holder SELECT * FROM as_it_was');
    await db.superuser.rows('DROP TABLE as_it_was');
  }
});

it('a code that was used before another one identifies nobody anew, and nobody writes who was identified', async () => {
  const before = await seen();
  const first = await db.superuser.row<{ hash: Uint8Array }>(
    'SELECT code_hash AS hash FROM activation_code WHERE used_by = $1 ORDER BY used_at LIMIT 1',
    [login],
  );
  if (!first) throw new Error('a code was used');
  await db.superuser.rows(`UPDATE activation_code SET holder_name = '何丽' WHERE code_hash = $1`, [
    first.hash,
  ]);
  await keep(first.hash);
  expect(await seen()).toEqual(before);
  const written = `INSERT INTO login_holder VALUES ('${login}', 'psn_dead', '何丽', 'window', 'off_x', now(), 9)`;
  const kept = `SELECT keep_holder('${login}', 'psn_dead', '何丽', 'window', 'off_x', now())`;
  for (const sql of [written, kept])
    for (const role of [db.app, db.login]) await expect(role.rows(sql)).rejects.toThrow('permission denied');
});

it('a name that the window wrote down with a code is gone once the code was used, also to recover a login, or can be used no more', async () => {
  const left = async () =>
    (
      await db.superuser.row<{ n: number }>(
        'SELECT count(*)::int AS n FROM activation_code WHERE holder_name IS NOT NULL',
      )
    )?.n;
  const used = await handed('何丽', document);
  for (let more = 0; more < 3; more += 1) await handed('何丽', document);
  expect(await left()).toBe(4);
  await use(used);
  expect(await left()).toBe(3);
  expect(await forgetCodeNames(access)).toBe(0);
  const one = '(SELECT min(code_hash::text) FROM activation_code WHERE holder_name IS NOT NULL)';
  await db.superuser.rows(
    `UPDATE activation_code SET used_at = now(), used_by = 'usr_x' WHERE code_hash::text = ${one}`,
  );
  expect(await forgetCodeNames(access)).toBe(1);
  await db.superuser.rows(
    `UPDATE activation_code SET made_at = now() - interval '8 days', expires_at = now() WHERE code_hash::text = ${one}`,
  );
  expect(await forgetCodeNames(access)).toBe(1);
  expect(await left()).toBe(1);
  const papers = 'SELECT count(holder_tail)::int AS n FROM activation_code';
  expect(await db.superuser.row(papers)).toEqual({ n: 1 });
});

it('a document that the window writes down with a code has a number that can be right, and stands with a name and for a successor only', async () => {
  const given = { ...wish, holderName: '何丽', holderIdentity: document };
  const wrong = { ...given, holderIdentity: { ...document, number: '110105194912310021' } };
  expect(await handOverCode(access, clerk, wrong)).toMatchObject({
    refusal: { code: 'registry.number-wrong', problems: [{ path: 'holderIdentity.number' }] },
  });
  const last = async () =>
    db.superuser.row(
      'SELECT holder_name AS name, holder_kind AS kind, holder_tail AS tail FROM activation_code ORDER BY made_at DESC LIMIT 1',
    );
  expect(await handOverCode(access, clerk, given)).toMatchObject({ ok: true });
  expect(await last()).toEqual({ name: '何丽', kind: 'citizen-id', tail: '002X' });
  expect(await handOverCode(access, clerk, { ...given, holderName: null })).toMatchObject({ ok: true });
  expect(await last()).toEqual({ name: null, kind: null, tail: null });
});

function random(count: number): Uint8Array {
  return new Uint8Array(randomBytes(count));
}

/** A code that the window has just handed over, by its hash. */
async function handed(
  holderName: string | null,
  holderIdentity: GivenIdentity | null = null,
): Promise<Uint8Array> {
  const code = await handOverCode(access, clerk, { ...wish, holderName, holderIdentity });
  const row = await db.superuser.row<{ hash: Uint8Array }>(
    'SELECT code_hash AS hash FROM activation_code ORDER BY made_at DESC LIMIT 1',
  );
  if (!code.ok || !row) throw new Error('no code was handed over');
  return row.hash;
}

async function use(hash: Uint8Array): Promise<void> {
  await db.login.rows('UPDATE activation_code SET used_at = now(), used_by = $2 WHERE code_hash = $1', [
    ...[hash, login],
  ]);
  await keep(hash);
}

function keep(hash: Uint8Array): Promise<unknown> {
  return db.login.rows('SELECT keep_holder_of_code($1, $2)', [hash, login]);
}

async function seen(): Promise<readonly (string | null)[]> {
  const rows = await db.superuser.rows<{ name: string | null }>(
    'SELECT name FROM login_holder WHERE owner_id = $1 ORDER BY seq',
    [login],
  );
  return rows.map(({ name }) => name);
}

/** What `suixing verify` names of these rows. */
async function broken(): Promise<readonly string[]> {
  const proofs = auditProofs(successionChains.filter(({ kind }) => kind === 'login-holder'));
  const found = await Promise.all(proofs.map((proof) => proof.run(db.app, () => undefined)));
  return found.flatMap((each) => each.broken.map(({ row }) => row));
}
