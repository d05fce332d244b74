import { beforeAll, expect, test } from 'vitest';
import { cancelTransfer } from '#business/transfer';
import { openLog } from '#platform/log';
import { inTransaction, type Tx } from '#platform/postgres';
import {
  type Both,
  balanceOf,
  caseOf,
  leaver,
  mover,
  proofsHold,
  rounds,
  seen,
} from './both-agencies.testing.ts';
import { bring, insured, must, officer, type TestAgency, twoAgencies } from './two-agencies.testing.ts';

/** Two people, or one with two clicks, do something to a transfer in the same moment. */
let both: Both;
let shenzhen: TestAgency;
let chengdu: TestAgency;
beforeAll(async () => {
  both = await twoAgencies(openLog({ level: 'info', app: 'test', to: { write: () => undefined } }));
  ({ shenzhen, chengdu } = both);
});

/** A transaction in which something else is done and committed just before the first statement that has these words. */
function meanwhile(tx: Tx, words: string, what: () => Promise<unknown>): Tx {
  let waits = true;
  return new Proxy(tx, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return async (sql: unknown, ...rest: unknown[]) => {
        const now = waits && typeof sql === 'string' && sql.includes(words);
        if (now) {
          waits = false;
          await what();
        }
        return value.call(target, sql, ...rest);
      };
    },
  });
}

test('eight clicks on one application in the same moment are one transfer, whichever way the person goes', async () => {
  const who = leaver('韩双', '440305197407101236');
  const [here = ''] = await bring(shenzhen, [who]);
  const out = { body: { personId: here, to: '510100' } };
  const clicks = await Promise.all(
    Array.from({ length: 8 }, () => shenzhen.run('openTransferOut', insured(here), out)),
  );
  expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
  expect(clicks.find(({ ok }) => !ok)).toMatchObject({
    refusal: { code: 'transfer.not-open', problems: [{ path: 'transfer-open' }] },
  });
  const [there = ''] = await bring(chengdu, [
    { ...leaver('杨双', '440305197508112348'), status: 'active', balance: '' },
  ]);
  const into = { body: { personId: there, from: '440300', category: 'employment' } };
  const comes = await Promise.all(
    Array.from({ length: 8 }, () => chengdu.run('openTransferIn', insured(there), into)),
  );
  expect(comes.filter(({ ok }) => ok)).toHaveLength(1);
});

test('who takes an announced transfer back while somebody confirms it is told so, and it goes on as confirmed', async () => {
  const { here, there } = await mover(both, leaver('钱返', '440301199003074714'));
  const out = { body: { personId: here, to: '510100' } };
  must(await shenzhen.run('openTransferOut', insured(here), out));
  await rounds(both);
  const number = await caseOf(chengdu, there);
  const asked = { context: chengdu.agency, caller: officer('clerk'), number, reason: '不是本人' };
  const confirm = { params: { number }, body: { category: 'employment' } };
  const cancelled = await inTransaction(chengdu.agency.database, (tx) =>
    cancelTransfer(
      meanwhile(tx, 'FROM case_action', () => chengdu.run('confirmTransferIn', insured(there), confirm)),
      asked,
    ),
  );
  expect(cancelled).toMatchObject({ refusal: { code: 'casework.changed-meanwhile' } });
  await rounds(both);
  expect(await seen(chengdu, number)).toMatchObject({ state: 'awaiting-balance' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 0n });
  await proofsHold(both);
});
