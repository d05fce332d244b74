import { expect, it } from 'vitest';
import { legsOut } from './legs.ts';
import { milestonesOf } from './milestones.ts';
import { transferProcesses } from './processes.ts';

const process = transferProcesses['transfer-out'];
if (!process) throw new Error('no such process');

const day = (number: number) => new Date(`2026-11-${`${number}`.padStart(2, '0')}T10:00:00+08:00`);
const steps = [
  'submit',
  'letter-opens',
  'accept',
  'remind',
  'settle',
  'send-to-bank',
  'confirm-paid',
  'confirm-credited',
];
const done = steps.map((action, at) => ({ action, at: day(at + 2), data: {} }));

it('the milestones of a transfer lead from the application to where record and balance are', () => {
  const milestones = milestonesOf(process, done);
  expect(milestones[0]).toMatchObject({
    ...{ on: '2026-11-02', name: { zh: '申请了转出', en: 'Transfer applied for' } },
    record: { stage: 'awaiting-letter' },
    balance: null,
  });
  const { record, balance } = legsOut(done);
  expect(milestones.findLast((each) => each.record)?.record?.stage).toBe(record.stage);
  expect(milestones.findLast((each) => each.balance)?.balance?.stage).toBe(balance.stage);
});

it('where the letter takes no balance, a statement is asked for and no account', () => {
  const letter = (balance: string) => [
    { action: 'submit', at: day(2), data: {} },
    { action: 'accept', at: day(3), data: { onLetter: { balance } } },
    { action: 'await-account', at: day(3), data: {} },
  ];
  const last = milestonesOf(process, letter('not-taken')).at(-1);
  expect(last?.name.zh).toBe('联系函不接收余额，已请转入地书面说明');
  expect(last?.balance?.text.zh).toContain('转入地来函不接收');
  const asked = milestonesOf(process, letter('no-account')).at(-1);
  expect(asked?.name.zh).toBe('联系函没有收款账户，已发函索取');
  expect(asked?.balance?.text.zh).toBe('等转入地的收款账户');
});

it('a step that moves neither leg is no milestone, and one that moves both is one', () => {
  const milestones = milestonesOf(process, done);
  expect(milestones.some(({ on }) => on === '2026-11-05')).toBe(false);
  expect(milestones.find(({ on }) => on === '2026-11-04')).toMatchObject({
    record: { stage: 'moved' },
    balance: { stage: 'held' },
  });
});
