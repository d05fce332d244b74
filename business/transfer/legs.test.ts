import { describe, expect, it } from 'vitest';
import { legsIn, legsOut } from './legs.ts';

const at = new Date('2026-11-20T02:00:00Z');
const done = (...names: readonly string[]) => names.map((action) => ({ action, at }));
const stages = ({ record, balance }: ReturnType<typeof legsOut>) => [record.stage, balance.stage];

describe('the two legs of a transfer', () => {
  it('shows that the record has moved while the money is still with the bank', () => {
    expect(stages(legsOut(done('submit', 'accept', 'settle', 'send-to-bank')))).toEqual([
      'moved',
      'with-bank',
    ]);
  });
  it('shows a balance that was refused after it had left as on its way back, then as to be paid out', () => {
    const before = done(
      'submit',
      'accept',
      'settle',
      'send-to-bank',
      'confirm-paid',
      'refuse-after-remittance',
    );
    expect(stages(legsOut(before))).toEqual(['moved', 'coming-back']);
    expect(stages(legsOut([...before, ...done('money-back')]))).toEqual(['moved', 'refused']);
  });
  it('takes both legs back where the other agency withdraws its letter', () => {
    expect(stages(legsOut(done('submit', 'accept', 'await-account', 'letter-withdrawn')))).toEqual([
      'awaiting-letter',
      'not-yet',
    ]);
  });
  it('shows the arriving person that the months are recorded and the money is awaited', () => {
    expect(stages(legsIn(done('submit', 'receive-sheet', 'record-months')))).toEqual(['moved', 'awaited']);
  });
  it('does not count taking a case over, or a reminder, as a step of either leg', () => {
    const { balance } = legsOut([
      ...done('submit', 'accept', 'await-account'),
      { action: 'remind', at: new Date('2026-12-01T02:00:00Z') },
    ]);
    expect(balance.since).toEqual(at);
  });
});
