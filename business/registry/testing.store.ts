import type { Fen } from '#basics';
import type { Reader } from '#platform/postgres';

// Looks into the tables behind the register's back, for tests.

export async function balanceOf(reader: Reader, owner: string): Promise<Fen | undefined> {
  const row = await reader.row<{ balance: Fen }>(
    'SELECT balance_fen AS balance FROM personal_account WHERE owner_id = $1',
    [owner],
  );
  return row?.balance;
}

/** How many rows of each kind an import brought. */
export async function broughtBy(
  reader: Reader,
  fileName: string,
): Promise<{ people: number; entries: number; openings: number; periods: number }> {
  const row = await reader.row<{ people: number; entries: number; openings: number; periods: number }>(
    `SELECT (SELECT count(*)::int FROM person WHERE run_id = r.id) AS people,
       (SELECT count(*)::int FROM record_entry WHERE run_id = r.id) AS entries,
       (SELECT count(*)::int FROM opening_line WHERE run_id = r.id) AS openings,
       (SELECT count(*)::int FROM paid_period WHERE run_id = r.id) AS periods
     FROM import_run r WHERE r.file_name = $1 ORDER BY r.made_at DESC, r.id DESC LIMIT 1`,
    [fileName],
  );
  return row ?? { people: 0, entries: 0, openings: 0, periods: 0 };
}

interface Column {
  readonly table: string;
  readonly column: string;
}

async function columns(reader: Reader): Promise<readonly Column[]> {
  return reader.rows<Column>(
    `SELECT table_name::text AS table, column_name::text AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type <> 'bytea' ORDER BY 1, 2`,
  );
}

/** How many rows each table has. */
export async function rowCounts(reader: Reader): Promise<Readonly<Record<string, bigint>>> {
  const tables = [...new Set((await columns(reader)).map(({ table }) => table))];
  const counts: [string, bigint][] = [];
  for (const table of tables) {
    const row = await reader.row<{ count: bigint }>(`SELECT count(*) FROM ${table}`);
    counts.push([table, row?.count ?? 0n]);
  }
  return Object.fromEntries(counts);
}

/** The columns, of whatever type, in which a text stands readable; sealed bytes are searched as bytes. */
export async function plainFinds(reader: Reader, secret: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { table, column } of await columns(reader)) {
    const row = await reader.row(`SELECT 1 FROM ${table} WHERE strpos(${column}::text, $1) > 0 LIMIT 1`, [
      secret,
    ]);
    if (row) found.push(`${table}.${column}`);
  }
  const bytes = await reader.rows<Column>(
    `SELECT table_name::text AS table, column_name::text AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1, 2`,
  );
  for (const { table, column } of bytes) {
    const row = await reader.row(
      `SELECT 1 FROM ${table} WHERE position(convert_to($1, 'UTF8') IN ${column}) > 0 LIMIT 1`,
      [secret],
    );
    if (row) found.push(`${table}.${column}`);
  }
  return found;
}
