import { expect, test } from 'vitest';
import { countsIn, inOrder, standingIn, titleOf, underReview } from './report-title.ts';

const file = (state: string, over: boolean) => ({ case: { state, over } });
const report = { reported: 1, takenBack: 0, refused: 0, waiting: 0 };
const zh = (more: Partial<Parameters<typeof titleOf>[0]>) => titleOf({ ...report, lines: [], ...more }).zh;

test('a report is received until the agency has decided every case of it, and then it is done', () => {
  expect(zh({ waiting: 1 })).toContain('正在受理');
  expect(zh({ lines: [file('in-review', false)] })).toContain('已受理');
  const half = { lines: [file('in-review', false), file('approved', true)], reported: 2 };
  expect(zh(half)).toBe('{approved} 人已减员，{open} 人受理中');
  expect(countsIn(half)).toEqual({ approved: 1, open: 1 });
  expect(zh({ ...half, refused: 1 })).toBe('{approved} 人已减员，{open} 人受理中，{refused} 人办不了');
  expect(zh({ lines: [file('approved', true)] })).toBe('{standing} 人的减员已办好');
  expect(zh({ lines: [file('approved', true), { case: null }], refused: 1 })).toContain('办好了');
  expect(zh({ lines: [file('refused', true)] })).toContain('已办结');
  expect(zh({ lines: [{ case: null }], reported: 0, refused: 1 })).toContain('办不了');
  expect(underReview({ ...report, lines: [file('approved', true)] })).toBe(false);
});

test('what was taken back counts no longer among what is received or done', () => {
  const back = file('withdrawn-by-applicant', true);
  const lines = [back, file('in-review', false), file('in-review', false)];
  const three = { ...report, reported: 3, takenBack: 1, lines };
  expect(standingIn(three)).toBe(2);
  expect(titleOf(three).zh).toBe('{standing} 人的减员已受理');
  expect(zh({ reported: 2, takenBack: 1, lines: [back, file('approved', true)] })).toBe(
    '{standing} 人的减员已办好',
  );
  expect(zh({ reported: 2, takenBack: 2, lines: [back, back] })).toBe('{takenBack} 人的减员已全部撤回');
  expect(titleOf({ ...report, takenBack: 1, lines: [back] })).toEqual({
    zh: '1 人的减员已撤回',
    en: 'The report was taken back',
  });
  expect(titleOf({ ...report, lines: [file('approved', true)] }).en).toBe('{standing} report done');
});

test('of a long report those who could not be reported stand first, in the order in which they were reported', () => {
  const lines = (['reported', 'refused', 'waiting', 'refused'] as const).map((outcome, lineNo) => ({
    lineNo,
    outcome,
  }));
  expect(inOrder(lines).map(({ lineNo }) => lineNo)).toEqual([1, 3, 2, 0]);
});
