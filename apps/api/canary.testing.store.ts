import type { TestDatabase } from '#platform/testing';

/** Every row of every table, as text; bytes stand in it as hexadecimal digits. */
export async function everyRow({
  superuser,
}: TestDatabase): Promise<readonly { readonly table: string; readonly row: string }[]> {
  const tables = await superuser.rows<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_' ORDER BY 1`,
  );
  const found: { table: string; row: string }[] = [];
  for (const { name } of tables) {
    const rows = await superuser.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    found.push(...rows.map(({ row }) => ({ table: name, row })));
  }
  return found;
}

/** A key of another program that is told of steps. */
export async function addWebhookKey({ superuser }: TestDatabase, token: string): Promise<void> {
  await superuser.rows(
    `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
     VALUES ('key_canary', sha256(convert_to($1, 'UTF8')), 'Test', '{webhooks}', 'off_clerk', now(), now() + interval '1 day')`,
    [token],
  );
}
