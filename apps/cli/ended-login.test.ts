import { expect, it } from 'vitest';
import { linesOfEnded } from './ended-login.ts';

const employerId = 'emp_1';
const inEnglish = (ended: Omit<Parameters<typeof linesOfEnded>[0], 'employerId'>) =>
  linesOfEnded({ employerId, ...ended }).map((line) => (typeof line === 'string' ? line : line.en));

it('whoever ends an employer’s login reads what went with it, and how to end what it had let others do', () => {
  const ended = {
    unaccepted: [{ mandateId: 'man_1', agentName: '王五' }],
    windowCodes: 2,
    stillActing: [
      { mandateId: 'man_2', agentName: '李四', loginId: 'usr_2', untilOn: null },
      { mandateId: 'man_3', agentName: '赵六', loginId: 'usr_3', untilOn: null },
    ],
  };
  const lines = inEnglish(ended);
  expect(lines.slice(0, 2)).toEqual(['Ended.', 'Unused codes of the window, void now: 2']);
  expect(lines).toContain('man_1  王五');
  for (const [mandate, named] of [
    ['man_2', 'man_2  李四  usr_2'],
    ['man_3', 'man_3  赵六  usr_3'],
  ]) {
    const place = lines.indexOf(named ?? '');
    expect(lines[place + 1]).toBe(`  suixing mandate end emp_1 ${mandate}`);
  }
});

it('where nothing else went with a login, only its end is told', () => {
  expect(inEnglish({ unaccepted: [], windowCodes: 0, stillActing: [] })).toEqual(['Ended.']);
});
