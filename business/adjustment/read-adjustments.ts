import { zeroFen } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Adjustment, AdjustmentEffect, AdjustmentKind } from './adjustment.ts';
import type { AdjustmentPlace } from './request-adjustment.ts';
import {
  type AfterAdjustment,
  adjustmentsOf,
  effectsOf,
  findAdjustment,
  waitingAdjustments,
} from './store.ts';

/** A page of a list and where the next one begins; null on the last. */
export interface Page<T, Place> {
  readonly items: readonly T[];
  readonly next: Place | null;
}

/** What waits for a second officer, the oldest first. */
export async function listWaitingAdjustments(
  reader: Reader,
  page: {
    readonly kind: AdjustmentKind | null;
    readonly after: AfterAdjustment | null;
    readonly limit: number;
  },
): Promise<Page<Adjustment, AfterAdjustment>> {
  const rows = await waitingAdjustments(reader, { ...page, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  const next = last && { madeAt: last.madeKey, personId: last.personId, adjustmentId: last.adjustmentId };
  return { items, next: next ?? null };
}

/** A person's adjustments, the latest first, each with the balance before and after it and what became recoverable. */
export async function adjustmentsOfPerson(
  reader: Reader,
  page: { readonly personId: string; readonly before: string | null; readonly limit: number },
): Promise<Page<Adjustment & AdjustmentEffect, string>> {
  const rows = await adjustmentsOf(reader, { ...page, limit: page.limit + 1 });
  const items = await withEffects(reader, page.personId, rows.slice(0, page.limit));
  return { items, next: rows.length > page.limit ? (items.at(-1)?.adjustmentId ?? null) : null };
}

/** One adjustment with what it did; undefined where there is none. */
export async function adjustmentAt(
  reader: Reader,
  place: AdjustmentPlace,
): Promise<(Adjustment & AdjustmentEffect) | undefined> {
  const row = await findAdjustment(reader, place);
  return row && (await withEffects(reader, place.personId, [row])).at(0);
}

async function withEffects(
  reader: Reader,
  personId: string,
  rows: readonly Adjustment[],
): Promise<(Adjustment & AdjustmentEffect)[]> {
  const journalIds = rows.flatMap(({ journalId }) => journalId ?? []);
  const effects = journalIds.length > 0 ? await effectsOf(reader, { personId, journalIds }) : [];
  const byJournal = new Map(effects.map(({ journalId, ...effect }) => [journalId, effect]));
  return rows.map((row) => ({ ...row, ...(byJournal.get(row.journalId ?? '') ?? untouched) }));
}

const untouched: AdjustmentEffect = { beforeFen: null, afterFen: null, recoverableFen: zeroFen };
