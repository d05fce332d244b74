import type { Reader } from '#platform/postgres';

/**
 * Of the case `c`: its payment is decided and all that is not paid, gone back into the account, or moved to the unclaimed, whom nobody
 * is about to pay, is kept back because of an objection. Whoever asks in a question of their own, such as the work list, asks with this.
 */
export const isKeptBack = `(c.state IN ('settled', 'paying', 'returned')
  AND EXISTS (SELECT FROM payment_order k WHERE k.owner_id = c.owner_id AND k.case_id = c.id AND k.standing = 'held')
  AND NOT EXISTS (SELECT FROM payment_order k
       LEFT JOIN LATERAL (SELECT result FROM payment_attempt WHERE owner_id = k.owner_id AND order_id = k.id
                             AND result IS DISTINCT FROM 'given-up' ORDER BY attempt DESC LIMIT 1) l ON true
      WHERE k.owner_id = c.owner_id AND k.case_id = c.id AND k.standing NOT IN ('held', 'divided', 'refunded', 'unclaimed')
        AND l.result IS DISTINCT FROM 'paid'))`;

export interface KeptBackRow {
  readonly id: string;
  /** The bank's last word, the last objection that held a share back, or the last order, whichever came last. */
  readonly since: Date;
  /** Another share was paid. */
  readonly paid: boolean;
  /** How many shares nobody claims. */
  readonly unclaimed: number;
}

export function keptBackRows(
  reader: Reader,
  cases: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<readonly KeptBackRow[]> {
  return reader.rows<KeptBackRow>(
    `SELECT c.id,
       greatest((SELECT max(made_at) FROM payment_order WHERE owner_id = c.owner_id AND case_id = c.id),
         (SELECT max(a.answered_at) FROM payment_attempt a JOIN payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
           WHERE o.owner_id = c.owner_id AND o.case_id = c.id),
         (SELECT max(at) FROM case_action WHERE owner_id = c.owner_id AND case_id = c.id AND action = 'hear-heir'
             AND jsonb_typeof(data -> 'held') = 'number' AND data -> 'held' <> '0')) AS since,
       EXISTS (SELECT FROM payment_attempt a JOIN payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
           WHERE o.owner_id = c.owner_id AND o.case_id = c.id AND o.standing = 'open' AND a.result = 'paid') AS paid,
       (SELECT count(*)::integer FROM payment_order o WHERE o.owner_id = c.owner_id AND o.case_id = c.id
           AND o.standing = 'unclaimed') AS unclaimed
     FROM case_file c JOIN unnest($1::text[], $2::text[]) AS asked (owner_id, id) USING (owner_id, id)
     WHERE ${isKeptBack}`,
    [cases.map(({ ownerId }) => ownerId), cases.map(({ id }) => id)],
  );
}
