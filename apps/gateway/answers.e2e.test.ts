import { beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import { standingOf } from '#business/registry';
import { transferMessages } from '#business/transfer';
import type { JsonObject } from '#engines/exchange';
import { openLog } from '#platform/log';
import { type Both, balanceOf, caseOf, proofsHold, rounds, seen } from './both-agencies.testing.ts';
import { message } from './gateway.testing.ts';
import {
  bring,
  insured,
  must,
  payAll,
  receive,
  type Traveller,
  twoAgencies,
} from './two-agencies.testing.ts';

const log = openLog({ level: 'info', app: 'test', to: { write: () => undefined } });
let both: Both;
beforeAll(async () => {
  both = await twoAgencies(log);
});

const wang: Traveller = {
  ...{ name: '王移', number: '440301199003074714', bornOn: '1990-03-07' },
  ...{ status: 'suspended', since: '2019-05-01', until: '2026-09-30', balance: '12345.67' },
};

/** What Chengdu says, written by hand: its own program would not say such things. */
function sayings(transferId: string) {
  const { shenzhen, chengdu } = both;
  let sequence = 0;
  return async (
    type: 'contact-letter' | 'balance-refused' | 'invalidate',
    changed: JsonObject,
  ): Promise<void> => {
    sequence += 1;
    const at = chengdu.agency.clock.now();
    const body = { ...(transferMessages[type].example as unknown as JsonObject), ...changed };
    const text = message(must(chengdu.agency.signingKeys.signer()), { transferId, sequence, type, body, at });
    const posted = await fetch(`${shenzhen.gateway}/exchange/v1/messages`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/jose' }, body: text },
    });
    expect(posted.status).toBe(200);
    await rounds(both);
  };
}

test('a balance that is refused while the bank remits it is waited for, and comes back with a payment of the other agency’s', async () => {
  const { shenzhen, chengdu } = both;
  const [here = ''] = await bring(shenzhen, [wang]);
  const say = sayings('510100-byhand0002');
  const today = shanghaiDate(chengdu.agency.clock.now());
  await say('contact-letter', {
    ...{ acceptsBalance: true, certificateNumber: null, enrolledOn: '2026-10-01', appliedOn: today },
    person: { name: wang.name, nameLatin: null, identity: { type: 'citizen-id', number: wang.number } },
  });
  const number = await caseOf(shenzhen, here);
  const refused = { refusedOn: today, money: 'not-received', sentBackReference: null, amountFen: null };
  const [paid] = await payAll(shenzhen, 'ACSC', () => say('balance-refused', refused));
  const amountFen = paid?.amountFen ?? 0n;
  expect(amountFen).toBe(1_234_567n);
  // The bank says that it paid, after the refusal; the money is still to come back.
  expect(await seen(shenzhen, number)).toMatchObject({
    state: 'awaiting-money-back',
    legs: { balance: { stage: 'coming-back' } },
  });
  const sentBack = { money: 'sent-back', sentBackReference: 'CD-BACK-1', amountFen: `${amountFen}` };
  await say('balance-refused', { ...refused, ...sentBack });
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'awaiting-money-back' });
  await receive(shenzhen, [{ reference: 'CD-BACK-1', amountFen }]);
  await rounds(both);
  expect(await seen(shenzhen, number)).toMatchObject({
    state: 'refused-balance',
    legs: { balance: { stage: 'refused' } },
  });
  expect(await balanceOf(shenzhen, here)).toEqual({ fen: amountFen, closed: false, held: true });
  const { items } = must(
    await shenzhen.run<{ items: { state: string }[] }>('listWithdrawals', insured(here), {
      query: { personId: here },
    }),
  );
  expect(items).toMatchObject([{ state: 'awaiting-confirmation' }]);
  await proofsHold(both);
});

const sun: Traveller = {
  ...{ name: '孙出', number: '440305197002023014', bornOn: '1970-02-02' },
  ...{ status: 'suspended', since: '2005-01-01', until: '2026-09-30', balance: '54321.00' },
};

test('a letter that is taken back before the settled balance has left ends the transfer, and everything is as before it', async () => {
  const { shenzhen, chengdu } = both;
  const [here = ''] = await bring(shenzhen, [sun]);
  const say = sayings('510100-byhand0003');
  await say('contact-letter', {
    ...{ acceptsBalance: true, certificateNumber: null, enrolledOn: '2026-10-01' },
    appliedOn: shanghaiDate(chengdu.agency.clock.now()),
    person: { name: sun.name, nameLatin: null, identity: { type: 'citizen-id', number: sun.number } },
  });
  const number = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'remitting' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 0n });
  const withdrawn = {
    reason: 'applicant-withdrew',
    replacedBy: null,
    text: { zh: '本人撤回', en: 'taken back' },
  };
  await say('invalidate', { invalidates: 'msg_byhand0003_1', ...withdrawn });
  expect(await seen(shenzhen, number)).toMatchObject({
    state: 'cancelled',
    legs: { record: { stage: 'ended' }, balance: { stage: 'kept' } },
  });
  expect(await balanceOf(shenzhen, here)).toEqual({ fen: 5_432_100n, closed: false, held: false });
  expect((await standingOf(shenzhen.agency.database, here)).relationship).toMatchObject({
    status: 'suspended',
  });
  await proofsHold(both);
});
