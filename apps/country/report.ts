import type { PlainDate } from '#basics';
import {
  causes,
  type DelayCause,
  type EndedLeg,
  legsEndedBetween,
  listTransfers,
  percentile,
  spreadOf,
} from '#business/transfer';
import { listQueue } from '#engines/exchange';
import { inSnapshot, type Proof, sharePasses } from '#platform/postgres';
import type { Conservation } from './conservation.ts';
import type { Country, SimulatedRegion } from './draw-country.ts';
import type { Founded, Progress } from './found-country.ts';
import { morningOf } from './found-country.ts';
import { sideBySide } from './live-day.ts';

/** What became of a country in the time that was lived through. */
export interface CountryReport {
  readonly seed: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The last day; earlier than `until` where it was interrupted. */
  readonly livedUntil: PlainDate;
  readonly regions: readonly SimulatedRegion[];
  readonly people: number;
  /** Whose transfer began, whose both legs are over, and whose are not. */
  readonly moved: number;
  readonly over: number;
  readonly open: number;
  /** Who was told at once what stands in the way, by code, and what waits before a clerk. */
  readonly turnedAway: Readonly<Record<string, number>>;
  readonly beforeClerks: number;
  readonly messages: number;
  readonly messagesPerSecond: number;
  readonly seconds: number;
  readonly legs: readonly LegTimes[];
  /** `[from][to]`: how many came, and the median of calendar days from the application to the end of both legs. */
  readonly moves: readonly (readonly Moves[])[];
  readonly conservation: Conservation;
  readonly proved: Proved;
}

export interface LegTimes extends Pick<EndedLeg, 'direction' | 'leg' | 'outcome'> {
  readonly count: number;
  readonly days: Distribution;
  readonly causes: readonly (Distribution & { readonly cause: DelayCause })[];
}

/** In working days. */
export interface Distribution {
  readonly median: number;
  readonly ninetieth: number;
  readonly most: number;
  /** All days together. */
  readonly sum: number;
}

export interface Moves {
  readonly count: number;
  readonly medianDays: number | null;
}

export interface Proved {
  readonly agencies: number;
  readonly proofs: number;
  /** What does not hold, as `region proof`. */
  readonly broken: readonly string[];
}

export async function reportOf(told: {
  readonly founded: Founded;
  readonly country: Country;
  readonly conservation: Conservation;
  readonly proved: Proved;
  readonly period: Pick<CountryReport, 'seed' | 'from' | 'until' | 'livedUntil' | 'seconds'>;
}): Promise<CountryReport> {
  const { founded, country, conservation, proved, period } = told;
  const arrived = await legsOf(founded, period);
  const { begun, over } = await countTransfers(founded);
  const messages = founded.exchange.messages();
  const incoming = arrived.map((transfers) => transfers.filter(([leg]) => leg?.direction === 'in'));
  return {
    ...{ ...period, regions: country.regions, conservation, proved, messages },
    people: country.people.reduce((sum, { length }) => sum + length, 0),
    ...{ moved: begun, over, open: begun - over },
    turnedAway: Object.fromEntries(founded.turnedAway),
    beforeClerks: await beforeClerks(founded),
    messagesPerSecond: messages / Math.max(period.seconds, 0.001),
    legs: legTimes(arrived.flat(2)),
    moves: movesOf(country, incoming),
  };
}

type LegsOfTransfers = readonly (readonly EndedLeg[])[];

async function legsOf(
  { living }: Founded,
  { from, livedUntil }: Pick<CountryReport, 'from' | 'livedUntil'>,
): Promise<readonly LegsOfTransfers[]> {
  const legs: LegsOfTransfers[] = [];
  const until = new Date(morningOf(livedUntil).getTime() + 2 * 86_400_000);
  for (const { agency } of living) {
    const calendar = agency.workingDays;
    legs.push(await legsEndedBetween(agency.database, { from: morningOf(from), until, calendar }));
  }
  return legs;
}

function legTimes(legs: readonly EndedLeg[]): readonly LegTimes[] {
  const groups = Map.groupBy(legs, ({ direction, leg, outcome }) => `${direction} ${leg} ${outcome}`);
  return [...groups.values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const { direction, leg, outcome } = first;
      const of = (cause: DelayCause) => same.map(({ days }) => days[cause].working);
      const all = same.map(({ days }) => causes.reduce((sum, cause) => sum + days[cause].working, 0));
      const held = causes.map((cause) => ({ cause, ...distribution(of(cause)) }));
      return [
        {
          direction,
          leg,
          outcome,
          count: same.length,
          days: distribution(all),
          causes: held.filter(({ sum }) => sum > 0),
        },
      ];
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Out before in, the record before the balance, as it should go before as it should not. */
function orderOf({ direction, leg, outcome }: Pick<EndedLeg, 'direction' | 'leg' | 'outcome'>): string {
  const well = outcome === 'moved' || outcome === 'credited';
  return `${direction === 'out' ? 0 : 1} ${leg === 'record' ? 0 : 1} ${well ? 0 : 1}`;
}

function distribution(days: readonly number[]): Distribution {
  const spread = spreadOf(days);
  return {
    ...{ median: percentile(spread, 50), ninetieth: percentile(spread, 90) },
    ...{ most: Math.max(0, ...days), sum: days.reduce((all, each) => all + each, 0) },
  };
}

function movesOf({ regions }: Country, incoming: readonly LegsOfTransfers[]): CountryReport['moves'] {
  return regions.map((from) =>
    regions.map((_, to) => {
      const came = (incoming[to] ?? []).filter(([leg]) => leg?.partner === from.code);
      const days = came.map((legs) =>
        legs.reduce((sum, leg) => sum + causes.reduce((all, cause) => all + leg.days[cause].calendar, 0), 0),
      );
      return { count: came.length, medianDays: days.length > 0 ? percentile(spreadOf(days), 50) : null };
    }),
  );
}

/** Transfers that are not over: at the agencies that people come to or at those that they leave, where there are more. */
export async function openTransfersOf(founded: Founded): Promise<number> {
  const { begun, over } = await countTransfers(founded);
  return begun - over;
}

async function countTransfers({
  living,
}: Founded): Promise<{ readonly begun: number; readonly over: number }> {
  const begun = { in: 0, out: 0 };
  const open = { in: 0, out: 0 };
  for (const { agency, staff } of living) {
    const asked = { caller: staff.clerk, direction: null, states: null };
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listTransfers>> = await listTransfers(agency.database, {
        ...{ ...asked, officeId: null, dueOnOrBefore: null, cursor, limit: 100 },
      });
      for (const { direction, heldBy } of page.items) {
        begun[direction] += 1;
        if (heldBy !== 'nobody') open[direction] += 1;
      }
      cursor = page.next;
    } while (cursor !== null);
  }
  const all = Math.max(begun.in, begun.out);
  return { begun: all, over: all - Math.max(open.in, open.out) };
}

async function beforeClerks({ living }: Founded): Promise<number> {
  let count = 0;
  for (const { agency } of living) {
    const at = agency.clock.now();
    count += (await listQueue(agency.database, { at, reason: null, after: null, limit: 200 })).length;
  }
  return count;
}

/** Proves every agency's whole database. */
export async function provedIn(
  { living }: Founded,
  asked: {
    readonly proofsOf: (agency: Founded['living'][number]['agency']) => readonly Proof[];
    readonly onProgress: Progress;
  },
): Promise<Proved> {
  const broken: string[] = [];
  let [proofs, done] = [0, 0];
  await sideBySide(living, async ({ agency }) => {
    const all = asked.proofsOf(agency);
    await inSnapshot(agency.database, async (reader) => {
      const share = sharePasses(reader);
      for (const proof of all) {
        const { broken: rows } = await proof.run(reader, () => undefined, share);
        if (rows.length > 0) broken.push(`${agency.region} ${proof.name}`);
      }
    });
    proofs += all.length;
    done += 1;
    asked.onProgress('proofs', done, living.length);
  });
  return { agencies: living.length, proofs, broken };
}
