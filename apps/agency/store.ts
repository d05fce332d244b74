import type { Reader } from '#platform/postgres';

/** How many seconds the business clock stands ahead of the server's; 0 but in a demo. */
export async function readLeadSeconds(reader: Reader): Promise<number> {
  const row = await reader.row<{ aheadSeconds: bigint }>(
    'SELECT ahead_seconds AS "aheadSeconds" FROM business_clock',
  );
  return Number(row?.aheadSeconds ?? 0n);
}

/** Moves the business clock; the migrator's right alone. Answers the new lead. */
export async function moveLeadSeconds(migrator: Reader, by: number): Promise<number> {
  const row = await migrator.row<{ aheadSeconds: bigint }>(
    'UPDATE business_clock SET ahead_seconds = ahead_seconds + $1 RETURNING ahead_seconds AS "aheadSeconds"',
    [by],
  );
  return Number(row?.aheadSeconds ?? 0n);
}
