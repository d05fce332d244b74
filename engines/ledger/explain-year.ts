import { dayNumber, type Fen, fen, type PlainDate, plainDate, yearOf } from '#basics';
import { type Bearing, bearingOf, type DatedRate } from './bearing.ts';
import { type InterestEntry, type InterestYear, interestYears } from './interest.ts';

/** How one amount bore in a year: between which days, at which rates. */
export interface BearingLine {
  /** `carried`: what stood there on New Year's Day; otherwise an entry of the year. */
  readonly what: 'carried' | 'carried-over' | 'inflow' | 'spending';
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly amountFen: Fen;
  readonly parts: readonly BearingPart[];
}

/** A stretch of days at one rate. */
export interface BearingPart {
  readonly rate: DatedRate;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly days: number;
  /** Which part of the amount bears so: spending is split between this year's inflow and what was carried over. */
  readonly share: { readonly of: bigint; readonly whole: bigint };
  /** Interest as a fraction of a fen, so that all of them add up exactly. */
  readonly interest: { readonly numerator: bigint; readonly denominator: bigint };
}

export interface ExplainedYear extends InterestYear {
  readonly untilOn: PlainDate;
  readonly lines: readonly BearingLine[];
}

/** A year of an account, line by line; the parts' interest adds up to the year's before rounding. Null before its first entry. */
export function explainYear(
  entries: readonly InterestEntry[],
  asked: { readonly rates: readonly DatedRate[]; readonly year: number; readonly on: PlainDate },
): ExplainedYear | null {
  const { rates, year } = asked;
  const next = plainDate(`${year + 1}-01-01`);
  const untilOn = asked.on < next ? asked.on : next;
  const before = entries.filter(({ effectiveOn }) => effectiveOn < untilOn);
  const told =
    before.length === 0
      ? undefined
      : interestYears(before, { rates, on: untilOn }).find((one) => one.year === year);
  if (!told) return null;
  const own = before.filter(({ effectiveOn, bucket }) => yearOf(effectiveOn) === year && bucket !== null);
  const came = own
    .filter(({ bucket }) => bucket === 'carried-over')
    .reduce((sum, { changeFen }) => sum + changeFen, 0n);
  const newYear: Line = {
    what: 'carried',
    fromOn: plainDate(`${year}-01-01`),
    amountFen: fen(told.carriedFen - came),
  };
  const lines = [newYear, ...own.map(lineOf)].filter(({ amountFen }) => amountFen !== 0n);
  const cover = told.inflowFen > 0n ? told.inflowFen : 0n;
  const whole = told.debitFen > cover && told.debitFen > 0n ? told.debitFen : 1n;
  const terms = { rates, bearing: bearingOf(rates), untilOn, cover: whole === 1n ? 1n : cover, whole };
  return {
    ...told,
    untilOn,
    lines: lines.map((line) => ({ ...line, untilOn, parts: partsOf(line, terms) })),
  };
}

type Line = Pick<BearingLine, 'what' | 'fromOn' | 'amountFen'>;

function lineOf({ bucket, effectiveOn: fromOn, changeFen: amountFen }: InterestEntry): Line {
  return {
    what: bucket === 'debit' ? 'spending' : bucket === 'inflow' ? 'inflow' : 'carried-over',
    fromOn,
    amountFen,
  };
}

interface Terms {
  readonly rates: readonly DatedRate[];
  readonly bearing: Bearing;
  readonly untilOn: PlainDate;
  readonly cover: bigint;
  readonly whole: bigint;
}

function partsOf(line: Line, terms: Terms): readonly BearingPart[] {
  const { cover, whole } = terms;
  if (line.what === 'inflow') return stretches(line, { ...terms, bucket: 'inflow', of: whole });
  if (line.what !== 'spending') return stretches(line, { ...terms, bucket: 'carried-over', of: whole });
  return [
    ...(cover === 0n ? [] : stretches(line, { ...terms, bucket: 'inflow', of: cover })),
    ...(cover === whole ? [] : stretches(line, { ...terms, bucket: 'carried-over', of: whole - cover })),
  ];
}

function stretches(
  { fromOn: start, amountFen }: Line,
  {
    rates,
    bearing,
    untilOn: end,
    bucket,
    of,
    whole,
  }: Terms & { readonly bucket: string; readonly of: bigint },
): readonly BearingPart[] {
  const own = rates.filter((rate) => rate.bucket === bucket).sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  return own.flatMap((rate, place) => {
    const fromOn = rate.fromOn > start ? rate.fromOn : start;
    const changesOn = own[place + 1]?.fromOn ?? end;
    const untilOn = changesOn < end ? changesOn : end;
    if (fromOn >= untilOn) return [];
    const borne = (until: PlainDate) => bearing.between({ bucket, fromOn: start, untilOn: until });
    const numerator = amountFen * (borne(untilOn) - borne(fromOn)) * of;
    const days = dayNumber(untilOn) - dayNumber(fromOn);
    const interest = { numerator, denominator: bearing.per * whole };
    return [{ rate, fromOn, untilOn, days, share: { of, whole }, interest }];
  });
}
