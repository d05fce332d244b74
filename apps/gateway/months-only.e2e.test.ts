import { beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import { readTransferReceipt } from '#business/transfer';
import { openLog } from '#platform/log';
import { enterPartner, testGatewayAgency } from './gateway.testing.ts';
import { bring, desksOf, insured, must, type TestAgency, type Traveller } from './two-agencies.testing.ts';

const log = openLog({ level: 'info', app: 'test', to: { write: () => true } });
let monthsOnly: TestAgency;
let takesBoth: TestAgency;
beforeAll(async () => {
  monthsOnly = await withChengdu({ acceptsBalances: false });
  takesBoth = await withChengdu({ acceptsBalances: true });
});

/** Shenzhen, in whose directory Chengdu takes the balance besides the months, or not. */
async function withChengdu({ acceptsBalances }: { readonly acceptsBalances: boolean }): Promise<TestAgency> {
  const here = await testGatewayAgency('440300', {});
  const enter = await enterPartner(here.agency, { region: '510100', gateway: null, keys: [] });
  await enter({
    ...({ kind: 'profile', nameZh: '成都', nameEn: 'Chengdu', acceptsBalances } as const),
    ...{ gateway: null, versions: ['1'], account: null, effectiveOn: shanghaiDate(here.agency.clock.now()) },
  });
  return desksOf({ ...here, gateway: '' }, log);
}

const mover = (name: string, number: string, balance: string): Traveller => ({
  ...{ name, number, bornOn: '1990-03-07', status: 'suspended' },
  ...{ since: '2019-05-01', until: '2026-09-30', balance, phone: '13900001111' },
});

test('who moves with nothing in the account reads of none, on the case and on the receipt; who has a balance reads that it is paid out', async () => {
  for (const [traveller, paidOut] of [
    [mover('王移', '440301199003074714', '12345.67'), true],
    [mover('钱空', '440301199003070123', ''), false],
  ] as const) {
    const { receipt, view } = await applied(traveller, monthsOnly);
    expect(receipt.includes('余额不随着转走')).toBe(paidOut);
    expect(receipt.includes('付给您本人')).toBe(paidOut);
    const stage = paidOut ? 'not-yet' : 'none';
    expect(view).toMatchObject({ monthsOnly: true, legs: { balance: { stage } } });
  }
});

test('where the balance is taken too, who has nothing in the account reads of none, and who has a balance that it follows', async () => {
  for (const [traveller, follows] of [
    [mover('孙移', '440301199003071222', '12345.67'), true],
    [mover('李空', '440301199003072129', ''), false],
  ] as const) {
    const { receipt, view } = await applied(traveller, takesBoth);
    expect(receipt.includes('余额')).toBe(follows);
    const stage = follows ? 'not-yet' : 'none';
    expect(view).toMatchObject({ monthsOnly: false, legs: { balance: { stage } } });
  }
});

/** What follows by the receipt, and the case as whoever moves sees it. */
async function applied(traveller: Traveller, shenzhen: TestAgency) {
  const [personId = ''] = await bring(shenzhen, [traveller]);
  const asked = { body: { personId, to: '510100' } };
  const { number } = must(
    await shenzhen.run<{ number: string }>('openTransferOut', insured(personId), asked),
  );
  const printed = { context: shenzhen.agency, caller: insured(personId), number };
  const { next } = must(await readTransferReceipt(shenzhen.agency.database, printed));
  const view = must(await shenzhen.run('readTransfer', insured(personId), { params: { number } }));
  return { receipt: next.map(({ zh }) => zh).join(''), view };
}
