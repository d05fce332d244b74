import { beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import { listLetters, printHtml } from '#business/letters';
import { readLatestNotices } from '#business/notices';
import { standingOf } from '#business/registry';
import { transferMessages } from '#business/transfer';
import type { JsonObject } from '#engines/exchange';
import { openLog } from '#platform/log';
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

/** What was printed in a case, in its order, and the last of it as a page. */
async function printedIn({ agency }: TestAgency, number: string) {
  const by = { caller: officer('clerk'), number };
  const letters = must(await listLetters(agency.database, by));
  const asked = { ...by, seq: letters.at(-1)?.seq ?? 0, language: null, seal: agency.seal };
  return { kinds: letters.map(({ kind }) => kind), last: must(await printHtml(agency.database, asked)) };
}

/** What the people of an agency were told last. */
async function toldLast({ agency }: TestAgency): Promise<string> {
  return (await readLatestNotices(agency, 1))[0]?.body ?? '';
}

test('where a balance stays for want of an account, the sheet, the notice and both screens say who pays it out, and the months are told once', async () => {
  const { shenzhen, chengdu } = both;
  const { here, there } = await mover(both, leaver('魏默', '440305197205054742'));
  const { desk } = chengdu.agency;
  const names = Object.getOwnPropertyDescriptor(desk, 'namesAccount') ?? {};
  Object.defineProperty(desk, 'namesAccount', { ...names, get: () => false });
  const body = { personId: there, from: '440300', category: 'employment' };
  const { number } = must(await chengdu.run<{ number: string }>('openTransferIn', insured(there), { body }));
  Object.defineProperty(desk, 'namesAccount', names);
  await rounds(both);
  const leaving = await caseOf(shenzhen, here);
  const later = async (days: number) => {
    for (const each of [shenzhen, chengdu]) await each.moveDays(days);
    await rounds(both);
  };
  await later(35);
  const asking: object = await seen(shenzhen, leaving);
  expect(asking).toMatchObject({ awaited: { reminded: 1, answerBy: expect.any(String) } });
  // The day of the reminder, which has not passed, and not that of the first request, which has.
  const { answerBy } = (asking as { awaited: { answerBy: string } }).awaited;
  const reminder = { answerBy, count: 2, reminded: 1, overdue: false };
  expect(await seen(chengdu, number)).toMatchObject({ desk: { reminder } });
  await later(30);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'no-account' });
  expect(await seen(chengdu, number)).toMatchObject({
    ...{ state: 'completed', legs: { balance: { stage: 'paid-out-there' } }, desk: { reminder: null } },
  });
  const { last: sheet } = await printedIn(shenzhen, leaving);
  expect(sheet).toContain('转入地没有提供可用的收款账户，由我机构一次性付给本人');
  expect(sheet).not.toContain('没有个人账户');
  const { kinds } = await printedIn(chengdu, number);
  expect(kinds.filter((kind) => kind === 'months-recorded')).toHaveLength(1);
  const words = await toldLast(chengdu);
  expect(words).toContain('月数没有变化。余额不划来');
  expect(words).toContain('会把它一次性付给您');
  await proofsHold(both);
});
