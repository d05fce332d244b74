import type { TestDatabase } from './test-database.ts';

export interface Attempt {
  /** The server's words, or that it went through. */
  readonly outcome: string;
  /** Whether the books, holds, payees, batches and approvals are what they were. */
  readonly nothingMoved: boolean;
}

export interface Attempts {
  /** What each statement came to, in their order. */
  readonly outcomes: readonly string[];
  readonly nothingMoved: boolean;
}

/** Lets the application's role try a statement, and looks whether anything that guards money has changed. */
export async function testAttempt(db: TestDatabase, sql: string): Promise<Attempt> {
  const { outcomes, nothingMoved } = await testAttempts(db, [sql]);
  return { outcome: outcomes.join(), nothingMoved };
}

/** One statement after the other; whether anything has changed is looked at once, after all of them. */
export async function testAttempts(db: TestDatabase, statements: readonly string[]): Promise<Attempts> {
  const before = await everything(db);
  const outcomes: string[] = [];
  for (const sql of statements)
    outcomes.push(
      await db.app.rows(sql).then(
        () => 'it went through',
        (error: Error) => error.message,
      ),
    );
  return { outcomes, nothingMoved: (await everything(db)) === before };
}

/** What may not move, as one text. */
async function everything(db: TestDatabase): Promise<string> {
  return JSON.stringify(
    await db.superuser.row(
      `SELECT (SELECT json_agg(a ORDER BY owner_id) FROM personal_account a) AS accounts,
            (SELECT json_agg(d ORDER BY owner_id, journal_id) FROM interest_difference d) AS differences,
            (SELECT json_agg(p ORDER BY owner_id, journal_id) FROM posting p) AS postings,
            (SELECT json_agg(h ORDER BY owner_id) FROM account_hold h) AS holds,
            (SELECT json_agg(a ORDER BY owner_id, order_id) FROM payment_attempt a) AS attempts,
            (SELECT json_agg(p ORDER BY owner_id, revision) FROM payee p) AS payees,
            (SELECT count(*) FROM authority) AS authorities, (SELECT count(*) FROM credit_cause) AS causes,
            (SELECT json_agg(o ORDER BY owner_id, id) FROM payment_order o) AS orders,
            (SELECT count(*) FROM adjustment) AS adjustments, (SELECT count(*) FROM adjustment_decision) AS adjustment_decisions,
            (SELECT count(*) FROM reversed_line) AS reversed, (SELECT count(*) FROM payment_batch) AS batches,
            (SELECT count(*) FROM payment_release) AS releases, (SELECT count(*) FROM payment_approval) AS batch_approvals,
            (SELECT count(*) FROM bank_statement) AS statements, (SELECT count(*) FROM bank_line) AS bank_lines,
            (SELECT count(*) FROM bank_match) AS matches, (SELECT count(*) FROM suspense_decision) AS resolutions, (SELECT count(*) FROM decision_approval) AS approvals,
            (SELECT count(*) FROM bank_file) AS files, (SELECT count(*) FROM supervision_step) AS measures,
            (SELECT json_agg(json_build_object('id', id, 'state', state) ORDER BY owner_id, id) FROM card) AS cards,
            (SELECT count(*) FROM card_event) AS card_events,
            (SELECT json_agg(json_build_object('id', id, 'state', state) ORDER BY owner_id, id) FROM card_payment) AS card_payments,
            (SELECT count(*) FROM supervision_decision) AS measure_decisions, (SELECT count(*) FROM opening_line) AS openings`,
    ),
    (_, held) => (typeof held === 'bigint' ? `${held}` : held),
  );
}
