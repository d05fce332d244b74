import { chanceOf } from '#apps/demo';
import {
  addDays,
  dayNumber,
  monthOf,
  monthsOn,
  ok,
  type PlainDate,
  plainDate,
  type Refusal,
  type Result,
  refuse,
  shanghaiDate,
  type YearMonth,
} from '#basics';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import type { Log } from '#platform/log';
import type { Proof } from '#platform/postgres';
import { conservationOf, moneyOfPeople } from './conservation.ts';
import { type Country, drawCountry } from './draw-country.ts';
import {
  type Founded,
  type Founding,
  foundCountry,
  morningOf,
  openingFen,
  type Progress,
} from './found-country.ts';
import { liveDay } from './live-day.ts';
import { gravityMatrix, type MovingMatrix } from './matrix.ts';
import { type CountryReport, openTransfersOf, provedIn, reportOf } from './report.ts';

export interface CountryAsked {
  readonly agencies: number;
  readonly people: number;
  readonly months: number;
  /** Of a hundred people in a year. */
  readonly moving: number;
  readonly seed: number;
  /** Null: a gravity matrix that is made up. */
  readonly matrix: MovingMatrix | null;
  /** What is proved of every agency at the end. */
  readonly proofsOf: (agency: Founded['living'][number]['agency']) => readonly Proof[];
  readonly log: Log;
  readonly onProgress: Progress;
  /** Ends with the day that is being lived through; what was until then is told. */
  readonly signal: AbortSignal;
}

/**
 * Lives through some months of a country of agencies that runs the code of each as it is: its desk, ledger, payments and gateway, a
 * database of its own, a clock that all share, and no socket between them. When the months are over nobody else moves, and what is
 * under way is given another quarter. Refuses `country.bad-size` and `country.interrupted`.
 */
export async function simulateCountry(asked: CountryAsked): Promise<Result<CountryReport, Refusal>> {
  const { people, months, moving, seed, log, onProgress } = asked;
  const agencies = asked.matrix?.regions.length ?? asked.agencies;
  if (!fits({ ...asked, agencies })) return refuse({ code: 'country.bad-size' });
  const from = firstDay(new Date());
  const until = plainDate(`${monthsOn(monthOf(from), months)}-01`);
  const days = dayNumber(until) - dayNumber(from);
  const chance = chanceOf(seed);
  const matrix = asked.matrix ?? gravityMatrix(agencies, chance);
  const size = { people, days, moving: Math.round((people * moving * months) / 1200) };
  const country = drawCountry(matrix, size, chance);
  const founded = await foundUnless(asked.signal, { country, from, log, onProgress });
  if (!founded) return refuse({ code: 'country.interrupted' });
  try {
    const all = founded.living.map(({ agency }) => agency);
    const before = await moneyOfPeople(all, founded.bank);
    const start = performance.now();
    const livedUntil = await liveThrough(founded, { ...asked, country, from, until });
    const seconds = (performance.now() - start) / 1000;
    const conservation = await conservationOf(all, { bank: founded.bank, before, openingFen });
    const proved = await provedIn(founded, asked);
    const period = { from, until, livedUntil, seconds, seed };
    return ok(await reportOf({ founded, country, conservation, proved, period }));
  } finally {
    await founded.stop();
  }
}

/** Null where somebody ended it before the first day: then there is nothing to tell. */
async function foundUnless(
  signal: AbortSignal,
  { onProgress, ...founding }: Founding,
): Promise<Founded | null> {
  try {
    return await foundCountry({
      ...founding,
      onProgress(...at) {
        signal.throwIfAborted();
        onProgress(...at);
      },
    });
  } catch (fault) {
    if (signal.aborted) return null;
    throw fault;
  }
}

function fits({ agencies, people, months, moving, seed }: Omit<CountryAsked, 'matrix'>): boolean {
  const whole = [agencies, people, months, seed].every((number) => Number.isSafeInteger(number));
  const inBounds = agencies >= 2 && agencies <= 60 && people >= agencies && people <= 1_000_000;
  return whole && inBounds && months >= 1 && months <= 18 && moving >= 0.1 && moving <= 50;
}

/** The first of a month that is at least two days off: clocks only go on, and sessions must outlast the machine's own. */
function firstDay(now: Date): PlainDate {
  const soon = addDays(shanghaiDate(now), 2);
  return plainDate(`${monthsOn(monthOf(soon), 1)}-01`);
}

interface LivingThrough extends Pick<CountryAsked, 'signal' | 'onProgress'> {
  readonly country: Country;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** How long after the last month what is under way may still come to its end. */
const daysAfter = 92;

/** Day by day; answers the last one. */
async function liveThrough(founded: Founded, lived: LivingThrough): Promise<PlainDate> {
  const { country, from, until, signal, onProgress } = lived;
  const calendar = workingCalendar(holidays);
  const waiting = [...country.movers];
  const total = dayNumber(until) - dayNumber(from);
  let [on, count, enrolled] = [from, 0, '' as YearMonth | ''];
  for (; !signal.aborted; on = addDays(on, 1)) {
    const day = dayNumber(on) - dayNumber(from);
    onProgress('days', Math.min(day, total), total);
    if (day >= total + daysAfter || (day >= total && (await openTransfersOf(founded)) === 0)) return on;
    if (!calendar.isWorkingDay(on)) continue;
    await founded.place.moveTo(morningOf(on));
    if (enrolled !== monthOf(on)) {
      enrolled = monthOf(on);
      const monthEnd = dayNumber(plainDate(`${monthsOn(enrolled, 1)}-01`)) - dayNumber(from);
      const already = day === 0 ? 0 : dayNumber(plainDate(`${enrolled}-01`)) - dayNumber(from);
      await founded.enrol(country.movers.filter((mover) => mover.day >= already && mover.day < monthEnd));
    }
    const here = waiting.findIndex((mover) => mover.day > day);
    const movers = waiting.splice(0, here < 0 ? waiting.length : here);
    await liveDay(founded, { on, count, movers });
    count += 1;
  }
  return on;
}
