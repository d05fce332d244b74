import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import { type AfterEntry, type EntryRow, entriesOf, waitingEntries } from './record.store.ts';
import type { RecordKind } from './record-entry.ts';
import { recordsOf } from './records-of.store.ts';

/** An entry as officers see it: what it says, what it rests on, and whether it counts. */
export interface ListedFact {
  readonly personId: string;
  readonly factId: string;
  readonly kind: RecordKind;
  readonly body: Readonly<Record<string, unknown>>;
  /** The first and the last day on which it holds; null where open. */
  readonly trueFrom: PlainDate | null;
  readonly trueTo: PlainDate | null;
  readonly basis: 'paper' | 'import' | 'case' | 'correction';
  /** The paper's reference, the import's line, the case, or the correction. */
  readonly reference: string;
  /** When it was found wrong; null while it stands. */
  readonly voidedAt: Date | null;
  readonly status: 'waiting' | 'confirmed' | 'rejected' | 'not-needed';
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** A page of a list and where the next one begins; null on the last. */
export interface Page<T, Place> {
  readonly items: readonly T[];
  readonly next: Place | null;
}

/** All entries of a person, the latest first. */
export async function factsOf(reader: Reader, owner: string): Promise<readonly ListedFact[]> {
  const records = await recordsOf(reader, { owner });
  return (await entriesOf(reader, records)).map(listed);
}

/** Entries that wait for a second officer, the oldest first. */
export async function factsWaiting(
  reader: Reader,
  page: { readonly after: AfterEntry | null; readonly limit: number },
): Promise<Page<ListedFact, AfterEntry>> {
  const rows = await waitingEntries(reader, { after: page.after, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const next = last ? { recordedAt: last.recordedKey, ownerId: last.ownerId, id: last.id } : null;
  return { items: shown.map(listed), next };
}

function listed(row: EntryRow): ListedFact {
  return {
    personId: row.ownerId,
    factId: row.id,
    kind: row.kind,
    body: row.body,
    trueFrom: row.trueFrom,
    trueTo: row.trueTo,
    ...basisOf(row),
    voidedAt: row.voidedAt,
    status: statusOf(row),
    recordedBy: row.makerId,
    recordedAt: row.recordedAt,
    decidedBy: row.checkerId,
    decidedAt: row.decidedAt,
    reason: row.reason,
  };
}

function basisOf(row: EntryRow): Pick<ListedFact, 'basis' | 'reference'> {
  if (row.paperReference !== null) return { basis: 'paper', reference: row.paperReference };
  if (row.runId !== null) return { basis: 'import', reference: `${row.runId}/${row.lineNo}` };
  if (row.correctionId !== null) return { basis: 'correction', reference: row.correctionId };
  return { basis: 'case', reference: row.caseId ?? '' };
}

function statusOf(row: EntryRow): ListedFact['status'] {
  if (row.paperReference === null) return row.importWaits ? 'waiting' : 'not-needed';
  if (row.confirmed === null) return 'waiting';
  return row.confirmed ? 'confirmed' : 'rejected';
}
