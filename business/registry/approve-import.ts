import { ok, type Refusal, type Result, refuse, showYuan } from '#basics';
import type { Caller } from '#business/access/public';
import { postOpening } from '#engines/ledger';
import { inTransaction, type Reader, type Tx } from '#platform/postgres';
import type { RegistryContext } from './context.ts';
import { guarded } from './guarded.ts';
import {
  callApproveImport,
  deadWithMore,
  type ImportRow,
  listRuns,
  openingsToPost,
  openingTotals,
  runById,
} from './import.store.ts';
import type { ImportProgress } from './import-report.ts';
import { inGroups } from './in-groups.ts';
import type { Page } from './list-facts.ts';

/** An import on record, with its control totals: what its maker named, what lies there, what is posted. */
export interface ImportOnRecord extends ImportRow {
  readonly stagedCount: bigint;
  readonly stagedFen: bigint;
  readonly postedCount: bigint;
  readonly postedFen: bigint;
}

export interface ImportApproval {
  readonly caller: Caller;
  readonly runId: string;
  /** The control totals as the second officer saw them, so that nobody approves unseen. */
  readonly openingCount: number;
  readonly openingTotalFen: bigint;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * A second officer approves an import: what it tells of people counts from now on, and its opening balances are posted, each in
 * its own transaction. Cut short, it is
 * asked again and goes on; asked once more, it changes nothing.
 */
export async function approveImport(
  context: Pick<RegistryContext, 'database' | 'clock' | 'ids' | 'onDeath'>,
  approval: ImportApproval,
): Promise<Result<ImportOnRecord>> {
  const { database } = context;
  const run = await runById(database, approval.runId);
  if (!run) return refuse({ code: 'registry.no-such-import' });
  const agreed = run.approvedAt === null ? await approve(context, { approval, run }) : ok(null);
  if (!agreed.ok) return agreed;
  const posted = await postOpenings(context, { approval, total: run.openingCount });
  if (!posted.ok) return posted;
  const now = await importById(database, run.id);
  return now ? ok(now) : refuse({ code: 'registry.no-such-import' });
}

export async function importById(reader: Reader, runId: string): Promise<ImportOnRecord | null> {
  const run = await runById(reader, runId);
  return run ? { ...run, ...(await openingTotals(reader, runId)) } : null;
}

/** Imports, the latest first. */
export async function listImports(
  reader: Reader,
  page: { readonly before: string | null; readonly limit: number },
): Promise<Page<ImportRow, string>> {
  const rows = await listRuns(reader, { before: page.before, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

async function approve(
  context: Pick<RegistryContext, 'database' | 'clock' | 'onDeath'>,
  { approval, run }: { readonly approval: ImportApproval; readonly run: ImportRow },
): Promise<Result<null, Refusal>> {
  if (run.openingCount !== approval.openingCount || run.openingTotalFen !== approval.openingTotalFen) {
    const figures = { count: run.openingCount, total: showYuan(run.openingTotalFen) };
    return refuse({ code: 'registry.totals-not-confirmed', figures });
  }
  const given = { token: approval.caller.token ?? '', id: run.id, at: context.clock.now() };
  return inTransaction(context.database, async (tx) => {
    const approved = await guarded(callApproveImport(tx, given));
    return approved.ok ? tellDeaths(tx, { context, runId: run.id }) : approved;
  });
}

/** Somebody whom the import tells dead may have got a login or a case while it waited. */
async function tellDeaths(
  tx: Tx,
  { context, runId }: { readonly context: Pick<RegistryContext, 'onDeath'>; readonly runId: string },
): Promise<Result<null, Refusal>> {
  for (const owner of await deadWithMore(tx, runId)) {
    const told = await context.onDeath(tx, owner);
    if (!told.ok) return told;
  }
  return ok(null);
}

const pageSize = 500;

async function postOpenings(
  context: Pick<RegistryContext, 'database' | 'clock' | 'ids'>,
  { approval, total }: { readonly approval: ImportApproval; readonly total: number },
): Promise<Result<null>> {
  const { runId, onProgress } = approval;
  let after = '';
  let done = 0;
  for (;;) {
    const lines = await openingsToPost(context.database, { runId, after, limit: pageSize });
    const posted = await inGroups(lines, ({ ownerId, lineNo }) => {
      const posting = { owner: ownerId, run: runId, line: lineNo, journalId: context.ids.next('jnl') };
      const at = context.clock.now();
      return inTransaction(context.database, (tx) => postOpening(tx, { ...posting, at }));
    });
    if (!posted.ok) return posted;
    done += lines.length;
    onProgress?.({ phase: 'posting', done, total });
    if (lines.length < pageSize) return ok(null);
    after = lines.at(-1)?.ownerId ?? '';
  }
}
