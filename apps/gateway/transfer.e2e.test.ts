import { beforeAll, expect, test } from 'vitest';
import { exchangeKeysOf } from '#apps/agency';
import { transferProofs } from '#business/transfer';
import { caseworkProofs } from '#engines/casework';
import { exchangeProofs, listQueue } from '#engines/exchange';
import { ledgerProofs, readAccount } from '#engines/ledger';
import { openLog } from '#platform/log';
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

async function rounds(count = 4): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    await shenzhen.round();
    await chengdu.round();
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
    await run<{ items: { number: string; personId: string }[] }>('listTransfers', officer('clerk'), { query: {} }),
  );
  const found = items.find((item) => item.personId === personId);
  if (!found) throw new Error(`there is no transfer of ${personId}`);
  return found.number;
}

async function balanceOf({ agency }: TestAgency, owner: string) {
  const account = await readAccount(agency.database, owner);
  return account && { fen: account.balanceFen, closed: account.closedOn !== null, held: account.hold !== null };
}

async function everythingHolds(): Promise<void> {
  for (const { agency } of [shenzhen, chengdu]) {
    const proofs = [
      ...ledgerProofs,
      ...transferProofs,
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
