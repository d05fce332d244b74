import type { PlainDate } from '#basics';
import { type OpenMatters, openMattersOf } from '#business/supervision';
import type { Reader } from '#platform/postgres';
import type { AsOf } from './as-of.ts';
import { personById } from './person.store.ts';
import { type CountingRow, importWaits, periodsOf, standingEntries } from './record.store.ts';
import { recordSchema, type Standing } from './record-entry.ts';
import { recordsOf } from './records-of.store.ts';
import { type Situation, situationFrom } from './situation.ts';

/**
 * What the register knows of a person, in the shape of the assessment request; null where there is no such person. Entries
 * that no second officer has confirmed do not count. With `onDate` it is as it stood on that day: states that begin later
 * and paid months after that day's month are left out; whether an event has happened by a day is for the rules to tell.
 * With `known` it is as the agency knew it at that instant. Where an import of theirs still waits for its second officer, their
 * insurance is unknown and not none.
 */
export async function situationOf(
  reader: Reader,
  asked: {
    readonly owner: string;
    readonly onDate?: PlainDate | undefined;
    readonly known?: Date | undefined;
  },
): Promise<Situation | null> {
  const { owner, onDate, known } = asked;
  const person = await personById(reader, owner);
  if (!person) return null;
  const records = await recordsOf(reader, { owner, known });
  const standing = standingFrom(await standingEntries(reader, records, { on: onDate, known }));
  const periods = await periodsOf(reader, records, { known });
  const situation = situationFrom({ nationality: person.nationality, standing, periods, onDate });
  const over = { personId: person.ownerId, records, onDate, knownAt: known };
  const measures = await openMattersOf(reader, over);
  const { relationship } = situation;
  const unknown = relationship === null && (await importWaits(reader, records));
  return withMeasures({ ...situation, relationship: unknown ? {} : relationship }, measures);
}

/** What two officers ordered counts beside what a paper told: either keeps the money where it is. */
function withMeasures(situation: Situation, measures: OpenMatters): Situation {
  const { claims, recoveries, investigation } = situation.open;
  const open = {
    claims,
    recoveries: recoveries || measures.recoveries,
    investigation: investigation || measures.investigation,
  };
  return { ...situation, open };
}

/** What counts for one person, over all records of theirs. */
export async function standingOf(reader: Reader, owner: string, asOf: AsOf = {}): Promise<Standing> {
  const records = await recordsOf(reader, { owner, known: asOf.known });
  return standingFrom(await standingEntries(reader, records, asOf));
}

/** Entries are written only through `recordSchema`, so one that does not read is a fault. */
export function standingFrom(rows: readonly Pick<CountingRow, 'kind' | 'body'>[]): Standing {
  const entries = rows.map(({ kind, body }) => recordSchema.parse({ kind, ...body }));
  return Object.fromEntries(entries.map((entry) => [entry.kind, entry])) as Standing; // each key is its entry's kind
}
