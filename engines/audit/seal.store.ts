import type { Reader, SealSource, Tx } from '#platform/postgres';
import { blinded, type KeptSeal, type Leaf } from './day-seal.ts';

const columns = `number, sealed_on AS "sealedOn", from_xid AS "fromXid", below_xid AS "belowXid", sources,
  first_sources AS "firstSources", leaves, secret, statement,
  made_at AS "madeAt"`;

export async function lastSeal(reader: Reader): Promise<KeptSeal | undefined> {
  return reader.row<KeptSeal>(`SELECT ${columns} FROM day_seal ORDER BY number DESC LIMIT 1`);
}

export async function allSeals(reader: Reader): Promise<readonly KeptSeal[]> {
  return reader.rows<KeptSeal>(`SELECT ${columns} FROM day_seal ORDER BY number`);
}

/** The first seal that covers a row of a source, by the transaction that wrote it. */
export async function sealOver(
  reader: Reader,
  { source, xid }: { readonly source: string; readonly xid: bigint },
): Promise<KeptSeal | undefined> {
  return reader.row<KeptSeal>(
    `SELECT ${columns} FROM day_seal WHERE $1 = ANY (sources) AND $2 < below_xid ORDER BY number LIMIT 1`,
    [source, xid],
  );
}

export interface ListedSeal extends KeptSeal {
  /** When it was written to this second place; null while it was not. */
  readonly deliveredAt: Date | null;
}

/** Seals, the latest first, with what became of them in one second place. */
export async function listSeals(
  reader: Reader,
  page: { readonly place: string; readonly before: number | null; readonly limit: number },
): Promise<readonly ListedSeal[]> {
  return reader.rows<ListedSeal>(
    `SELECT ${columns},
       (SELECT d.delivered_at FROM seal_delivery d WHERE d.number = s.number AND d.place = $1) AS "deliveredAt"
     FROM day_seal s WHERE $2::integer IS NULL OR number < $2 ORDER BY number DESC LIMIT $3`,
    [page.place, page.before, page.limit],
  );
}

/** Seals that do not stand in a second place yet, the oldest first. */
export async function undelivered(reader: Reader, place: string): Promise<readonly KeptSeal[]> {
  return reader.rows<KeptSeal>(
    `SELECT ${columns} FROM day_seal s
     WHERE NOT EXISTS (SELECT FROM seal_delivery d WHERE d.number = s.number AND d.place = $1) ORDER BY number`,
    [place],
  );
}

/** Keeps a seal. False where another process made one of this number meanwhile. */
export async function insertSeal(tx: Tx, seal: KeptSeal): Promise<boolean> {
  const row = await tx.row<{ kept: boolean }>(
    'SELECT keep_seal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS kept',
    [
      ...[seal.number, seal.sealedOn, seal.fromXid, seal.belowXid, seal.sources, seal.firstSources],
      ...[seal.leaves, seal.secret, seal.statement, seal.madeAt],
    ],
  );
  return row?.kept === true;
}

export async function insertDelivery(
  reader: Reader,
  delivery: { readonly number: number; readonly place: string; readonly at: Date },
): Promise<void> {
  await reader.rows(
    'INSERT INTO seal_delivery (number, place, delivered_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [delivery.number, delivery.place, delivery.at],
  );
}

/** The oldest transaction that is still open in this picture: whatever is below it has ended, and is seen or never was. */
export async function oldestOpen(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ xid: bigint }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xid',
  );
  if (!row) throw new Error('the server did not tell its oldest transaction');
  return row.xid;
}

/** Before every transaction; a restore lowers it with all the others, however often, and it stays in range. */
export const firstXid = -(2n ** 62n);
/** After every transaction. */
export const lastXid = 2n ** 63n - 1n;

export interface XidRange {
  readonly fromXid: bigint;
  readonly belowXid: bigint;
}

/** Which rows a seal covers. */
export interface Coverage {
  readonly sources: readonly SealSource[];
  readonly range: XidRange;
  /** Names of the sources that are covered from the beginning on. */
  readonly first: readonly string[];
  readonly secret: Uint8Array;
}

/** The leaves that are covered, blinded, in the order of source and id, a few thousand at a time. Only inside of `inSnapshot`. */
export async function* leavesIn(
  reader: Reader,
  { sources, range, first, secret }: Coverage,
): AsyncGenerator<Leaf> {
  // Sorting a whole first import takes longer than the application gives a statement.
  await reader.rows(`SELECT set_config('statement_timeout', '0', true)`);
  for (const { name, select } of sources.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const fromXid = first.includes(name) ? -(2n ** 63n) : range.fromXid;
    await reader.rows(
      `DECLARE leaves NO SCROLL CURSOR FOR SELECT id, digest FROM (${select}) AS sealed
        WHERE xid >= '${fromXid}'::bigint AND xid < '${range.belowXid}'::bigint ORDER BY id COLLATE "C"`,
    );
    try {
      for (;;) {
        const rows = await reader.rows<{ id: string; digest: Uint8Array }>('FETCH 5000 FROM leaves');
        for (const { id, digest } of rows) yield blinded({ source: name, id, digest }, secret);
        if (rows.length === 0) break;
      }
    } finally {
      await reader.rows('CLOSE leaves'); // also where the caller has seen enough
    }
  }
}
