import type { Reader, Tx } from '#platform/postgres';

/** A run credits a year's interest, takes back what another run had credited, or puts other rates in force for days gone by. */
export type InterestRunKind = 'credit' | 'reversal' | 'rates';

/** Control totals of a run, as previewed or as done. */
export interface InterestTotals {
  readonly accounts: bigint;
  /** Accounts on which it comes to anything but zero. */
  readonly bearing: bigint;
  /** What is credited, over all accounts. */
  readonly interestFen: bigint;
  /** What is taken, where it comes out negative; a reversal takes what was credited. */
  readonly negativeFen: bigint;
  /** Accounts that stood in an earlier year. */
  readonly laggards: bigint;
  /** Accounts told by their postings, because their sums do not reach so far. */
  readonly byReplay: bigint;
}

/** How far a run has come. */
export interface InterestProgress extends InterestTotals {
  /** What could not be taken, because it was spent, and is owed now. */
  readonly recoverableFen: bigint;
  readonly finishedAt: Date | null;
}

/** A run as its proposer named it, with the second officer's word and how far it has come. */
export interface InterestRun {
  readonly id: string;
  readonly kind: InterestRunKind;
  readonly year: number;
  readonly reversesId: string | null;
  readonly totals: InterestTotals;
  /** The rates that it was computed with, one a line. */
  readonly rates: string;
  /** The rates that it puts in force, where it is a change of rates. */
  readonly newRates: string | null;
  readonly digest: Uint8Array;
  readonly makerId: string;
  readonly madeAt: Date;
  readonly checkerId: string | null;
  readonly approved: boolean | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly progress: InterestProgress | null;
  /** The run that took it back, finished or not. */
  readonly reversedBy: string | null;
}

export interface PreviewSlice {
  readonly kind: InterestRunKind;
  readonly year: number;
  readonly reversesId: string | null;
  readonly after: string;
  readonly limit: number;
}

/** Totals of the next accounts after one; undefined where there are no more. */
export function previewSlice(
  reader: Reader,
  { kind, year, reversesId, after, limit }: PreviewSlice,
): Promise<(InterestTotals & { readonly doneTo: string }) | undefined> {
  return reader.row(
    `SELECT done_to AS "doneTo", accounts, bearing, interest_fen AS "interestFen", negative_fen AS "negativeFen", laggards,
            by_replay AS "byReplay"
       FROM preview_interest_slice($1, $2, $3, $4, $5)`,
    [kind, year, reversesId, after, limit],
  );
}

/** What this transaction sees of others, as text; and the number of accounts, roughly, for a progress bar. */
export async function pictureTaken(
  reader: Reader,
): Promise<{ readonly picture: string; readonly about: number }> {
  const row = await reader.row<{ picture: string; about: number }>(
    `SELECT pg_current_snapshot()::text AS picture,
            (SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = 'personal_account'::regclass) AS about`,
  );
  if (!row) throw new Error('no picture of the database'); // a SELECT without FROM answers one row
  return row;
}

export interface RunProposal {
  readonly token: string;
  readonly id: string;
  readonly kind: InterestRunKind;
  readonly year: number;
  readonly reversesId: string | null;
  readonly at: Date;
}

export async function callProposeRun(tx: Tx, run: RunProposal): Promise<Uint8Array> {
  // Telling the totals of a whole agency takes longer than the application gives a statement.
  await tx.rows(`SELECT set_config('statement_timeout', '0', true)`);
  const row = await tx.row<{ digest: Uint8Array }>(
    'SELECT propose_interest_run($1, $2, $3, $4, $5, $6) AS digest',
    [run.token, run.id, run.kind, run.year, run.reversesId, run.at],
  );
  if (!row) throw new Error('propose_interest_run answered nothing');
  return row.digest;
}

export interface RunDecision {
  readonly token: string;
  readonly id: string;
  /** Of the totals that the officer saw; null where they reject. */
  readonly digest: Uint8Array | null;
  readonly approved: boolean;
  readonly reason: string | null;
  readonly at: Date;
}

export async function callDecideRun(tx: Tx, decision: RunDecision): Promise<void> {
  const { token, id, digest, approved, reason, at } = decision;
  await tx.rows('SELECT decide_interest_run($1, $2, $3, $4, $5, $6)', [
    ...[token, id, digest, approved, reason, at],
  ]);
}

export function callRunSlice(
  tx: Tx,
  { id, limit, at }: { readonly id: string; readonly limit: number; readonly at: Date },
): Promise<InterestProgress | undefined> {
  return tx.row<InterestProgress>(
    `SELECT accounts, bearing, interest_fen AS "interestFen", negative_fen AS "negativeFen",
            recoverable_fen AS "recoverableFen", laggards, by_replay AS "byReplay", finished_at AS "finishedAt"
       FROM run_interest_slice($1, $2, $3)`,
    [id, limit, at],
  );
}

type RunRow = Omit<InterestRun, 'totals' | 'progress'> & {
  readonly totals: Readonly<Record<string, string>>;
  readonly progress: Readonly<Record<string, string | null>> | null;
  readonly finishedAt: Date | null;
};

/** Runs, the latest first: all of them, one by its id, or those of a year. */
export async function readRuns(
  reader: Reader,
  page: {
    readonly id?: string | undefined;
    readonly year?: number | undefined;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<readonly InterestRun[]> {
  const rows = await reader.rows<RunRow>(
    `SELECT r.id, r.kind, r.year, r.reverses_id AS "reversesId", r.rates, r.new_rates AS "newRates", r.digest, r.maker_id AS "makerId", r.made_at AS "madeAt",
            json_build_object('accounts', r.accounts::text, 'bearing', r.bearing::text, 'interestFen', r.interest_fen::text,
              'negativeFen', r.negative_fen::text, 'laggards', r.laggards::text, 'byReplay', r.by_replay::text) AS totals,
            d.checker_id AS "checkerId", d.approved, d.reason, d.decided_at AS "decidedAt", g.finished_at AS "finishedAt",
            CASE WHEN g.run_id IS NOT NULL THEN json_build_object('accounts', g.accounts::text, 'bearing', g.bearing::text,
              'interestFen', g.interest_fen::text, 'negativeFen', g.negative_fen::text, 'laggards', g.laggards::text,
              'byReplay', g.by_replay::text, 'recoverableFen', g.recoverable_fen::text) END AS progress,
            (SELECT v.id FROM interest_run v JOIN interest_run_progress w ON w.run_id = v.id
              WHERE v.reverses_id = r.id) AS "reversedBy"
       FROM interest_run r
       LEFT JOIN interest_run_decision d ON d.run_id = r.id
       LEFT JOIN interest_run_progress g ON g.run_id = r.id
      WHERE ($1::text IS NULL OR r.id = $1) AND ($2::integer IS NULL OR r.year = $2) AND ($3::text IS NULL OR r.id < $3)
      ORDER BY r.id DESC LIMIT $4`,
    [page.id ?? null, page.year ?? null, page.before, page.limit],
  );
  return rows.map(({ finishedAt, totals, progress, ...run }) => ({
    ...run,
    totals: totalsOf(totals),
    progress: progress && {
      ...totalsOf(progress),
      recoverableFen: figure(progress, 'recoverableFen'),
      finishedAt,
    },
  }));
}

function totalsOf(row: Readonly<Record<string, string | null>>): InterestTotals {
  return {
    accounts: figure(row, 'accounts'),
    bearing: figure(row, 'bearing'),
    interestFen: figure(row, 'interestFen'),
    negativeFen: figure(row, 'negativeFen'),
    laggards: figure(row, 'laggards'),
    byReplay: figure(row, 'byReplay'),
  };
}

function figure(row: Readonly<Record<string, string | null>>, name: string): bigint {
  return BigInt(row[name] ?? '0');
}

/** Ids of runs that two officers approved and that are not finished. */
export async function unfinishedRuns(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ id: string }>(
    'SELECT run_id AS id FROM interest_run_progress WHERE finished_at IS NULL ORDER BY run_id',
  );
  return rows.map(({ id }) => id);
}

/** The rates of the database, one a line, as a run freezes them. */
export async function interestRatesText(reader: Reader): Promise<string> {
  const row = await reader.row<{ rates: string }>('SELECT interest_rates_text() AS rates');
  return row?.rates ?? '';
}
