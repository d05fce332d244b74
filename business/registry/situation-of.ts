import type { PlainDate } from '#basics';
import { type OpenMatters, openMattersOf } from '#business/supervision';
import type { Reader } from '#platform/postgres';
import { personById } from './person.store.ts';
import { type CountingRow, countingEntries, periodsOf } from './record.store.ts';
import { recordSchema, type Standing } from './record-entry.ts';
import { type Situation, situationFrom } from './situation.ts';

/**
 * What the register knows of a person, in the shape of the assessment request; null where there is no such person. Entries
 * that no second officer has confirmed do not count. With `onDate`, paid months after that day's month are left out; what
 * has not happened by a day is for the rules to tell.
 */
export async function situationOf(
  reader: Reader,
  { owner, onDate }: { readonly owner: string; readonly onDate?: PlainDate | undefined },
): Promise<Situation | null> {
  const person = await personById(reader, owner);
  if (!person) return null;
  const standing = standingFrom(await countingEntries(reader, [owner]));
  const periods = await periodsOf(reader, [owner]);
  const situation = situationFrom({ nationality: person.nationality, standing, periods, onDate });
  return withMeasures(situation, await openMattersOf(reader, { personId: owner }));
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

/** What counts now for one person. */
export async function standingOf(reader: Reader, owner: string): Promise<Standing> {
  return standingFrom(await countingEntries(reader, [owner]));
}

/** Entries are written only through `recordSchema`, so one that does not read is a fault. */
export function standingFrom(rows: readonly Pick<CountingRow, 'kind' | 'body'>[]): Standing {
  const entries = rows.map(({ kind, body }) => recordSchema.parse({ kind, ...body }));
  return Object.fromEntries(entries.map((entry) => [entry.kind, entry])) as Standing; // each key is its entry's kind
}
