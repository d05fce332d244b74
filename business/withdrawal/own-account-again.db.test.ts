import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { namePayee } from './name-payee.ts';
import { withdrawalProofs } from './proofs.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk, payee, sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const agency = await sampleAgency({
  ...{ db, clock },
  ids: testIds(131),
  random: testRandom(131),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { by, run, apply, file, settledCase, bank } = sampleSteps(agency);
const other = { ...payee, accountNumber: '6222020000000000001' };

let logins = 0;

/** Somebody signed in, in one capacity, for one person. */
async function signedIn(kind: 'insured' | 'successor' | 'agent', owner: string): Promise<Caller> {
  logins += 1;
  const id = `usr_${String(logins).padStart(26, '0')}`;
  const token = `sxu_${id}.test`;
  await db.superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at) VALUES ($1, '', '', now(), now())`,
    [id],
  );
  await db.superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at) VALUES ($1, $2, $3, 'window', 'test', now())`,
    [id, owner, kind],
  );
  await db.superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, $3, now(), now() + interval '1 day')`,
    [id, createHash('sha256').update(token).digest(), kind],
  );
  return { ...citizen(kind, owner), id, token };
}

const named = (caller: Caller, number: string, account = other) =>
  run((tx) => namePayee(tx, { ...by(caller, number), payee: account }));

it('after the bank sent the money back the insured person names another account of their own, hears of it, and is paid', async () => {
  const owner = await agency.person('nationality-lost');
  const { number } = await settledCase(owner, 'nationality-lost');
  await bank(number, 'returned');
  const phone = agency.context.seal.seal('13800000000');
  await db.superuser.rows('UPDATE person SET phone_sealed = $2 WHERE owner_id = $1', [owner, phone]);
  const self = await signedIn('insured', owner);
  expect(await named(self, number, { ...other, name: '李四' })).toMatchObject({
    refusal: { code: 'withdrawal.payee-name-changed' },
  });
  // Nor does a program write another name by this session, or by a clerk's.
  const { id: caseId } = await file(number);
  for (const token of [self.token, clerk.token])
    await expect(
      db.app.rows(`SELECT correct_payee($1, $2, $3, '李四', '1', '银行', '\\x01', '1', now())`, [
        ...[token, owner, caseId],
      ]),
    ).rejects.toThrow('withdrawal.payee-name-changed');
  await must(named(self, number));
  expect((await file(number)).state).toBe('settled');
  expect(await named(self, number)).toMatchObject({ ok: false });
  const [kept] = await db.superuser.rows(
    `SELECT corrected_by AS clerk, corrected_by_login AS login, account_tail AS tail FROM payee
      WHERE owner_id = $1 ORDER BY revision DESC LIMIT 1`,
    [owner],
  );
  expect(kept).toEqual({ clerk: null, login: self.id, tail: '0001' });
  const told = await db.app.rows(
    `SELECT kind FROM notice_outbox WHERE owner_id = $1 AND kind = 'payee-corrected'`,
    [owner],
  );
  expect(told).toHaveLength(1);
  await bank(number, 'paid');
  expect((await file(number)).state).toBe('paid');
  for (const proof of withdrawalProofs) expect((await proof.run(db.app, () => {})).broken).toEqual([]);
});

it('the account that the bank has just sent the money back from is not taken again from the insured person, but from a clerk', async () => {
  const owner = await agency.person('nationality-lost');
  const { number } = await settledCase(owner, 'nationality-lost');
  await bank(number, 'returned');
  const self = await signedIn('insured', owner);
  const same = { ...payee, accountNumber: payee.accountNumber.replaceAll(' ', '-') };
  const again = { refusal: { code: 'payments.account-sent-back' } };
  expect(await named(self, number, same)).toMatchObject(again);
  expect(await named(self, number, { ...same, bankName: '招商银行' })).toMatchObject(again);
  expect((await file(number)).state).toBe('returned');
  await must(named(clerk, number, same));
  await bank(number, 'returned');
  await must(named(self, number));
  await bank(number, 'paid');
  expect((await file(number)).state).toBe('paid');
});

it('nobody but the insured person themselves or a clerk corrects where their money goes, whatever a program asks for', async () => {
  const owner = await agency.person('nationality-lost');
  const { number } = await settledCase(owner, 'nationality-lost');
  await bank(number, 'returned');
  const stranger = await signedIn('insured', await agency.person('nationality-lost'));
  const successor = await signedIn('successor', owner);
  expect(await named(stranger, number)).toMatchObject({ refusal: { code: 'casework.no-case' } });
  for (const caller of [successor, citizen('agent', owner)])
    expect(await named(caller, number)).toMatchObject({ refusal: { code: 'casework.not-yours' } });
  for (const { token } of [stranger, successor])
    expect(await named({ ...citizen('insured', owner), token }, number)).toMatchObject({
      refusal: { code: 'access.no-session' },
    });
  expect((await file(number)).state).toBe('returned');
});

it('the name that an account has to be in is told to the insured person alone, and only while they may name one', async () => {
  const owner = await agency.person('nationality-lost');
  const { number } = await apply(owner, 'nationality-lost');
  const nameTold = async (caller: Caller) =>
    (await must(readWithdrawal(db.app, by(caller, number)))).payeeName?.name ?? null;
  const self = citizen('insured', owner);
  expect(await nameTold(self)).toBe(payee.name);
  for (const caller of [clerk, citizen('agent', owner), citizen('successor', owner)])
    expect(await nameTold(caller)).toBeNull();
  const { number: settled } = await settledCase(await agency.person('nationality-lost'), 'nationality-lost');
  expect((await must(readWithdrawal(db.app, by(clerk, settled)))).payeeName).toBeNull();
});

it('after a return the days go on with what was left of them, and do not begin anew', async () => {
  const owner = await agency.person('nationality-lost');
  const { number } = await settledCase(owner, 'nationality-lost');
  const due = (await file(number)).dueOn;
  clock.advance({ days: 2 });
  await bank(number, 'returned');
  expect((await file(number)).dueOn).toBeNull();
  await must(named(clerk, number));
  expect((await file(number)).dueOn).toBe(due);
});
