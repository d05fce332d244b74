import type { Reader } from '#platform/postgres';

/** A row that breaks a promise, by its key; never by a number or its hash. */
export interface Stray {
  readonly row: string;
}

export async function countCards(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM card'))?.n ?? 0n;
}

/** Cards that their number does not lead to (the latest of a number), and locators that lead nowhere. */
export function strayLocators(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT coalesce(c.owner_id || '/' || c.id, l.owner_id || '/' || l.card_id) AS row
       FROM (SELECT DISTINCT ON (owner_id, number_hash) owner_id, id, number_hash FROM card
              ORDER BY owner_id, number_hash, id DESC) c
       FULL JOIN card_locator l ON l.number_hash = c.number_hash AND l.owner_id = c.owner_id AND l.card_id = c.id
      WHERE c.id IS NULL OR l.card_id IS NULL
      ORDER BY 1 LIMIT 100`,
  );
}

/** Cards whose state or count of events is not what their events compute to, or whose events do not follow one another. */
export function notAsEventsSay(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM card c
       LEFT JOIN (
         SELECT owner_id, card_id, count(*) AS n, max(seq) AS last, (array_agg(to_state ORDER BY seq DESC))[1] AS state,
                bool_and(from_state = coalesce(before, 'unbound')) AS follow
           FROM (SELECT e.*, lag(to_state) OVER (PARTITION BY owner_id, card_id ORDER BY seq) AS before FROM card_event e) AS e
          GROUP BY owner_id, card_id) e ON e.owner_id = c.owner_id AND e.card_id = c.id
      WHERE e.n IS DISTINCT FROM c.event_count OR e.last IS DISTINCT FROM c.event_count OR e.state IS DISTINCT FROM c.state
         OR e.follow IS DISTINCT FROM true
      ORDER BY 1 LIMIT 100`,
  );
}

/** Cards that outlived their account. */
export function outlived(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM card c JOIN personal_account a ON a.owner_id = c.owner_id AND a.closed_on IS NOT NULL
      WHERE c.state <> 'ended' ORDER BY 1 LIMIT 100`,
  );
}

export async function countPayments(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM card_payment'))?.n ?? 0n;
}

/** Accounts that hold another amount than their pending payments. */
export function heldOtherwise(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT a.owner_id AS row
       FROM personal_account a
       LEFT JOIN (SELECT owner_id, sum(amount_fen) AS held FROM card_payment WHERE state = 'authorised' GROUP BY owner_id) p
         ON p.owner_id = a.owner_id
      WHERE a.held_fen <> coalesce(p.held, 0) ORDER BY 1 LIMIT 100`,
  );
}

/** Confirmed payments that the books have otherwise, postings that no payment made, references that lead elsewhere. */
export function paidOtherwise(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT coalesce(c.owner_id || '/' || c.id, p.owner_id || '/' || p.journal_id) AS row
       FROM (SELECT * FROM card_payment WHERE state = 'confirmed') c
       FULL JOIN (SELECT * FROM posting WHERE purpose = 'card-payment') p
         ON p.owner_id = c.owner_id AND p.journal_id = c.id AND p.amount_fen = c.confirmed_fen
      WHERE c.id IS NULL OR p.journal_id IS NULL
      UNION ALL
     SELECT coalesce(c.owner_id || '/' || c.id, l.owner_id || '/' || l.payment_id)
       FROM card_payment c
       FULL JOIN card_payment_locator l ON l.owner_id = c.owner_id AND l.payment_id = c.id
        AND l.merchant_reference = c.merchant_reference AND l.merchant_id = c.merchant_id
      WHERE c.id IS NULL OR l.payment_id IS NULL
      ORDER BY 1 LIMIT 100`,
  );
}
