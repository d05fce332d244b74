import { createHash } from 'node:crypto';
import type { TestDatabase } from './test-database.ts';

/**
 * An agency with officers at work, people with balances and decided cases, made through the same guard functions as the
 * product's, for tests of what stands on them. Days are given; the officers' sessions are live.
 */

/** Opens an office with two clerks, two reviewers, two finance officers and one who is all three; answers their session tokens. */
export async function testOffice(db: TestDatabase, region = '440300'): Promise<TestOffice> {
  await db.superuser.rows(
    `INSERT INTO office (id, region, name_zh, name_en) VALUES ('ofc_test', $1, '测试分局', 'Test office') ON CONFLICT DO NOTHING`,
    [region],
  );
  const officers: readonly (readonly [string, readonly string[]])[] = [
    ['clerk', ['clerk']],
    ['reviewer', ['reviewer']],
    ['clerk2', ['clerk']],
    ['reviewer2', ['reviewer']],
    ['both', ['clerk', 'reviewer', 'finance']],
    ['finance', ['finance']],
    ['finance2', ['finance']],
  ];
  for (const [name, roles] of officers) {
    await db.superuser.rows(
      `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
       VALUES ($1, $2, $2, $2, 'ofc_test', $3, now())`,
      [`off_${name}`, name, roles],
    );
    await db.superuser.rows(
      `INSERT INTO officer_session (token_hash, officer_id, opened_at, expires_at)
       VALUES ($1, $2, now(), now() + interval '1 day')`,
      [createHash('sha256').update(`token-${name}`).digest(), `off_${name}`],
    );
  }
  return {
    clerk: 'token-clerk',
    reviewer: 'token-reviewer',
    both: 'token-both',
    finance: 'token-finance',
    finance2: 'token-finance2',
  };
}

/** Session tokens by officer; `both` is clerk, reviewer and finance officer in one person. */
export interface TestOffice {
  readonly clerk: string;
  readonly reviewer: string;
  readonly both: string;
  readonly finance: string;
  readonly finance2: string;
}

export interface TestPerson {
  readonly owner: string;
  readonly balanceFen: bigint;
  readonly balanceOn: string;
}

/** The two approvals that let a batch go, by officers who did not build it, as one statement. */
export function testApproval(batchId: string): string {
  const digest = `(SELECT digest FROM payment_batch WHERE id = '${batchId}')`;
  const approve = (name: string) => `approve_batch('token-${name}', '${batchId}', ${digest}, now())`;
  return `SELECT ${approve('both')}, ${approve('finance2')}`;
}

/** A person with an account and an opening balance, imported by the clerk and approved by the reviewer. */
export async function testPerson(
  db: TestDatabase,
  { owner, balanceFen, balanceOn }: TestPerson,
): Promise<void> {
  const run = `run_${owner}`;
  await testRecord(db, owner);
  await db.app.rows('SELECT open_personal_account($1, $2)', [owner, balanceOn]);
  await db.app.rows(`SELECT begin_import('token-clerk', $1, 'people', 'people.csv', $2, 1, 1, $3, now())`, [
    run,
    createHash('sha256').update(run).digest(),
    balanceFen,
  ]);
  await db.app.rows('SELECT stage_opening($1, $2, 1, $3, $4)', [owner, run, balanceFen, balanceOn]);
  await db.app.rows(`SELECT finish_import('token-clerk', $1, now())`, [run]);
  await db.app.rows(`SELECT approve_import('token-reviewer', $1, now())`, [run]);
  await db.app.rows('SELECT post_opening($1, $2, 1, $3, now())', [owner, run, `jnl_open_${owner}`]);
}

/** A person on record and nothing more. */
export async function testRecord(db: TestDatabase, owner: string): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO person (owner_id, name, born_on, nationality, office_id, recorded_at)
     VALUES ($1, '张三', '1960-01-01', 'CHN', 'ofc_test', now())`,
    [owner],
  );
  // As the import of a person chains them; these come without one.
  await db.superuser.rows(
    `SELECT chain_record(owner_id, 'person', owner_id, person_digest(name, name_latin, born_on, nationality, office_id,
       run_id, line_no, recorded_at), now()) FROM person WHERE owner_id = $1`,
    [owner],
  );
}

const ending = { option: { relationship: 'ends' } };

export interface TestCase {
  readonly owner: string;
  readonly caseId: string;
  readonly on: string;
  readonly process?: string;
  /** What both officers found; that the ground ends the relationship, where it is left out. */
  readonly findings?: object;
  readonly accountSealed?: Uint8Array;
}

/** A case that holds the account, with a payee and a decision `dec_<case>` to pay, proposed and approved by two. */
export async function testApprovedCase(db: TestDatabase, made: TestCase): Promise<void> {
  await testCase(db, made);
  const { owner, caseId, on, findings = ending } = made;
  await db.app.rows(`SELECT approve_decision('token-reviewer', $1, $2, $3, '{}', $4, sha256('a'), now())`, [
    owner,
    `dec_${caseId}`,
    on,
    findings,
  ]);
}

/** The same, still waiting for the reviewer. */
export async function testCase(db: TestDatabase, made: TestCase): Promise<void> {
  const { owner, caseId, on, findings = ending } = made;
  await testCaseFile(db, made);
  await db.app.rows(`SELECT place_hold($1, $2, now())`, [owner, caseId]);
  await db.app.rows(
    `SELECT record_payee($1, $2, 'insured', '张三', '102584000002', '工商银行深圳分行', $3, '8888', now())`,
    [owner, caseId, made.accountSealed ?? new Uint8Array([1])],
  );
  await db.app.rows(
    `SELECT propose_decision('token-clerk', $1, $2, $3, 'approve', 'death', 'shenzhen', '1', $4, '{}', $5, sha256('a'), now())`,
    [owner, `dec_${caseId}`, caseId, on, findings],
  );
}

/** A case alone, as it stands after steps that these tests do not look at. */
export async function testCaseFile(
  db: TestDatabase,
  { owner, caseId, process = 'withdrawal' }: Pick<TestCase, 'owner' | 'caseId' | 'process'>,
): Promise<void> {
  await db.superuser.rows(
    `WITH opened AS (
       INSERT INTO case_file (owner_id, id, number, process, process_version, subject, rule_set, rule_version, office_id, channel,
         opened_at, state, action_count)
       VALUES ($1, $2, $3, $4, '1', 'death', 'shenzhen', '1', 'ofc_test', 'window', now(), 'approved', 0))
     INSERT INTO case_locator (number, owner_id, case_id) VALUES ($3, $1, $2)`,
    [owner, caseId, `W-${caseId}`, process],
  );
}

/** The case as its applicant took it back. */
export async function testCaseOver(
  db: TestDatabase,
  { owner, caseId }: Pick<TestCase, 'owner' | 'caseId'>,
): Promise<void> {
  await db.superuser.rows(
    `UPDATE case_file SET state = 'withdrawn-by-applicant' WHERE owner_id = $1 AND id = $2`,
    [owner, caseId],
  );
}

/** Settles an approved case on a day, with the interest that the database itself expects; order `ord_<case>`. */
export async function testSettle(db: TestDatabase, { owner, caseId, on }: TestCase): Promise<bigint> {
  const row = await db.app.row<{ amount: bigint }>(
    `SELECT settle_withdrawal($1, $2, $3, interest_to_date($1, $4), $5, $6, $7, $8, $4, now()) AS amount`,
    [
      owner,
      caseId,
      `dec_${caseId}`,
      on,
      `jnl_int_${caseId}`,
      `jnl_out_${caseId}`,
      `aut_${caseId}`,
      `ord_${caseId}`,
    ],
  );
  return row?.amount ?? 0n;
}
