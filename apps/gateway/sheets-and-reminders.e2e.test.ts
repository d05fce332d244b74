import { expect, test } from 'vitest';
import { monthNumber } from '#basics';
import type { Caller } from '#business/access/public';
import { decideCorrection, periodsOf, requestCorrection } from '#business/registry';
import { printReceived, showReceived } from '#business/transfer';
import { countWork, listWork, type WorkItem } from '#business/work-list';
import { readAccount } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import { digestKept } from './two-agencies.testing.store.ts';
import { bring, insured, must, officer, payAll, type TestAgency } from './two-agencies.testing.ts';
import {
  both,
  offered,
  reviewer,
  type Seen,
  seen,
  take,
  traveller,
  twoWithOfficers,
} from './two-with-officers.testing.ts';

/** What clerks do about a sheet that is in doubt and about what the other agency reminds them of. */
const { shenzhen, chengdu, rounds, coming, leavingOf, nextDay, paidAndCredited, everythingHolds } =
  await twoWithOfficers();

/** Two officers put a name on record right. */
async function rename({ agency }: TestAgency, personId: string, name: string): Promise<void> {
  const change = { subject: 'detail', field: 'name', value: name, trueFrom: null } as const;
  const request = { owner: personId, change, reason: '改名', paperReference: '户口簿', wishId: null };
  const { correctionId } = must(
    await inTransaction(agency.database, (tx) =>
      requestCorrection(tx, { context: agency, caller: both, request }),
    ),
  );
  const decided = { personId, correctionId, approved: true, reason: null };
  must(
    await inTransaction(agency.database, (tx) =>
      decideCorrection(tx, { context: agency, caller: reviewer, decision: decided }),
    ),
  );
}

/** Months on record that another agency told of. */
async function monthsFrom({ agency }: TestAgency, owner: string, region: string): Promise<number> {
  const periods = await periodsOf(agency.database, [owner]);
  return periods
    .filter(({ originRegion }) => originRegion === region)
    .reduce((sum, { fromMonth, toMonth }) => sum + monthNumber(toMonth) - monthNumber(fromMonth) + 1, 0);
}

/** The clerk asks for a correction; over there it is work, and overdue where nobody does it, until the sheet is sent again. */
async function correctedOverThere(number: string, leaving: string): Promise<void> {
  const ask = { operation: 'askForSheetCorrection', number, by: both, body: { reason: '姓名不符' } };
  expect(await take(chengdu, ask)).toBe('awaiting-correction');
  await rounds();
  const missing = [{ zh: '更正后的信息表', en: 'a corrected information sheet' }];
  expect(await remindersAt(shenzhen)).toMatchObject([
    { number: leaving, reminder: { missing, overdue: false } },
  ]);
  for (const each of [shenzhen, chengdu]) await each.moveDays(35);
  await rounds();
  // Reminded, it has until the day of the reminder.
  for (const overdue of [false, true]) {
    expect(await remindersAt(shenzhen)).toMatchObject([{ number: leaving, reminder: { missing, overdue } }]);
    expect(await seen(shenzhen, leaving)).toMatchObject({
      desk: { reminder: { missing, count: 2, overdue } },
    });
    if (!overdue) for (const each of [shenzhen, chengdu]) await each.moveDays(30);
  }
  const again = { operation: 'sendInformationSheetAgain', number: leaving, by: officer('clerk') };
  await take(shenzhen, { ...again, body: { reason: '姓名以户口簿为准' } });
  expect(await remindersAt(shenzhen)).toEqual([]);
  await rounds();
  expect(await seen(chengdu, number)).toMatchObject({ state: 'in-check' });
}

/** What stands in the work list because another agency asks for it; the count of the view is what it lists. */
async function remindersAt({ agency }: TestAgency): Promise<readonly WorkItem[]> {
  const query = { view: 'reminded', sort: 'due', procedures: null, ground: null, states: null } as const;
  const narrowed = { officeId: null, assignedTo: null, dueFrom: null, dueTo: null, channel: null };
  const asked = { context: agency, caller: officer('clerk') };
  const page = await listWork(agency.database, {
    ...{ ...asked, query: { ...query, ...narrowed }, cursor: null, limit: 10 },
  });
  const { items } = must(page);
  const { views } = await countWork(agency.database, { ...asked, officeId: null });
  expect(views.find(({ view }) => view === 'reminded')?.cases).toBe(items.length);
  return items;
}

test('a sheet under another name two officers let pass, and its months count once however often it is sent', async () => {
  await nextDay();
  const who = traveller('钱旧', '440301198001013016');
  const [here = ''] = await bring(shenzhen, [who]);
  const [there = ''] = await bring(chengdu, [
    { ...who, status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '100.00' },
  ]);
  const body = { personId: there, from: '440300', category: 'employment' };
  const { number } = must(await chengdu.run<Seen>('openTransferIn', insured(there), { body }));
  await rename(chengdu, there, '钱新');
  await rounds();
  const before = await seen(chengdu, number);
  expect(before).toMatchObject({
    state: 'in-check',
    desk: { sheet: { passing: 'two-officers', balanceFen: '1234567', doubts: [{ code: 'name-differs' }] } },
  });
  expect(offered(before)).toEqual(expect.arrayContaining(['ask-correction', 'propose-sheet']));
  expect(offered(before)).not.toContain('record-months');
  // Nobody outside reads a sheet that may be about somebody else; officers do.
  const messageId = before.words.at(-1)?.messageId ?? '';
  const copy = { context: chengdu.agency, number, messageId, language: null };
  const printed = (caller: Caller) => showReceived(chengdu.agency.database, { ...copy, caller });
  expect(await printed(insured(there))).toMatchObject({ refusal: { code: 'transfer.sheet-in-check' } });
  expect(must(await printed(officer('clerk')))).toContain(await digestKept(chengdu.db.superuser, messageId));
  const reason = { reason: '户口簿有曾用名' };
  const read = { ...reason, messageId };
  const alone = { operation: 'recordDoubtfulSheet', number, by: officer('clerk'), body: read };
  expect(await take(chengdu, alone)).toBe('transfer.sheet-needs-two');
  await correctedOverThere(number, await leavingOf(here));
  // Another sheet came while a clerk and a reviewer had the first before them: neither decides on what they did not read.
  const stale = { operation: 'proposeDoubtfulSheet', number, by: both, body: read };
  expect(await take(chengdu, stale)).toBe('transfer.another-sheet');
  const sheet = (await seen(chengdu, number)).desk.sheet;
  expect(sheet).toMatchObject({ revision: 2, messageId: expect.not.stringMatching(messageId) });
  const propose = { ...stale, body: { ...reason, messageId: sheet?.messageId } };
  const pass = { operation: 'letSheetPass', number, by: reviewer, body: { messageId: sheet?.messageId } };
  expect(await take(chengdu, propose)).toBe('sheet-proposed');
  expect(await take(chengdu, { ...pass, body: { messageId } })).toBe('transfer.another-sheet');
  expect(await take(chengdu, { ...pass, by: both })).toBe('transfer.proposer-is-decider');
  const back = { operation: 'returnSheetProposal', number, by: reviewer, body: { reason: '附户口簿' } };
  expect(await take(chengdu, back)).toBe('in-check');
  expect(await take(chengdu, propose)).toBe('sheet-proposed');
  expect(await monthsFrom(chengdu, there, '440300')).toBe(0);
  expect(await take(chengdu, pass)).toBe('awaiting-balance');
  expect(await monthsFrom(chengdu, there, '440300')).toBe(before.desk.sheet?.months);
  const sheets = (await seen(chengdu, number)).words.filter(({ type }) => type === 'information-sheet');
  const recorded = { ...copy, messageId: sheets.at(-1)?.messageId ?? '', caller: insured(there) };
  const { pdf } = must(await printReceived(chengdu.agency.database, recorded));
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(await printed(insured('psn_other'))).toMatchObject({ refusal: { code: 'casework.no-case' } });
  expect(await showReceived(chengdu.agency.database, { ...recorded, messageId: 'msg_none' })).toMatchObject({
    refusal: { code: 'transfer.not-received' },
  });
  const again = {
    operation: 'sendInformationSheetAgain',
    number: await leavingOf(here),
    by: officer('clerk'),
  };
  await take(shenzhen, { ...again, body: { reason: '重发' } });
  await rounds();
  // Settled over there by now, and told of all the same.
  const third = await seen(chengdu, number);
  expect(third).toMatchObject({ desk: { sheet: { balanceFen: '1234567' } } });
  const latest = { messageId: third.desk.sheet?.messageId };
  expect(await take(chengdu, { ...propose, body: { ...reason, ...latest } })).toBe('sheet-proposed');
  expect(await take(chengdu, { ...pass, body: latest })).toBe('awaiting-balance');
  expect(await monthsFrom(chengdu, there, '440300')).toBe(before.desk.sheet?.months);
  await paidAndCredited(await payAll(shenzhen));
  expect(await seen(chengdu, number)).toMatchObject({ state: 'completed' });
  await everythingHolds();
});

test('an account that the bank did not accept a clerk tells again, who has the reminder as work', async () => {
  const { there, arriving: number, leaving } = await coming(traveller('郑退', '510101197903033035'));
  await payAll(shenzhen, 'RJCT');
  await rounds();
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'sent-back' });
  const missing = [{ zh: '接收余额的账户信息', en: 'the account that takes the balance' }];
  expect(await remindersAt(chengdu)).toMatchObject([
    { number, state: 'awaiting-balance', reminder: { missing } },
  ]);
  expect(offered(await seen(chengdu, number))).toEqual(
    expect.arrayContaining(['tell-account', 'answer-reminder']),
  );
  const tell = { operation: 'tellReceivingAccount', number, by: officer('clerk') };
  // Not where no balance is taken: it would contradict the letter.
  const { desk } = chengdu.agency;
  Object.defineProperty(desk, 'acceptsBalances', { configurable: true, value: false });
  expect(await take(chengdu, { ...tell, body: { reason: '更正' } })).toBe('casework.need-missing');
  expect(offered(await seen(chengdu, number))).not.toContain('tell-account');
  Object.defineProperty(desk, 'acceptsBalances', { configurable: true, value: true });
  // Whoever names another account at the desk is not heard: the configured one is told.
  const receivingAccount = { ...desk.account, accountNumber: '6222024000000000777' };
  const wish = { reason: '户名已在配置中更正', receivingAccount };
  expect(await take(chengdu, { ...tell, body: wish })).toBe('awaiting-balance');
  expect(await remindersAt(chengdu)).toEqual([]);
  const answer = { operation: 'answerTransferReminder', number, by: officer('clerk') };
  expect(await take(chengdu, { ...answer, body: { reason: '已告知' } })).toBe('casework.need-missing');
  await rounds();
  const sent = await payAll(shenzhen);
  expect(sent).toMatchObject([{ accountNumber: desk.account.accountNumber }]);
  await paidAndCredited(sent);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'completed' });
  expect(await readAccount(chengdu.agency.database, there)).toMatchObject({ balanceFen: 1_244_567n });
  await everythingHolds();
});
