import { beforeAll, expect, test } from 'vitest';
import { listQueue } from '#engines/exchange';
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
  expect(await queues()).toEqual([[], []]);
  const left = must(
    await shenzhen.run<{ items: { number: string; state: unknown }[] }>('listTransfers', officer('clerk'), { query: {} }),
  );
  console.log(JSON.stringify(left, null, 1), logged.slice(-5));
  console.log(JSON.stringify(await chengdu.run('readTransfer', insured(there), { params: { number } }), null, 1));
  const money = await payAll(shenzhen);
  expect(money.map(({ amountFen }) => amountFen)).toEqual([1_234_567n]);
  await rounds();
  await receive(chengdu, money);
  await rounds();
  expect(here).toBeTruthy();
  console.log(JSON.stringify(await chengdu.run('readTransfer', insured(there), { params: { number } }), null, 1));
  console.log(JSON.stringify(await queues(), null, 1));
});
