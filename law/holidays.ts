import { type PlainDate, plainDate } from '#basics';
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

/** Public holidays and make-up working days of the mainland, by year of the notice. A year not listed has no notice. */
export const holidays: Readonly<Record<string, HolidayYear>> = Object.fromEntries(
  Object.entries(listed.years).map(([year, said]) => [
    year,
    { ...said, offDays: said.offDays.map(plainDate), workDays: said.workDays.map(plainDate) },
  ]),
);
