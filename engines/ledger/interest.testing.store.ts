import { ok, type PlainDate } from '#basics';
import { inTransaction, type Tx } from '#platform/postgres';
import { type TestDatabase, testClock } from '#platform/testing';
import type { InterestProgress, InterestRunKind } from './interest-run.store.ts';
import { decideRun, executeRun, proposeRun } from './interest-run.ts';

/** Entries of accounts and runs of interest, through the same functions of the database as the product's. */
export interface TestEntry {
  readonly owner: string;
  readonly journal: string;
  readonly kind: 'inflow' | 'spending' | 'carried-over';
  readonly amountFen: bigint;
  readonly on: PlainDate | string;
}

/** An account without a person behind it: the ledger knows none. */
export async function testAccount(db: TestDatabase, owner: string): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO personal_account (owner_id, opened_on, balance_fen, version) VALUES ($1, '1999-01-01', 0, 0)`,
    [owner],
  );
}

/** Money comes in or is spent, as of a day; tried again where the product would. */
export async function testEnter(db: TestDatabase, entry: TestEntry): Promise<void> {
  await inTransaction(db.superuser, async (tx) => {
    await enter(tx, entry);
    return ok(null);
  });
}

async function enter(tx: Tx, { owner, journal, kind, amountFen, on }: TestEntry): Promise<void> {
  if (kind === 'spending')
    await tx.rows(
      `SELECT post_debit($1, $2, 1::smallint, 'card-payment', 'payable', $3, $4, 'debit', 'card-authorisation', $2, NULL, now())`,
      [owner, journal, amountFen, on],
    );
  else if (kind === 'inflow')
    await tx.rows(
      `SELECT post_credit($1, $2, 1::smallint, 'contribution', 'declared', $3, $4, 'inflow', 'receipt', $2, NULL, now())`,
      [owner, journal, amountFen, on],
    );
  else
    await tx.rows(
      `SELECT post_credit($1, $2, 1::smallint, 'correction', 'suspense', $3, $4, 'carried-over', 'adjustment', $2, NULL, now())`,
      [owner, journal, amountFen, on],
    );
}

export interface TestRun {
  readonly id: string;
  readonly year: number;
  readonly kind?: InterestRunKind;
  readonly reversesId?: string;
}

/** Proposed by one finance officer, approved by another, not begun. */
export async function testApprovedRun(db: TestDatabase, run: TestRun): Promise<void> {
  const { id, year, kind = 'credit', reversesId = null } = run;
  const at = new Date('2026-01-05T01:00:00Z');
  const proposed = await inTransaction(db.app, (tx) =>
    proposeRun(tx, { token: 'token-finance', id, kind, year, reversesId, at }),
  );
  if (!proposed.ok) throw new Error(proposed.refusal.code);
  await testApprove(db, { id, digest: proposed.value });
}

/** Another finance officer's word on what one proposed. */
export async function testApprove(
  db: TestDatabase,
  { id, digest }: { readonly id: string; readonly digest: Uint8Array },
): Promise<void> {
  const at = new Date('2026-01-05T01:00:00Z');
  const word = { token: 'token-finance2', id, digest, approved: true, reason: null, at };
  const approved = await inTransaction(db.app, (tx) => decideRun(tx, word));
  if (!approved.ok) throw new Error(approved.refusal.code);
}

/** The same, executed to its end. */
export async function testRun(db: TestDatabase, run: TestRun, slice = 3): Promise<InterestProgress> {
  await testApprovedRun(db, run);
  const done = await executeRun(db.app, { id: run.id, clock: testClock('2026-01-05T09:00:00+08:00'), slice });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}
