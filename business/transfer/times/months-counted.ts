import type { EndedLeg } from './leg-times.ts';
import { addSpreads, type Spread } from './spread.ts';
import { causes, type DelayCause } from './words.ts';

/** The legs that ended in a month, by what tells them apart, counted: nobody's case can be read off it. */
export type MonthCounted = ReadonlyMap<string, GroupCounted>;

export interface Group extends Pick<EndedLeg, 'direction' | 'leg' | 'outcome'> {
  /** Null: with whichever agency. */
  readonly partner: string | null;
}

export interface GroupCounted {
  readonly group: Group;
  readonly total: TwoSpreads;
  readonly by: Readonly<Record<DelayCause, TwoSpreads>>;
}

export interface TwoSpreads {
  readonly working: Spread;
  readonly calendar: Spread;
}

export function countMonth(legs: readonly EndedLeg[]): MonthCounted {
  const counted = new Map<string, Counting>();
  for (const leg of legs) {
    const group = { partner: leg.partner, direction: leg.direction, leg: leg.leg, outcome: leg.outcome };
    const key = keyOf(group);
    const into = counted.get(key) ?? newCounting(group);
    counted.set(key, into);
    for (const unit of units) {
      for (const cause of causes) count(into.by[cause][unit], leg.days[cause][unit]);
      count(
        into.total[unit],
        causes.reduce((sum, cause) => sum + leg.days[cause][unit], 0),
      );
    }
  }
  return counted;
}

/** Several months as one; `partner`: null leaves out with whom it was. */
export function addMonths(
  months: readonly MonthCounted[],
  partnerOf: (group: Group) => string | null,
): MonthCounted {
  const parts = months.flatMap((month) => [...month.values()]);
  const named = parts.map((part) => ({ ...part, group: { ...part.group, partner: partnerOf(part.group) } }));
  return new Map(
    [...Map.groupBy(named, ({ group }) => keyOf(group))].map(([key, same]) => [key, addGroups(same)]),
  );
}

function addGroups(same: readonly GroupCounted[]): GroupCounted {
  const group = same[0]?.group;
  if (!group) throw new Error('a group has a part');
  const add = (of: (part: GroupCounted) => TwoSpreads): TwoSpreads => ({
    working: addSpreads(same.map((part) => of(part).working)),
    calendar: addSpreads(same.map((part) => of(part).calendar)),
  });
  return { group, total: add(({ total }) => total), by: byCause((cause) => add(({ by }) => by[cause])) };
}

const units = ['working', 'calendar'] as const;

interface Counting extends GroupCounted {
  readonly total: Counts;
  readonly by: Readonly<Record<DelayCause, Counts>>;
}

type Counts = Readonly<Record<(typeof units)[number], Map<number, number>>>;

function newCounting(group: Group): Counting {
  const counts = (): Counts => ({ working: new Map(), calendar: new Map() });
  return { group, total: counts(), by: byCause(counts) };
}

function byCause<T>(make: (cause: DelayCause) => T): Readonly<Record<DelayCause, T>> {
  return {
    applicant: make('applicant'),
    agency: make('agency'),
    finance: make('finance'),
    bank: make('bank'),
    partner: make('partner'),
  };
}

function count(into: Map<number, number>, days: number): void {
  into.set(days, (into.get(days) ?? 0) + 1);
}

function keyOf({ partner, direction, leg, outcome }: Group): string {
  return [partner ?? '', direction, leg, outcome].join(' ');
}
