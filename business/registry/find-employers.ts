import { ok, type Result } from '#basics';
import { readCursor, writeCursor } from '#platform/http';
import type { Reader } from '#platform/postgres';
import { readCreditCode } from './credit-code.ts';
import { type EmployerRow, employersNamed, employerWithCode } from './employers.store.ts';

export interface FoundEmployers {
  readonly items: readonly EmployerRow[];
  readonly next: string | null;
}

/** Employers by what an officer has of them: the whole unified social credit code, or a part of the name. */
export async function findEmployers(
  reader: Reader,
  asked: { readonly words: string; readonly cursor: string | undefined; readonly limit: number },
): Promise<Result<FoundEmployers>> {
  const { cursor, limit } = asked;
  const words = asked.words.trim();
  const place = readCursor(cursor, { words });
  if (!place.ok) return place;
  const code = readCreditCode(words);
  const one = 'value' in code ? await employerWithCode(reader, code.value) : undefined;
  if (one) return ok({ items: [one], next: null });
  const after = place.value?.[0] === undefined ? null : String(place.value[0]);
  const rows = await employersNamed(reader, { words, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return ok({
    items,
    next: last ? writeCursor({ position: [last.employerId], query: { words } }) : null,
  });
}
