import { expect, test } from 'vitest';
import { decideResolution, linesInSuspense, requestResolution } from '#business/payments';
import { readAccount } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import {
  insured,
  type MoneySent,
  must,
  officer,
  payAll,
  receive,
  type TestAgency,
} from './two-agencies.testing.ts';
import {
  both,
  finance,
  offered,
  reviewer,
  type Seen,
  seen,
  take,
  traveller,
  twoWithOfficers,
} from './two-with-officers.testing.ts';

/** What clerks, reviewers and finance officers decide about the money of a transfer, with the other agency at the other end. */
const { shenzhen, chengdu, rounds, coming, nextDay, everythingHolds } = await twoWithOfficers();

const refusal = {
  code: 'scheme-has-no-account',
  legalBasis: '医保办发〔2021〕43号第二条',
};

test('a clerk proposes to refuse a balance, another officer refuses it, and Shenzhen pays it out', async () => {
  const { here, arriving: number, leaving } = await coming(traveller('王移', '440301199003074714'));
  const propose = { operation: 'proposeBalanceRefusal', number };
  const refuse = { operation: 'refuseBalance', number };
  expect(offered(await seen(chengdu, number))).toContain('propose-refusal');
  const silent = { ...refusal, code: 'other' };
  expect(await take(chengdu, { ...propose, by: both, body: silent })).toBe('transfer.refusal-needs-words');
  expect(await take(chengdu, { ...refuse, by: reviewer })).toBe('transfer.no-proposal');
  expect(await take(chengdu, { ...propose, by: both, body: refusal })).toBe('refusal-proposed');
  expect(await seen(chengdu, number)).toMatchObject({ desk: { proposal: { by: 'both', ...refusal } } });
  expect(await take(chengdu, { ...refuse, by: both })).toBe('transfer.proposer-is-decider');
  const back = { operation: 'returnRefusalProposal', number, by: reviewer, body: { reason: '可以接收' } };
  expect(await take(chengdu, back)).toBe('awaiting-balance');
  expect(await take(chengdu, { ...propose, by: both, body: refusal })).toBe('refusal-proposed');
  expect(await take(chengdu, { ...refuse, by: reviewer })).toBe('balance-refused');
  await rounds();
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'refused-balance' });
  const { items } = must(
    await shenzhen.run<{ items: object[] }>('listWithdrawals', insured(here), { query: { personId: here } }),
  );
  expect(items).toMatchObject([{ state: 'awaiting-confirmation' }]);
  // Until it is paid out, that case stands in the way of another transfer, and is named.
  const asked = { query: { personId: here, to: '510100' } };
  const check = must(await shenzhen.run<{ reasons: object[] }>('checkTransferOut', insured(here), asked));
  const named = expect.stringContaining((items[0] as Seen | undefined)?.number ?? '?');
  expect(check.reasons).toContainEqual(
    expect.objectContaining({ code: 'no-competing-case', text: { zh: named, en: named } }),
  );
  await everythingHolds();
});

/** Two finance officers say of every unknown line that it is no account's: what came and went again evens out in the pool. */
async function settleSuspense({ agency }: TestAgency): Promise<void> {
  for (const { ownerId, lineNo } of await linesInSuspense(agency.database, { after: null, limit: 10 })) {
    const lineId = `${ownerId}-${lineNo}`;
    const wish = { lineId, kind: 'fund', endToEndId: null, entry: null, reason: '退回对方机构' } as const;
    const { requestId } = must(
      await inTransaction(agency.database, (tx) =>
        requestResolution(tx, agency, { caller: finance, ...wish }),
      ),
    );
    const word = { caller: officer('finance2', 'finance'), requestId, lineId, approved: true };
    must(await inTransaction(agency.database, (tx) => decideResolution(tx, agency, word)));
  }
}

const anotherAmount = (sent: readonly MoneySent[], less: bigint) =>
  sent.map(({ amountFen, ...money }) => ({ ...money, amountFen: amountFen - less }));

test('what has come cannot be refused until it was sent back, and then it is in the account again where it came from', async () => {
  const { here, arriving: number, leaving } = await coming(traveller('孙出', '440305197002023014'));
  const sent = await payAll(shenzhen);
  await rounds();
  await receive(chengdu, anotherAmount(sent, 5_00n));
  await rounds();
  expect(await seen(chengdu, number)).toMatchObject({
    state: 'difference',
    desk: { money: [{ amountFen: '1234067' }] },
  });
  const propose = { operation: 'proposeBalanceRefusal', number, by: officer('clerk') };
  const body = { ...refusal, code: 'amount-differs' };
  expect(offered(await seen(chengdu, number))).not.toContain('propose-refusal');
  expect(await take(chengdu, { ...propose, body })).toBe('transfer.money-here');
  await nextDay();
  await receive(chengdu, [{ reference: 'BACK-1', amountFen: 1_234_067n, direction: 'out' }]);
  await settleSuspense(chengdu);
  const untrue = { ...body, sentBackReference: 'BACK-2' };
  expect(await take(chengdu, { ...propose, body: untrue })).toBe('transfer.not-sent-back');
  expect(await take(chengdu, { ...propose, body: { ...body, sentBackReference: 'BACK-1' } })).toBe(
    'refusal-proposed',
  );
  expect(await take(chengdu, { operation: 'refuseBalance', number, by: reviewer })).toBe('balance-refused');
  await rounds();
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'awaiting-money-back' });
  await receive(shenzhen, [{ reference: 'BACK-1', amountFen: 1_234_067n }]);
  await rounds();
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'refused-balance' });
  const account = await readAccount(shenzhen.agency.database, here);
  expect(account).toMatchObject({ balanceFen: 1_234_567n, hold: expect.anything() });
  await everythingHolds();
});

const money = async (agency: TestAgency, by = finance) =>
  must(await agency.run<{ items: MoneySeen[] }>('listTransferMoney', by, { query: {} })).items;

interface MoneySeen {
  readonly lineId: string;
  readonly amountFen: string;
  readonly mayBelongTo: readonly { readonly number: string; readonly by: string }[];
  readonly match: { readonly by: string } | null;
}

/** A finance officer says whose the only money in suspense is; answers the request's id. */
async function match(agency: TestAgency, number: string): Promise<string> {
  const [line] = await money(agency);
  const asked = { params: { number }, body: { lineId: line?.lineId, reason: '附言有误' } };
  const { matchId } = must(await agency.run<{ matchId: string }>('requestTransferMatch', finance, asked));
  // A second time it is not asked for again.
  expect(await agency.run('requestTransferMatch', finance, asked)).toMatchObject({
    refusal: { code: 'transfer.match-waits', figures: { number } },
  });
  return matchId;
}

const decision = (number: string, matchId: string, body: object = { approved: true }) => ({
  ...{ params: { number, matchId }, body },
});

const finance2 = officer('finance2', 'finance');

test('another amount than was advised two finance officers credit, and Shenzhen sees the difference', async () => {
  const { there, arriving: number, leaving } = await coming(traveller('李去', '440301198506123026'));
  const sent = await payAll(shenzhen);
  await rounds();
  await receive(chengdu, anotherAmount(sent, 5_00n));
  await rounds();
  expect(await money(chengdu)).toMatchObject([
    { amountFen: '1234067', mayBelongTo: [{ number, by: 'reference' }] },
  ]);
  // The case itself tells finance what to do and where, and everybody else who has it.
  const inDifference = await seen(chengdu, number);
  const [line] = await money(chengdu);
  expect(inDifference).toMatchObject({
    next: { en: expect.stringContaining('finance has it') },
    desk: {
      finance: [
        {
          operation: 'requestTransferMatch',
          command: `suixing transfer match ${number} ${line?.lineId} --reason TEXT`,
        },
      ],
    },
  });
  expect(await chengdu.run('readTransfer', insured(there), { params: { number } })).toMatchObject({
    value: { next: { zh: expect.stringContaining('财务') }, desk: null },
  });
  const first = await match(chengdu, number);
  expect(await seen(chengdu, number)).toMatchObject({
    desk: {
      finance: [
        { operation: 'decideTransferMatch', command: `suixing transfer agree-match ${number} ${first}` },
      ],
    },
  });
  const no = { approved: false, reason: '先问转出地' };
  expect(await chengdu.run('decideTransferMatch', finance, decision(number, first))).toMatchObject({
    refusal: { code: 'transfer.matcher-is-checker' },
  });
  expect(await chengdu.run('decideTransferMatch', finance2, decision(number, first, no))).toMatchObject({
    value: { state: 'difference' },
  });
  const second = await match(chengdu, number);
  const { items } = must(
    await chengdu.run<{ items: object[] }>('listTransferMatches', finance2, { query: { limit: 1 } }),
  );
  expect(items).toMatchObject([
    {
      matchId: second,
      number,
      personName: '李*',
      amountFen: '1234067',
      announcedFen: '1234567',
      by: 'finance',
    },
  ]);
  expect(await chengdu.run('decideTransferMatch', finance2, decision(number, second))).toMatchObject({
    value: { state: 'completed' },
  });
  expect(await chengdu.run('decideTransferMatch', finance2, decision(number, second))).toMatchObject({
    refusal: { code: 'transfer.match-decided' },
  });
  expect(await readAccount(chengdu.agency.database, there)).toMatchObject({ balanceFen: 1_244_067n });
  await rounds();
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'difference' });
  const close = { operation: 'closeTransferDifference', number: leaving, by: officer('clerk') };
  expect(await take(shenzhen, { ...close, body: { reason: '银行手续费' } })).toBe('completed');
  await everythingHolds();
});

test('money whose reference has a slip is found by its amount, and two finance officers match it', async () => {
  const { there, arriving: number, leaving } = await coming(traveller('赵来', '440305199201015833'));
  const sent = await payAll(shenzhen);
  await rounds();
  await receive(
    chengdu,
    sent.map((each) => ({ ...each, reference: `${each.reference}x` })),
  );
  await rounds();
  // The advice is here: what is missing is the money, and nothing else.
  expect(await seen(chengdu, number)).toMatchObject({
    ...{ state: 'awaiting-balance', desk: { money: [] } },
    awaited: { missing: [{ zh: '划转的余额', en: 'the money' }] },
  });
  expect(await money(chengdu)).toMatchObject([{ mayBelongTo: [{ number, by: 'amount' }], match: null }]);
  const matchId = await match(chengdu, number);
  const propose = { operation: 'proposeBalanceRefusal', number, by: officer('clerk'), body: refusal };
  expect(await take(chengdu, propose)).toBe('transfer.money-being-matched');
  expect(await chengdu.run('decideTransferMatch', finance2, decision(number, matchId))).toMatchObject({
    value: { state: 'completed' },
  });
  expect(await money(chengdu)).toEqual([]);
  expect(await readAccount(chengdu.agency.database, there)).toMatchObject({ balanceFen: 1_244_567n });
  await rounds();
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'completed' });
  await everythingHolds();
});
