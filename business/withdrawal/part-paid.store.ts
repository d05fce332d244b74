import type { Reader } from '#platform/postgres';
import { isKeptBack } from './kept-back.store.ts';

/** How many shares of one case's heirs are where, while it is settled and not all are paid. */
export interface SharesRow {
  readonly id: string;
  readonly paid: number;
  /** In a batch that left for the bank, which has not answered. */
  readonly atBank: number;
  /** Nothing but the agency's next batch is missing. */
  readonly due: number;
  /** No account was named, or the one that the bank refused is not corrected. */
  readonly lacking: number;
  /** Kept back because of an objection. */
  readonly held: number;
  /** Moved to the unclaimed: nobody pays it until somebody claims it. */
  readonly unclaimed: number;
  /** Whose shares lack an account; one heir may have several. */
  readonly lackingHeirs: number;
  /** When a share moved last. */
  readonly since: Date;
}

/** Of an order `o`: the last try to pay it, and the account that is named for it. */
const tryAndAccount = `LEFT JOIN LATERAL (SELECT a.result, a.payee_revision, a.result IS NULL AS open,
                             EXISTS (SELECT FROM payment_release r WHERE r.batch_id = a.batch_id) AS released
                        FROM payment_attempt a WHERE a.owner_id = o.owner_id AND a.order_id = o.id
                         AND a.result IS DISTINCT FROM 'given-up' ORDER BY a.attempt DESC LIMIT 1) t ON true
   LEFT JOIN LATERAL (SELECT max(revision) AS revision FROM payee WHERE owner_id = o.owner_id AND case_id = o.case_id
                         AND party_id IS NOT DISTINCT FROM o.party_id) p ON true`;

const isPaid = `coalesce(t.result = 'paid', false)`;
const lacksAccount = `(NOT coalesce(t.open, false) AND (p.revision IS NULL
  OR coalesce(t.result IN ('returned', 'sent-back') AND p.revision <= t.payee_revision, false)))`;

/** Of the case `c`: of its heirs' shares one waits for an account, or is unclaimed, and none is with the bank or to be paid. */
const nothingToPay = `(c.state IN ('settled', 'paying') AND coalesce((
  SELECT bool_and(o.standing = 'unclaimed' OR ${lacksAccount}) FROM payment_order o ${tryAndAccount}
   WHERE o.owner_id = c.owner_id AND o.case_id = c.id AND o.party_id IS NOT NULL AND o.standing IN ('open', 'unclaimed')
     AND NOT ${isPaid}), false))`;

/** Of the case `c`: nobody here has anything to do, so no day of it counts. Whoever lists cases by their days asks with this. */
export const isResting = `(${isKeptBack} OR ${nothingToPay})`;

/** Of the cases whose state says no more than that they are settled, or with the bank since the first share went there. */
export function sharesRows(
  reader: Reader,
  cases: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<readonly SharesRow[]> {
  return reader.rows<SharesRow>(
    `WITH share AS (
       SELECT c.owner_id, c.id, o.party_id, o.standing, ${isPaid} AS paid, coalesce(t.open AND t.released, false) AS at_bank,
              ${lacksAccount} AS lacking
         FROM case_file c JOIN unnest($1::text[], $2::text[]) AS asked (owner_id, id) USING (owner_id, id)
         JOIN payment_order o ON o.owner_id = c.owner_id AND o.case_id = c.id
         ${tryAndAccount}
        WHERE c.state IN ('settled', 'paying') AND o.party_id IS NOT NULL AND o.standing IN ('open', 'held', 'unclaimed'))
     SELECT id, (count(*) FILTER (WHERE standing = 'open' AND paid))::integer AS paid,
       (count(*) FILTER (WHERE standing = 'open' AND at_bank))::integer AS "atBank",
       (count(*) FILTER (WHERE standing = 'open' AND NOT paid AND NOT at_bank AND NOT lacking))::integer AS due,
       (count(*) FILTER (WHERE standing = 'open' AND NOT paid AND lacking))::integer AS lacking,
       (count(DISTINCT party_id) FILTER (WHERE standing = 'open' AND NOT paid AND lacking))::integer AS "lackingHeirs",
       (count(*) FILTER (WHERE standing = 'held'))::integer AS held,
       (count(*) FILTER (WHERE standing = 'unclaimed'))::integer AS unclaimed,
       (SELECT max(at) FROM case_action WHERE owner_id = share.owner_id AND case_id = share.id
           AND action IN ('settle', 'send-to-bank', 'return-payment', 'correct-payee', 'share-moved', 'share-held',
                          'name-own-account')) AS since
     FROM share GROUP BY owner_id, id`,
    [cases.map(({ ownerId }) => ownerId), cases.map(({ id }) => id)],
  );
}
