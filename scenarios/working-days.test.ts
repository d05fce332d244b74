import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate, weekday } from '#basics';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';

const calendar = workingCalendar(holidays);
const on = (text: string): PlainDate => plainDate(text);

describe('working days', () => {
  test.each([
    ['an ordinary Thursday', '2022-06-30', true],
    ['an ordinary Saturday', '2022-07-02', false],
    ['the day before National Day 2022, a Friday', '2022-09-30', true],
    ['National Day 2022, a Saturday', '2022-10-01', false],
    ['the last day of the holiday, a Friday', '2022-10-07', false],
    ['the Saturday worked in exchange', '2022-10-08', true],
    ['the Sunday worked in exchange', '2022-10-09', true],
    ['a make-up day that the notice for the next year names', '2011-12-31', true],
  ])('%s', (_name, day, working) => {
    expect(calendar.isWorkingDay(on(day))).toBe(working);
  });

  test('ten working days from 2022-09-28 end after the National Day holiday and both make-up days', () => {
    expect(calendar.deadline(on('2022-09-28'), 10)).toEqual({ on: '2022-10-17', provisional: false });
  });

  test('a period of no days ends on the day on which it starts', () => {
    expect(calendar.deadline(on('2022-10-01'), 0).on).toBe('2022-10-01');
  });

  test('a deadline that reaches into a year without a notice is provisional, and says so', () => {
    expect(calendar.deadline(on('2026-12-18'), 5)).toEqual({ on: '2026-12-25', provisional: false });
    expect(calendar.deadline(on('2026-12-28'), 5).provisional).toBe(true);
    expect(calendar.isProvisional(on('2027-03-01'))).toBe(true);
    expect(calendar.isProvisional(on('2040-03-01'))).toBe(true);
  });

  test('in a year without a notice the days that are off by the regulation itself are off, and what is computed is provisional all the same', () => {
    const offInWeek = (year: number) =>
      holidays.withoutNotice(year).filter((day) => ![0, 6].includes(weekday(day)));
    expect(offInWeek(2027)).toEqual(['2027-01-01', '2027-04-05', '2027-10-01']);
    expect(holidays.withoutNotice(2024)).not.toContain('2024-05-02');
    expect(holidays.withoutNotice(2031)).toEqual([
      ...['2031-01-01', '2031-04-05', '2031-05-01', '2031-05-02', '2031-10-01', '2031-10-02', '2031-10-03'],
    ]);
    for (const day of [...offInWeek(2027), ...offInWeek(2031)])
      expect(calendar.isWorkingDay(day)).toBe(false);
    expect(calendar.isWorkingDay(on('2027-01-04'))).toBe(true);
    // New Year 2027 is a Friday: the second working day after 30 December is the Monday.
    expect(calendar.deadline(on('2026-12-30'), 2)).toEqual({ on: '2027-01-04', provisional: true });
    expect(calendar.workingDaysBetween(on('2026-12-30'), on('2027-01-04'))).toBe(2);
  });

  test('every notice bears out the regulation: the days that it fixes, Qingming as it is computed among them, are off in each published year', () => {
    const published = Object.entries(holidays.years).filter(([, said]) => said.published);
    expect(published.length).toBeGreaterThan(14);
    for (const [year, said] of published)
      for (const day of holidays.withoutNotice(Number(year))) expect(said.offDays).toContain(day);
  });

  test('from every day of every published year, a deadline has exactly its working days and none to spare', () => {
    const published = Object.keys(holidays.years).filter((year) => holidays.years[year]?.published);
    const wrong: string[] = [];
    let checked = 0;
    for (let day = on(`${published[0]}-01-01`); day <= `${published.at(-1)}-11-30`; day = addDays(day, 1)) {
      for (const days of [1, 2, 5, 10, 15, 30]) {
        const { on: end } = calendar.deadline(day, days);
        const right = calendar.isWorkingDay(end) && countSlowly(day, end) === days;
        if (!right) wrong.push(`${day} + ${days}`);
        checked += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(30_000);
  });

  test('the table is sound: no day is both off and worked, worked days are weekend days, and each published year names its notice', () => {
    for (const [year, said] of Object.entries(holidays.years)) {
      for (const day of said.workDays) expect(said.offDays.includes(day)).toBe(false);
      // The notice of January 2020 also names the Monday on which work began again.
      const weekdays = said.workDays.filter((day) => ![0, 6].includes(weekday(day)));
      expect(weekdays).toEqual(year === '2020' ? ['2020-02-03'] : []);
      // A New Year holiday may begin in the last days of December.
      for (const day of said.offDays)
        expect(addDays(day, 3) >= `${year}-01-01` && day <= `${year}-12-31`).toBe(true);
      expect(said.published).toBe(said.notices.length > 0);
      if (said.published) expect(said.offDays.length).toBeGreaterThan(20);
    }
  });

  test('counting between two days agrees with the deadline', () => {
    expect(calendar.workingDaysBetween(on('2022-09-28'), on('2022-10-17'))).toBe(10);
    expect(calendar.workingDaysBetween(on('2022-09-28'), on('2022-09-28'))).toBe(0);
  });
});

const notices = Object.values(holidays.years);
const off = new Set<string>(notices.flatMap((year) => year.offDays));
const worked = new Set<string>(notices.flatMap((year) => year.workDays));

/** Counted straight from the notices, without the calendar under test; a deadline may reach into a year that has none yet. */
function countSlowly(after: PlainDate, until: PlainDate): number {
  let count = 0;
  for (let at = Date.parse(after) + 86_400_000; at <= Date.parse(until); at += 86_400_000) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const weekend = [0, 6].includes(date.getUTCDay());
    const newYear = day.endsWith('-01-01');
    if (worked.has(day) || (!off.has(day) && !weekend && !newYear)) count += 1;
  }
  return count;
}
