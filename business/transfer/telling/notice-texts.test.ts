import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { transferProcesses } from '../processes.ts';
import { noticeTexts, type Told } from './notice-texts.ts';

const told: Told = {
  ...{ number: 'SZ-2026-7K3M9-QX2TB-04GHE', state: 'awaiting-letter', region: '440300' },
  partner: { zh: '成都市医疗保障局', en: 'Chengdu Healthcare Security Administration' },
  data: { answerBy: '2026-12-18', certificateNumber: '440300-1' },
  on: plainDate('2026-11-29'),
};

const all = Object.entries(noticeTexts).flatMap(([process, steps]) =>
  Object.entries(steps).map(([action, words]) => ({ process, action, words })),
);

test('every step that a person is told of exists, and is told in both languages with the case’s number', () => {
  for (const { process, action, words } of all) {
    expect(transferProcesses[process]?.actions, `${process}.${action}`).toHaveProperty(action);
    for (const state of ['awaiting-letter', 'awaiting-account', 'remitted']) {
      const { zh, en } = words({ ...told, state });
      expect(`${zh}${en}`).not.toMatch(/undefined|null|\s\s/);
      expect([zh.includes(told.number), en.includes(told.number)], `${process}.${action}`).toEqual([
        true,
        true,
      ]);
      expect(zh).toMatch(/[。）]$/);
    }
  }
});

test('what this agency decides against somebody is told with reconsideration and court; what another decides is not', () => {
  const contested = all.filter(({ words }) =>
    words({ ...told, data: { refusedBy: 'msg_1' } }).zh.includes('行政复议'),
  );
  expect(contested.map(({ process, action }) => `${process}.${action}`)).toEqual([
    'transfer-out.decline',
    'transfer-in.record-only',
    'transfer-in.let-pass-only',
    'transfer-in.turn-away',
    'transfer-in.refuse-balance',
  ]);
});

test('who leaves is told with the acceptance what the letter makes of the balance, and nothing else besides', () => {
  const accept = noticeTexts['transfer-out']?.accept;
  const words = (onLetter: Told['data'] | null) => accept?.({ ...told, data: { onLetter } }).zh ?? '';
  const goes = '余额将结清后划转';
  expect(words(null)).toContain(goes);
  const answerBy = '2026-12-18';
  expect(words({ balance: 'not-taken', answerBy })).toContain('写明不接收余额');
  expect(words({ balance: 'no-account', answerBy })).toContain(`已去函索取，${answerBy} 前没有答复就催办`);
  expect(words({ balance: 'none' })).toContain('没有余额要划转');
  for (const balance of ['not-taken', 'no-account', 'none'])
    expect(words({ balance, answerBy })).not.toContain(goes);
});

test('who arrives with a corrected sheet without a balance is told what becomes of it, and the months not again', () => {
  const words = (balanceStays: string) =>
    noticeTexts['transfer-in']?.['record-only']?.({ ...told, data: { balanceStays, monthsAsBefore: true } })
      .zh ?? '';
  expect(words('no-account')).toContain('那边会把它一次性付给您');
  expect(words('not-offered-any-more')).toContain('请向那边查询');
  for (const why of ['no-account', 'not-offered-any-more'])
    expect(words(why)).not.toMatch(/没有余额划来|缴费年限已接续/);
});

test('who waits for an answer is told what they can do themselves, by what is missing', () => {
  const remind = noticeTexts['transfer-out']?.remind;
  const words = (state: string) => remind?.({ ...told, state }).en ?? '';
  expect(words('awaiting-letter')).toContain('confirm or apply there too');
  expect(words('awaiting-account')).toContain('by 2026-12-18 the balance can be paid out');
  expect(words('remitted')).toContain('need not do anything');
});
