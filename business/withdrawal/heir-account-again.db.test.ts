import { expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { nameHeirPayee } from './heir-accounts.ts';
import { keepContactByLink, nameAccountByLink } from './heir-links.ts';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { withdrawalProofs } from './proofs.ts';
import { giveLinkToHeir, keepHeirContact } from './reach-heir.ts';
import { readHeirs } from './read-heirs.ts';
import { readByLink } from './see-by-link.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, payee, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const random = testRandom(150);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(150), random },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { by, run, file } = steps;
const { account, add, decide, divide, hear, link, papers, view, bank } = heirSteps(agency, steps);
const other = '6222020000000000001';

/** A case after a death of two, who are both known by name and have logins that say who they are. */
async function estate() {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const ids = [await add(number, '何佳', {}), await add(number, '何立', {})] as const;
  await divide(number);
  const logins = [
    await signedInRelative(db, { owner, random, holderName: '何佳' }),
    await signedInRelative(db, { owner, random, holderName: '何立' }),
  ] as const;
  for (const place of [0, 1] as const)
    await must(run((tx) => beHeir(tx, { ...by(logins[place], number), successorId: ids[place] })));
  return { owner, number, ids, logins };
}

async function settled(number: string): Promise<void> {
  await papers(number);
  await must(steps.propose(number, 'approve'));
  await must(steps.approve(number));
  await must(steps.settle(number));
}

const named = (
  caller: Caller,
  number: string,
  successorId: string,
  name: string,
  accountNumber: string = other,
) =>
  run((tx) =>
    nameHeirPayee(tx, {
      ...{ ...by(caller, number), successorId },
      payee: { ...payee, name, accountNumber },
    }),
  );
const byLink = (secret: string, name: string, accountNumber: string = other) =>
  inTransaction(db.app, (tx) =>
    nameAccountByLink(tx, { context, secret, payee: { ...payee, name, accountNumber } }),
  );
const mayNameIn = async (caller: Caller, number: string) =>
  (await must(readHeirs(db.app, by(caller, number)))).heirs.map(({ mayNameAccount }) => mayNameAccount);
const wantedBy = async (secret: string) =>
  (await must(readByLink(db.app, { context, secret }))).accountWanted;
const toldBy = async (secret: string) => {
  const { mayAnswer, accountLacks, account: given } = await must(readByLink(db.app, { context, secret }));
  return { mayAnswer, accountLacks, tail: given?.shown?.accountTail ?? null };
};
const refusal = (code: string) => ({ refusal: { code } });

it('an heir whose share came back names another account of their own, signed in, hears of it, and is paid within the days that were left', async () => {
  const { owner, number, ids, logins } = await estate();
  const [daughter, son] = logins;
  await must(account(number, ids[0], '何佳'));
  await must(account(number, ids[1], '何立'));
  const contact = { language: 'en', email: 'jia@example.org' } as const;
  await must(run((tx) => keepHeirContact(tx, { ...by(clerk, number), successorId: ids[0], contact })));
  await settled(number);
  const due = (await file(number)).dueOn;
  const secret = await link(number, ids[0]);
  const [first, second] = [payee.accountNumber, other].map((given) => given.replaceAll(' ', '').slice(-4));
  expect(await toldBy(secret)).toEqual({ mayAnswer: true, accountLacks: false, tail: first });
  expect(await named(daughter, number, ids[0], '何佳')).toMatchObject(refusal('payments.not-returned'));
  expect(await mayNameIn(daughter, number)).toEqual([false, false]);
  clock.advance({ days: 1 });
  await bank(['何佳']);
  expect(await file(number)).toMatchObject({ state: 'returned', dueOn: null });
  expect(await mayNameIn(daughter, number)).toEqual([true, false]);
  expect(await toldBy(secret)).toEqual({ mayAnswer: true, accountLacks: true, tail: first });
  expect(await mayNameIn(son, number)).toEqual([false, false]);
  // In nobody else's name, and by nobody else; no program writes what this one refuses.
  expect(await named(daughter, number, ids[0], '何立')).toMatchObject(refusal('succession.payee-not-yours'));
  expect(await named(son, number, ids[0], '何佳')).toMatchObject(refusal('succession.account-of-another'));
  const { id: caseId } = await file(number);
  const typed = (token: string | null, name: string) =>
    db.app.rows(`SELECT record_heir_payee($4, NULL, $1, $2, $3, $5, '1', '银行', '\\x01', '1', now())`, [
      owner,
      caseId,
      ids[0],
      token,
      name,
    ]);
  await expect(typed(son.token ?? '', '何佳')).rejects.toThrow('payments.payee-approved');
  await expect(typed(null, '何佳')).rejects.toThrow('access.no-session');
  for (const token of [daughter.token ?? '', clerk.token ?? ''])
    await expect(typed(token, '路人')).rejects.toThrow('succession.payee-not-heir');
  await must(named(daughter, number, ids[0], '何佳'));
  expect(await file(number)).toMatchObject({ state: 'settled', dueOn: due });
  expect(await mayNameIn(daughter, number)).toEqual([false, false]);
  expect(await named(daughter, number, ids[0], '何佳')).toMatchObject(refusal('payments.not-returned'));
  const told = await db.app.rows(
    `SELECT kind, addressee, language FROM notice_outbox WHERE owner_id = $1 AND kind = 'heir-account-named'`,
    [owner],
  );
  expect(told).toEqual([{ kind: 'heir-account-named', addressee: 'heir', language: 'en' }]);
  const kept = await db.superuser.rows(
    `SELECT corrected_by AS clerk, corrected_by_login AS login, named_by AS by FROM payee
      WHERE owner_id = $1 ORDER BY revision DESC LIMIT 1`,
    [owner],
  );
  expect(kept).toEqual([{ clerk: null, login: daughter.id, by: 'heir' }]);
  expect(await bank()).toBe(1);
  expect((await file(number)).state).toBe('paid');
  // Paid, it still stands there to which account; of an answer nothing is taken any more.
  expect(await toldBy(secret)).toEqual({ mayAnswer: false, accountLacks: false, tail: second });
  for (const proof of withdrawalProofs) expect((await proof.run(db.app, () => {})).broken).toEqual([]);
});

it('the account that the bank has just sent a share back from is taken from no heir again, signed in or by link, but from a clerk and from another heir', async () => {
  const { number, ids, logins } = await estate();
  const [daughter] = logins;
  await must(account(number, ids[0], '何佳'));
  await must(account(number, ids[1], '何立', other));
  await settled(number);
  await bank(['何佳', '何立']);
  const same = payee.accountNumber.replaceAll(' ', '-');
  const again = refusal('payments.account-sent-back');
  expect(await named(daughter, number, ids[0], '何佳', same)).toMatchObject(again);
  expect(await byLink(await link(number, ids[0]), '何佳', same)).toMatchObject(again);
  // Nobody who may not name one finds out which it was.
  const [, son] = logins;
  expect(await named(son, number, ids[0], '何佳', same)).toMatchObject(
    refusal('succession.account-of-another'),
  );
  const secret = await link(number, ids[1]);
  expect(await byLink(secret, '何立')).toMatchObject(again);
  expect(await wantedBy(secret)).toBe(true);
  expect(await file(number)).toMatchObject({ state: 'returned' });
  // What came back to one heir says nothing of another's; and whoever asked the bank may know better.
  await must(byLink(secret, '何立', payee.accountNumber));
  await must(account(number, ids[0], '何佳', same));
  expect(await file(number)).toMatchObject({ state: 'settled' });
  expect(await bank()).toBe(2);
});

it('who only says to be the heir, and whom no officer identified by that name, names no account after the decision', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const heir = await add(number, '何佳', {});
  await divide(number);
  const unseen = await signedInRelative(db, { owner, random });
  await must(run((tx) => beHeir(tx, { ...by(unseen, number), successorId: heir })));
  await must(named(unseen, number, heir, '何佳'));
  await settled(number);
  await bank(['何佳']);
  expect(await mayNameIn(unseen, number)).toEqual([false]);
  expect(await named(unseen, number, heir, '何佳')).toMatchObject(refusal('payments.payee-approved'));
  expect((await file(number)).state).toBe('returned');
});

it('after a return the agency’s link names another account, and one that a relative passed on neither an account nor an address, whoever named the one before', async () => {
  const { number, ids, logins } = await estate();
  const [daughter] = logins;
  await must(account(number, ids[0], '何佳'));
  const pass = async () =>
    (await must(run((tx) => giveLinkToHeir(tx, { ...by(daughter, number), successorId: ids[1], days: 30 }))))
      .secret;
  const passed = await pass();
  await must(byLink(passed, '何立'));
  await settled(number);
  await bank(['何佳', '何立']);
  const given = await link(number, ids[0]);
  expect([await wantedBy(given), await wantedBy(passed)]).toEqual([true, false]);
  expect(await byLink(given, '何立')).toMatchObject(refusal('succession.payee-not-yours'));
  await must(byLink(given, '何佳'));
  expect(await file(number)).toMatchObject({ state: 'returned' });
  // Neither the link that named the first account, nor a new one, by which a relative could also have himself be told of it.
  expect(await byLink(passed, '何立')).toMatchObject(refusal('succession.link-passed-on'));
  const last = await pass();
  expect(await wantedBy(last)).toBe(false);
  expect(await byLink(last, '何立')).toMatchObject(refusal('succession.link-passed-on'));
  const contact = { language: 'zh', email: 'brother@example.org' } as const;
  expect(await run((tx) => keepContactByLink(tx, { context, secret: last, contact }))).toMatchObject(
    refusal('succession.link-passed-on'),
  );
  expect(await file(number)).toMatchObject({ state: 'returned' });
  await must(account(number, ids[1], '何立', '6222020000000000002'));
  expect(await file(number)).toMatchObject({ state: 'settled' });
  expect(await bank()).toBe(2);
});

it('an heir who had named no account names the first one after the decision, as the letter says; a passed-on link does not', async () => {
  const { number, ids, logins } = await estate();
  const [daughter, son] = logins;
  await must(account(number, ids[0], '何佳'));
  const { secret } = await must(
    run((tx) => giveLinkToHeir(tx, { ...by(daughter, number), successorId: ids[1], days: 30 })),
  );
  await settled(number);
  expect(await wantedBy(secret)).toBe(false);
  expect(await byLink(secret, '何立')).toMatchObject(refusal('succession.link-passed-on'));
  expect(await mayNameIn(son, number)).toEqual([false, true]);
  await must(named(son, number, ids[1], '何立'));
  expect(await bank()).toBe(2);
  expect((await file(number)).state).toBe('paid');
});

it('an heir whose share is kept back names the first account meanwhile, signed in or by the agency’s link; it is paid there only once the dispute is settled', async () => {
  for (const way of ['signed in', 'by the link'] as const) {
    const { number, ids, logins } = await estate();
    const [daughter, son] = logins;
    await must(account(number, ids[0], '何佳'));
    await must(hear(number, ids[0], 'object', [ids[1]]));
    const passed = await must(
      run((tx) => giveLinkToHeir(tx, { ...by(daughter, number), successorId: ids[1], days: 30 })),
    );
    await settled(number);
    expect((await view(number)).shares.map(({ state }) => state)).toEqual(['open', 'held']);
    expect(await wantedBy(passed.secret), way).toBe(false);
    const secret = await link(number, ids[1]);
    expect([await wantedBy(secret), await mayNameIn(son, number), await mayNameIn(daughter, number)]).toEqual(
      [true, [false, true], [false, false]],
    );
    if (way === 'signed in') await must(named(son, number, ids[1], '何立'));
    else await must(byLink(secret, '何立'));
    expect([await wantedBy(secret), await mayNameIn(son, number)]).toEqual([false, [false, false]]);
    // What was mistyped in it is put right at the window.
    expect(await byLink(secret, '何立')).toMatchObject(refusal('payments.not-returned'));
    expect(await bank()).toBe(1);
    const held = (await view(number)).shares.find(({ state }) => state === 'held')?.payment?.orderId ?? '';
    const court = { basis: 'court', paperReference: '民事判决书 2026-9', orderId: held } as const;
    const shares = [{ successorId: ids[1], share: '1/1' }];
    await must(decide(number, await must(divide(number, { ...court, shares }))));
    expect(await bank()).toBe(1);
    expect((await file(number)).state).toBe('paid');
  }
  for (const proof of withdrawalProofs) expect((await proof.run(db.app, () => {})).broken).toEqual([]);
});

it('of a share that came back and is in dispute since no other account is asked for before that is settled', async () => {
  const { number, ids, logins } = await estate();
  const [, son] = logins;
  await must(account(number, ids[0], '何佳'));
  await must(account(number, ids[1], '何立', other));
  await settled(number);
  await bank(['何立']);
  expect(await mayNameIn(son, number)).toEqual([false, true]);
  await must(hear(number, ids[0], 'object', [ids[1]]));
  expect((await view(number)).shares.map(({ state }) => state)).toEqual(['open', 'held']);
  expect(await mayNameIn(son, number)).toEqual([false, false]);
  expect(await wantedBy(await link(number, ids[1]))).toBe(false);
  expect(await named(son, number, ids[1], '何立', '6222020000000000018')).toMatchObject({ ok: false });
});

it('an heir’s link is good, and is over, by the day of the agency’s clock', async () => {
  const { number, ids } = await estate();
  const ahead = (days: number) =>
    db.superuser.rows('UPDATE business_clock SET ahead_seconds = $1', [days * 86_400]);
  await ahead(200);
  const secret = await link(number, ids[0]);
  expect((await view(number)).heirs[0]?.linkUntil).toMatch(
    new Date(Date.now() + 230 * 86_400_000).toISOString().slice(0, 10),
  );
  await ahead(229);
  expect(await readByLink(db.app, { context, secret })).toMatchObject({ ok: true });
  await ahead(231);
  expect(await readByLink(db.app, { context, secret })).toMatchObject(refusal('succession.link-over'));
  expect((await view(number)).heirs[0]?.linkUntil).toBeNull();
  await ahead(0);
});
