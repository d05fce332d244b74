import type { Reader } from '#platform/postgres';

/**
 * Every table with its number of rows and a sum over them that does not depend on their order. Numbers of transactions
 * differ from server to server and are left out, and so are tables that are made from others at any time.
 */
export async function tableSums(reader: Reader): Promise<Record<string, string>> {
  const tables = await reader.rows<{ name: string; without: string[] }>(
    `SELECT tablename::text AS name,
            ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = tablename::regclass AND attname ~ '_xid$') AS without
       FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT IN ('schema_migration', 'restore_under_way')
        AND coalesce(obj_description(tablename::regclass, 'pg_class'), '') !~ '; rebuilt by ' ORDER BY tablename`,
  );
  const sums: Record<string, string> = {};
  for (const { name, without } of tables) {
    const row = await reader.row<{ sum: string }>(
      `SELECT count(*) || '/' || coalesce(sum(hashtextextended((to_jsonb(t) - $1::text[])::text, 0)), 0) AS sum FROM public.${name} t`,
      [without],
    );
    sums[name] = row?.sum ?? '';
  }
  return sums;
}

/** What every person owns by the rows of the balance, and by the postings. */
export async function balances(
  reader: Reader,
): Promise<{ readonly accounts: number; readonly wrong: number }> {
  const row = await reader.row<{ accounts: number; wrong: number }>(
    `SELECT count(*)::integer AS accounts,
            (count(*) FILTER (WHERE balance_fen <> coalesce(posted, 0)))::integer AS wrong
       FROM personal_account a
       LEFT JOIN (SELECT owner_id, sum(CASE WHEN credit = 'personal' THEN amount_fen WHEN debit = 'personal' THEN -amount_fen
                                       ELSE 0 END) AS posted FROM posting GROUP BY owner_id) p USING (owner_id)`,
  );
  return row ?? { accounts: 0, wrong: 0 };
}
