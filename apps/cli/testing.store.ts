import type { Database } from '#platform/postgres';
import type { TestDatabase } from '#platform/testing';

/**
 * Of two people on record, `psn_a` with an investigation that was lifted, a card and a payment that waits to be confirmed,
 * `psn_b` with a recovery order of which a part was paid: for tests of what verify proves.
 */
export async function cardsAndMeasures(
  db: { readonly app: Database; readonly superuser: Database },
  on: string,
): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
     VALUES ('key_1', sha256('sxk_1'), '药店', '{card-payments}', 'off_clerk', now(), now() + interval '1 day')`,
  );
  const why = `'FUND-30', '核实', '立案 1', '${on}', now()`;
  await db.app.rows(`SELECT set_measure('token-clerk', 'psn_a', 'msr_1', 'investigation', NULL, ${why})`);
  await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_a', 'msr_1', true, NULL, now())`);
  await db.app.rows(`SELECT lift_measure('token-clerk', 'psn_a', 'msr_2', 'msr_1', ${why})`);
  await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_a', 'msr_2', true, NULL, now())`);
  await db.app.rows(`SELECT set_measure('token-clerk', 'psn_b', 'msr_3', 'recovery', 500, ${why})`);
  await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_b', 'msr_3', true, NULL, now())`);
  await db.app.rows(
    `SELECT tell_receipt('token-finance2', 'psn_b', 'msr_3', 'rcp_1', 200, 'BANK-77', '${on}', now())`,
  );
  await db.app.rows(
    `SELECT recover('token-finance', 'psn_b', 'msr_3', 'rcp_1', 'instalment', 200, 'BANK-77', '${on}', now())`,
  );
  await db.app.rows(
    `SELECT bind_card('token-clerk', 'psn_a', 'crd_1', 'social-security-card', sha256('c'), '\\x01', '78', '看过卡', now(), now())`,
  );
  await db.app.rows(
    `SELECT authorise_card_payment('sxk_1', 'psn_a', 'crd_1', 'cpy_1', 'RX-1', 'P44030500001', 1, now() + interval '1 hour', now())`,
  );
}

/** A login that acts for `psn_a`, and the answer of a write that is kept: for tests of what verify proves. */
export async function loginAndAnswer(db: { readonly superuser: Database }): Promise<void> {
  const statements = [
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ('usr_vvvvvvvvvvvvvvvvvvvvvvvvvv', '\\x01', 'x', now(), now())`,
    `INSERT INTO login_locator VALUES (sha256('v'), 'usr_vvvvvvvvvvvvvvvvvvvvvvvvvv')`,
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ('usr_vvvvvvvvvvvvvvvvvvvvvvvvvv', 'psn_a', 'insured', 'window', 'A-1', now())`,
    `INSERT INTO person_access (owner_id, login_id, capacity, since_at) VALUES ('psn_a', 'usr_vvvvvvvvvvvvvvvvvvvvvvvvvv', 'insured', now())`,
    `INSERT INTO idempotency_key (key_hash, body_hash, status, answer, made_at)
     VALUES (decode(repeat('6b', 32), 'hex'), sha256('b'), 201, to_jsonb('{}'::text), now())`,
  ];
  for (const sql of statements) await db.superuser.rows(sql);
}

/**
 * Two statements of the bank: an unknown line that two officers resolved and one that is open; then the payment `jnl_pay`,
 * which the books had before the first statement.
 */
export async function bankStatements(db: { readonly app: Database }): Promise<void> {
  const file = `sha256('statements')`;
  await db.app.rows(`SELECT take_bank_file('token-finance', ${file}, 'STMT', 'camt.053', now())`);
  const take = (on: string, opening: bigint, closing: bigint, lines: number) =>
    db.app.rows(
      `SELECT take_statement('token-finance', ${file}, '4405', $1, $2, 'STMT', $3, $4, $5, $6, now(), $2)`,
      [...[`bnk_00000000_${on.replaceAll('-', '')}`, on, opening, closing, lines, `jnl_open_${on}`]],
    );
  const line = (on: string, made: Readonly<Record<string, unknown>>) =>
    db.app.rows(
      `SELECT book_bank_line('token-finance', ${file}, jsonb_populate_record(NULL::bank_line, $1), $2)`,
      [
        {
          ...{ owner_id: `bnk_00000000_${on.replaceAll('-', '')}`, booked_on: on, is_return: false },
          ...{ digest: `\\x${'00'.repeat(32)}`, recorded_at: '2026-07-03T00:00:00Z' },
          ...made,
        },
        `jnl_line_${made.line_key}`,
      ],
    );
  await take('2026-07-01', 1_000_000n, 1_000_400n, 2);
  await line('2026-07-01', { line_key: 'X-1', line_no: 1, direction: 'in', amount_fen: '900' });
  await line('2026-07-01', { line_key: 'X-2', line_no: 2, direction: 'out', amount_fen: '500' });
  await db.app.rows(
    `SELECT request_resolution('token-finance', 'bnk_00000000_20260701', 'X-2', 'sus_1', 'fund', NULL, NULL, NULL, NULL, '手续费', now())`,
  );
  await db.app.rows(
    `SELECT decide_resolution('token-finance2', 'bnk_00000000_20260701', 'sus_1', true, 'jnl_fund', now())`,
  );
  await take('2026-07-02', 1_000_400n, 1_000_400n - 100_553n, 1);
  const target = { target_owner: 'psn_b', target_order: 'ord_cas_b', target_attempt: 1 };
  await line('2026-07-02', {
    ...{ line_key: 'D-1', line_no: 1, direction: 'out', amount_fen: '100553', end_to_end_id: 'ord-cas-b-1' },
    ...target,
  });
}

export async function makeAdministrator(
  db: { readonly superuser: Database },
  officer: string,
): Promise<void> {
  await db.superuser.rows(`UPDATE officer SET roles = '{administrator}' WHERE id = $1`, [officer]);
}

/** As if somebody had submitted the case that stands there. */
export async function submittedCase(
  { superuser }: { readonly superuser: Database },
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<void> {
  await superuser.rows(
    `WITH moved AS (UPDATE case_file SET action_count = 1 WHERE owner_id = $1 AND id = $2)
     INSERT INTO case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
     VALUES ($1, $2, 1, 'submit', 'approved', 'approved', 'system', 'system', now(), '{}', sha256('a'), sha256('b'))`,
    [owner, caseId],
  );
}

/** Two administrators with open sessions (`token-admin1`, `token-admin2`). */
export async function withAdministrators(db: TestDatabase): Promise<void> {
  for (const name of ['admin1', 'admin2']) {
    await db.superuser.rows(
      `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
       VALUES ($1, $2, $2, $2, 'ofc_test', ARRAY['administrator'], now())`,
      [`off_${name}`, name],
    );
    await db.superuser.rows(
      `INSERT INTO officer_session (token_hash, officer_id, opened_at, expires_at)
       VALUES (sha256($1::bytea), $2, now(), now() + interval '1 day')`,
      [Buffer.from(`token-${name}`), `off_${name}`],
    );
  }
}

/** As after the last try. */
export async function undeliverable(db: TestDatabase, messageId: string): Promise<void> {
  await db.superuser.rows(
    `UPDATE exchange_sent SET state = 'undeliverable', attempts = 12, result = 'no-answer', done_at = now() WHERE message_id = $1`,
    [messageId],
  );
}

/** An agency in the directory that has no gateway. */
export async function paperPartner(db: TestDatabase, region: string): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO partner_change (id, region, kind, effective_on, name_zh, name_en, accepts_balances, versions, reason, asked_by, asked_at,
       decided_by, decided_at, agreed)
     VALUES ('pch_' || repeat('0', 26), $1, 'profile', '2020-01-01', '杭州', 'Hangzhou', true, '{1}', 'test', 'off_clerk', now(),
       'off_reviewer', now(), true)`,
    [region],
  );
}
