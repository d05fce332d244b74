import { beforeAll, expect, test } from 'vitest';
import { openWithdrawal, whyNoWithdrawal } from '#apps/agency';
import { shanghaiDate } from '#basics';
import { listLetters } from '#business/letters';
import { readLatestNotices } from '#business/notices';
import { openWithdrawalByHand, readTransfer, remindPartners, transferMessages } from '#business/transfer';
import { listWork, type WorkQuery } from '#business/work-list';
import type { JsonObject } from '#engines/exchange';
import { openLog } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import {
  type Both,
  balanceOf,
  caseOf,
  everythingHolds,
  placeOf,
  proofsHold,
  queues,
  receiptSays,
  rounds,
  seen,
} from './both-agencies.testing.ts';
import { message } from './gateway.testing.ts';
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

const logged: string[] = [];
const log = openLog({ level: 'info', app: 'test', to: { write: (line) => logged.push(line) } });
let both: Both;
let shenzhen: TestAgency;
let chengdu: TestAgency;
beforeAll(() => begin({}));

async function begin(settings: Parameters<typeof twoAgencies>[1]): Promise<void> {
  both = await twoAgencies(log, settings);
  ({ shenzhen, chengdu } = both);
}

const wang: Traveller = {
  ...{ name: '王移', number: '440301199003074714', bornOn: '1990-03-07' },
  ...{ status: 'suspended', since: '2019-05-01', until: '2026-09-30', balance: '12345.67' },
  phone: '13900001111',
};

/** What the people of an agency were told, oldest first: the steps, and all of it in words. */
async function told({ agency }: TestAgency): Promise<{ kinds: readonly string[]; words: string }> {
  const notices = (await readLatestNotices(agency, 100)).toReversed();
  return { kinds: notices.map(({ kind }) => kind), words: notices.map(({ body }) => body).join('\n') };
}

/** What was printed for the other agency in a case, in its order. */
async function formsOf({ agency }: TestAgency, number: string): Promise<readonly string[]> {
  const listed = must(await listLetters(agency.database, { caller: officer('clerk'), number }));
  return listed.map(({ kind }) => kind);
}

test('a person who moved to Chengdu arrives there with record and balance, and both agencies say so', async () => {
  const [here = ''] = await bring(shenzhen, [wang]);
  const [there = ''] = await bring(chengdu, [
    { ...wang, status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '100.00' },
  ]);
  const asked = await chengdu.run<{ number: string }>('openTransferIn', insured(there), {
    body: { personId: there, from: '440300', category: 'employment' },
  });
  const { number } = must(asked);
  await rounds(both);
  const leaving = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'remitting' });
  // Whoever applied has a receipt; where the other agency's letter came of itself, nobody did.
  expect(await receiptSays(chengdu, number)).toBe('in');
  expect(await receiptSays(shenzhen, leaving)).toBe('transfer.not-applied-for');
  expect(await seen(chengdu, number)).toMatchObject({
    state: 'awaiting-balance',
    legs: { record: { stage: 'moved' }, balance: { stage: 'awaited' } },
  });
  const money = await payAll(shenzhen);
  expect(money).toMatchObject([
    { amountFen: 1_234_567n, accountNumber: chengdu.agency.desk.account.accountNumber },
  ]);
  await rounds(both);
  await receive(chengdu, money);
  await rounds(both);
  expect(await seen(chengdu, number)).toMatchObject({
    state: 'completed',
    legs: { record: { stage: 'moved' }, balance: { stage: 'credited' } },
    arrival: {
      arrived: [{ from: '2019-05', to: '2026-09', months: 89, basis: 'actual', region: '440300' }],
      totals: { actual: 90, deemed: 0, total: 90, here: 1 },
      ...{ added: 89, overlaps: [], continuity: { kind: 'continuous', benefitsFrom: '2026-10-01' } },
      provisions: [{ id: 'SIL-32' }, { id: 'TRANSFER-CONTINUITY' }, { id: 'SIL-27' }],
      figures: [{ id: 'arrival.chengdu.other-provinces-as', value: 'actual', grade: 'M' }],
    },
  });
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'completed' });
  expect(await balanceOf(chengdu, there)).toEqual({ fen: 1_244_567n, closed: false, held: false });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 0n, held: false });
  // Everything that was said can be carried as paper too.
  expect(await formsOf(shenzhen, leaving)).toEqual(['information-sheet', 'remittance-advice']);
  expect(await formsOf(chengdu, number)).toEqual(['contact-letter', 'months-recorded', 'balance-credited']);
  const [leaves, arrives] = [await told(shenzhen), await told(chengdu)];
  expect(leaves.kinds).toEqual(
    ['accept', 'confirm-paid', 'confirm-credited'].map((at) => `transfer-out.${at}`),
  );
  expect(arrives.kinds).toEqual(['submit', 'record-months', 'credit'].map((at) => `transfer-in.${at}`));
  expect(arrives.words).toContain('新增 89 个月。参保没有中断');
  for (const personal of ['王移', wang.number, wang.phone, '12345.67', '1244567'])
    expect([leaves.words, arrives.words, ...logged].join('\n')).not.toContain(personal);
  await everythingHolds(both);
});

const sun: Traveller = {
  ...{ name: '孙出', number: '440305197002023014', bornOn: '1970-02-02' },
  ...{ status: 'suspended', since: '2005-01-01', until: '2026-07-31', balance: '54321.00' },
  phone: '13900002222',
};

test('who applies in Shenzhen is announced to Chengdu, confirms there, and gets an account there with the balance', async () => {
  const [here = ''] = await bring(shenzhen, [sun]);
  const [there = ''] = await bring(chengdu, [
    { ...sun, status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '' },
  ]);
  expect(await balanceOf(chengdu, there)).toBeUndefined();
  const leaving = must(
    await shenzhen.run<{ number: string }>('openTransferOut', insured(here), {
      body: { personId: here, to: '510100' },
    }),
  ).number;
  await rounds(both);
  const number = await caseOf(chengdu, there);
  const announcement = { zh: '参保凭证（告知转移）', en: 'Insurance certificate (announcement)' };
  expect(await seen(chengdu, number)).toMatchObject({ state: 'announced', words: [{ name: announcement }] });
  // Whoever applies there, not knowing that it was announced, is told to confirm that one.
  const anew = { body: { personId: there, from: '440300', category: 'employment' } };
  const detail = {
    zh: expect.stringContaining('确认那一件即可'),
    en: expect.stringContaining(`(${number})`),
  };
  expect(await chengdu.run('openTransferIn', insured(there), anew)).toMatchObject({
    refusal: { problems: [{ path: 'transfer-open', detail }] },
  });
  const nowhere = { body: { ...anew.body, from: '999999' } };
  expect(await chengdu.run('openTransferIn', insured(there), nowhere)).toMatchObject({
    refusal: { code: 'transfer.no-such-region' },
  });
  const confirmed = { params: { number }, body: { category: 'employment' } };
  must(await chengdu.run('confirmTransferIn', insured(there), confirmed));
  // Twice is once: what was confirmed cannot be confirmed again.
  const stateZh = '已发联系函，等待信息表';
  expect(await chengdu.run('confirmTransferIn', insured(there), confirmed)).toMatchObject({
    refusal: { code: 'casework.not-now', figures: { stateZh, whenZh: '转出地已告知，待本人确认' } },
  });
  await rounds(both);
  const money = await payAll(shenzhen);
  await rounds(both);
  // The bank tells of a day in one statement; this is the next day's.
  for (const each of [shenzhen, chengdu]) await each.moveDays(1);
  await receive(chengdu, money);
  await rounds(both);
  const gap = { from: '2026-08', to: '2026-09', months: 2 };
  expect(await seen(chengdu, number)).toMatchObject({
    state: 'completed',
    arrival: { continuity: { kind: 'may-make-up', gap, retroactiveFrom: '2026-08-01' } },
  });
  expect(await seen(shenzhen, leaving)).toMatchObject({
    ...{ state: 'completed', arrival: null, followUps: [], ended: null, money: { amountFen: '5432100' } },
  });
  expect(await balanceOf(chengdu, there)).toEqual({ fen: 5_432_100n, closed: false, held: false });
  expect((await told(shenzhen)).kinds.slice(3)[0]).toBe('transfer-out.submit');
  const { kinds, words } = await told(chengdu);
  expect(kinds.slice(3)).toEqual(
    ['announce', 'submit', 'record-months', 'credit'].map((at) => `transfer-in.${at}`),
  );
  expect(words).toContain('参保中断 2 个月（2026-08 – 2026-09），可以补缴');
  await everythingHolds(both);
});

const li: Traveller = {
  ...{ name: '李去', number: '440301198506123026', bornOn: '1985-06-12' },
  ...{ status: 'suspended', since: '2015-01-01', until: '2026-09-30', balance: '8000.00' },
  phone: '13900003333',
};

/** From the withdrawal that opened by itself to the money: the person says where to, and nothing else. */
async function paidOut(personId: string, amountFen: bigint): Promise<void> {
  const { items } = must(
    await shenzhen.run<{ items: { number: string; state: string }[] }>('listWithdrawals', insured(personId), {
      query: { personId },
    }),
  );
  expect(items).toMatchObject([{ state: 'awaiting-confirmation' }]);
  // Held meanwhile, so that nothing else takes it.
  await proofsHold(both);
  const params = { number: items[0]?.number ?? '' };
  const payee = {
    ...{ name: '李去', accountNumber: '6222024000000000777' },
    ...{ bankCode: '102584000000', bankName: '演示银行深圳分行' },
  };
  must(await shenzhen.run('nameWithdrawalPayee', insured(personId), { params, body: payee }));
  must(await shenzhen.run('confirmWithdrawalPayee', insured(personId), { params, body: {} }));
  must(
    await shenzhen.run('proposeWithdrawalDecision', officer('clerk'), {
      params,
      body: { outcome: 'approve' },
    }),
  );
  must(
    await shenzhen.run('approveWithdrawalDecision', officer('reviewer', 'reviewer'), { params, body: {} }),
  );
  await rounds(both);
  // Not less than what was there: interest to the day of the settlement comes on top.
  const [paid] = await payAll(shenzhen);
  expect(paid).toMatchObject({ accountNumber: payee.accountNumber });
  expect(paid?.amountFen).toBeGreaterThanOrEqual(amountFen);
  expect(await balanceOf(shenzhen, personId)).toMatchObject({ fen: 0n });
}

test('a balance that Chengdu refuses is paid out in Shenzhen: the withdrawal opens by itself, with the refusal as its evidence', async () => {
  await begin({ chengdu: { SUIXING_ACCEPTS_BALANCES: 'no' } });
  const [here = ''] = await bring(shenzhen, [li]);
  const [there = ''] = await bring(chengdu, [
    { ...li, status: 'active', since: '2026-08-01', until: '2026-10-31', balance: '0.00' },
  ]);
  const body = { personId: there, from: '440300', category: 'employment' };
  const { number } = must(await chengdu.run<{ number: string }>('openTransferIn', insured(there), { body }));
  await rounds(both);
  expect(await seen(chengdu, number)).toMatchObject({
    ...{ state: 'balance-refused', legs: { record: { stage: 'moved' }, balance: { stage: 'not-taken' } } },
    // Two months are on record in both places, and each counts once.
    arrival: {
      ...{ added: 139, totals: { total: 142, here: 3 } },
      overlaps: [{ from: '2026-08', to: '2026-09', months: 2, countedAt: '510100', paidTwice: true }],
    },
  });
  expect(await queues(both)).toEqual([[], []]);
  expect(await seen(shenzhen, await caseOf(shenzhen, here))).toMatchObject({
    state: 'refused-balance',
    legs: { record: { stage: 'moved' }, balance: { stage: 'refused' } },
    followUps: [{ number: expect.stringMatching(/^SZ-/) }],
    against: {
      by: 'other-agency',
      reasons: [{ remedy: { zh: expect.stringContaining('支取') } }],
      remedies: null,
    },
  });
  // The agency that decided says how to object to it; the other one says what to do now.
  const [leaves, arrives] = [await told(shenzhen), await told(chengdu)];
  // What becomes of the balance stands in one notice.
  expect(leaves.kinds).toEqual(['transfer-out.accept', 'transfer-refused']);
  expect(leaves.words).not.toContain('余额将结清后划转');
  expect(leaves.words).toContain('写明不接收余额');
  expect(leaves.words).toContain('确认收款账户，不用再交材料');
  expect(arrives.kinds).toEqual(['submit', 'record-months', 'turn-away'].map((at) => `transfer-in.${at}`));
  expect(arrives.words).toContain('余额的情况另行告知');
  expect(arrives.words).toContain('向成都市人民政府，或者本机构所属的区（市）县人民政府申请行政复议');
  expect(await seen(chengdu, number)).toMatchObject({
    against: { by: 'this-agency', remedies: { en: expect.stringContaining('reconsideration') } },
  });
  expect(await formsOf(chengdu, number)).toEqual(['contact-letter', 'months-recorded', 'balance-refused']);
  await everythingHolds(both); // also while the person has not said yet where it goes
  await paidOut(here, 800_000n);
  expect((await placeOf(shenzhen, await caseOf(shenzhen, here))).state.zh).toBe('记录已转走，余额已支付');
  const where = { zh: expect.stringMatching(/已于 20\d\d-\d\d-\d\d 付给本人，连同利息共 8,0\d\d\.\d\d 元/) };
  expect(await seen(shenzhen, await caseOf(shenzhen, here))).toMatchObject({
    ...{ followUps: [{ what: where, unconfirmed: false, paid: { on: expect.any(String) } }] },
    ...{ legs: { balance: { stage: 'refused', text: where } }, against: { reasons: [{ remedy: where }] } },
  });
  await everythingHolds(both);
});

const zhao: Traveller = {
  ...{ name: '李去', number: '440305199201015833', bornOn: '1992-01-01' },
  ...{ status: 'suspended', since: '2016-01-01', until: '2026-09-30', balance: '600.50' },
  phone: '13900004444',
};

/** Chengdu's contact letter of somebody, which names no account; answers the case that waits for one. */
async function letterWithoutAccount(traveller: Traveller, here: string): Promise<string> {
  const signer = chengdu.agency.signingKeys.signer();
  const letter = {
    ...transferMessages['contact-letter'].example,
    ...{ acceptsBalance: true, receivingAccount: null, certificateNumber: null },
    ...{ enrolledOn: '2026-10-01', appliedOn: shanghaiDate(chengdu.agency.clock.now()) },
    person: {
      ...{ name: traveller.name, nameLatin: null },
      identity: { type: 'citizen-id', number: traveller.number },
    },
  } as unknown as JsonObject;
  const said = {
    transferId: `510100-byhand${traveller.number.slice(-4)}`,
    type: 'contact-letter',
    body: letter,
  };
  const body = message(must(signer), { ...said, at: chengdu.agency.clock.now() });
  const posted = await fetch(`${shenzhen.gateway}/exchange/v1/messages`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/jose' }, body },
  });
  expect(posted.status).toBe(200);
  await rounds(both);
  const number = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-account' });
  return number;
}

test('where Chengdu never says where the balance should go, it is reminded, and after the reminder the balance is paid out', async () => {
  const [here = ''] = await bring(shenzhen, [zhao]);
  const number = await letterWithoutAccount(zhao, here);
  // Fifteen working days to answer, and then ten more.
  await shenzhen.moveDays(35);
  await rounds(both);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-account', awaited: { reminded: 1 } });
  await shenzhen.moveDays(30);
  await rounds(both);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'no-account' });
  const { kinds, words } = await told(shenzhen);
  expect(kinds.slice(-3)).toEqual([
    ...['accept', 'remind'].map((at) => `transfer-out.${at}`),
    'transfer-refused',
  ]);
  expect(words).toContain('来函没有写收款账户，个人账户先冻结');
  expect(words).toContain('前仍不答复的，余额可以支取，届时只需确认收款账户');
  await paidOut(here, 60_050n);
});

test('where the rules in force know no way to pay a balance out that did not go, a clerk has it as work with what to do, and the person is told', async () => {
  const people = [
    { ...zhao, number: '440305199201015841' },
    { ...zhao, number: '44030519920101585X' },
  ];
  const [opened = '', left = ''] = await bring(shenzhen, people);
  const [first, second] = people as [Traveller, Traveller]; // two
  const numbers = [
    await letterWithoutAccount(first, opened),
    await letterWithoutAccount(second, left),
  ] as const;
  for (const days of [35, 30]) {
    await rounds(both);
    await shenzhen.moveDays(days);
  }
  // The release before the one with this ground.
  const schedule = shenzhen.agency.schedule.map(({ ruleSet, ...from }) => ({
    ...{
      ...from,
      ruleSet: { ...ruleSet, options: ruleSet.options.filter(({ ground }) => ground === 'death') },
    },
  }));
  const earlier = { ...shenzhen.agency, schedule };
  const context = {
    ...shenzhen.agency,
    ...{ openWithdrawal: openWithdrawal(earlier), whyNoWithdrawal: whyNoWithdrawal(earlier) },
  };
  await remindPartners(context);
  const clerk = officer('clerk');
  const { database } = context;
  const view = must(await readTransfer(database, { context, caller: clerk, number: numbers[0] }));
  expect(view).toMatchObject({
    ...{ state: 'not-paid-out', heldBy: 'agency', legs: { balance: { stage: 'kept' } } },
    desk: { notPaidOut: { why: 'no-ground', remedy: { en: expect.stringContaining('administrator') } } },
  });
  const may = ({ actions }: typeof view) =>
    actions.filter(({ allowed }) => allowed).map(({ action }) => action);
  expect(may(view)).toEqual(expect.arrayContaining(['leave-balance']));
  expect(may(view)).not.toContain('open-withdrawal');
  const query: WorkQuery = {
    ...{ procedures: null, ground: null, states: null, officeId: null, assignedTo: null },
    ...{ view: 'waiting-for-agency', sort: 'due', dueFrom: null, dueTo: null, channel: null },
  };
  const listed = must(await listWork(database, { context, caller: clerk, query, cursor: null, limit: 50 }));
  expect(listed.items.map(({ number }) => number).sort()).toEqual(numbers.toSorted());
  expect((await told(shenzhen)).words).toContain('支取没能自动开办');
  const doing = { caller: clerk, number: numbers[0], reason: '已询问' };
  const tooEarly = await inTransaction(database, (tx) => openWithdrawalByHand(tx, { ...doing, context }));
  expect(tooEarly).toMatchObject({ refusal: { code: 'casework.need-missing' } });
  await proofsHold(both);
  // The rules have come.
  const body = { reason: '规则已更新' };
  must(await shenzhen.run('openTransferWithdrawal', clerk, { params: { number: numbers[0] }, body }));
  expect(await seen(shenzhen, numbers[0])).toMatchObject({
    ...{ state: 'no-account', legs: { balance: { stage: 'to-be-paid-out' } } },
    followUps: [{ number: expect.stringMatching(/^SZ-/), stateName: { zh: expect.any(String) } }],
  });
  must(
    await shenzhen.run('leaveTransferBalance', clerk, {
      ...{ params: { number: numbers[1] }, body: { reason: '本人要求留在账户' } },
    }),
  );
  expect(await seen(shenzhen, numbers[1])).toMatchObject({
    ...{ state: 'no-account', legs: { balance: { stage: 'kept' } }, followUps: [] },
  });
  await paidOut(opened, 60_050n);
  await proofsHold(both);
});
