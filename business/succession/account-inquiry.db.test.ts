import { expect, it } from 'vitest';
import type { Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import { inTransaction, type Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import {
  answerInquiry,
  askForAccount,
  decideInquiry,
  reviewInquiry,
  waitingInquiries,
} from './account-inquiry.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(91);
const seal = makeSeal({ keys: [new Uint8Array(32).fill(9)], random });
const clock = testClock('2026-06-01T10:00:00+08:00');
const context = { ids: testIds(91), random, seal, clock };
const officer = (name: string): Caller => ({
  ...system,
  kind: 'officer',
  id: `off_${name}`,
  token: `token-${name}`,
});
const run = <T>(work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db.app, work);

const number = '440304195801250162';
const identity = { kind: 'citizen-id', number } as const;
const asker = { name: '何丽娟', identity: { kind: 'citizen-id', number: '440304196103080113' } } as const;
await testPerson(db, { owner: 'psn_dead', balanceFen: 270_046n, balanceOn: '2025-12-31' });
await db.superuser.rows('INSERT INTO identity_locator (number_hash, owner_id) VALUES ($1, $2)', [
  seal.keyedHash('identity', `citizen-id/CHN/${number}`),
  'psn_dead',
]);

async function ask(
  name = '张三',
  given: typeof identity | { kind: 'citizen-id'; number: string } = identity,
) {
  const done = await run((tx) =>
    askForAccount(tx, context, { deceased: { name, identity: given }, asker, relation: 'spouse' }),
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}
const review = (inquiryId: string, entitled = true, by = 'clerk') =>
  run((tx) =>
    reviewInquiry(tx, context, {
      ...{ caller: officer(by), inquiryId, entitled },
      ...{ deathPaper: '死亡证明 7', relationPaper: '结婚证 7' },
    }),
  );
const decide = (inquiryId: string, by = 'reviewer', confirmed = true) =>
  run((tx) => decideInquiry(tx, context, { caller: officer(by), inquiryId, confirmed }));
const answer = (key: { readonly inquiryId: string; readonly secret: string }) =>
  answerInquiry(db.app, context, key);

it('whoever asks gets the same words until two officers have confirmed the death and the relation', async () => {
  const known = await ask();
  const unknown = await ask('无此人', { kind: 'citizen-id', number: '440304196103080113' });
  expect(known.message).toEqual(unknown.message);
  const waiting = await answer(known);
  expect(waiting).toEqual({ answered: false, message: known.message, accountExists: null, balanceFen: null });
  expect(await answer({ ...known, secret: 'sxq_guess' })).toEqual(waiting);
  expect(await answer({ inquiryId: 'inq_none', secret: known.secret })).toEqual(waiting);
  await review(known.inquiryId, true, 'both');
  expect(await answer(known)).toEqual(waiting);
  expect(await decide(known.inquiryId, 'both')).toMatchObject({
    refusal: { code: 'succession.same-officer' },
  });
  expect(await answer(known)).toEqual(waiting);
  expect(await decide(known.inquiryId, 'clerk')).toMatchObject({ refusal: { code: 'access.role-missing' } });
  expect(await decide(known.inquiryId)).toMatchObject({ ok: true });
  expect(await answer(known)).toMatchObject({ answered: true, accountExists: true, balanceFen: 270_046n });
  expect(await answer({ ...known, secret: 'sxq_guess' })).toEqual(waiting);
  await review(unknown.inquiryId);
  await decide(unknown.inquiryId);
  expect(await answer(unknown)).toMatchObject({ answered: true, accountExists: false, balanceFen: null });
});

it('an asker whom the papers do not entitle hears nothing else, and an answer is not read for ever', async () => {
  const refused = await ask();
  await review(refused.inquiryId, false);
  await decide(refused.inquiryId);
  expect(await answer(refused)).toMatchObject({ answered: false, accountExists: null });
  expect(await review(refused.inquiryId)).toMatchObject({ refusal: { code: 'succession.inquiry-reviewed' } });
  const old = await ask();
  await review(old.inquiryId);
  await decide(old.inquiryId);
  clock.advance({ days: 31 });
  expect(await answer(old)).toMatchObject({ answered: false });
});

it('who died and who asks lie sealed, and officers see numbers masked', async () => {
  await ask();
  const rows = await db.app.rows('SELECT * FROM account_inquiry');
  expect(JSON.stringify(rows)).not.toContain('何丽娟');
  const [one] = await waitingInquiries(db.app, context, { after: null, limit: 10 });
  expect(one).toMatchObject({
    deceasedName: '张三',
    deceasedNumber: '440***********0162',
    relation: 'spouse',
  });
  expect(JSON.stringify(one)).not.toContain(number);
});
