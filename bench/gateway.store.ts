import type { Database, Reader } from '#platform/postgres';

// A directory with one partner, filled past every guard, and the plainest statements that write what the gateway writes.

export async function fillDirectory(
  superuser: Reader,
  key: { readonly kid: string; readonly x: string; readonly nbf: number; readonly exp: number },
): Promise<void> {
  await superuser.rows(`INSERT INTO office VALUES ('ofc_bench', '440300', '测', 'Bench')`);
  await superuser.rows(
    `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
     SELECT 'off_' || n, 'bench' || n, '测', 'Bench', 'ofc_bench', '{administrator}', now() FROM generate_series(1, 2) n`,
  );
  await superuser.rows(
    `INSERT INTO partner_change (id, region, kind, effective_on, name_zh, name_en, gateway_url, accepts_balances, versions,
       reason, asked_by, asked_at, decided_by, decided_at, agreed)
     VALUES ('pch_' || repeat('0', 26), '510100', 'profile', '2020-01-01', '测', 'Bench', NULL, true, '{1}', 'bench', 'off_1',
       now(), 'off_2', now(), true)`,
  );
  await superuser.rows(
    `INSERT INTO partner_change (id, region, kind, kid, key_x, key_from, key_until, reason, asked_by, asked_at, decided_by,
       decided_at, agreed)
     VALUES ('pch_' || repeat('1', 26), '510100', 'key', $1, $2, $3, $4, 'bench', 'off_1', now(), 'off_2', now(), true)`,
    [key.kid, key.x, key.nbf, key.exp],
  );
  await superuser.rows(
    'CREATE TABLE bench_effect (owner_id text, message_id text, effect text, PRIMARY KEY (owner_id, message_id))',
  );
  await superuser.rows('GRANT INSERT ON bench_effect TO suixing_app');
}

export async function leaveEffect(
  tx: Reader,
  { transferId, messageId }: { readonly transferId: string; readonly messageId: string },
): Promise<void> {
  await tx.rows(`INSERT INTO bench_effect VALUES ($1, $2, 'greeted')`, [transferId, messageId]);
}

export interface PlainRow {
  readonly transferId: string;
  readonly messageId: string;
  readonly kid: string;
  readonly digest: string;
  readonly text: Uint8Array;
  readonly receipt: Uint8Array;
}

/** The same rows as a kept and applied message leaves, in the two transactions that they take. */
export async function writePlainly(superuser: Database, row: PlainRow): Promise<void> {
  await superuser.rows(
    `WITH t AS (INSERT INTO exchange_transfer VALUES ($1, '510100', NULL, now())),
          m AS (INSERT INTO exchange_message VALUES ($2, '510100', $1))
     INSERT INTO exchange_received (owner_id, from_region, message_id, sequence, type, kid, digest, text_sealed, receipt_sealed,
       figures, sent_at, received_at, state)
     VALUES ($1, '510100', $2, 1, 'greeting', $3, $4, $5, $6, '{}', now(), now(), 'kept')`,
    [row.transferId, row.messageId, row.kid, row.digest, row.text, row.receipt],
  );
  await superuser.rows(
    `WITH e AS (INSERT INTO bench_effect VALUES ($1, $2, 'greeted'))
     UPDATE exchange_received SET state = 'applied', applied_at = now(), effect = 'greeted'
      WHERE owner_id = $1 AND from_region = '510100' AND message_id = $2`,
    [row.transferId, row.messageId],
  );
}
