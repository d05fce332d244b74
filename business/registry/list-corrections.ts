import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import {
  type CorrectionRow,
  correctionsOf,
  openCorrections,
  openWishes,
  type PlaceInTime,
  type WishRow,
  wishesOf,
} from './correction.store.ts';
import type { CorrectionSubject } from './correction.ts';
import type { Page } from './list-facts.ts';
import { maskEmail, maskName, maskPhone } from './masks.ts';

/** A correction as officers and the person see it: what was on record, what is right instead, why, and by whom. */
export interface ListedCorrection {
  readonly personId: string;
  readonly correctionId: string;
  readonly subject: CorrectionSubject;
  readonly subjectId: string | null;
  /** Null where something was missing. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** Null where it never was. */
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly trueFrom: PlainDate | null;
  readonly trueTo: PlainDate | null;
  readonly reason: string;
  readonly paperReference: string;
  readonly wishId: string | null;
  readonly status: 'open' | 'approved' | 'declined';
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

/** Corrections that wait for the second officer, the oldest first. */
export async function correctionsWaiting(
  reader: Reader,
  page: { readonly seal: Seal; readonly after: PlaceInTime | null; readonly limit: number },
): Promise<Page<ListedCorrection, PlaceInTime>> {
  const rows = await openCorrections(reader, { after: page.after, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const next = last ? { at: last.requestedKey, ownerId: last.ownerId, id: last.id } : null;
  return { items: shown.map((row) => listed(row, page.seal)), next };
}

/** What was ever corrected, or asked to be, of a person; the latest first. */
export async function correctionHistory(
  reader: Reader,
  page: {
    readonly owners: readonly string[];
    readonly seal: Seal;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<Page<ListedCorrection, string>> {
  const rows = await correctionsOf(reader, { ...page, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit).map((row) => listed(row, page.seal));
  return { items, next: rows.length > page.limit ? (items.at(-1)?.correctionId ?? null) : null };
}

/** What people say is wrong and no clerk has answered, the oldest first. */
export async function wishesWaiting(
  reader: Reader,
  page: { readonly after: PlaceInTime | null; readonly limit: number },
): Promise<Page<WishRow, PlaceInTime>> {
  const rows = await openWishes(reader, { after: page.after, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return { items, next: last ? { at: last.askedKey, ownerId: last.ownerId, id: last.id } : null };
}

/** What a person said is wrong, with the answers; the latest first. */
export async function wishHistory(
  reader: Reader,
  page: { readonly owners: readonly string[]; readonly before: string | null; readonly limit: number },
): Promise<Page<WishRow, string>> {
  const rows = await wishesOf(reader, { ...page, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

function listed(row: CorrectionRow, seal: Seal): ListedCorrection {
  const { ownerId, id, subject, subjectId, trueFrom, trueTo, reason, paperReference, wishId } = row;
  return {
    ...{ personId: ownerId, correctionId: id, subject, subjectId, trueFrom, trueTo },
    ...{ reason, paperReference, wishId },
    before: row.before && masked(row.before, { field: subjectId, sealed: null, seal }),
    after: row.after && masked(row.after, { field: subjectId, sealed: row.valueSealed, seal }),
    status: row.approved === null ? 'open' : row.approved ? 'approved' : 'declined',
    requestedBy: row.makerId,
    requestedAt: row.requestedAt,
    decidedBy: row.checkerId,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
  };
}

/** Names are masked as everywhere; of an address that is sealed, a mask of what it says. */
function masked(
  value: Readonly<Record<string, unknown>>,
  {
    field,
    sealed,
    seal,
  }: { readonly field: string | null; readonly sealed: Uint8Array | null; readonly seal: Seal },
): Readonly<Record<string, unknown>> {
  const { version: _, ...rest } = value;
  if (field === 'phone' && sealed) return { ...rest, value: maskPhone(seal.open(sealed)) };
  if (field === 'email' && sealed) return { ...rest, value: maskEmail(seal.open(sealed)) };
  const named = field === 'name' || field === 'name-latin';
  return named && typeof rest.value === 'string' ? { ...rest, value: maskName(rest.value) } : rest;
}
