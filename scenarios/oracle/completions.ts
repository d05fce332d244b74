/**
 * Unknown, without a third truth value: fill every absent fact that a sentence reads with everything that could stand
 * there. The sentence is unknown where some fillings make it true and others false; it still hangs on a fact where two
 * fillings that differ in nothing but that fact differ in truth. Every fact ranges freely, as Kleene's logic has it: an
 * absent fact is unknown even where another fact would leave it little room (see README).
 */
import { addDays, plainDate } from '#basics';
import {
  balances,
  type Held,
  isHeld,
  joinPath,
  type Key,
  purposes,
  requestKeys,
  statuses,
  valueAt,
  withValueAt,
} from './request.ts';
import type { Sentence, Situation } from './sentences.ts';

/** An absent fact: an absent object as a whole where null is allowed for it, else the absent leaf. */
export interface AbsentFact {
  readonly path: string;
  readonly couldBe: readonly unknown[];
}

export interface Truth {
  readonly value: 'true' | 'false' | 'unknown';
  /** Paths of the absent facts on which it still hangs, in the request's key order. */
  readonly hangsOn: readonly string[];
}

/** Every absent fact of a request without problems, with all that could stand there. */
export function absentFacts(request: Held): readonly AbsentFact[] {
  return absentIn(requestKeys, request, '', landmarksOf(request));
}

/** What a sentence says about a request; `absent` are the request's absent facts. */
export function truthOf(sentence: Sentence, request: Held, absent: readonly AbsentFact[]): Truth {
  const read = absent.filter((fact) => sentence.reads.some((path) => isWithin(fact.path, path)));
  const rest = absent.filter((fact) => !read.includes(fact));
  const base = rest.reduce((filled, fact) => withValueAt(filled, fact.path, fact.couldBe[0]), request);
  const trials = choicesOf(read).map((choice) => ({
    choice,
    truth: sentence.holds(fill(base, read, choice)),
  }));
  const hangsOn = read.filter((_, place) => differsIn(place, trials)).map((fact) => fact.path);
  if (trials.every((trial) => trial.truth)) return { value: 'true', hangsOn };
  return { value: trials.some((trial) => trial.truth) ? 'unknown' : 'false', hangsOn };
}

/** The request with every absent fact filled by its choice. */
function fill(base: Held, facts: readonly AbsentFact[], choice: readonly number[]): Situation {
  const filled = facts.reduce(
    (request, fact, place) => withValueAt(request, fact.path, fact.couldBe[choice[place] ?? 0]),
    base,
  );
  return filled as unknown as Situation; // problem-free and with every absent fact filled, it is a situation
}

interface Trial {
  readonly choice: readonly number[];
  readonly truth: boolean;
}

/** True where two trials that differ only at `place` differ in truth. */
function differsIn(place: number, trials: readonly Trial[]): boolean {
  const truthByRest = new Map<string, boolean>();
  return trials.some(({ choice, truth }) => {
    const rest = choice.filter((_, at) => at !== place).join(',');
    const before = truthByRest.get(rest);
    truthByRest.set(rest, truth);
    return before !== undefined && before !== truth;
  });
}

/** Every way to choose one possibility for each fact. */
function choicesOf(facts: readonly AbsentFact[]): readonly (readonly number[])[] {
  return facts.reduce<readonly (readonly number[])[]>(
    (choices, fact) => choices.flatMap((choice) => fact.couldBe.map((_, index) => [...choice, index])),
    [[]],
  );
}

function absentIn(
  keys: readonly Key[],
  held: Held,
  parent: string,
  days: readonly string[],
): readonly AbsentFact[] {
  return keys.flatMap((key) => {
    const path = joinPath(parent, key.name);
    const value = held[key.name];
    if (value === undefined && (key.nullable || key.keys === undefined)) {
      return [{ path, couldBe: possibilities(key, days) }];
    }
    if (value === null || key.keys === undefined) return [];
    return absentIn(key.keys, isHeld(value) ? value : {}, path, days);
  });
}

/** Everything that could stand at a key, as far as any sentence can tell it apart. */
function possibilities(key: Key, days: readonly string[]): readonly unknown[] {
  const values = key.keys === undefined ? leafPossibilities(key, days) : objectsOf(key.keys, days);
  return key.nullable ? [null, ...values] : values;
}

function leafPossibilities(key: Key, days: readonly string[]): readonly unknown[] {
  if (key.kind === 'date') return days;
  if (key.kind === 'country') return key.name === 'to' ? ['CAN'] : ['CHN', 'HKG', 'CAN'];
  if (key.kind === 'other-region') return ['510100'];
  if (key.kind === 'purpose') return purposes;
  if (key.kind === 'status') return statuses;
  if (key.kind === 'balance') return balances;
  if (key.kind === 'fen') return ['0', '1'];
  if (key.kind === 'months') return [0, 1];
  return [true, false];
}

function objectsOf(keys: readonly Key[], days: readonly string[]): readonly Held[] {
  return keys.reduce<readonly Held[]>(
    (objects, key) =>
      objects.flatMap((object) =>
        possibilities(key, days).map((value) => ({ ...object, [key.name]: value })),
      ),
    [{}],
  );
}

/** The days between which sentences can tell: around each day that is compared with another. */
function landmarksOf(request: Held): readonly string[] {
  const known = ['onDate', 'person.retiredOn', 'person.leftCountry.on'].map((path) => valueAt(request, path));
  const around = known
    .filter((day) => typeof day === 'string')
    .flatMap((day) => [-1, 0, 1].map((days) => addDays(plainDate(day), days)));
  return [...new Set(around)].sort();
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}
