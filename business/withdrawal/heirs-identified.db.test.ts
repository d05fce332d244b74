import { expect, it } from 'vitest';
import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import type { Word } from '#business/succession/public';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { nameHeirPayee } from './heir-accounts.ts';
import { keepContactByLink, nameAccountByLink } from './heir-links.ts';
import { hearHeir } from './heir-words.ts';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { giveLinkToHeir, keepHeirContact } from './reach-heir.ts';
import { readHeirs } from './read-heirs.ts';
import { readHistory } from './read-history.ts';
import { readByLink } from './see-by-link.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, payee, type SignedIn, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(83);
const agency = await sampleAgency({
  db,
  clock: testClock('2026-06-01T10:00:00+08:00'),
  ids: testIds(83),
  random,
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { by, run } = steps;
const { account, add, divide, hear, link, papers, view } = heirSteps(agency, steps);
const relative = (owner: string, more: SignedIn = {}) => signedInRelative(db, { owner, random, ...more });

/** A case after a death with heirs of these names, as the window opened it. */
async function estate(...names: readonly string[]) {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const heirs: string[] = [];
  for (const name of names) heirs.push(await add(number, name, {}));
  await divide(number);
  return { owner, number, heirs: heirs as [string, string] }; // two are named in every test
}
const be = (caller: Caller, number: string, successorId: string) =>
  run((tx) => beHeir(tx, { ...by(caller, number), successorId }));
const say = (caller: Caller, number: string, successorId: string, word: Word) =>
  run((tx) => hearHeir(tx, { ...by(caller, number), successorId, word, disputes: [], paperReference: null }));
const pass = (caller: Caller, number: string, successorId: string) =>
  run((tx) => giveLinkToHeir(tx, { ...by(caller, number), successorId, days: 30 }));
const seenBy = async (caller: Caller, number: string) =>
  (await must(readHeirs(db.app, by(caller, number)))).heirs;
const refusal = (code: string) => ({ refusal: { code } });

it('an heir whom officers identified by name sees which one they are, waives their own share signed in, and it counts at once', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  const daughter = await relative(owner, { holderName: '何佳' });
  const masked = [
    { name: '何佳', named: true, namesWhole: false },
    { name: '何*', named: false, namesWhole: false },
  ];
  expect(await seenBy(daughter, number)).toMatchObject(masked);
  await must(be(daughter, number, heirs[0]));
  expect((await seenBy(daughter, number)).map(({ mayWaive }) => mayWaive)).toEqual([true, false]);
  await must(say(daughter, number, heirs[0], 'waive'));
  await must(divide(number));
  expect(await view(number)).toMatchObject({
    heirs: [{ word: 'waive', channel: 'login' }, { word: null }],
    division: { shares: [{ successorId: heirs[1], share: '1/1' }] },
  });
  expect((await view(number)).problems.map(({ path }) => path)).not.toContain(`succession.${heirs[0]}`);
  // It is taken back at the window only, and only while nothing is divided by a decision.
  for (const word of ['agree', 'object'] as const)
    expect(await say(daughter, number, heirs[0], word)).toMatchObject(refusal('succession.not-your-share'));
  await must(hear(number, heirs[0], 'agree'));
  expect(await say(daughter, number, heirs[0], 'object')).toMatchObject({ ok: true });
});

it('nobody waives for a brother by saying to be him, nor where two heirs have one name or the window wrote none down', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  const atWindow = refusal('succession.waive-at-window');
  const daughter = await relative(owner, { holderName: '何佳' });
  await must(be(daughter, number, heirs[1]));
  expect((await seenBy(daughter, number))[1]).toMatchObject({ yours: true, mayWaive: false });
  expect(await say(daughter, number, heirs[1], 'waive')).toMatchObject(atWindow);
  const unnamed = await relative(owner);
  await must(be(unnamed, number, heirs[0]));
  expect(await say(unnamed, number, heirs[0], 'waive')).toMatchObject(atWindow);
  const { owner: dead, number: other, heirs: same } = await estate('张伟', '张伟');
  const one = await relative(dead, { holderName: '张伟' });
  await must(be(one, other, same[0]));
  expect(await say(one, other, same[0], 'waive')).toMatchObject(atWindow);
  await must(hear(other, same[1], 'struck'));
  await must(say(one, other, same[0], 'waive'));
});

it('which heir a login says to be is a step of the case, each time it is said', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  const daughter = await relative(owner);
  await must(be(daughter, number, heirs[1]));
  await must(be(daughter, number, heirs[0]));
  const { id } = await steps.file(number);
  const said = await db.app.rows(
    `SELECT actor_id AS "by", data->>'successorId' AS heir FROM case_action WHERE case_id = $1 AND action = 'be-heir' ORDER BY seq`,
    [id],
  );
  expect(said).toEqual([
    { by: daughter.id, heir: heirs[1] },
    { by: daughter.id, heir: heirs[0] },
  ]);
  const history = await must(readHistory(db.app, by(clerk, number)));
  expect(JSON.stringify(history)).toContain('登录的继承人说明自己是哪一位');
});

it('an account and an address given at the window stand against a link that a relative passed on, not against the agency’s', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  const son = heirs[1];
  const daughter = await relative(owner);
  const { secret } = await must(pass(daughter, number, son));
  const account = (by: string, name = '何立') =>
    inTransaction(db.app, (tx) => nameAccountByLink(tx, { context, secret: by, payee: { ...payee, name } }));
  const contact = { language: 'en', email: 'li@example.org' } as const;
  const writeTo = (by: string) =>
    inTransaction(db.app, (tx) => keepContactByLink(tx, { context, secret: by, contact }));
  const named = (caller: Caller) =>
    run((tx) =>
      nameHeirPayee(tx, { ...by(caller, number), successorId: son, payee: { ...payee, name: '何立' } }),
    );
  // What came by such a link is changed by such a link.
  await must(account(secret));
  await must(writeTo(secret));
  await must(account(secret));
  await must(writeTo(secret));
  expect(await readByLink(db.app, { context, secret })).toMatchObject({
    value: { accountStands: false, contactStands: false, account: { namedBy: 'invited', shown: {} } },
  });
  await must(named(clerk));
  await must(run((tx) => keepHeirContact(tx, { ...by(clerk, number), successorId: son, contact })));
  const stands = refusal('succession.given-at-window');
  expect(await account(secret)).toMatchObject(stands);
  expect(await writeTo(secret)).toMatchObject(stands);
  expect(await readByLink(db.app, { context, secret })).toMatchObject({
    value: { accountStands: true, contactStands: true, account: { namedBy: 'window', shown: null } },
  });
  expect(await named(daughter)).toMatchObject(refusal('succession.account-of-another'));
  const given = await link(number, son);
  await must(account(given));
  await must(writeTo(given));
  const again = await must(pass(daughter, number, son));
  expect(await account(again.secret)).toMatchObject(stands);
  // Nor does it tell which one the heir gave by the agency's link.
  const told = await must(readByLink(db.app, { context, secret: again.secret }));
  expect(told.account).toEqual({ namedBy: 'link', shown: null });
  expect(JSON.stringify(told)).not.toContain(payee.bankName);
  expect(await writeTo(again.secret)).toMatchObject(stands);
});

it('an account that the window named for an heir without a link is not replaced by whoever wrote the heir down', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  await must(
    run((tx) =>
      nameHeirPayee(tx, { ...by(clerk, number), successorId: heirs[1], payee: { ...payee, name: '何立' } }),
    ),
  );
  const { id: caseId } = await steps.file(number);
  const { token } = await relative(owner);
  const typed = db.app.rows(
    `SELECT record_heir_payee($4, NULL, $1, $2, $3, '何立', '1', '银行', '\\x01', '1', now())`,
    [owner, caseId, heirs[1], token],
  );
  await expect(typed).rejects.toThrow('succession.account-of-another');
});

it('an account named before it was kept by which way stands as a window’s, and the pages offer nobody to change it who would be refused', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  const son = heirs[1];
  const named = (caller: Caller) =>
    run((tx) =>
      nameHeirPayee(tx, { ...by(caller, number), successorId: son, payee: { ...payee, name: '何立' } }),
    );
  const seen = async (caller: Caller) => (await seenBy(caller, number))[1];
  const daughter = await relative(owner, { holderName: '何佳' });
  const { secret } = await must(pass(daughter, number, son));
  await must(be(daughter, number, son));
  await must(named(daughter));
  expect((await seen(daughter))?.mayChangeAccount).toBe(true);
  await inTransaction(db.superuser, async (tx) => {
    await tx.rows(`SET LOCAL session_replication_role = 'replica'`);
    await tx.rows('UPDATE payee SET named_by = NULL WHERE owner_id = $1', [owner]);
    return ok(null);
  });
  // Which way it was, nobody is told.
  expect(await seen(daughter)).toMatchObject({ mayChangeAccount: false, account: { namedBy: null } });
  expect(await named(daughter)).toMatchObject(refusal('succession.account-seen'));
  expect((await seen(clerk))?.mayChangeAccount).toBe(true);
  expect(await readByLink(db.app, { context, secret })).toMatchObject({ value: { accountStands: true } });
  const byLink = inTransaction(db.app, (tx) =>
    nameAccountByLink(tx, { context, secret, payee: { ...payee, name: '何立' } }),
  );
  expect(await byLink).toMatchObject(refusal('succession.given-at-window'));
  await must(named(clerk));
});

it('who only says to be an heir replaces no account given at the window or by the agency’s link, and no program says it for them', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  const son = heirs[1];
  const named = (caller: Caller) =>
    run((tx) =>
      nameHeirPayee(tx, { ...by(caller, number), successorId: son, payee: { ...payee, name: '何立' } }),
    );
  await must(named(clerk));
  const daughter = await relative(owner, { holderName: '何佳' });
  await must(be(daughter, number, son));
  const seen = refusal('succession.account-seen');
  expect(await named(daughter)).toMatchObject(seen);
  const secret = await link(number, son);
  const his = { ...payee, name: '何立' };
  await must(inTransaction(db.app, (tx) => nameAccountByLink(tx, { context, secret, payee: his })));
  expect(await named(daughter)).toMatchObject(seen);
  await must(be(daughter, number, heirs[0]));
  const himself = await relative(owner, { holderName: '何立' });
  await must(be(himself, number, son));
  // Neither without a session nor with another's does a program write it, and after the approval not while nothing came back.
  const { id: caseId } = await steps.file(number);
  const typed = (token: string | null) =>
    db.app.rows(`SELECT record_heir_payee($4, NULL, $1, $2, $3, '何立', '1', '银行', '\\x01', '1', now())`, [
      owner,
      caseId,
      son,
      token,
    ]);
  await expect(typed(null)).rejects.toThrow('access.no-session');
  await expect(typed(daughter.token)).rejects.toThrow('succession.account-of-another');
  await expect(typed((await relative(owner, { session: 'insured' })).token)).rejects.toThrow(
    'access.no-session',
  );
  await must(named(himself));
  await must(named(himself));
  await must(account(number, heirs[0], '何佳'));
  await papers(number);
  await must(steps.propose(number, 'approve'));
  await must(steps.approve(number));
  await expect(typed(himself.token)).rejects.toThrow('payments.not-returned');
  await expect(typed(daughter.token)).rejects.toThrow('payments.payee-approved');
});

it('only a session that acts as a successor of this very person speaks, passes links on, or says to be an heir', async () => {
  const { owner, number, heirs } = await estate('何佳', '何立');
  const elsewhere = await agency.person('death');
  const no = refusal('access.no-session');
  for (const caller of [
    await relative(owner, { session: 'insured' }),
    await relative(owner, { session: 'agent' }),
    await relative(owner, { capacity: 'agent' }),
    { ...(await relative(elsewhere)), personIds: [owner] },
  ]) {
    expect(await be(caller, number, heirs[0])).toMatchObject(no);
    expect(await pass(caller, number, heirs[0])).toMatchObject(no);
    expect(await say(caller, number, heirs[0], 'object')).toMatchObject(no);
  }
  const ended = await relative(owner);
  await db.superuser.rows('UPDATE login_person SET ended_at = now() WHERE owner_id = $1', [ended.id]);
  expect(await be(ended, number, heirs[0])).toMatchObject(no);
});
