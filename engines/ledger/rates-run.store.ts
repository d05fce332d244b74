import type { Reader, Tx } from '#platform/postgres';
import type { InterestEntry } from './interest.ts';
import type { InterestTotals } from './interest-run.store.ts';

/** An account with the entries since it was last emptied, and the first year whose interest it has not got. */
export interface AccountEntries {
  readonly owner: string;
  readonly openYear: number;
  readonly entries: readonly InterestEntry[];
}

/** The next accounts after one, with their entries. */
export async function nextAccountEntries(
  reader: Reader,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly AccountEntries[]> {
  const rows = await reader.rows<InterestEntry & { readonly owner: string; readonly openYear: number }>(
    `WITH page AS (
       SELECT owner_id, open_year FROM personal_account
        WHERE owner_id > $1 AND open_year IS NOT NULL AND closed_on IS NULL ORDER BY owner_id LIMIT $2
     ), emptied AS (
       SELECT p.owner_id, max(p.entry_no) AS entry_no FROM posting p JOIN page g ON g.owner_id = p.owner_id
        WHERE p.bucket = 'reset' GROUP BY p.owner_id
     )
     SELECT g.owner_id AS owner, g.open_year AS "openYear", p.effective_on AS "effectiveOn", p.bucket,
            CASE WHEN p.credit = 'personal' THEN p.amount_fen WHEN p.debit = 'personal' THEN -p.amount_fen ELSE 0 END AS "changeFen",
            CASE WHEN p.debit = 'recoverable' AND p.bucket IS NULL THEN -p.amount_fen
                 WHEN p.credit = 'recoverable' AND p.bucket IS NULL AND p.debit <> 'personal' THEN p.amount_fen
                 ELSE 0 END AS "elsewhereFen"
       FROM page g
       LEFT JOIN emptied e ON e.owner_id = g.owner_id
       LEFT JOIN posting p ON p.owner_id = g.owner_id AND p.entry_no > coalesce(e.entry_no, 0)
      ORDER BY g.owner_id, p.effective_on, p.entry_no`,
    [after, limit],
  );
  const accounts = new Map<string, AccountEntries & { readonly entries: InterestEntry[] }>();
  for (const { owner, openYear, ...entry } of rows) {
    const account = accounts.get(owner) ?? { owner, openYear, entries: [] };
    accounts.set(owner, account);
    if (entry.effectiveOn !== null) account.entries.push(entry);
  }
  return [...accounts.values()];
}

export interface RatesProposal {
  readonly token: string;
  readonly id: string;
  /** Of the first day whose rate changes. */
  readonly year: number;
  readonly newRates: string;
  readonly totals: InterestTotals;
  readonly picture: string;
  readonly at: Date;
}

export async function callProposeRates(tx: Tx, proposal: RatesProposal): Promise<Uint8Array> {
  const { accounts, bearing, interestFen, negativeFen } = proposal.totals;
  const row = await tx.row<{ digest: Uint8Array }>(
    'SELECT propose_interest_rates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS digest',
    [
      ...[proposal.token, proposal.id, proposal.year, proposal.newRates],
      ...[accounts, bearing, interestFen, negativeFen, proposal.picture, proposal.at],
    ],
  );
  if (!row) throw new Error('propose_interest_rates answered nothing');
  return row.digest;
}
