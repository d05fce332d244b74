import { beforeAll, expect, test } from 'vitest';
import { exchangeKeysOf } from '#apps/agency';
import { shanghaiDate } from '#basics';
import { transferMessages, transferProofs } from '#business/transfer';
import { withdrawalProofs } from '#business/withdrawal';
import { caseworkProofs } from '#engines/casework';
import { exchangeProofs, type JsonObject, listQueue } from '#engines/exchange';
import { ledgerProofs, readAccount } from '#engines/ledger';
import { openLog } from '#platform/log';
import { message } from './gateway.testing.ts';
import { underWay } from './two-agencies.testing.store.ts';
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
let shenzhen: TestAgency;
let chengdu: TestAgency;
beforeAll(async () => {
  ({ shenzhen, chengdu } = await twoAgencies(log));
});

const wang: Traveller = {
  ...{ name: '王移', number: '440301199003074714', bornOn: '1990-03-07' },
  ...{ status: 'suspended', since: '2019-05-01', until: '2026-09-30', balance: '12345.67' },
};

/** Until neither has anything to say to the other. */
async function rounds(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await shenzhen.round();
    await chengdu.round();
    const left = await Promise.all([shenzhen, chengdu].map(({ db }) => underWay(db.superuser)));
    if (round > 0 && left.every((count) => count === 0)) return;
  }
}

async function queues() {
  return Promise.all(
    [shenzhen, chengdu].map(({ agency }) =>
      listQueue(agency.database, { at: agency.clock.now(), reason: null, after: null, limit: 10 }),
    ),
  );
}

interface Seen {
  readonly number: string;
  readonly state: string;
  readonly legs: Record<'record' | 'balance', { readonly stage: string }>;
  readonly words: readonly { readonly type: string }[];
}

async function seen({ run }: TestAgency, number: string): Promise<Seen> {
  return must(await run<Seen>('readTransfer', officer('clerk'), { params: { number } }));
}

async function caseOf({ run }: TestAgency, personId: string): Promise<string> {
  const { items } = must(
    await run<{ items: { number: string; personId: string }[] }>('listTransfers', officer('clerk'), {
      query: {},
    }),
  );
  const found = items.find((item) => item.personId === personId);
  if (!found) throw new Error(`there is no transfer of ${personId}`);
  return found.number;
}

async function balanceOf({ agency }: TestAgency, owner: string) {
  const account = await readAccount(agency.database, owner);
  return (
    account && { fen: account.balanceFen, closed: account.closedOn !== null, held: account.hold !== null }
  );
}

async function everythingHolds(): Promise<void> {
  for (const { agency } of [shenzhen, chengdu]) {
    const proofs = [
      ...ledgerProofs,
      ...transferProofs,
      ...withdrawalProofs,
      ...caseworkProofs(agency.processes),
      ...exchangeProofs(exchangeKeysOf(agency)),
    ];
    for (const proof of proofs)
      expect((await proof.run(agency.database, () => undefined)).broken, proof.name).toEqual([]);
  }
  expect(await queues()).toEqual([[], []]);
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
  await rounds();
  const leaving = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'remitting' });
  expect(await seen(chengdu, number)).toMatchObject({
    state: 'awaiting-balance',
    legs: { record: { stage: 'moved' }, balance: { stage: 'awaited' } },
  });
  const money = await payAll(shenzhen);
  expect(money).toMatchObject([
    { amountFen: 1_234_567n, accountNumber: chengdu.agency.desk.account.accountNumber },
  ]);
  await rounds();
  await receive(chengdu, money);
  await rounds();
  expect(await seen(chengdu, number)).toMatchObject({
    state: 'completed',
    legs: { record: { stage: 'moved' }, balance: { stage: 'credited' } },
  });
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'completed' });
  expect(await balanceOf(chengdu, there)).toEqual({ fen: 1_244_567n, closed: false, held: false });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 0n, held: false });
  await everythingHolds();
});

const sun: Traveller = {
  ...{ name: '孙出', number: '440305197002023014', bornOn: '1970-02-02' },
  ...{ status: 'suspended', since: '2005-01-01', until: '2026-09-30', balance: '54321.00' },
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
  await rounds();
  const number = await caseOf(chengdu, there);
  expect(await seen(chengdu, number)).toMatchObject({ state: 'announced' });
  const confirmed = { params: { number }, body: { category: 'employment' } };
  must(await chengdu.run('confirmTransferIn', insured(there), confirmed));
  // Twice is once: what was confirmed cannot be confirmed again.
  expect(await chengdu.run('confirmTransferIn', insured(there), confirmed)).toMatchObject({ ok: false });
  await rounds();
  const money = await payAll(shenzhen);
  await rounds();
  // The bank tells of a day in one statement; this is the next day's.
  for (const each of [shenzhen, chengdu]) await each.moveDays(1);
  await receive(chengdu, money);
  await rounds();
  expect(await seen(chengdu, number)).toMatchObject({ state: 'completed' });
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'completed' });
  expect(await balanceOf(chengdu, there)).toEqual({ fen: 5_432_100n, closed: false, held: false });
  await everythingHolds();
});

const li: Traveller = {
  ...{ name: '李去', number: '440301198506123026', bornOn: '1985-06-12' },
  ...{ status: 'suspended', since: '2015-01-01', until: '2026-09-30', balance: '8000.00' },
};

/** From the withdrawal that opened by itself to the money: the person says where to, and nothing else. */
async function paidOut(personId: string, amountFen: bigint): Promise<void> {
  const { items } = must(
    await shenzhen.run<{ items: { number: string; state: string }[] }>('listWithdrawals', insured(personId), {
      query: { personId },
    }),
  );
  expect(items).toMatchObject([{ state: 'awaiting-confirmation' }]);
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
  await rounds();
  // Not less than what was there: interest to the day of the settlement comes on top.
  const [paid] = await payAll(shenzhen);
  expect(paid).toMatchObject({ accountNumber: payee.accountNumber });
  expect(paid?.amountFen).toBeGreaterThanOrEqual(amountFen);
  expect(await balanceOf(shenzhen, personId)).toMatchObject({ fen: 0n });
}

test('a balance that Chengdu refuses is paid out in Shenzhen: the withdrawal opens by itself, with the refusal as its evidence', async () => {
  ({ shenzhen, chengdu } = await twoAgencies(log, { chengdu: { SUIXING_ACCEPTS_BALANCES: 'no' } }));
  const [here = ''] = await bring(shenzhen, [li]);
  const [there = ''] = await bring(chengdu, [
    { ...li, status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '0.00' },
  ]);
  const body = { personId: there, from: '440300', category: 'employment' };
  const { number } = must(await chengdu.run<{ number: string }>('openTransferIn', insured(there), { body }));
  await rounds();
  expect(await seen(chengdu, number)).toMatchObject({ state: 'completed' });
  expect(await queues()).toEqual([[], []]);
  expect(await seen(shenzhen, await caseOf(shenzhen, here))).toMatchObject({
    state: 'refused-balance',
    legs: { record: { stage: 'moved' }, balance: { stage: 'refused' } },
  });
  // Also while the person has not said yet where it goes.
  await everythingHolds();
  await paidOut(here, 800_000n);
  await everythingHolds();
});

const zhao: Traveller = {
  ...{ name: '李去', number: '440305199201015833', bornOn: '1992-01-01' },
  ...{ status: 'suspended', since: '2016-01-01', until: '2026-09-30', balance: '600.50' },
};

test('where Chengdu never says where the balance should go, it is reminded, and after the reminder the balance is paid out', async () => {
  const [here = ''] = await bring(shenzhen, [zhao]);
  const signer = chengdu.agency.signingKeys.signer();
  const letter = {
    ...transferMessages['contact-letter'].example,
    ...{ acceptsBalance: true, receivingAccount: null, certificateNumber: null },
    ...{ enrolledOn: '2026-10-01', appliedOn: shanghaiDate(chengdu.agency.clock.now()) },
    person: { name: zhao.name, nameLatin: null, identity: { type: 'citizen-id', number: zhao.number } },
  } as unknown as JsonObject;
  const said = { transferId: '510100-byhand0001', type: 'contact-letter', body: letter };
  const body = message(must(signer), { ...said, at: chengdu.agency.clock.now() });
  const posted = await fetch(`${shenzhen.gateway}/exchange/v1/messages`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/jose' }, body },
  });
  expect(posted.status).toBe(200);
  await rounds();
  const number = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-account' });
  // Fifteen working days to answer, and then ten more.
  await shenzhen.moveDays(35);
  await rounds();
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-account', awaited: { reminded: 1 } });
  await shenzhen.moveDays(30);
  await rounds();
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'no-account' });
  await paidOut(here, 60_050n);
});
