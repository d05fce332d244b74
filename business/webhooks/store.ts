import type { Reader, Tx } from '#platform/postgres';
import type { Webhook, WebhookDelivery, WebhookStep } from './webhook.ts';

export interface WebhookRow extends Omit<Webhook, 'url'> {
  readonly urlSealed: Uint8Array;
  readonly contactSealed: Uint8Array | null;
  readonly secretSealed: Uint8Array;
  /** The secret before, while it is still good. */
  readonly oldSecretSealed: Uint8Array | null;
}

const columns = `id, holder_id AS "holderId", url_sealed AS "urlSealed", contact_sealed AS "contactSealed", events, state,
  last_sequence AS "lastSequence", failing_since AS "failingSince", made_at AS "madeAt", secret_sealed AS "secretSealed",
  CASE WHEN old_secret_until > now() THEN old_secret_sealed END AS "oldSecretSealed"`;

export function webhooksOf(
  reader: Reader,
  {
    holderId,
    after,
    limit,
  }: { readonly holderId: string | null; readonly after: string; readonly limit: number },
): Promise<WebhookRow[]> {
  return reader.rows<WebhookRow>(
    `SELECT ${columns} FROM webhook_subscription
      WHERE ($1::text IS NULL OR holder_id = $1) AND id > $2 ORDER BY id LIMIT $3`,
    [holderId, after, limit],
  );
}

export function webhookById(reader: Reader, id: string): Promise<WebhookRow | undefined> {
  return reader.row<WebhookRow>(`SELECT ${columns} FROM webhook_subscription WHERE id = $1`, [id]);
}

export async function insertWebhook(
  reader: Reader,
  made: {
    readonly token: string;
    readonly id: string;
    readonly urlSealed: Uint8Array;
    readonly contactSealed: Uint8Array | null;
    readonly events: readonly string[];
    readonly secretSealed: Uint8Array;
  },
): Promise<void> {
  await reader.rows('SELECT subscribe_webhook($1, $2, $3, $4, $5, $6)', [
    ...[made.token, made.id, made.urlSealed, made.contactSealed, made.events, made.secretSealed],
  ]);
}

/** False where it is nobody's, somebody else's, or ended. */
export async function changeWebhook(
  reader: Reader,
  change: {
    readonly token: string;
    readonly id: string;
    readonly state: 'active' | 'ended' | null;
    readonly secretSealed: Uint8Array | null;
    readonly overlapHours: number;
  },
): Promise<boolean> {
  const row = await reader.row<{ changed: boolean }>(
    'SELECT change_webhook($1, $2, $3, $4, make_interval(hours => $5)) AS changed',
    [change.token, change.id, change.state, change.secretSealed, change.overlapHours],
  );
  return row?.changed === true;
}

/** How many are told again; null where the subscription is not the caller's. */
export async function replayDeliveries(
  reader: Reader,
  again: { readonly token: string; readonly id: string; readonly from: bigint; readonly to: bigint },
): Promise<bigint | null> {
  const row = await reader.row<{ again: bigint | null }>('SELECT replay_webhook($1, $2, $3, $4) AS again', [
    ...[again.token, again.id, again.from, again.to],
  ]);
  return row?.again ?? null;
}

export async function fanOut(tx: Tx): Promise<bigint> {
  const row = await tx.row<{ told: bigint }>('SELECT fan_out_webhooks() AS told');
  return row?.told ?? 0n;
}

export function deliveriesOf(
  reader: Reader,
  asked: {
    readonly id: string;
    readonly state: string | null;
    readonly before: bigint | null;
    readonly limit: number;
  },
): Promise<WebhookDelivery[]> {
  return reader.rows<WebhookDelivery>(
    `SELECT d.case_id || '.' || d.seq AS "eventId", d.sequence, c.process || '.' || a.action AS type, d.state, d.attempts,
            d.next_at AS "nextAt", d.result, d.made_at AS "madeAt", d.done_at AS "doneAt"
       FROM webhook_delivery d
       JOIN case_action a ON a.owner_id = d.owner_id AND a.case_id = d.case_id AND a.seq = d.seq
       JOIN case_file c ON c.owner_id = d.owner_id AND c.id = d.case_id
      WHERE d.subscription_id = $1 AND ($2::text IS NULL OR d.state = $2) AND ($3::bigint IS NULL OR d.sequence < $3)
      ORDER BY d.sequence DESC LIMIT $4`,
    [asked.id, asked.state, asked.before, asked.limit],
  );
}

/** A step that is due to be told. */
export interface DueDelivery extends WebhookStep {
  readonly ownerId: string;
  readonly subscriptionId: string;
  readonly caseId: string;
  readonly attempts: number;
}

/** The next ones of each subscription that is active, in their order. */
export function dueDeliveries(reader: Reader, limit: number): Promise<DueDelivery[]> {
  return reader.rows<DueDelivery>(
    `SELECT d.owner_id AS "ownerId", d.subscription_id AS "subscriptionId", d.case_id AS "caseId", d.seq AS step, d.sequence,
            d.attempts, c.number AS "caseNumber", c.process, a.action, a.from_state AS "fromState", a.to_state AS "toState", a.at
       FROM webhook_delivery d
       JOIN webhook_subscription s ON s.id = d.subscription_id AND s.state = 'active'
       JOIN case_action a ON a.owner_id = d.owner_id AND a.case_id = d.case_id AND a.seq = d.seq
       JOIN case_file c ON c.owner_id = d.owner_id AND c.id = d.case_id
      WHERE d.state = 'waiting' AND d.next_at <= now() ORDER BY d.subscription_id, d.sequence LIMIT $1`,
    [limit],
  );
}

type DeliveryPlace = Pick<DueDelivery, 'ownerId' | 'subscriptionId' | 'caseId' | 'step' | 'attempts'>;

const atPlace = 'owner_id = $1 AND subscription_id = $2 AND case_id = $3 AND seq = $4';
const placeOf = ({ ownerId, subscriptionId, caseId, step }: DeliveryPlace) => [
  ownerId,
  subscriptionId,
  caseId,
  step,
];

/** Of several workers one has it; told again after the wait where nobody reports back. */
export async function claimDelivery(tx: Tx, due: DeliveryPlace, waitSeconds: number): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE webhook_delivery SET attempts = attempts + 1, next_at = now() + make_interval(secs => $6)
      WHERE ${atPlace} AND state = 'waiting' AND attempts = $5 RETURNING 1`,
    [...placeOf(due), due.attempts, waitSeconds],
  );
  return rows.length > 0;
}

export async function closeDelivery(
  reader: Reader,
  due: DeliveryPlace,
  { state, result }: { readonly state: 'waiting' | 'delivered' | 'failed'; readonly result: string },
): Promise<void> {
  await reader.rows(
    `UPDATE webhook_delivery SET state = $5, result = $6, done_at = CASE WHEN $5 = 'waiting' THEN NULL ELSE now() END
      WHERE ${atPlace} AND state = 'waiting'`,
    [...placeOf(due), state, result],
  );
}

/** Notes how it stands with a subscription; answers whether it was switched off just now. */
export async function noteStanding(
  tx: Tx,
  id: string,
  {
    taken,
    gone,
    failingHours,
  }: { readonly taken: boolean; readonly gone: boolean; readonly failingHours: number },
): Promise<boolean> {
  if (taken) {
    await tx.rows(
      'UPDATE webhook_subscription SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL',
      [id],
    );
    return false;
  }
  await tx.rows(
    'UPDATE webhook_subscription SET failing_since = now() WHERE id = $1 AND failing_since IS NULL',
    [id],
  );
  const rows = await tx.rows(
    `UPDATE webhook_subscription SET state = 'disabled'
      WHERE id = $1 AND state = 'active' AND ($2 OR failing_since < now() - make_interval(hours => $3)) RETURNING 1`,
    [id, gone, failingHours],
  );
  return rows.length > 0;
}
