import type { Tx } from '#platform/postgres';

/**
 * Ends the login of somebody whose death is on record, and what their agents were allowed; successors keep theirs. Answers
 * how many logins lost the person; the database refuses where no death of the person counts.
 */
export async function endAccessOfTheDead(tx: Tx, personId: string): Promise<number> {
  const row = await tx.row<{ logins: number }>('SELECT end_access_of_the_dead($1) AS logins', [personId]);
  return row?.logins ?? 0;
}
