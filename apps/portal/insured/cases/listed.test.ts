import { expect, test } from 'vitest';
import { askedShort, casesTitle, caseTitle, isCase } from './listed.ts';

const paid = { process: 'withdrawal', number: 'SZ-1', receivedOn: null, stateId: 'paid' };

test('what was paid without having been handed in is listed; what is being written and a draft that came to nothing are not', () => {
  expect(isCase(paid, [])).toBe(true);
  expect(isCase(paid, [{ caseNumber: 'SZ-1' }])).toBe(false);
  expect(isCase({ ...paid, stateId: 'draft-ended' }, [])).toBe(false);
  expect(isCase({ ...paid, stateId: 'withdrawn-by-applicant' }, [])).toBe(false);
  const takenBack = { ...paid, stateId: 'withdrawn-by-applicant', receivedOn: '2026-11-02' };
  expect(isCase(takenBack, [])).toBe(true);
});

test('a row that asks for papers names them, since no list stands below it', () => {
  const papers = [
    { zh: '户口注销证明', en: 'proof of cancelled registration' },
    { zh: '护照', en: 'passport' },
  ];
  const asked = { zh: '请补交下列材料；交齐之前不计办理时限。', en: 'Please hand in the papers listed.' };
  expect(askedShort({ asked, papers })?.zh).toBe('请补交：户口注销证明、护照');
  expect(askedShort({ asked, papers })?.en).toContain('passport');
  expect(askedShort({ asked, papers: [] })).toBe(asked);
});

test('the list of cases is called an agent’s own by nobody', () => {
  expect([casesTitle('insured').zh, casesTitle('agent').zh]).toEqual(['我的办理', '办理']);
});

test('a withdrawal is called as the buttons that lead to it, and every other case by its procedure', () => {
  const procedure = { zh: '医保关系转出', en: 'Transfer to another agency' };
  expect(caseTitle({ process: 'withdrawal', procedure }).zh).toBe('领取个人账户余额');
  expect(caseTitle({ process: 'transfer-out', procedure })).toBe(procedure);
});
