import { type Chance, citizenNumber, givenNames, surnames } from '#apps/demo';
import { addDays, type Fen, fen, type PlainDate, plainDate } from '#basics';
import { type HabitName, habitOf, habits } from './habits.ts';
import type { MovingMatrix } from './matrix.ts';
import type { Somebody } from './people.ts';

/** A country that does not exist: its agencies, its people, and who of them moves when and where. */
export interface Country {
  readonly regions: readonly SimulatedRegion[];
  readonly movers: readonly Mover[];
  /** Everybody at the agency where they are first, by its place in `regions`. */
  readonly people: readonly (readonly Resident[])[];
}

export interface SimulatedRegion {
  /** Six digits that no region has. */
  readonly code: string;
  readonly name: string;
  readonly habit: HabitName;
}

export interface Resident extends Pick<Somebody, 'name' | 'number' | 'bornOn'> {
  readonly balanceFen: Fen;
  /** Whether they leave in the time that is simulated: then they pay no more where they are. */
  readonly moves: boolean;
}

export interface Mover {
  readonly from: number;
  readonly to: number;
  /** How many days after the beginning they apply. */
  readonly day: number;
  /** At the agency that they come to, as most do, or at the one that they leave. */
  readonly appliesAt: 'there' | 'here';
  readonly person: Resident;
  /** How the other agency writes the name; one in fifty otherwise, and is declined. */
  readonly nameThere: string;
}

export interface Size {
  readonly people: number;
  readonly days: number;
  /** How many people move in that time. */
  readonly moving: number;
}

export function drawCountry(matrix: MovingMatrix, { people, days, moving }: Size, chance: Chance): Country {
  const regions = matrix.regions.map(
    ({ name }, place): SimulatedRegion => ({ code: codeOf(place), name, habit: habitOf(place) }),
  );
  const homes = counted(
    matrix.regions.map((region) => region.people),
    people,
  );
  const flows = matrix.flows.flatMap((row, from) => row.map((flow, to) => ({ from, to, flow })));
  const residents = homes.map((count, place) =>
    Array.from({ length: count }, (_, one) => resident(chance, serialOf(homes, place) + one)),
  );
  const leaving = homes.map(() => 0);
  const movers: Mover[] = [];
  for (let one = 0; one < moving; one += 1) {
    const { from, to } = weighted(flows, chance);
    const person = residents[from]?.[leaving[from] ?? 0];
    // A small region may have nobody left who could leave.
    if (!person) continue;
    leaving[from] = (leaving[from] ?? 0) + 1;
    movers.push({
      ...{ from, to, person, day: Math.floor(chance.next() * days) },
      appliesAt: chance.happens(20) ? 'here' : 'there',
      nameThere: chance.happens(2) ? `${person.name}儿` : person.name,
    });
  }
  const withMoves = residents.map((of, place) =>
    of.map((one, at) => ({ ...one, moves: at < (leaving[place] ?? 0) })),
  );
  return { regions, people: withMoves, movers: movers.sort((a, b) => a.day - b.day) };
}

/** What an agency's settings say of its habit. */
export function settingsOf(region: SimulatedRegion | undefined): Readonly<Record<string, string>> {
  return region && !habits[region.habit].acceptsBalances ? { SUIXING_ACCEPTS_BALANCES: 'no' } : {};
}

function codeOf(place: number): string {
  return `49${String(1 + Math.floor(place / 60)).padStart(2, '0')}${String(1 + (place % 60)).padStart(2, '0')}`;
}

function resident(chance: Chance, serial: number): Resident {
  const bornOn: PlainDate = addDays(plainDate('1968-01-01'), serial % 12_000);
  const sequence = 1 + Math.floor(serial / 12_000);
  const name = chance.pick<Named>(surnames)[0] + chance.pick<Named>(givenNames)[0];
  return {
    ...{ name, bornOn, number: citizenNumber({ area: '440305', bornOn, sequence }) },
    ...{ balanceFen: fen(chance.between(50_000, 4_000_000)), moves: false },
  };
}

/** A name in characters and in Latin letters. */
type Named = readonly [string, string];

function serialOf(homes: readonly number[], place: number): number {
  return homes.slice(0, place).reduce((sum, count) => sum + count, 0);
}

/** Whole people by weight; each at least one. */
function counted(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => Math.max(1, Math.round((weight / sum) * total)));
}

function weighted<T extends { readonly flow: number }>(items: readonly T[], chance: Chance): T {
  const sum = items.reduce((all, { flow }) => all + flow, 0);
  let left = chance.next() * sum;
  for (const item of items) {
    left -= item.flow;
    if (left < 0) return item;
  }
  const last = items.findLast(({ flow }) => flow > 0);
  if (!last) throw new Error('nobody moves anywhere');
  return last;
}
