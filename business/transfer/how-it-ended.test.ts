import { expect, it } from 'vitest';
import { endingOf, moneyOf } from './how-it-ended.ts';
import { wordName } from './words/word-name.ts';

const done = (action: string, data: Record<string, unknown> = {}) => ({ action, data });

it('a cancelled transfer tells why, and one that was joined to another in which case it goes on', () => {
  const cancelled = endingOf([done('submit'), done('cancel', { reason: '本人不转了' })]);
  expect(Object.values(cancelled?.reason ?? {})).toEqual(['本人不转了', '本人不转了']);
  expect(endingOf([done('withdrawn-there', { reason: 'applicant-withdrew' })])).toEqual({
    reason: { zh: '申请人撤回了申请', en: 'The applicant took the application back' },
    goesOnIn: null,
  });
  const joined = [done('submit'), done('joined-to-letter', { joinedTo: 'SZ-2' }), done('answer-late-letter')];
  expect(endingOf(joined)).toEqual({ reason: null, goesOnIn: 'SZ-2' });
  expect(endingOf([done('submit'), done('accept')])).toBeNull();
});

it('the amount of a transfer is told once it is settled, and no more where it did not go', () => {
  const settled = [
    done('accept'),
    done('settle', { amountFen: '101', interestFen: '1' }),
    done('send-to-bank'),
  ];
  expect(moneyOf(settled)).toEqual({ amountFen: '101', interestFen: '1' });
  expect(moneyOf([...settled, done('confirm-paid'), done('confirm-credited', { amountFen: '101' })])).toEqual(
    {
      ...{ amountFen: '101', interestFen: '1' },
    },
  );
  expect(moneyOf([...settled, done('refuse-balance')])).toBeNull();
  expect(moneyOf([done('record-months'), done('credit', { amountFen: '101' })])).toEqual({
    ...{ amountFen: '101', interestFen: null },
  });
  expect(moneyOf([done('accept')])).toBeNull();
});

it('an announcement is called a certificate and a first request a request, and only what follows a reminder', () => {
  const steps = [
    done('announce', { messageId: 'msg_1' }),
    done('reminded', { messageId: 'msg_2', count: 1 }),
    done('reminded', { messageId: 'msg_3', count: 2 }),
  ];
  const named = (messageId: string) => wordName({ type: 'reminder', messageId }, steps).zh;
  expect(['msg_1', 'msg_2', 'msg_3'].map(named)).toEqual([
    '参保凭证（告知转移）',
    '来函索取所缺材料',
    '催办函',
  ]);
});
