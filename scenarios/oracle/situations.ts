/**
 * Situations to decide twice, the same on every run: stories of people whom a clerk would recognise, each with one and two
 * keys changed to every value that a rule could tell apart (days far before, the day before, the day, the day after), with
 * keys removed, and with a key made null. Some of them are bad input; the oracle says which.
 */
import { addDays, plainDate } from '#basics';
import {
  balances,
  type Held,
  isHeld,
  joinPath,
  type Key,
  pathsInOrder,
  purposes,
  requestKeys,
  statuses,
  valueAt,
  withoutKeyAt,
  withValueAt,
} from './request.ts';

const onDate = '2022-06-30';

function dayAt(days: number): string {
  return addDays(plainDate(onDate), days);
}

/** One person at work with an account, to whom nothing has happened. */
export const quietSituation: Held = {
  onDate,
  region: '440300',
  person: {
    nationality: 'CHN',
    retiredOn: null,
    diedOn: null,
    nationalityLostOn: null,
    leftCountry: null,
    treatmentElsewhere: null,
  },
  relationship: { status: 'active', onEmployerRoster: true, stoppedOn: null, paidMonths: 86 },
  account: { exists: true, balanceFen: '831240' },
  transfer: null,
  succession: { established: false },
  open: { claims: false, recoveries: false, investigation: false, competingCase: false },
};

const stopped = { status: 'suspended', onEmployerRoster: false, stoppedOn: dayAt(-61), paidMonths: 86 };
const moved = { ...stopped, status: 'transferred' };
const refused = { to: '510100', appliedOn: dayAt(-58), balance: 'refused', evidenceOn: dayAt(-29) };
const settled = { on: dayAt(-40), to: 'CAN', purpose: 'settle' };
const wentHome = { on: dayAt(-40), to: 'DEU', purpose: 'return-home' };

/** Full situations, at least one per ground, the transfer included. */
export const stories: readonly Held[] = [
  quietSituation,
  changed({
    'person.retiredOn': dayAt(-400),
    'person.treatmentElsewhere': { region: '510100', confirmedOn: dayAt(-1) },
  }),
  changed({ 'person.retiredOn': dayAt(-400), 'person.leftCountry': settled }),
  changed({
    'person.retiredOn': dayAt(-40),
    'person.leftCountry': wentHome,
    'person.nationality': 'DEU',
  }),
  changed({ 'person.leftCountry': settled, relationship: stopped }),
  changed({ 'person.leftCountry': wentHome, 'person.nationality': 'DEU', relationship: stopped }),
  changed({ 'person.nationalityLostOn': dayAt(0), 'person.nationality': 'CAN' }),
  changed({ 'person.diedOn': dayAt(0), succession: { established: true } }),
  changed({ transfer: refused, relationship: moved }),
  changed({ transfer: { ...refused, balance: 'no-account-information' }, relationship: moved }),
  changed({ transfer: { ...refused, balance: null, evidenceOn: null }, relationship: stopped }),
  changed({
    'person.retiredOn': dayAt(-400),
    'person.nationality': 'DEU',
    'person.nationalityLostOn': dayAt(-3),
    'person.leftCountry': wentHome,
    'person.treatmentElsewhere': { region: '510100', confirmedOn: dayAt(0) },
    transfer: refused,
    succession: { established: true },
  }),
];

function changed(changes: Held): Held {
  return Object.entries(changes).reduce(
    (held, [path, value]) => withValueAt(held, path, value),
    quietSituation,
  );
}

/** Every story, and every story with one key changed to every value that a rule could tell apart. */
export function* storiesWithOneChange(): Generator<Held> {
  for (const story of stories) {
    yield story;
    for (const change of changes) yield apply(story, change);
  }
}

/** Every story with every two keys changed; `every` takes each so-many-th of them. */
export function* storiesWithTwoChanges(every: number): Generator<Held> {
  let count = 0;
  for (const story of stories) {
    for (const [place, first] of changes.entries()) {
      for (const second of changes.slice(place + 1)) {
        count += 1;
        if (second.path === first.path || count % every !== 0) continue;
        yield apply(apply(story, first), second);
      }
    }
  }
}

/** The situation with each of its keys removed, one at a time; objects are removed whole, too. */
export function* withOneKeyRemoved(situation: Held): Generator<Held> {
  for (const path of pathsInOrder) {
    if (valueAt(situation, path) !== undefined) yield withoutKeyAt(situation, path);
  }
}

/** The situation with each of its keys made null, one at a time, also where null is not allowed. */
export function* withOneKeyNull(situation: Held): Generator<Held> {
  for (const path of pathsInOrder) {
    if (valueAt(situation, path) !== undefined) yield withValueAt(situation, path, null);
  }
}

interface Change {
  readonly path: string;
  readonly value: unknown;
}

/** Keys that make sense only together change together. */
const changedWhole: Readonly<Record<string, readonly unknown[]>> = {
  'person.leftCountry': [
    null,
    ...[-401, -400, -399, -40, -1, 0, 1].flatMap((days) =>
      purposes.map((purpose) => ({ on: dayAt(days), to: 'CAN', purpose })),
    ),
  ],
  account: [
    null,
    { exists: false },
    ...['0', '1', '999999999999999999'].map((balanceFen) => ({ exists: true, balanceFen })),
  ],
};

/** What an object holds besides the key that is changed, where the story has no such object. */
const besides: Readonly<Record<string, Held>> = {
  'person.treatmentElsewhere': { region: '440100' },
  transfer: { to: '440100' },
};

const changes: readonly Change[] = changesOf(requestKeys, '');

function changesOf(keys: readonly Key[], parent: string): readonly Change[] {
  return keys.flatMap((key) => {
    const path = joinPath(parent, key.name);
    const whole = changedWhole[path];
    if (whole !== undefined) return whole.map((value) => ({ path, value }));
    const inner = changesOf(key.keys ?? [], path);
    return [...leafValues(key).map((value) => ({ path, value })), ...inner];
  });
}

function leafValues(key: Key): readonly unknown[] {
  const none = key.nullable ? [null] : [];
  if (key.name === 'onDate') return ['2022-06-29', '2022-07-01', '2024-02-29'];
  if (key.kind === 'date') return [...none, ...[-400, -41, -40, -39, -1, 0, 1, 400].map(dayAt)];
  if (key.kind === 'country') return ['CHN', 'HKG', 'MAC', 'TWN', 'DEU'];
  if (key.kind === 'status') return statuses;
  if (key.kind === 'balance') return [...none, ...balances];
  if (key.kind === 'months') return [0, 1];
  if (key.kind === 'boolean') return [true, false];
  return none;
}

function apply(situation: Held, { path, value }: Change): Held {
  const parent = path.slice(0, path.lastIndexOf('.'));
  const added = besides[parent];
  const held = added !== undefined && !isHeld(valueAt(situation, parent));
  return withValueAt(held ? withValueAt(situation, parent, added) : situation, path, value);
}
