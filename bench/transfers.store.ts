import type { Reader } from '#platform/postgres';

/** What waits in an agency, by where it waits. */
export interface Queues {
  /** Messages that no receipt has come for, and messages that are kept and not applied. */
  readonly outbox: number;
  readonly inbox: number;
  /** Before a clerk. */
  readonly aside: number;
  /** Balances that no batch has yet, and batched ones that the bank has not answered. */
  readonly toPay: number;
  readonly withBank: number;
  readonly completed: number;
}

export async function queuesOf(reader: Reader): Promise<Queues> {
  const row = await reader.row<Queues>(
    `SELECT (SELECT count(*) FROM exchange_sent WHERE state = 'waiting')::int AS outbox,
       (SELECT count(*) FROM exchange_received WHERE state = 'kept')::int AS inbox,
       ((SELECT count(*) FROM exchange_received WHERE state = 'set-aside')
         + (SELECT count(*) FROM exchange_sent WHERE state IN ('refused', 'undeliverable')))::int AS aside,
       (SELECT count(*) FROM case_file WHERE process = 'transfer-out' AND state = 'remitting')::int AS "toPay",
       (SELECT count(*) FROM case_file WHERE process = 'transfer-out' AND state = 'with-bank')::int AS "withBank",
       (SELECT count(*) FROM case_file WHERE state = 'completed')::int AS completed`,
  );
  if (!row) throw new Error('the queues were not counted');
  return row;
}

export async function personsOf(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ id: string }>('SELECT owner_id AS id FROM person ORDER BY owner_id');
  return rows.map(({ id }) => id);
}
