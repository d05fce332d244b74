import {
  type Clock,
  monthNumber,
  monthOf,
  monthsOn,
  ok,
  type PlainDate,
  type Refusal,
  type Result,
  refuse,
  shanghaiDate,
  type Text,
  type YearMonth,
} from '#basics';
import { partnersOn } from '#business/partners';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { KeptMonths } from './kept-months.ts';
import { addMonths, type GroupCounted, type TwoSpreads } from './months-counted.ts';
import { countOf, percentile } from './spread.ts';
import type { GroupTimes, TransferTimes } from './told-times.ts';
import { causes, type Days, delayCauses } from './words.ts';

/** What this use case needs from the app. */
export interface TransferTimesContext {
  readonly clock: Clock;
  readonly seal: Seal;
  readonly transferMonths: KeptMonths;
}

/** Fewer transfers than this are not shown: who knows one of the persons would know the others' days. */
export const leastShown = 5;
/**
 * Of fewer, nine in ten are all of them, and the number would be the wait of the one who waited longest. From then on it is told in
 * whole fives of days, rounded up: within it they were through, and nobody’s own wait is read off it.
 */
export const leastForNinetieth = 10;
const roundedTo = 5;
export const mostMonths = 60;
/** Nobody plans by what took how long before; and whoever asks for any month there ever was fills no memory. */
const mostMonthsAgo = 120;

export interface TransferTimesAsked {
  /** The first month; eleven before the last where left out. */
  readonly from: YearMonth | null;
  /** The last month; this one where left out. */
  readonly to: YearMonth | null;
  /** Only with this agency. */
  readonly partner: string | null;
}

/**
 * How long transfers take: median and ninetieth percentile by partner, leg and whose days they were, read from the case log.
 * Public, and without personal data. Refuses `transfer.bad-period`.
 */
export async function transferTimes(
  reader: Reader,
  { context, ...asked }: TransferTimesAsked & { readonly context: TransferTimesContext },
): Promise<Result<TransferTimes, Refusal>> {
  const { clock, transferMonths } = context;
  const now = clock.now();
  const until = shanghaiDate(now);
  const to = asked.to ?? monthOf(until);
  const from = asked.from ?? monthsOn(to, -11);
  const length = monthNumber(to) - monthNumber(from) + 1;
  if (length < 1 || length > mostMonths)
    return refuse({ code: 'transfer.bad-period', figures: { from, to, months: mostMonths } });
  const months = Array.from({ length }, (_, place) => monthsOn(from, place)).filter(
    (month) => month <= monthOf(until) && month > monthsOn(monthOf(until), -mostMonthsAgo),
  );
  const counted = [];
  // One after the other: a cold start is no reason to take every connection.
  for (const month of months) counted.push(await transferMonths.month(reader, month, now));
  const groups = [
    ...(asked.partner === null ? addMonths(counted, () => null).values() : []),
    ...addMonths(counted, ({ partner }) => partner).values(),
  ].filter(({ group: { partner } }) => asked.partner === null || partner === asked.partner);
  const shown = groups.filter(({ total }) => countOf(total.working) >= leastShown);
  const names = await namesOf(reader, { context, on: until });
  return ok({
    ...{ from, to, until, leastShown, fewLeftOut: shown.length < groups.length },
    items: shown.map((group) => timesOf(group, names)).sort(inOrder),
  });
}

async function namesOf(
  reader: Reader,
  { context: { seal }, on }: { readonly context: TransferTimesContext; readonly on: PlainDate },
): Promise<ReadonlyMap<string, Text>> {
  const partners = await partnersOn(reader, { on, after: '', limit: 1_000, seal });
  return new Map(partners.map(({ region, nameZh, nameEn }) => [region, { zh: nameZh, en: nameEn }]));
}

function timesOf({ group, total, by }: GroupCounted, names: ReadonlyMap<string, Text>): GroupTimes {
  const { partner, direction, leg, outcome } = group;
  const transfers = countOf(total.working);
  return {
    partner:
      partner === null ? null : { region: partner, name: names.get(partner) ?? { zh: partner, en: partner } },
    ...{ direction, leg, outcome, transfers: transfers - (transfers % leastShown) },
    ...{ median: at(total, 50), ninetieth: ninetiethOf(total) },
    causes: causes
      .map((cause) => ({
        ...{ cause, name: delayCauses[cause] },
        ...{ median: at(by[cause], 50), ninetieth: ninetiethOf(by[cause]) },
      }))
      .filter(({ median, ninetieth }) => (ninetieth ?? median).calendar > 0),
  };
}

function at({ working, calendar }: TwoSpreads, hundredth: number): Days {
  return { working: percentile(working, hundredth), calendar: percentile(calendar, hundredth) };
}

export function ninetiethOf(days: TwoSpreads): Days | null {
  if (countOf(days.working) < leastForNinetieth) return null;
  const { working, calendar } = at(days, 90);
  const rounded = (found: number) => Math.ceil(found / roundedTo) * roundedTo;
  return { working: rounded(working), calendar: rounded(calendar) };
}

/** All agencies together first, then by region; out before in, the record before the balance, as it should go before as it should not. */
function inOrder(a: GroupTimes, b: GroupTimes): number {
  const key = ({ partner, direction, leg, outcome }: GroupTimes) =>
    [
      partner?.region ?? '',
      direction === 'out' ? 0 : 1,
      leg === 'record' ? 0 : 1,
      outcome === 'moved' || outcome === 'credited' ? 0 : 1,
      outcome,
    ].join(' ');
  const [first, second] = [key(a), key(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
