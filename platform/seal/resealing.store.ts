import type { Reader, Tx } from '#platform/postgres';

/** A column that holds sealed values; the catalogue knows them by their names. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The table's primary key, in order. */
  readonly key: readonly { readonly name: string; readonly type: string }[];
}

// Names come from the catalogue and from declarations in the code, and are lower-case words: there is nothing to quote.

export function sealedColumns(reader: Reader): Promise<readonly SealedColumn[]> {
  return reader.rows<SealedColumn>(
    `SELECT c.relname::text AS "table", a.attname::text AS "column",
            (SELECT json_agg(json_build_object('name', k.attname, 'type', format_type(k.atttypid, k.atttypmod)) ORDER BY part.place)
               FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS part (number, place)
               JOIN pg_catalog.pg_attribute k ON k.attrelid = c.oid AND k.attnum = part.number) AS key
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname ~ '_sealed$' AND a.atttypid = 'bytea'::regtype
        AND NOT a.attisdropped
       JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      ORDER BY c.relname, a.attnum`,
  );
}

/** A sealed value names its key after the first byte; null is sealed with none. */
const underAnother = (column: string) => `substr(${column}, 2, 8) <> $1`;

/** How many values are sealed with another key than this one. */
export async function countUnderOthers(
  reader: Reader,
  { table, column }: SealedColumn,
  newest: string,
): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>(
    `SELECT count(*) AS n FROM public.${table} WHERE ${underAnother(column)}`,
    [Buffer.from(newest, 'hex')],
  );
  return row?.n ?? 0n;
}

export interface SealedValue {
  /** The values of the primary key, as text. */
  readonly key: readonly string[];
  readonly sealed: Uint8Array;
  readonly beside: readonly (string | null)[];
}

export interface Page {
  readonly newest: string;
  /** The primary key of the last value of the page before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
  /** Expressions whose values are read along. */
  readonly beside: readonly string[];
}

/** Values that are sealed with another key, in the order of the primary key. */
export function valuesUnderOthers(
  reader: Reader,
  { table, column, key }: SealedColumn,
  { newest, after, limit, beside }: Page,
): Promise<SealedValue[]> {
  const names = key.map(({ name }) => name).join(', ');
  const asText = key.map(({ name }) => `${name}::text`).join(', ');
  const from = after
    ? `AND (${names}) > (${key.map(({ type }, at) => `$${at + 3}::${type}`).join(', ')})`
    : '';
  return reader.rows<SealedValue>(
    `SELECT ARRAY[${asText}] AS key, ${column} AS sealed, ARRAY[${beside.join(', ')}]::text[] AS beside
       FROM public.${table} WHERE ${underAnother(column)} ${from} ORDER BY ${names} LIMIT $2`,
    [Buffer.from(newest, 'hex'), limit, ...(after ?? [])],
  );
}

export interface Resealed extends SealedValue {
  readonly resealed: Uint8Array;
}

/** Only where nobody wrote another value meanwhile; that one is found the next time. */
export async function writeResealed(
  tx: Tx,
  { table, column, key }: SealedColumn,
  values: readonly Resealed[],
): Promise<void> {
  const columns = key.map(({ type }, at) => `$${at + 3}::text[]::${type}[]`);
  const names = key.map((_, at) => `k${at}`);
  const same = key.map(({ name }, at) => `t.${name} = v.k${at}`);
  await tx.rows(
    `UPDATE public.${table} t SET ${column} = v.resealed
       FROM unnest($1::bytea[], $2::bytea[], ${columns.join(', ')}) AS v (resealed, before, ${names.join(', ')})
      WHERE ${same.join(' AND ')} AND t.${column} = v.before`,
    [
      values.map(({ resealed }) => resealed),
      values.map(({ sealed }) => sealed),
      ...key.map((_, at) => values.map((value) => value.key[at])),
    ],
  );
}
