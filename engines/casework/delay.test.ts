import { expect, it } from 'vitest';
import { addDays, type PlainDate, plainDate, weekday } from '#basics';
import type { WorkingDays } from './deadline.ts';
import { delayOf } from './delay.ts';
import { sampleProcess } from './process.testing.ts';

/** February and March 2026: off from 15 to 23 February; Saturday 14 and Saturday 28 February are workdays. */
const makeUp = new Set(['2026-02-14', '2026-02-28']);
const isWorkday = (on: PlainDate) =>
  makeUp.has(on) || (weekday(on) % 6 !== 0 && !(on >= '2026-02-15' && on <= '2026-02-23'));
const calendar: WorkingDays = {
  add: (from) => ({ on: from, provisional: false }),
  between(from, to) {
    let days = 0;
    for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) days += isWorkday(on) ? 1 : 0;
    return days;
  },
};

function told(
  steps: readonly (readonly [state: string, day: string, workingDays?: number])[],
  today: string,
) {
  const timed = steps.map(([toState, day, workingDays]) => ({
    toState,
    at: new Date(`${day}T10:00:00+08:00`),
    data: workingDays === undefined ? {} : { workingDays },
  }));
  return delayOf(sampleProcess, timed, { calendar, today: plainDate(today) });
}

it('splits the days of a case between the agency and the applicant, over Spring Festival with its make-up workday', () => {
  const waiting = told(
    [
      ['weighed', '2026-02-09', 10],
      ['waiting', '2026-02-12'],
      ['waiting', '2026-02-24'],
    ],
    '2026-02-28',
  );
  expect(waiting).toMatchObject({ allowed: 10, agencyDays: 3, applicantDays: 7, pausedSince: '2026-02-12' });
  expect(waiting.text).toEqual({
    zh: '第 3 个工作日，共 10 个，自 2026-02-12 起暂停，等申请人，申请人用了 7 个工作日',
    en: 'day 3 of 10 working days, paused since 2026-02-12, waiting for the applicant, the applicant took 7 working days',
  });
});

it('counts no day of anybody’s from when a case rests for something beyond its procedure, and says in the caller’s words what', () => {
  const steps = [
    { toState: 'weighed', at: new Date('2026-03-02T10:00:00+08:00'), data: { workingDays: 10 } },
  ];
  const text = { zh: '等别人', en: 'it waits for others' };
  const resting = { since: plainDate('2026-03-04'), text };
  const today = plainDate('2026-04-30');
  expect(delayOf(sampleProcess, steps, { calendar, today, resting })).toMatchObject({
    ...{ agencyDays: 2, overdueDays: 0, pausedSince: '2026-03-04' },
    text: {
      zh: '经办机构用了 2 个工作日（时限 10 个），等别人',
      en: 'the agency took 2 of 10 working days, it waits for others',
    },
  });
});

it('counts the days in which a letter to another agency lay here as the agency’s', () => {
  const steps = [
    { toState: 'weighed', at: new Date('2026-03-02T10:00:00+08:00'), data: { workingDays: 10 } },
    { toState: 'elsewhere', at: new Date('2026-03-03T10:00:00+08:00'), data: {} },
  ];
  const states = {
    ...sampleProcess.states,
    elsewhere: { name: { zh: '外', en: 'out' }, heldBy: 'partner', clock: 'paused' },
  } as const;
  const delay = (lying: Parameters<typeof delayOf>[2]['lying'] = []) =>
    delayOf({ ...sampleProcess, states }, steps, { calendar, today: plainDate('2026-03-12'), lying });
  expect(delay()).toMatchObject({ agencyDays: 1, partnerDays: 7 });
  expect(delay([{ from: plainDate('2026-03-03'), until: plainDate('2026-03-06') }])).toMatchObject({
    ...{ agencyDays: 4, partnerDays: 4 },
  });
  expect(delay([{ from: plainDate('2026-03-03'), until: null }])).toMatchObject({ agencyDays: 8 });
});

it('counts a limit of its own from where it begins, and tells afterwards what the agency took', () => {
  const steps = [
    ['weighed', '2026-03-02', 10],
    ['waiting', '2026-03-04'],
    ['weighed', '2026-03-09'],
    ['granted', '2026-03-11'],
  ] as const;
  const over = told(steps, '2026-03-20');
  expect(over).toMatchObject({ agencyDays: 4, applicantDays: 3, pausedSince: null });
  expect(over.text.en).toBe('the agency took 4 of 10 working days, the applicant took 3 working days');
  expect(over.overdueDays).toBe(0);
  const objected = [...steps, ['weighed', '2026-03-16', 30] as const];
  expect(told(objected, '2026-03-18')).toMatchObject({ allowed: 30, agencyDays: 2, applicantDays: 0 });
  expect(told([['asked', '2026-03-02']], '2026-03-18').text.en).toBe('no limit runs yet');
});

it('says on the day of receipt from when days are counted, and never that none of them was used', () => {
  const received = ['weighed', '2026-03-06', 10] as const;
  expect(told([received], '2026-03-08').text).toEqual({
    zh: '从下一个工作日起算，共 10 个工作日',
    en: 'counted from the next working day, 10 in all',
  });
  const atOnce = told([received, ['granted', '2026-03-06']], '2026-03-20');
  expect(atOnce.text.zh).toBe('经办机构用了不到 1 个工作日（时限 10 个）');
  const asked = told([received, ['waiting', '2026-03-06']], '2026-03-09');
  expect(asked.text.en).toBe(
    'the agency took less than one of 10 working days, paused since 2026-03-06, waiting for the applicant, the applicant took 1 working day',
  );
});

it('says that a case is overdue, and by how much, from the first working day beyond the limit on', () => {
  const taken = [['weighed', '2026-03-02', 10]] as const;
  expect(told(taken, '2026-03-16')).toMatchObject({ agencyDays: 10, overdueDays: 0 });
  const late = told(taken, '2026-03-20');
  expect(late).toMatchObject({ agencyDays: 14, overdueDays: 4 });
  expect(late.text).toEqual({
    zh: '第 14 个工作日，共 10 个，已超期 4 个工作日',
    en: 'day 14 of 10 working days, overdue by 4 working days',
  });
  const over = told([...taken, ['granted', '2026-03-17']], '2026-04-20');
  expect(over.text.en).toBe('the agency took 11 of 10 working days, overdue by 1 working day');
});
