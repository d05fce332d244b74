import { type PlainDate, plainDate } from '#basics';
import { holidaysWithoutNotice } from './fixed-holidays.ts';
import listed from './holidays.json' with { type: 'json' };

/** What the State Council's notices say of one year. */
export interface HolidayYear {
  /** False while no notice is out: every date computed in that year is provisional. */
  readonly published: boolean;
  /** The notices' addresses. */
  readonly notices: readonly string[];
  /** Days off that the notices name, weekend days inside a holiday included. */
  readonly offDays: readonly PlainDate[];
  /** Weekend days worked in exchange; some lie in the year before. */
  readonly workDays: readonly PlainDate[];
}

/** Public holidays and make-up working days of the mainland. */
export const holidays = {
  /** By year of the notice. A year not listed has no notice. */
  years: Object.fromEntries(
    Object.entries(listed.years).map(([year, said]) => [
      year,
      { ...said, offDays: said.offDays.map(plainDate), workDays: said.workDays.map(plainDate) },
    ]),
  ) as Readonly<Record<string, HolidayYear>>, // a year that is not listed is undefined
  /** What is off in a year that has no notice yet. */
  withoutNotice: holidaysWithoutNotice,
} as const;
