import { expect, it } from 'vitest';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { nameAccountByLink, sayByLink } from './heir-links.ts';
import { heirSteps } from './heirs.testing.ts';
import { readByLink } from './see-by-link.ts';
import { sampleSteps } from './steps.testing.ts';
import { payee, sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock: testClock('2026-06-01T10:00:00+08:00'),
  ids: testIds(73),
  random: testRandom(73),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { account, add, divide, link, view, hear } = heirSteps(agency, steps);

const say = (secret: string, word: 'agree' | 'waive' | 'object', disputes: readonly string[] = []) =>
  inTransaction(db.app, (tx) => sayByLink(tx, { context, secret, word, disputes }));
const over = { ok: false, refusal: { code: 'succession.link-over' } };

it('an heir sees by the link their own share and nobody’s name or number, agrees, and names the account', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const [one, other] = [await add(number, '欧阳强', {}), await add(number, '欧阳梅', {})];
  await divide(number);
  const secret = await link(number, one);
  const seen = await readByLink(db.app, { context, secret });
  expect(seen).toMatchObject({
    value: { deceasedName: '张*', heirName: '欧**', yourWord: null, accountNamed: false },
  });
  const text = JSON.stringify(seen);
  for (const kept of ['欧阳梅', owner, number, '100464', '1960']) expect(text).not.toContain(kept);
  expect(await say(secret, 'agree')).toMatchObject({ ok: true });
  const named = { ...payee, name: '欧阳强' };
  expect(
    await inTransaction(db.app, (tx) => nameAccountByLink(tx, { context, secret, payee: named })),
  ).toMatchObject({ value: { accountTail: '5678', doubts: [{ id: 'card-check-digit' }] } });
  const told = await view(number);
  const shown = { accountTail: '5678', doubts: [{ id: 'card-check-digit' }] };
  expect(told.heirs).toMatchObject([
    { successorId: one, word: 'agree', channel: 'link', account: shown },
    { successorId: other, word: null, account: null },
  ]);
  expect(
    await db.app.rows('SELECT 1 FROM heir_link WHERE encode(secret_hash, $1) = $2', ['escape', secret]),
  ).toEqual([]);
});

it('an heir reads their account back by the agency’s link: the bank, the last digits, who named it, and what is doubtful about it', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const heir = await add(number, '林强', {});
  await divide(number);
  const secret = await link(number, heir);
  const seen = () => readByLink(db.app, { context, secret });
  expect(await seen()).toMatchObject({ value: { account: null } });
  await account(number, heir, '林强', '6222021234567890071');
  const shown = {
    ...{ name: '林*', bankName: payee.bankName, accountTail: '0071' },
    doubts: [{ id: 'card-check-digit' }],
  };
  expect(await seen()).toMatchObject({ value: { account: { namedBy: 'window', shown } } });
  const named = { ...payee, name: '林强' };
  await inTransaction(db.app, (tx) => nameAccountByLink(tx, { context, secret, payee: named }));
  expect(await seen()).toMatchObject({
    value: { account: { namedBy: 'link', shown: { accountTail: '5678' } } },
  });
});

it('a link that is wrong, was replaced or has run out opens nothing', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const heir = await add(number, '周强', {});
  await divide(number);
  const first = await link(number, heir);
  const second = await link(number, heir);
  expect(await readByLink(db.app, { context, secret: first })).toMatchObject(over);
  expect(await readByLink(db.app, { context, secret: 'sxh_guess' })).toMatchObject(over);
  await db.superuser.rows(
    `UPDATE heir_link SET expires_at = now() - interval '1 second' WHERE successor_id = $1`,
    [heir],
  );
  expect(await say(second, 'waive')).toMatchObject(over);
});

it('a link speaks for its own heir only, and nobody speaks without one or a clerk’s session', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const [one, other] = [await add(number, '吴强', {}), await add(number, '吴梅', {})];
  await divide(number);
  const secret = await link(number, one);
  const { id } = await steps.file(number);
  const typed = (sql: string) =>
    db.app.rows(sql).then(
      () => 'it went through',
      (error: Error) => error.message,
    );
  const spoken = `'${owner}', '${id}', '${other}', 'waive', '{}', NULL, NULL, now())`;
  expect(await typed(`SELECT hear_successor(NULL, '${secret}', ${spoken}`)).toBe('succession.link-over');
  expect(await typed(`SELECT hear_successor('x', NULL, ${spoken}`)).toBe('access.no-session');
  expect(await typed(`SELECT hear_successor('token-reviewer', NULL, ${spoken}`)).toBe('access.role-missing');
  expect(
    await typed(
      `SELECT hear_successor(NULL, '${secret}', '${owner}', '${id}', '${one}', 'disqualified', '{}', NULL, NULL, now())`,
    ),
  ).toBe('succession.link-over');
  const typedAccount = `'${owner}', '${id}', '${other}', '吴梅', '1', '银行', '\\x01', '1', now())`;
  expect(await typed(`SELECT record_heir_payee(NULL, '${secret}', ${typedAccount}`)).toBe(
    'succession.link-over',
  );
  expect(await typed(`SELECT record_heir_payee(NULL, NULL, ${typedAccount}`)).toBe('access.no-session');
  expect(await typed(`SELECT give_heir_link('x', '${owner}', '${id}', '${other}', sha256('a'), 30)`)).toBe(
    'access.no-session',
  );
  expect(await typed(`UPDATE heir_link SET secret_hash = sha256('a')`)).toContain('permission denied');
  // What the window hears later counts.
  await say(secret, 'object', [other]);
  await hear(number, one, 'agree');
  expect((await view(number)).heirs[0]?.word).toBe('agree');
});

it('who waived, lost the right or was struck out becomes no heir again by their link, and who was struck out reads nothing', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const { id } = await steps.file(number);
  for (const [name, out] of [
    ['钱一', 'waive'],
    ['钱二', 'disqualified'],
    ['钱三', 'struck'],
  ] as const) {
    const heir = await add(number, name, {});
    await add(number, '钱梅', {});
    await divide(number);
    const secret = await link(number, heir);
    await hear(number, heir, out);
    for (const word of ['agree', 'object'] as const) expect(await say(secret, word)).toMatchObject(over);
    const typed = `'${owner}', '${id}', '${heir}', '钱一', '1', '银行', '\\x01', '1', now())`;
    const named = db.app.rows(`SELECT record_heir_payee(NULL, '${secret}', ${typed}`);
    await expect(named).rejects.toThrow('succession.link-over');
    const seen = await readByLink(db.app, { context, secret });
    expect(seen).toMatchObject(out === 'struck' ? over : { ok: true });
    // At the window they are heard.
    await hear(number, heir, 'agree');
    expect(await say(secret, 'object')).toMatchObject({ ok: true });
  }
});
