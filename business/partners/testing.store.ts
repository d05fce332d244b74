import type { TestDatabase } from '#platform/testing';

/** Two administrators with open sessions, whose tokens are answered. */
export async function testAdministrators(db: TestDatabase): Promise<readonly [string, string]> {
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
  return ['token-admin1', 'token-admin2'];
}

export async function accountsInClear(db: TestDatabase): Promise<string> {
  const rows = await db.superuser.rows<{ whole: string }>('SELECT c::text AS whole FROM partner_change c');
  return rows.map(({ whole }) => whole).join('\n');
}
