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
  it('says of a transfer that was taken back or declined that nothing goes and cover is as it was', () => {
    for (const legs of [legsOut(done('submit', 'cancel')), legsIn(done('announce', 'withdrawn-there'))]) {
      expect(stages(legs)).toEqual(['ended', 'nothing-goes']);
      expect(legs.record.text.zh).toBe('没有转移，参保关系照旧');
    }
    expect(stages(legsOut(done('letter-opens', 'decline')))).toEqual(['declined', 'nothing-goes']);
    expect(stages(legsIn(done('submit', 'declined-there')))).toEqual(['declined', 'nothing-goes']);
  });
  it('says of an application that was joined to another case that it goes on there, and names the case', () => {
    const joined = { action: 'joined-to-letter', at, data: { joinedTo: 'SZ-2' } };
    const legs = legsOut([...done('submit'), joined]);
    expect(stages(legs)).toEqual(['joined', 'joined']);
    expect(legs.record.text).toEqual({
      zh: '并入另一个办件，在那里继续办理（SZ-2）',
      en: 'goes on in another case (SZ-2)',
    });
    expect(legs.balance.text).toEqual(legs.record.text);
  });
  it('says that no account came, and not that somebody refused, where the other agency was silent', () => {
    const silent = done('submit', 'accept', 'await-account', 'remind', 'account-never-came');
    expect(stages(legsOut(silent))).toEqual(['moved', 'no-account']);
    expect(stages(legsOut([...silent, ...done('withdrawal-not-opened', 'open-withdrawal')]))).toEqual([
      'moved',
      'to-be-paid-out',
    ]);
  });
  it('does not say after a death that months which moved did not', () => {
    expect(stages(legsOut(done('submit', 'close-by-death')))).toEqual(['ended-by-death', 'nothing-goes']);
    expect(stages(legsOut(done('submit', 'accept', 'close-by-death')))).toEqual(['moved', 'kept']);
  });
  it('says of money that was paid and never confirmed just that, and goes on with what is heard later', () => {
    const closed = done('submit', 'accept', 'settle', 'send-to-bank', 'confirm-paid', 'close-unconfirmed');
    expect(stages(legsOut(closed))).toEqual(['moved', 'paid-unconfirmed']);
    expect(stages(legsOut([...closed, ...done('return-payment')]))).toEqual(['moved', 'sent-back']);
    expect(stages(legsOut([...closed, ...done('confirm-credited')]))).toEqual(['moved', 'credited']);
  });
  it('waits for a letter again where one came after a decline, and has ended where nobody confirmed it over there', () => {
    expect(stages(legsOut(done('letter-opens', 'decline', 'letter-again')))).toEqual([
      'awaiting-letter',
      'not-yet',
    ]);
    expect(stages(legsOut(done('submit', 'not-confirmed-there')))).toEqual(['ended', 'nothing-goes']);
  });
  it('does not count taking a case over, or a reminder, as a step of either leg', () => {
    const { balance } = legsOut([
      ...done('submit', 'accept', 'await-account'),
      { action: 'remind', at: new Date('2026-12-01T02:00:00Z') },
    ]);
    expect(balance.since).toEqual(at);
  });
});
