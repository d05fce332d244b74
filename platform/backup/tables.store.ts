import { copyIn, copyOut, type Reader, type Snapshot, type Tx } from '#platform/postgres';
import type { TableHead } from './manifest.ts';

/** A table as the catalogue has it. */
export interface StoredTable extends TableHead {
  readonly partitioned: boolean;
  readonly comment: string | null;
  /** The tables that its foreign keys name. */
  readonly needs: readonly string[];
}

/**
 * Columns whose name ends so hold numbers of transactions, which mean nothing on another server. They are lowered by one
 * figure, so that all of them are before any transaction there and their order stays.
 */
const transactionColumn = /_xid$/;

/** All our tables but the two that belong to the database itself. */
export function storedTables(reader: Reader): Promise<StoredTable[]> {
  return reader.rows<StoredTable>(
    `SELECT c.relname::text AS name, c.relkind = 'p' AS partitioned, obj_description(c.oid, 'pg_class') AS comment,
            ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
            ARRAY(SELECT DISTINCT t.relname::text FROM pg_catalog.pg_constraint f
                    JOIN pg_catalog.pg_class t ON t.oid = f.confrelid
                   WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
       FROM pg_catalog.pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname NOT IN ('schema_migration', 'restore_under_way')
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                         WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY c.relname COLLATE "C"`,
  );
}

/** Nobody alters or drops them until the picture is let go; reading and writing go on. */
export async function keepTables(reader: Reader, tables: readonly TableHead[]): Promise<void> {
  const names = tables.map(({ name }) => `public.${quoted(name)}`);
  await reader.rows(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
}

export interface BackedUpMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export async function backedUpMigrations(reader: Reader): Promise<readonly BackedUpMigration[]> {
  const book = await reader.row<{ found: boolean }>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AS found`,
  );
  if (!book?.found) return [];
  return reader.rows('SELECT number, name, checksum FROM public.schema_migration ORDER BY number');
}

export interface SnapshotFacts {
  readonly takenAt: string;
  /** Above the number of every transaction that can be seen. */
  readonly transactions: bigint;
}

export async function snapshotFacts(reader: Reader): Promise<SnapshotFacts> {
  const row = await reader.row<{ at: Date; transactions: bigint }>(
    'SELECT now() AS at, pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS transactions',
  );
  if (!row) throw new Error('the server does not tell the time');
  return { takenAt: row.at.toISOString(), transactions: row.transactions };
}

/** Values are written alike on every server, and rows in the order in which they lie. */
export async function writeAlike(reader: Reader): Promise<void> {
  await reader.rows(
    `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex';
     SET LOCAL extra_float_digits = 1; SET LOCAL synchronize_seqscans = off`,
  );
}

export function rowsOf(
  snapshot: Snapshot,
  { table, lower }: { readonly table: StoredTable; readonly lower: bigint },
): AsyncGenerator<Buffer> {
  const { name, columns, partitioned } = table;
  const source = `public.${quoted(name)}`;
  if (!partitioned && !columns.some((column) => transactionColumn.test(column)))
    return copyOut(snapshot, `COPY ${source} (${columns.map(quoted).join(', ')}) TO STDOUT`);
  const selected = columns.map((column) =>
    transactionColumn.test(column) ? lowered(column, lower) : quoted(column),
  );
  return copyOut(snapshot, `COPY (SELECT ${selected.join(', ')} FROM ${source}) TO STDOUT`);
}

function lowered(column: string, by: bigint): string {
  return `${quoted(column)} - ${by}`;
}

/** Answers how many rows came. */
export function loadRows(
  tx: Tx,
  { table, pieces }: { readonly table: TableHead; readonly pieces: AsyncIterable<Uint8Array> },
): Promise<number> {
  const columns = table.columns.map(quoted).join(', ');
  return copyIn(tx, { sql: `COPY public.${quoted(table.name)} (${columns}) FROM STDIN`, pieces });
}

/** What migrations put there by themselves gives way to the backup's rows. */
export async function emptyTables(tx: Tx, tables: readonly TableHead[]): Promise<void> {
  const names = tables.map(({ name }) => `public.${quoted(name)}`);
  await tx.rows(`TRUNCATE ${names.join(', ')}`);
}

/** Without figures on what the tables hold, the first questions to a restored database take the longest way. */
export async function gatherFigures(reader: Reader, tables: readonly TableHead[]): Promise<void> {
  for (const { name } of tables) await reader.rows(`ANALYZE public.${quoted(name)}`);
}

export async function callRebuild(reader: Reader, name: string): Promise<void> {
  await reader.rows(`SELECT public.${quoted(name)}()`);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
