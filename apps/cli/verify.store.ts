import type { Reader } from '#platform/postgres';

export interface Picture {
  /** Which database this is: another one, or this one restored anew, is not the same. */
  readonly identity: string;
  /** What transactions below this number wrote has been seen, or will never be. */
  readonly horizon: bigint;
}

export async function readPicture(reader: Reader): Promise<Picture> {
  const row = await reader.row<Picture>(
    `SELECT d.oid || '/' || d.datname || '/' || (SELECT min(applied_at) FROM schema_migration) AS identity,
            pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon
       FROM pg_database d WHERE d.datname = current_database()`,
  );
  if (!row) throw new Error('the server does not know its own database');
  return row;
}

/** The first transaction that recorded something on a day or after it; the next one to come where there is none. */
export async function firstSince(reader: Reader, on: string): Promise<bigint> {
  const row = await reader.row<{ xid: bigint }>(
    `SELECT coalesce(min(recorded_xid), pg_snapshot_xmax(pg_current_snapshot())::text::bigint) AS xid
       FROM posting WHERE recorded_at >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai')`,
    [on],
  );
  return row?.xid ?? 0n;
}
