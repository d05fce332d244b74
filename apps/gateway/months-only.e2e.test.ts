import { beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import { readTransferReceipt } from '#business/transfer';
import { openLog } from '#platform/log';
import { enterPartner, testGatewayAgency } from './gateway.testing.ts';
import { bring, desksOf, insured, must, type TestAgency, type Traveller } from './two-agencies.testing.ts';

/** By the directory Chengdu takes the months and not the balance. */
const log = openLog({ level: 'info', app: 'test', to: { write: () => true } });
let shenzhen: TestAgency;
beforeAll(async () => {
  const here = await testGatewayAgency('440300', {});
  const enter = await enterPartner(here.agency, { region: '510100', gateway: null, keys: [] });
  await enter({
    ...({ kind: 'profile', nameZh: '成都', nameEn: 'Chengdu', acceptsBalances: false } as const),
    ...{ gateway: null, versions: ['1'], account: null, effectiveOn: shanghaiDate(here.agency.clock.now()) },
  });
  shenzhen = await desksOf({ ...here, gateway: '' }, log);
});

const mover = (name: string, number: string, balance: string): Traveller => ({
  ...{ name, number, bornOn: '1990-03-07', status: 'suspended' },
  ...{ since: '2019-05-01', until: '2026-09-30', balance, phone: '13900001111' },
});

test('who moves with nothing in the account reads of none, on the case and on the receipt; who has a balance reads that it is paid out', async () => {
  for (const [traveller, paidOut] of [
    [mover('王移', '440301199003074714', '12345.67'), true],
    [mover('钱空', '440301199003070123', ''), false],
  ] as const) {
    const [personId = ''] = await bring(shenzhen, [traveller]);
    const asked = { body: { personId, to: '510100' } };
    const { number } = must(
      await shenzhen.run<{ number: string }>('openTransferOut', insured(personId), asked),
    );
    const at = { params: { number } };
    const printed = { context: shenzhen.agency, caller: insured(personId), number };
    const { next } = must(await readTransferReceipt(shenzhen.agency.database, printed));
    const receipt = next.map(({ zh }) => zh).join('');
    expect(receipt.includes('余额不随着转走')).toBe(paidOut);
    expect(receipt.includes('付给您本人')).toBe(paidOut);
    const view = must(await shenzhen.run('readTransfer', insured(personId), at));
    const stage = paidOut ? 'not-yet' : 'none';
    expect(view).toMatchObject({ monthsOnly: true, legs: { balance: { stage } } });
  }
});
