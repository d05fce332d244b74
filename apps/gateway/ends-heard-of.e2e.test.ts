import { beforeAll, expect, test } from 'vitest';
import { readLatestNotices } from '#business/notices';
import { showReceived, transferMessages } from '#business/transfer';
import { openLog } from '#platform/log';
import {
  type Both,
  balanceOf,
  caseOf,
  everythingHolds,
  leaver,
  letterFor,
  mover,
  proofsHold,
  queues,
  rounds,
  sayingFrom,
  seen,
} from './both-agencies.testing.ts';
import { timesSaid } from './two-agencies.testing.store.ts';
import { bring, insured, must, officer, type TestAgency, twoAgencies } from './two-agencies.testing.ts';

/** Whoever waits for the other agency hears of an end over there, and what was declined can be asked for again. */
let both: Both;
let shenzhen: TestAgency;
let chengdu: TestAgency;
beforeAll(async () => {
  both = await twoAgencies(openLog({ level: 'info', app: 'test', to: { write: () => undefined } }));
  ({ shenzhen, chengdu } = both);
});

const { receivingAccount } = transferMessages['contact-letter'].example;
const clerk = officer('clerk');

const applyHere = async (here: string) =>
  must(
    await shenzhen.run<{ number: string }>('openTransferOut', insured(here), {
      body: { personId: here, to: '510100' },
    }),
  ).number;
const cancel = async (at: TestAgency, person: string, number: string) =>
  must(await at.run('cancelTransfer', insured(person), { params: { number }, body: {} }));

/** What Shenzhen has told people of a step, by telephone. */
async function told(step: string): Promise<readonly string[]> {
  const notices = await readLatestNotices(shenzhen.agency, 100);
  return notices.filter(({ kind }) => kind === `transfer-out.${step}`).map(({ body }) => body);
}

test('who takes back over there what was announced is not waited for here, and can apply there later', async () => {
  const { here, there } = await mover(both, leaver('钱返', '440301199003074714'));
  const leaving = await applyHere(here);
  await rounds(both);
  const announced = await caseOf(chengdu, there, ['announced']);
  await cancel(chengdu, there, announced);
  await rounds(both);
  expect(await seen(chengdu, announced)).toMatchObject({ state: 'cancelled' });
  const over = await seen(shenzhen, leaving);
  expect(over).toMatchObject({
    ...{ state: 'cancelled', awaited: null },
    legs: { record: { stage: 'ended' }, balance: { stage: 'nothing-goes' } },
    against: {
      by: 'other-agency',
      remedies: null,
      reasons: [{ text: { en: expect.stringContaining('not confirmed') } }],
    },
  });
  expect(await told('not-confirmed-there')).toEqual([expect.stringContaining(leaving)]);
  // What is printed of it is no decision against anybody, on either side.
  const word = over.words.find(({ type }) => type === 'transfer-declined');
  const messageId = (word as { messageId?: string } | undefined)?.messageId ?? '';
  const copy = { context: shenzhen.agency, caller: clerk, number: leaving, messageId, language: null };
  const page = must(await showReceived(shenzhen.agency.database, copy));
  expect(page).toContain('不会发出联系函');
  expect(page).not.toContain('行政复议');
  await everythingHolds(both);
  const body = { personId: there, from: '440300', category: 'employment' };
  const { number } = must(await chengdu.run<{ number: string }>('openTransferIn', insured(there), { body }));
  await rounds(both);
  expect(await seen(chengdu, number)).toMatchObject({ state: 'awaiting-balance' });
  await everythingHolds(both);
});

test('what is taken back on both sides at once is over on both, and nothing lies before a clerk', async () => {
  const { here, there } = await mover(both, leaver('孙错', '440305197002023014'));
  const leaving = await applyHere(here);
  await rounds(both);
  const announced = await caseOf(chengdu, there, ['announced']);
  await cancel(shenzhen, here, leaving);
  await cancel(chengdu, there, announced);
  await rounds(both);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'cancelled' });
  expect(await seen(chengdu, announced)).toMatchObject({ state: 'cancelled' });
  await everythingHolds(both);
});

test('a letter that comes again after a decline is weighed anew, and the same reasons are told once a day', async () => {
  const who = leaver('李正', '440301198506123026');
  const { here, there } = await mover(both, who);
  const transferId = '510100-byhand0031';
  const say = sayingFrom(both, chengdu, { to: shenzhen, transferId });
  const wrong = letterFor({ ...who, name: '李误' });
  const answers = () => timesSaid(shenzhen.db.superuser, { transferId, type: 'transfer-declined' });
  await say('contact-letter', 1, wrong);
  const number = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'declined', against: { by: 'this-agency' } });
  await say('contact-letter', 2, wrong);
  expect(await answers()).toBe(1);
  for (const each of [shenzhen, chengdu]) await each.moveDays(1);
  await say('contact-letter', 3, wrong);
  expect(await answers()).toBe(2);
  expect(await told('decline')).toHaveLength(2);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'declined' });
  // Meanwhile the person applies here as well: it goes on with the letter, under one number on both sides.
  const applied = await applyHere(here);
  await rounds(both);
  const announced = await caseOf(chengdu, there, ['announced']);
  // A letter that is declined once more carries nothing on: what waits here for its own letter goes on waiting.
  await say('contact-letter', 4, wrong);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'declined' });
  expect(await seen(shenzhen, applied)).toMatchObject({ state: 'awaiting-letter' });
  expect(await answers()).toBe(3);
  // The same reason of another name is another answer, on the same day as well.
  await say('contact-letter', 5, letterFor({ ...who, name: '李错' }));
  expect(await answers()).toBe(4);
  await say('contact-letter', 6, letterFor(who, receivingAccount));
  expect(await seen(shenzhen, number)).toMatchObject({
    ...{ state: 'remitting', against: null },
    legs: { record: { stage: 'moved' }, balance: { stage: 'settled' } },
  });
  expect(await answers()).toBe(4);
  expect(await seen(shenzhen, applied)).toMatchObject({
    ...{ state: 'cancelled', ended: { goesOnIn: number } },
    legs: { record: { stage: 'joined', text: { en: expect.stringContaining(number) } } },
  });
  expect(await told('joined-to-letter')).toEqual([expect.stringMatching(`${applied}.*${number}`)]);
  expect(await seen(chengdu, announced)).toMatchObject({ state: 'cancelled' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 0n });
  // Accepted, it is not accepted once more.
  await say('contact-letter', 7, letterFor(who, receivingAccount));
  expect((await queues(both))[0]).toMatchObject([{ code: 'transfer.not-expected-now', transferId }]);
  await proofsHold(both);
});

test('about somebody unknown here an agency is answered once in a transfer, and of another name or document anew', async () => {
  const transferId = '510100-byhand0032';
  const say = sayingFrom(both, chengdu, { to: shenzhen, transferId });
  const answers = () => timesSaid(shenzhen.db.superuser, { transferId, type: 'transfer-declined' });
  const nobody = leaver('周无', '440301198101014710');
  await say('contact-letter', 1, letterFor(nobody));
  await say('contact-letter', 2, letterFor(nobody));
  expect(await answers()).toBe(1);
  await say('contact-letter', 3, letterFor({ ...nobody, name: '周吾' }));
  expect(await answers()).toBe(2);
  await say('contact-letter', 4, letterFor({ ...nobody, number: '440305197102023011' }));
  expect(await answers()).toBe(3);
  await say('contact-letter', 5, letterFor(nobody));
  expect(await answers()).toBe(3);
  // On record by now, the same letter is followed.
  const [here = ''] = await bring(shenzhen, [nobody]);
  await say('contact-letter', 6, letterFor(nobody, receivingAccount));
  expect(await seen(shenzhen, await caseOf(shenzhen, here))).toMatchObject({ state: 'remitting' });
  await proofsHold(both);
});
