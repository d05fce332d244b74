import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import type { Caller } from '#business/access/public';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { nameHeirPayee } from './heir-accounts.ts';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { withdrawalProofs } from './proofs.ts';
import { readHeirs } from './read-heirs.ts';
import { readHistory } from './read-history.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, payee, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const random = testRandom(153);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(153), random },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, run, file } = steps;
const { account, add, divide, hear, papers, bank } = heirSteps(agency, steps);
const refusal = (code: string) => ({ refusal: { code } });
const mother = guardianBy('钱芳', '440304195801250162');

/** A case after a death whose only heir is this child; the share came back from the guardian's account. */
async function cameBack(given: Parameters<typeof add>[2] = {}) {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const child = await add(number, '何小宝', { bornOn: plainDate('2015-03-04'), guardian: mother, ...given });
  await divide(number);
  await must(account(number, child, '何小宝'));
  const returned = async () => {
    await papers(number);
    await must(steps.propose(number, 'approve'));
    await must(steps.approve(number));
    await must(steps.settle(number));
    await bank(['何小宝']);
    expect((await file(number)).state).toBe('returned');
  };
  return { owner, number, child, returned };
}

const relative = (owner: string, holderName: string | null, holderPaper?: readonly [string, string]) =>
  signedInRelative(db, {
    ...{ owner, random, ...(holderName === null ? {} : { holderName }) },
    ...(holderPaper ? { holderPaper } : {}),
  });
/** Whom officers identified as the mother, with her own document. */
const asMother = (owner: string) => relative(owner, '钱芳', ['citizen-id', '0162']);
const names = (
  caller: Caller,
  { number, child }: { readonly number: string; readonly child: string },
  name = '钱芳',
) =>
  run((tx) =>
    nameHeirPayee(tx, {
      ...{ ...by(caller, number), successorId: child },
      payee: { ...payee, name, accountNumber: '6222020000000000001' },
    }),
  );
const mayName = async (caller: Caller, number: string) =>
  (await must(readHeirs(db.app, by(caller, number)))).heirs.map(({ mayNameAccount }) => mayNameAccount);
const past = async (caller: Caller, owner: string, number: string, child: string) =>
  db.app.rows(`SELECT record_heir_payee($4, NULL, $1, $2, $3, '钱芳', '1', '银行', '\\x01', '1', now())`, [
    owner,
    (await file(number)).id,
    child,
    caller.token,
  ]);

it('the guardian on record, whom officers identified, names the child’s account once the share came back, and it is paid', async () => {
  const { owner, number, child, returned } = await cameBack();
  const guardian = await asMother(owner);
  expect(await mayName(guardian, number)).toEqual([false]);
  await returned();
  expect(await mayName(guardian, number)).toEqual([true]);
  expect(await names(guardian, { number, child }, '路人')).toMatchObject(
    refusal('succession.payee-not-heir'),
  );
  await must(names(guardian, { number, child }));
  expect(await file(number)).toMatchObject({ state: 'settled' });
  expect(await names(guardian, { number, child })).toMatchObject(refusal('payments.not-returned'));
  const kept = await db.superuser.rows(
    'SELECT corrected_by_login AS login, named_by AS by FROM payee WHERE owner_id = $1 ORDER BY revision DESC LIMIT 1',
    [owner],
  );
  expect(kept).toEqual([{ login: guardian.id, by: 'heir' }]);
  // Whoever reads the history reads that it was the guardian, and not the child.
  for (const caller of [clerk, guardian]) {
    const told = await must(readHistory(db.app, { caller, number }));
    expect(told.findLast(({ action }) => action === 'name-own-account')?.name).toEqual({
      zh: '监护人为未成年继承人填写了收款账户',
      en: 'Account for the share of a minor heir given by their guardian',
    });
  }
  expect(await bank()).toBe(1);
  expect((await file(number)).state).toBe('paid');
  for (const proof of withdrawalProofs) expect((await proof.run(db.app, () => {})).broken).toEqual([]);
});

it('who is not identified by the guardian’s name names no account for the child, and no program writes it', async () => {
  const { owner, number, child, returned } = await cameBack();
  await returned();
  for (const holder of [null, '钱方', '何小宝的姨']) {
    const other = await relative(owner, holder, holder === null ? undefined : ['citizen-id', '0162']);
    expect(await mayName(other, number)).toEqual([false]);
    expect(await names(other, { number, child })).toMatchObject({ ok: false });
    await expect(past(other, owner, number, child)).rejects.toThrow('payments.payee-approved');
  }
});

it('a relative who only has the guardian’s name sees nothing more of the child and names no account for it, with another document or with none', async () => {
  const { owner, number, child, returned } = await cameBack();
  await returned();
  for (const paper of [undefined, ['citizen-id', '002X'], ['residence-permit', '0162']] as const) {
    const cousin = await relative(owner, '钱芳', paper);
    const [seen] = (await must(readHeirs(db.app, by(cousin, number)))).heirs;
    expect(seen, `${paper}`).toMatchObject({ mayNameAccount: false, name: '何**', bornOn: null });
    expect(await names(cousin, { number, child })).toMatchObject({ ok: false });
    await expect(past(cousin, owner, number, child)).rejects.toThrow('payments.payee-approved');
  }
  const [seen] = (await must(readHeirs(db.app, by(await asMother(owner), number)))).heirs;
  expect(seen).toMatchObject({ mayNameAccount: true, name: '何小宝', bornOn: '2015-03-04' });
});

it('of two records that are one person the last word on either says who the guardian is, and none once the login is linked there no more', async () => {
  const { owner, number, returned } = await cameBack();
  await returned();
  const double = await agency.person('death');
  await db.superuser.rows(
    'INSERT INTO person_link (merged_id, merge_id, survivor_id, linked_at) VALUES ($1, $2, $3, now())',
    [double, `mrg_${double}`, owner],
  );
  const guardian = await asMother(owner);
  expect(await mayName(guardian, number)).toEqual([true]);
  await db.superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at) VALUES ($1, $2, 'successor', 'window', 'B', now())`,
    [guardian.id, double],
  );
  const said = (name: string | null, since: string) =>
    db.superuser.rows(`SELECT keep_holder($1, $2, $3, 'window', 'off_clerk', now() + $4::interval, $5, $6)`, [
      guardian.id,
      double,
      name,
      since,
      ...(name === null ? [null, null] : ['citizen-id', '0162']),
    ]);
  await said(null, '1 minute');
  expect(await mayName(guardian, number)).toEqual([false]);
  await said('钱芳', '2 minutes');
  expect(await mayName(guardian, number)).toEqual([true]);
  await db.superuser.rows('UPDATE login_person SET ended_at = now() WHERE owner_id = $1 AND person_id = $2', [
    guardian.id,
    double,
  ]);
  expect(await mayName(guardian, number)).toEqual([false]);
});

it('the guardian of somebody who has come of age names no account for them any more', async () => {
  const { owner, number, child, returned } = await cameBack({ bornOn: plainDate('2008-05-01') });
  await returned();
  const guardian = await asMother(owner);
  expect(await mayName(guardian, number)).toEqual([false]);
  await expect(past(guardian, owner, number, child)).rejects.toThrow('payments.payee-approved');
});

it('a child who speaks by a login of its own is not spoken for, and neither is one of two guardians of the same name', async () => {
  const own = await cameBack();
  const login = await relative(own.owner, '何小宝');
  await must(run((tx) => beHeir(tx, { ...by(login, own.number), successorId: own.child })));
  await own.returned();
  const guardian = await asMother(own.owner);
  expect(await mayName(guardian, own.number)).toEqual([false]);
  await expect(past(guardian, own.owner, own.number, own.child)).rejects.toThrow('payments.payee-approved');
  const two = await cameBack();
  await add(two.number, '何小玉', {
    bornOn: plainDate('2016-03-04'),
    guardian: guardianBy('钱芳', '11010519491231002X'),
  });
  await divide(two.number);
  await two.returned();
  const one = await asMother(two.owner);
  expect(await mayName(one, two.number)).toEqual([false, false]);
  await expect(past(one, two.owner, two.number, two.child)).rejects.toThrow('payments.payee-approved');
});

it('a guardian of the same name as an heir comes to the window, unless the heir’s paper is theirs or the heir was struck out', async () => {
  const aunt = { kind: 'citizen-id', number: '11010519491231002X' } as const;
  for (const [given, may] of [
    [{ name: '钱芳', identity: aunt }, false],
    [{ name: '钱小姐', nameLatin: '钱芳', identity: aunt }, false],
    [{ name: '钱芳', identity: null }, false],
    [{ name: '钱芳', identity: mother.identity }, true],
  ] as const) {
    const { owner, number, child, returned } = await cameBack();
    await add(number, given.name, given);
    await divide(number);
    await returned();
    const signedIn = await asMother(owner);
    expect((await mayName(signedIn, number))[0], JSON.stringify(given)).toBe(may);
    if (may) continue;
    await expect(past(signedIn, owner, number, child)).rejects.toThrow('payments.payee-approved');
    expect(await names(signedIn, { number, child })).toMatchObject({ ok: false });
  }
  const struck = await cameBack();
  const wrong = await add(struck.number, '钱芳', { identity: aunt });
  await must(hear(struck.number, wrong, 'struck'));
  await divide(struck.number);
  await struck.returned();
  await must(names(await asMother(struck.owner), struck));
});

function guardianBy(name: string, number: string) {
  return {
    name,
    identity: { kind: 'citizen-id', number },
    paperReference: `监护证明 ${number.slice(-4)}`,
  } as const;
}
