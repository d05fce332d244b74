import { ok, type Result, refuse } from '#basics';
import { type InterestRun, type InterestRunKind, readRuns } from '#engines/ledger';
import type { Reader } from '#platform/postgres';

/** A run with everything that became of it. Refuses `interest.no-such-run`. */
export async function runById(reader: Reader, id: string): Promise<Result<InterestRun>> {
  const [run] = await readRuns(reader, { id, before: null, limit: 1 });
  return run ? ok(run) : refuse({ code: 'interest.no-such-run' });
}

/** The latest run of a kind for a year that was not rejected; null where there is none. */
export async function runOfYear(
  reader: Reader,
  { kind, year }: { readonly kind: InterestRunKind; readonly year: number },
): Promise<InterestRun | null> {
  const runs = await readRuns(reader, { year, before: null, limit: 100 });
  return runs.find((run) => run.kind === kind && run.approved !== false) ?? null;
}

/** The latest change of rates that was not rejected; null where there is none. */
export async function lastRatesRun(reader: Reader): Promise<InterestRun | null> {
  const runs = await readRuns(reader, { before: null, limit: 200 });
  return runs.find((run) => run.kind === 'rates' && run.approved !== false) ?? null;
}

/** Runs, the latest first. */
export async function listRuns(
  reader: Reader,
  page: { readonly before: string | null; readonly limit: number },
): Promise<{ readonly items: readonly InterestRun[]; readonly next: string | null }> {
  const runs = await readRuns(reader, { before: page.before, limit: page.limit + 1 });
  const items = runs.slice(0, page.limit);
  return { items, next: runs.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}
