import { type TestDatabase, testCase, testCaseOver, testPerson } from '#platform/testing';

// What the model's steps ask of the database: the guard functions, as the application's role calls them.

export function openWith(
  db: TestDatabase,
  person: { owner: string; balanceFen: bigint; on: string },
): Promise<void> {
  return testPerson(db, { owner: person.owner, balanceFen: person.balanceFen, balanceOn: person.on });
}

export interface AskedAdjustment {
  readonly owner: string;
  readonly id: string;
  readonly kind: string;
  readonly amountFen?: bigint;
  readonly bucket?: string;
  readonly on: string;
  readonly journal?: string;
  readonly orderId?: string;
}

export async function ask(db: TestDatabase, asked: AskedAdjustment): Promise<void> {
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, $3, $4, 'suspense', $5, $6, $7, 1::smallint, $8, '模型', '模型 1', now())`,
    [
      ...[asked.owner, asked.id, asked.kind, asked.amountFen ?? null, asked.bucket ?? null, asked.on],
      ...[asked.journal ?? null, asked.orderId ?? null],
    ],
  );
}

/** Answers what became recoverable. */
export async function decide(
  db: TestDatabase,
  decided: { readonly owner: string; readonly id: string; readonly approved: boolean },
): Promise<bigint> {
  const { owner, id, approved } = decided;
  const row = await db.app.row<{ lent: bigint }>(
    `SELECT decide_adjustment('token-reviewer', $1, $2, $3, $4, $5, now()) AS lent`,
    [owner, id, approved, approved ? null : '没有依据', `jnl_${id}`],
  );
  return row?.lent ?? -1n;
}

export function apply(db: TestDatabase, made: { owner: string; caseId: string; on: string }): Promise<void> {
  return testCase(db, made);
}

/** The reviewer's word on the application. */
export async function approve(
  db: TestDatabase,
  { caseId, owner, on }: { owner: string; caseId: string; on: string },
): Promise<void> {
  await db.app.rows(`SELECT approve_decision('token-reviewer', $1, $2, $3, '{}', '{}', sha256('a'), now())`, [
    owner,
    `dec_${caseId}`,
    on,
  ]);
}

export async function letGo(
  db: TestDatabase,
  { owner, caseId }: { owner: string; caseId: string },
): Promise<void> {
  await testCaseOver(db, { owner, caseId });
  try {
    await db.app.rows(`SELECT release_hold($1, $2, 'withdrawal-of-application', now())`, [owner, caseId]);
  } catch (fault) {
    // What was refused did not happen: the case goes on.
    await db.superuser.rows(`UPDATE case_file SET state = 'approved' WHERE owner_id = $1 AND id = $2`, [
      owner,
      caseId,
    ]);
    throw fault;
  }
}

export interface Standing {
  readonly balanceFen: bigint;
  readonly heldFen: bigint;
  readonly heldBy: string | null;
  readonly interestFen: bigint;
}

/** The account as the database has it, with the interest to a day. */
export async function standing(
  db: TestDatabase,
  { owner, on }: { owner: string; on: string },
): Promise<Standing> {
  const row = await db.app.row<Standing>(
    `SELECT a.balance_fen AS "balanceFen", a.held_fen AS "heldFen", interest_to_date(a.owner_id, $2) AS "interestFen",
            (SELECT case_id FROM account_hold h WHERE h.owner_id = a.owner_id AND h.released_at IS NULL) AS "heldBy"
       FROM personal_account a WHERE a.owner_id = $1`,
    [owner, on],
  );
  if (!row) throw new Error(`${owner} has no account`);
  return row;
}
