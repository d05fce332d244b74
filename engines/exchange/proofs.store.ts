import type { Reader } from '#platform/postgres';
import type { JsonObject } from './json-text.ts';

export interface ProvedRow {
  readonly kind: 'contradiction' | 'received' | 'sent';
  readonly ownerId: string;
  readonly messageId: string;
  readonly transferId: string;
  readonly partner: string;
  readonly sequence: number;
  readonly type: string;
  readonly digest: string;
  readonly sentAt: Date;
  readonly state: string;
  readonly textSealed: Uint8Array;
  readonly receiptSealed: Uint8Array | null;
  /** What stands in clear beside a message that was received; null of others. */
  readonly figures: JsonObject | null;
  readonly subject: Uint8Array | null;
}

/** Every message that was kept, a page at a time. A contradiction was refused by its receipt. */
export function keptMessages(
  reader: Reader,
  { after, limit }: { readonly after: readonly [string, string, string]; readonly limit: number },
): Promise<ProvedRow[]> {
  return reader.rows<ProvedRow>(
    `SELECT * FROM (
       SELECT 'contradiction' AS kind, owner_id AS "ownerId", message_id AS "messageId", owner_id AS "transferId",
              from_region AS partner, sequence, type, digest, sent_at AS "sentAt", 'refused' AS state,
              text_sealed AS "textSealed", receipt_sealed AS "receiptSealed", NULL::jsonb AS figures, NULL::bytea AS subject
         FROM exchange_contradiction
       UNION ALL
       SELECT 'received', owner_id, message_id, owner_id, from_region, sequence, type, digest, sent_at, state, text_sealed,
              receipt_sealed, figures, subject_hashes
         FROM exchange_received
       UNION ALL
       SELECT 'sent', owner_id, message_id, transfer_id, to_region, sequence, type, digest, sent_at, state, text_sealed,
              receipt_sealed, NULL, NULL
         FROM exchange_sent) kept
      WHERE (kind, "ownerId", digest) > ($1, $2, $3) ORDER BY kind, "ownerId", digest LIMIT $4`,
    [...after, limit],
  );
}

export interface BrokenConversation {
  readonly row: string;
  readonly what: 'gap' | 'sent-gap' | 'no-locator' | 'no-message' | 'unknown-transfer';
}

/** Numbers that are missing, ids without a message and the other way round, and what belongs to no transfer. */
export async function brokenConversations(
  reader: Reader,
): Promise<{ readonly rows: bigint; readonly broken: readonly BrokenConversation[] }> {
  const count = await reader.row<{ n: bigint }>(
    'SELECT (SELECT count(*) FROM exchange_received) + (SELECT count(*) FROM exchange_sent) AS n',
  );
  const broken = await reader.rows<BrokenConversation>(
    `SELECT owner_id || '/' || from_region || '/' || sequence AS row, 'gap' AS what
       FROM (SELECT *, count(*) OVER (PARTITION BY owner_id, from_region ORDER BY sequence) AS place,
                    bool_or(released) OVER (PARTITION BY owner_id, from_region ORDER BY sequence) AS let_on
               FROM exchange_received) m
      WHERE m.state IN ('applied', 'set-aside') AND m.place < m.sequence AND NOT m.let_on
     UNION ALL
     SELECT owner_id || '/' || message_id, 'sent-gap'
       FROM (SELECT *, row_number() OVER (PARTITION BY owner_id, transfer_id ORDER BY sequence) AS place FROM exchange_sent) s
      WHERE s.place <> s.sequence
     UNION ALL
     SELECT r.owner_id || '/' || r.message_id, 'no-locator' FROM exchange_received r
      WHERE NOT EXISTS (SELECT FROM exchange_message m WHERE m.message_id = r.message_id AND m.from_region = r.from_region
                           AND m.owner_id = r.owner_id)
     UNION ALL
     SELECT m.from_region || '/' || m.message_id, 'no-message' FROM exchange_message m
      WHERE NOT EXISTS (SELECT FROM exchange_received r WHERE r.owner_id = m.owner_id AND r.from_region = m.from_region
                           AND r.message_id = m.message_id)
        AND NOT EXISTS (SELECT FROM exchange_contradiction c WHERE c.owner_id = m.owner_id AND c.from_region = m.from_region
                           AND c.message_id = m.message_id)
     UNION ALL
     SELECT s.owner_id || '/' || s.message_id, 'unknown-transfer' FROM exchange_sent s
      WHERE NOT EXISTS (SELECT FROM exchange_transfer t WHERE t.transfer_id = s.transfer_id AND t.owner_id = s.owner_id
                           AND t.partner_region = s.to_region)
     UNION ALL
     SELECT r.owner_id || '/' || r.message_id, 'unknown-transfer' FROM exchange_received r
      WHERE NOT EXISTS (SELECT FROM exchange_transfer t WHERE t.transfer_id = r.owner_id AND t.partner_region = r.from_region)
     LIMIT 100`,
  );
  return { rows: count?.n ?? 0n, broken };
}
