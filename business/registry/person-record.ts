import { monthOf, ok, type PlainDate, type Result, refuse, shanghaiDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { AsOf } from './as-of.ts';
import { type Episode, episodesOf } from './episodes.ts';
import { countPaidMonths } from './paid-months.ts';
import { overlapsOf, type PaidOverlap } from './paid-overlaps.ts';
import { documentsOf, type EmploymentRow, employmentsOf, personById } from './person.store.ts';
import { maskedDetails, maskedDocument, type PersonCard } from './person-card.ts';
import { allCounting, type CountingRow, type PeriodRow, periodsOf } from './record.store.ts';
import type { RecordKind } from './record-entry.ts';
import { recordsOf } from './records-of.store.ts';
import { eventKinds } from './true-from.ts';

/** A person's record as it stood on a day in the world, by what the agency knew at an instant; every number masked. */
export interface PersonRecord {
  readonly personId: string;
  /** All records of the person, the one that stays first; more than one after a merge. */
  readonly records: readonly string[];
  readonly on: PlainDate;
  readonly known: Date;
  readonly details: Omit<PersonCard, 'personId' | 'documents' | 'employer' | 'relationship'>;
  readonly documents: readonly (PersonCard['documents'][number] & {
    readonly documentId: string;
    readonly knownFrom: Date;
  })[];
  /** What has happened by that day. */
  readonly events: readonly ToldFact[];
  /** Insurance relationship, roster, filings of treatment elsewhere, transfers, successors and flags, by kind, in order of days. */
  readonly states: Readonly<Partial<Record<RecordKind, readonly ToldFact[]>>>;
  readonly employments: readonly Employment[];
  readonly paid: PaidRecord;
}

/** Something on record with both its clocks and what it rests on. */
export interface ToldFact {
  readonly factId: string;
  readonly kind: RecordKind;
  readonly body: Readonly<Record<string, unknown>>;
  /** The first and the last day on which it holds; null where open. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly knownFrom: Date;
  readonly basis: 'paper' | 'import' | 'case' | 'correction';
  readonly reference: string;
}

export type Employment = Omit<EmploymentRow, 'ownerId' | 'employerId'>;

export type Period = Omit<PeriodRow, 'ownerId' | 'recordedAt'> & { readonly knownFrom: Date };

export interface PaidRecord {
  /** Up to the month of the day asked about, each month once. */
  readonly months: number;
  readonly periods: readonly Period[];
  readonly overlaps: readonly PaidOverlap<Period>[];
}

/**
 * The record as it stood on `on` (today) as known at `known` (now). Refuses `registry.no-such-person`, and
 * `registry.not-known-then` where the agency had no record of the person at that time.
 */
export async function personRecord(
  reader: Reader,
  asked: { readonly owner: string; readonly seal: Seal; readonly asOf: AsOf; readonly now: Date },
): Promise<Result<PersonRecord>> {
  const { owner, seal, asOf, now } = asked;
  const on = asOf.on ?? shanghaiDate(now);
  const known = asOf.known ?? now;
  const person = await personById(reader, owner, { on, known });
  if (!person) return refuse({ code: 'registry.no-such-person' });
  if (person.recordedAt > known) return refuse({ code: 'registry.not-known-then' });
  const records = await recordsOf(reader, { owner, known });
  const documents = await documentsOf(reader, records, { on, known });
  const entries = await allCounting(reader, { owners: records, known });
  return ok({
    personId: person.ownerId,
    records,
    on,
    known,
    details: maskedDetails(person, seal),
    documents: documents.map((document) => ({
      documentId: document.id,
      ...maskedDocument(document, seal),
      knownFrom: document.recordedAt,
    })),
    events: eventsBy(entries, on),
    states: statesBy(entries, on),
    employments: (await employmentsOf(reader, records, { known }))
      .filter(({ fromOn }) => fromOn <= on)
      .map(({ ownerId: _, employerId: __, ...employment }) => employment),
    paid: paidBy(await periodsOf(reader, records, { known }), on),
  });
}

/** The last word on each event, where it had happened by the day. */
function eventsBy(entries: readonly CountingRow[], on: PlainDate): readonly ToldFact[] {
  return eventKinds
    .map((kind) => entries.findLast((entry) => entry.kind === kind))
    .filter((entry) => entry !== undefined && entry.trueFrom !== null && entry.trueFrom <= on)
    .map((entry) => entry as CountingRow) // the filter leaves none undefined
    .map((value) => told({ from: value.trueFrom, to: null, value }));
}

/** What begins after the day had not begun as it stood then, so it cuts nothing short. */
function statesBy(entries: readonly CountingRow[], on: PlainDate): PersonRecord['states'] {
  const begun = entries.filter(
    ({ kind, trueFrom }) => !eventKinds.includes(kind) && (trueFrom === null || trueFrom <= on),
  );
  const kinds = [...new Set(begun.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const claims = begun.filter((entry) => entry.kind === kind).map((value) => ({ ...value, value }));
      return [kind, episodesOf(claims).map(told)];
    }),
  );
}

function told({ from, to, value }: Episode<CountingRow>): ToldFact {
  const { id: factId, kind, body, knownFrom } = value;
  return { factId, kind, body, from, to, knownFrom, ...basisOf(value) };
}

function basisOf(
  row: Pick<CountingRow, 'paperReference' | 'runId' | 'lineNo' | 'caseId' | 'correctionId'>,
): Pick<ToldFact, 'basis' | 'reference'> {
  if (row.paperReference !== null) return { basis: 'paper', reference: row.paperReference };
  if (row.runId !== null) return { basis: 'import', reference: `${row.runId}/${row.lineNo}` };
  if (row.correctionId !== null) return { basis: 'correction', reference: row.correctionId };
  return { basis: 'case', reference: row.caseId ?? '' };
}

function paidBy(rows: readonly PeriodRow[], on: PlainDate): PaidRecord {
  const until = monthOf(on);
  const periods = rows
    .filter(({ fromMonth }) => fromMonth <= until)
    .map(({ ownerId: _, recordedAt, ...period }) => ({ ...period, knownFrom: recordedAt }));
  return { months: countPaidMonths(periods, until), periods, overlaps: overlapsOf(periods) };
}
