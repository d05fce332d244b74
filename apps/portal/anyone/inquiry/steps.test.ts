import { expect, test } from 'vitest';
import { reasonsOf } from './reasons.ts';
import { stepsOf } from './steps.ts';
import { verdictOf } from './verdict.ts';
import { everyWay, somebody } from './walk.testing.ts';

const told = everyWay()
  .map((answers) => ({ ...somebody, answers }))
  .map((asked) => ({ asked, verdict: verdictOf(asked) }));

test('whoever cannot go on yet is told why in words of their own, and what to do', () => {
  const stopped = told.filter(({ verdict }) => verdict.kind === 'not-yet' || verdict.kind === 'cannot');
  expect(stopped.length).toBeGreaterThan(10);
  for (const { asked, verdict } of stopped) {
    const [reason] = reasonsOf(verdict, asked);
    const [step] = stepsOf(verdict, asked);
    expect(reason?.zh, JSON.stringify(asked.answers)).toMatch(/^(?!这一条).{8,}$/);
    expect(reason?.en).toMatch(/^(?!this is not met)[a-z].+[^.]$/);
    expect(step?.title.zh.length).toBeLessThanOrEqual(14);
    expect(step?.says.zh).toMatch(/。$/);
  }
});

test('whoever has not filed is told to file, and whoever waits for the confirmation to wait', () => {
  const title = (filing: string) => {
    const asked = { ...somebody, answers: { what: 'elsewhere', filing } };
    return stepsOf(verdictOf(asked), asked)[0]?.title.zh;
  };
  expect(title('none')).toBe('先办长期异地就医备案');
  expect(title('waiting')).toBe('等备案确认');
});

test('the message to the employer says when somebody left, or will, and is there only where an employer can act', () => {
  const message = (answers: Readonly<Record<string, string>>) => {
    const asked = { ...somebody, answers };
    return stepsOf(verdictOf(asked), asked)[0]?.message;
  };
  const settled = { what: 'settle', 'retired-then': 'no', roster: 'still' };
  expect(message({ ...settled, left: '2026-09-15' })?.toSend).toBe(
    '您好，我已于2026年9月15日到境外定居。请为我办理医保减员、停保，办好后告诉我一声，谢谢。',
  );
  expect(message({ ...settled, left: '2027-02-01' })?.toSend).toContain('我将于2027年2月1日到境外定居');
  expect(message({ ...settled, what: 'return-home', left: '2027-02-01' })?.meaning).toMatch(
    /^I shall leave for my home country on 1 February 2027\./,
  );
  expect(message({ what: 'move', retired: 'no', insured: 'active' })?.toSend).toContain('换到别的城市工作');
  expect(message({ ...settled, left: '2026-09-15', roster: 'removed', insured: 'active' })).toBeNull();
});

test('whoever did not know what the situation itself hangs on is told that this is looked up', () => {
  const unclear = told.filter(({ verdict }) => verdict.kind === 'unclear');
  for (const { asked, verdict } of unclear)
    expect(verdict.untold.length > 0 || verdict.groundUntold, JSON.stringify(asked.answers)).toBe(true);
});
