import { ok, type PlainDate, type Result } from '#basics';
import { readCursor, writeCursor } from '#platform/http';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { maskNumber } from './masks.ts';
import { documentsOf, employmentsOf } from './person.store.ts';
import { recordsOf, survivorOf } from './records-of.store.ts';
import { mergedAmong, rosterPage } from './roster.store.ts';

/** One of an employer's staff, as the employer knows them: by name, the number of the document masked. */
export interface StaffMember {
  readonly personId: string;
  readonly name: string;
  /** Null where no document is on record. */
  readonly number: string | null;
  /** Since when they are employed there. */
  readonly since: PlainDate;
}

/** A page of whoever works for an employer by what is on record, or of those whose name holds some words. */
export async function rosterOf(
  reader: Reader,
  asked: {
    readonly seal: Seal;
    readonly employerId: string;
    readonly words: string | null;
    readonly cursor: string | undefined;
    readonly limit: number;
  },
): Promise<Result<{ readonly items: readonly StaffMember[]; readonly next: string | null }>> {
  const { seal, employerId, words, cursor, limit } = asked;
  const query = { employerId, words: words ?? '' };
  const place = readCursor(cursor, query);
  if (!place.ok) return place;
  const after = place.value?.[0] === undefined ? null : String(place.value[0]);
  const rows = await rosterPage(reader, { employerId, words, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const owners = shown.map(({ ownerId }) => ownerId);
  const merged = await mergedAmong(reader, owners);
  const numbers = new Map<string, string>();
  for (const { ownerId, numberSealed } of await documentsOf(reader, owners))
    if (!numbers.has(ownerId)) numbers.set(ownerId, maskNumber(seal.open(numberSealed)));
  const items: StaffMember[] = [];
  for (const { ownerId, name, since } of shown) {
    const personId = merged.has(ownerId) ? await survivorOf(reader, ownerId) : ownerId;
    items.push({ personId, name, number: numbers.get(ownerId) ?? null, since });
  }
  const last = rows.length > limit ? owners.at(-1) : undefined;
  return ok({
    items: items.filter(({ personId }, at) => items.findIndex((one) => one.personId === personId) === at),
    next: last === undefined ? null : writeCursor({ position: [last], query }),
  });
}

/** Whether somebody works for an employer by what is on record, on any record of theirs. */
export async function worksFor(
  reader: Reader,
  { personId, employerId }: { readonly personId: string; readonly employerId: string },
): Promise<boolean> {
  const jobs = await employmentsOf(reader, await recordsOf(reader, { owner: personId }));
  return jobs.some((job) => job.employerId === employerId && job.toOn === null);
}
