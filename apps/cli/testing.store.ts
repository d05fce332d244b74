import type { Database } from '#platform/postgres';

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
    `SELECT recover('token-finance', 'psn_b', 'msr_3', 'rcp_1', 'instalment', 200, 'BANK-77', '${on}', now())`,
  );
  await db.app.rows(
    `SELECT bind_card('token-clerk', 'psn_a', 'crd_1', 'social-security-card', sha256('c'), '\\x01', '78', '看过卡', now(), now())`,
  );
  await db.app.rows(
    `SELECT authorise_card_payment('sxk_1', 'psn_a', 'crd_1', 'cpy_1', 'RX-1', 'P44030500001', 1, now() + interval '1 hour', now())`,
  );
}

export async function makeAdministrator(
  db: { readonly superuser: Database },
  officer: string,
): Promise<void> {
  await db.superuser.rows(`UPDATE officer SET roles = '{administrator}' WHERE id = $1`, [officer]);
}
