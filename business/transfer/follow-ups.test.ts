import { expect, test } from 'vitest';
import { fen } from '#basics';
import type { Process } from '#engines/casework';
import { withRemedyAsItStands } from './decided-against.ts';
import { tellFollowUp } from './follow-ups.ts';
import { legsOut, withFollowUp } from './legs.ts';

const state = (name: string, final: boolean) => ({
  ...{ name: { zh: name, en: name }, heldBy: 'agency' as const, clock: 'running' as const },
  ...(final ? { final } : {}),
});
const withdrawal: Process = {
  ...{ id: 'withdrawal', version: '1', name: { zh: '支取', en: 'Withdrawal' } },
  ...{ initial: 'awaiting-confirmation', actions: {}, needs: {} },
  states: {
    'awaiting-confirmation': state('待确认', false),
    'in-review': state('审核中', false),
    returned: { ...state('银行退回', false), heldBy: 'applicant' },
    ...{ paid: state('已到账', true), refunded: state('已退回账户', true) },
  },
};
const processes = { withdrawal };
const at = new Date('2026-12-01T02:00:00Z');
const follower = (state: string) => ({ number: 'SZ-2', process: 'withdrawal', state });
const legs = legsOut(['submit', 'accept', 'refuse-balance'].map((action) => ({ action, at })));

test('a balance that did not go is told as it stands: to be confirmed, under way, paid and when, or closed unpaid', () => {
  const order = { amountFen: fen(80_012n), standing: 'open', result: 'paid', answeredAt: at } as const;
  const wanted = tellFollowUp(follower('awaiting-confirmation'), { processes, order: null });
  expect(wanted).toMatchObject({
    unconfirmed: true,
    what: { zh: expect.stringContaining('确认收款账户即可') },
  });
  expect(withFollowUp(legs, wanted)).toEqual(legs);
  const going = tellFollowUp(follower('in-review'), { processes, order: null });
  expect(going).toMatchObject({
    unconfirmed: false,
    what: { zh: expect.stringContaining('正在办理（审核中）') },
  });
  expect(tellFollowUp(follower('returned'), { processes, order: null }).what.en).toMatch(
    /^Case SZ-2 .* waits for the person/,
  );
  const paid = tellFollowUp(follower('paid'), { processes, order });
  expect(paid).toMatchObject({
    paid: { on: '2026-12-01', amountFen: '80012' },
    what: {
      zh: '没有转走的余额已于 2026-12-01 付给本人，连同利息共 800.12 元，该办件已办结。',
      en: 'The balance that did not go was paid out on 2026-12-01: 800.12 yuan with its interest. That case is closed.',
    },
  });
  expect(withFollowUp(legs, paid).balance).toMatchObject({ stage: 'refused', text: paid.what });
  // What was paid and came into the account again is not told as paid.
  const refunded = tellFollowUp(follower('refunded'), {
    processes,
    order: { ...order, standing: 'refunded' },
  });
  expect(refunded).toMatchObject({
    paid: null,
    what: { zh: expect.stringContaining('该办件已办结（已退回账户）') },
  });
  expect(withRemedyAsItStands(null, paid)).toBeNull();
});
