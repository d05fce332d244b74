import type { Database } from '#platform/postgres';

interface Table {
  readonly name: string;
  /** Without those that the database computes. */
  readonly columns: string;
}

/**
 * Remembers everything that a database holds, and answers what puts it back to that, in a few hundredths of a second: for tests
 * that begin at the same place again and again. Only what has changed is written anew.
 */
export async function rememberAll(superuser: Database): Promise<() => Promise<void>> {
  const tables = await superuser.rows<Table>(
    `SELECT c.relname::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY c.relname`,
  );
  await superuser.rows('CREATE SCHEMA remembered');
  for (const { name, columns } of tables)
    await superuser.rows(`CREATE TABLE remembered.${name} AS SELECT ${columns} FROM public.${name}`);
  await superuser.rows(putBack(tables));
  const row = await superuser.row<{ xid: string }>('SELECT txid_current()::text AS xid');
  let times = 0;
  return async () => {
    await superuser.rows('SELECT remembered.put_back($1::text)', [row?.xid]);
    times += 1;
    if (times % 50 === 0) await superuser.rows('VACUUM');
  };
}

/** Without the checks between tables, which hold at both ends. */
function putBack(tables: readonly Table[]): string {
  const each = tables.map(
    ({ name, columns }) => `
      IF EXISTS (SELECT FROM public.${name} WHERE xmin::text::bigint >= p_since::bigint)
         OR (SELECT count(*) FROM public.${name}) <> (SELECT count(*) FROM remembered.${name}) THEN
        DELETE FROM public.${name};
        INSERT INTO public.${name} (${columns}) SELECT ${columns} FROM remembered.${name};
      END IF;`,
  );
  return `CREATE FUNCTION remembered.put_back(p_since text) RETURNS void
    LANGUAGE plpgsql SET session_replication_role = replica AS $$ BEGIN ${each.join('')} END $$`;
}
