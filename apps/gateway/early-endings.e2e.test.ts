import { beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import { standingOf } from '#business/registry';
import { transferMessages } from '#business/transfer';
import { countWork, listWork } from '#business/work-list';
import { handleQueueItem, listQueue } from '#engines/exchange';
import { openLog } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import {
  type Both,
  balanceOf,
  caseOf,
  everythingHolds,
  letterFor,
  mover,
  proofsHold,
  queues,
  rounds,
  sayingFrom,
  seen,
} from './both-agencies.testing.ts';
import {
  bring,
  insured,
  must,
  officer,
  payAll,
  receive,
  type TestAgency,
  type Traveller,
  twoAgencies,
} from './two-agencies.testing.ts';

/** A transfer that ends before its time ends at both agencies, and nobody is reminded for ever. */
const log = openLog({ level: 'info', app: 'test', to: { write: () => undefined } });
let both: Both;
let shenzhen: TestAgency;
let chengdu: TestAgency;
beforeAll(async () => {
  both = await twoAgencies(log);
  ({ shenzhen, chengdu } = both);
});

const clerk = officer('clerk');
let people = 0;
const somebody = (name: string, number: string): Traveller => ({
  ...{ name, number, bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` },
  ...{ status: 'suspended', since: '2019-05-01', until: '2026-09-30', balance: '12345.67' },
  phone: `1390000${3000 + ++people}`,
});

const applyHere = async (here: string) =>
  must(
    await shenzhen.run<{ number: string }>('openTransferOut', insured(here), {
      body: { personId: here, to: '510100' },
    }),
  ).number;
const cancel = async (at: TestAgency, person: string, number: string) =>
  must(await at.run('cancelTransfer', insured(person), { params: { number }, body: {} }));
const confirm = async (there: string, number: string) =>
  must(
    await chengdu.run('confirmTransferIn', insured(there), {
      ...{ params: { number }, body: { category: 'employment' } },
    }),
  );
const reasonsIn = ({ against }: { against: object | null }) =>
  (against as { reasons: { text: { en: string } }[] } | null)?.reasons.map(({ text }) => text.en);

test('who takes it back where they leave is no longer announced over there, and can come later all the same', async () => {
  const { here, there } = await mover(both, somebody('钱返', '440301199003074714'));
  const leaving = await applyHere(here);
  await rounds(both);
  const announced = await caseOf(chengdu, there);
  expect(await seen(chengdu, announced)).toMatchObject({ state: 'announced' });
  await cancel(shenzhen, here, leaving);
  await rounds(both);
  expect(await seen(chengdu, announced)).toMatchObject({
    state: 'cancelled',
    legs: { record: { stage: 'ended' } },
  });
  await everythingHolds(both);
  // Later after all: a case of its own on both sides.
  await applyHere(here);
  await rounds(both);
  const again = await caseOf(chengdu, there, ['announced']);
  expect(again).not.toBe(announced);
  await confirm(there, again);
  await rounds(both);
  expect(await seen(chengdu, again)).toMatchObject({ state: 'awaiting-balance' });
  await everythingHolds(both);
});

test('whoever confirmed over there while it was taken back here reads why it is not transferred, and applies anew', async () => {
  const { here, there } = await mover(both, somebody('孙错', '440305197002023014'));
  const leaving = await applyHere(here);
  await rounds(both);
  const arriving = await caseOf(chengdu, there);
  await confirm(there, arriving);
  await cancel(shenzhen, here, leaving);
  await rounds(both);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'cancelled' });
  const told = await seen(chengdu, arriving);
  expect(told).toMatchObject({ state: 'declined', against: { by: 'other-agency' } });
  expect(reasonsIn(told)).toEqual([expect.stringContaining('taken back at the agency that is left')]);
  await everythingHolds(both);
  const anew = { personId: there, from: '440300', category: 'employment' };
  must(await chengdu.run('openTransferIn', insured(there), { body: anew }));
  await rounds(both);
  expect(await seen(shenzhen, await caseOf(shenzhen, here, ['remitting']))).toMatchObject({
    legs: { record: { stage: 'moved' } },
  });
  await everythingHolds(both);
});

test('an announcement that waits for somebody to enrol is no matter for a clerk once it is taken back, and opens nothing later', async () => {
  const who = somebody('李待', '440301198506123026');
  const [here = ''] = await bring(shenzhen, [who]);
  const leaving = await applyHere(here);
  await rounds(both);
  const waiting = [{ code: 'transfer.not-enrolled-yet' }];
  expect((await queues(both))[1]).toMatchObject(waiting);
  // Reminded of it, the clerk over there has one matter and not two.
  for (const each of [shenzhen, chengdu]) await each.moveDays(31);
  await rounds(both);
  expect(await remindersSaid(leaving)).toBe(1);
  expect((await queues(both))[1]).toMatchObject(waiting);
  expect((await queues(both))[1]).toHaveLength(1);
  await cancel(shenzhen, here, leaving);
  await rounds(both);
  expect(await queues(both)).toEqual([[], []]);
  const [there = ''] = await bring(chengdu, [{ ...who, status: 'active', balance: '' }]);
  await rounds(both);
  await expect(caseOf(chengdu, there)).rejects.toThrow('no transfer');
  await everythingHolds(both);
});

test('an announcement that comes when it was taken back already opens nothing', async () => {
  const who = somebody('周迟', '440301198101014710');
  const { there } = await mover(both, who);
  const say = sayingFrom(both, shenzhen, { to: chengdu, transferId: '440300-byhand0009' });
  await say('invalidate', 2, { ...transferMessages.invalidate.example, invalidates: 'msg_byhand0009_1' });
  for (const each of [shenzhen, chengdu]) await each.moveDays(2);
  const { agency } = chengdu;
  const at = agency.clock.now();
  const [waits] = await listQueue(agency.database, { at, reason: null, after: null, limit: 10 });
  const handling = { token: 'token-clerk', handlingId: 'hdl_early', what: 'apply-again', reason: '对方催' };
  must(
    await inTransaction(agency.database, (tx) =>
      handleQueueItem(tx, { ...handling, what: 'apply-again', id: waits?.id ?? '', at }),
    ),
  );
  await rounds(both);
  expect((await queues(both))[1]).toMatchObject([{ code: 'transfer.unknown-transfer' }]);
  const { certificate } = transferMessages.reminder.example;
  const person = { name: who.name, nameLatin: null, identity: { type: 'citizen-id', number: who.number } };
  await say('reminder', 1, {
    ...transferMessages.reminder.example,
    certificate: { ...certificate, person },
  });
  await expect(caseOf(chengdu, there)).rejects.toThrow('no transfer');
  // What took it back has something to take back now.
  const now = agency.clock.now();
  must(
    await inTransaction(agency.database, (tx) =>
      handleQueueItem(tx, {
        ...handling,
        what: 'apply-again',
        handlingId: 'hdl_late',
        id: waits?.id ?? '',
        at: now,
      }),
    ),
  );
  await rounds(both);
  await everythingHolds(both);
});

test('a transfer that only the other agency’s letter opened is over when the letter is taken back, unless another is to come', async () => {
  const who = somebody('吴回', '440305197102023011');
  const [here = ''] = await bring(shenzhen, [who]);
  const say = sayingFrom(both, chengdu, { to: shenzhen, transferId: '510100-byhand0010' });
  await say('contact-letter', 1, letterFor(who));
  const number = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-account' });
  const takenBack = { ...transferMessages.invalidate.example, invalidates: 'msg_byhand0010_1' };
  await say('invalidate', 2, { ...takenBack, replacedBy: 'msg_byhand0010_3' });
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-letter' });
  await say('contact-letter', 3, letterFor(who));
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-account' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ held: true });
  await say('invalidate', 4, { ...takenBack, invalidates: 'msg_byhand0010_3', replacedBy: null });
  expect(await seen(shenzhen, number)).toMatchObject({
    state: 'cancelled',
    legs: { record: { stage: 'ended' }, balance: { stage: 'kept' } },
  });
  expect(await balanceOf(shenzhen, here)).toEqual({ fen: 1_234_567n, closed: false, held: false });
  const { relationship } = await standingOf(shenzhen.agency.database, here);
  expect(relationship).toMatchObject({ status: 'suspended' });
  // Once more under the same number: answered, and nothing is held.
  await say('contact-letter', 5, letterFor(who));
  expect(await balanceOf(shenzhen, here)).toMatchObject({ held: false });
  // And however often they write: what they said is kept, and answered once.
  await say('contact-letter', 6, letterFor(who));
  const answers = (await historyOf(number)).filter((action) => action === 'answer-late-letter');
  expect(answers).toHaveLength(1);
  expect((await seen(shenzhen, number)).words).toHaveLength(6);
  // Answered in a transfer that Chengdu’s own program never began.
  expect((await queues(both))[0]).toEqual([]);
  await proofsHold(both);
});

test('whoever applied here goes on waiting when the other agency takes its letter back', async () => {
  const who = somebody('郑留', '510101197903033035');
  const { here } = await mover(both, who);
  const number = await applyHere(here);
  await rounds(both);
  const { transferId } = await seen(shenzhen, number);
  const say = sayingFrom(both, chengdu, { to: shenzhen, transferId });
  await say('contact-letter', 1, letterFor(who));
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-account' });
  const invalidates = `msg_${transferId.slice(7)}_1`;
  await say('invalidate', 2, { ...transferMessages.invalidate.example, invalidates, replacedBy: null });
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-letter' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 1_234_567n, held: false });
});

test('an application that goes on with the other agency’s letter is not announced any more, and still counts as made here', async () => {
  const who = somebody('冯并', '440301198202024715');
  const { here, there } = await mover(both, who);
  const applied = await applyHere(here);
  await rounds(both);
  const announced = await caseOf(chengdu, there);
  const say = sayingFrom(both, chengdu, { to: shenzhen, transferId: '510100-byhand0011' });
  await say('contact-letter', 1, letterFor(who));
  expect(await seen(shenzhen, applied)).toMatchObject({ state: 'cancelled' });
  expect(await seen(chengdu, announced)).toMatchObject({ state: 'cancelled' });
  const joined = await caseOf(shenzhen, here, ['awaiting-account']);
  const takenBack = { ...transferMessages.invalidate.example, replacedBy: null };
  await say('invalidate', 2, { ...takenBack, invalidates: 'msg_byhand0011_1' });
  expect(await seen(shenzhen, joined)).toMatchObject({ state: 'awaiting-letter' });
  await proofsHold(both);
});

test('nobody is reminded for ever: after six reminders a clerk has it, asks again, and an answer is taken as ever', async () => {
  const { here, there } = await mover(both, somebody('陈默', '440301198001014713'));
  const number = await applyHere(here);
  await rounds(both);
  const wait = async (days: number) => {
    for (const each of [shenzhen, chengdu]) await each.moveDays(days);
    await rounds(both);
  };
  for (let month = 0; month < 6; month += 1) await wait(31);
  expect(await remindersSaid(number)).toBe(6);
  expect(await inVain()).not.toContain(number);
  await wait(31);
  expect(await inVain()).toContain(number);
  expect(await seen(shenzhen, number)).toMatchObject({
    // The holidays of that year are not published yet.
    awaited: { silent: true, reminded: 6, provisional: true },
    desk: { silence: { reminded: 6 } },
  });
  await wait(62);
  expect(await remindersSaid(number)).toBe(6);
  expect(await toldOfSilence(number)).toBe(1);
  const ask = () =>
    shenzhen.run('askPartnerAgain', clerk, { params: { number }, body: { reason: '电话联系，答应办' } });
  must(await ask());
  expect(await ask()).toMatchObject({ refusal: { code: 'casework.need-missing' } });
  expect(await inVain()).not.toContain(number);
  await wait(31);
  expect(await seen(shenzhen, number)).toMatchObject({ awaited: { silent: false, reminded: 1 } });
  await confirm(there, await caseOf(chengdu, there));
  await rounds(both);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'remitting' });
  await proofsHold(both);
});

test('money that is advised after all ends the silence about it, and is credited as ever', async () => {
  const { there } = await mover(both, somebody('蒋迟', '440305199201015833'));
  const asked = { personId: there, from: '440300', category: 'employment' };
  const { number } = must(
    await chengdu.run<{ number: string }>('openTransferIn', insured(there), { body: asked }),
  );
  await rounds(both);
  for (let month = 0; month < 7; month += 1) {
    for (const each of [shenzhen, chengdu]) await each.moveDays(31);
    await rounds(both);
  }
  expect(await seen(chengdu, number)).toMatchObject({
    ...{ state: 'awaiting-balance', awaited: { silent: true, reminded: 6 } },
    desk: { silence: { reminded: 6 } },
  });
  const money = await payAll(shenzhen);
  await rounds(both);
  expect(await seen(chengdu, number)).toMatchObject({
    ...{ state: 'awaiting-balance', awaited: { silent: false, reminded: 0 }, desk: { silence: null } },
  });
  await receive(chengdu, money);
  await rounds(both);
  expect(await seen(chengdu, number)).toMatchObject({ state: 'completed' });
  await proofsHold(both);
});

async function historyOf(number: string) {
  const params = { number };
  return must(
    await shenzhen.run<{ items: { action: string }[] }>('readTransferHistory', clerk, { params }),
  ).items.map(({ action }) => action);
}
const remindersSaid = async (number: string) =>
  (await historyOf(number)).filter((action) => action === 'remind').length;
const toldOfSilence = async (number: string) =>
  (await historyOf(number)).filter((action) => action === 'note-silence').length;

/** What the work list has of agencies that were reminded in vain; the count of the view is what it lists. */
async function inVain(): Promise<readonly string[]> {
  const query = { view: 'unanswered', sort: 'due', procedures: null, ground: null, states: null } as const;
  const narrowed = { officeId: null, assignedTo: null, dueFrom: null, dueTo: null, channel: null };
  const asked = { context: shenzhen.agency, caller: clerk };
  const { database } = shenzhen.agency;
  const page = await listWork(database, {
    ...{ ...asked, query: { ...query, ...narrowed }, cursor: null, limit: 10 },
  });
  const { items } = must(page);
  const { views } = await countWork(database, { ...asked, officeId: null });
  expect(views.find(({ view }) => view === 'unanswered')?.cases).toBe(items.length);
  expect(items.every(({ silentSince }) => silentSince !== null)).toBe(true);
  return items.map((item) => item.number);
}

const { receivingAccount } = transferMessages['contact-letter'].example;

test('a letter that comes after what took it back is not followed, also where somebody applied here', async () => {
  const who = somebody('郑回', '440301198307024711');
  const { here } = await mover(both, who);
  const number = await applyHere(here);
  await rounds(both);
  const { transferId } = await seen(shenzhen, number);
  const say = sayingFrom(both, chengdu, { to: shenzhen, transferId });
  const letter = `msg_${transferId.slice(7)}_1`;
  await say('invalidate', 2, { ...transferMessages.invalidate.example, invalidates: letter });
  for (const each of [shenzhen, chengdu]) await each.moveDays(2);
  const { agency } = shenzhen;
  const at = agency.clock.now();
  const items = await listQueue(agency.database, { at, reason: null, after: null, limit: 10 });
  const id = items.find((item) => item.transferId === transferId)?.id ?? '';
  const handling = {
    token: 'token-clerk',
    handlingId: 'hdl_before',
    what: 'apply-again',
    reason: '前一封没有来',
  };
  must(
    await inTransaction(agency.database, (tx) =>
      handleQueueItem(tx, { ...handling, what: 'apply-again', id, at }),
    ),
  );
  await rounds(both);
  await say('contact-letter', 1, letterFor(who, receivingAccount));
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-letter' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 1_234_567n, held: false });
});

test('a credit that was taken back before the bank had spoken completes nothing', async () => {
  const who = somebody('王早', '440305197205203015');
  const [here = ''] = await bring(shenzhen, [who]);
  const say = sayingFrom(both, chengdu, { to: shenzhen, transferId: '510100-byhand0020' });
  await say('contact-letter', 1, letterFor(who, receivingAccount));
  const number = await caseOf(shenzhen, here);
  const creditedOn = shanghaiDate(shenzhen.agency.clock.now());
  const credited = { ...transferMessages['balance-credited'].example, amountFen: '1234567', creditedOn };
  await say('balance-credited', 2, credited);
  await say('invalidate', 3, { ...transferMessages.invalidate.example, invalidates: 'msg_byhand0020_2' });
  await payAll(shenzhen);
  await rounds(both);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'remitted' });
  await say('balance-credited', 4, credited);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'completed' });
  // What has gone does not go once more: the check says so, and an application is refused with it.
  const again = { personId: here, to: '510100' };
  const gone = new RegExp(`^The record was transferred to .+ on 20.+ \\(case ${number}\\); no month`);
  expect(await shenzhen.run('checkTransferOut', insured(here), { query: again })).toMatchObject({
    value: {
      outcome: 'blocked',
      reasons: [{ code: 'transferred-already', text: { en: expect.stringMatching(gone) } }],
    },
  });
  expect(await shenzhen.run('openTransferOut', insured(here), { body: again })).toMatchObject({
    refusal: { code: 'transfer.not-open', problems: [{ path: 'transferred-already' }] },
  });
});
