import type { Tx } from '#platform/postgres';

/** The guards that write an entry which rests on a case. */

export async function callRecordDecided(
  tx: Tx,
  made: {
    readonly ownerId: string;
    readonly decisionId: string;
    readonly entryIds: readonly string[];
    readonly at: Date;
  },
): Promise<number> {
  const row = await tx.row<{ recorded: number }>('SELECT record_decided($1, $2, $3, $4) AS recorded', [
    made.ownerId,
    made.decisionId,
    made.entryIds,
    made.at,
  ]);
  return row?.recorded ?? 0;
}

export async function callRecordFiling(
  tx: Tx,
  made: {
    readonly ownerId: string;
    readonly id: string;
    readonly caseId: string;
    readonly filing: { readonly region: string; readonly group?: string | undefined };
    readonly at: Date;
  },
): Promise<boolean> {
  const row = await tx.row<{ recorded: boolean }>(
    'SELECT record_filing($1, $2, $3, $4, $5, $6) AS recorded',
    [made.ownerId, made.id, made.caseId, made.filing.region, made.filing.group ?? null, made.at],
  );
  return row?.recorded ?? false;
}

export async function callRecordFilingLapsed(
  tx: Tx,
  made: { readonly ownerId: string; readonly id: string; readonly caseId: string; readonly at: Date },
): Promise<boolean> {
  const row = await tx.row<{ lapsed: boolean }>('SELECT record_filing_lapsed($1, $2, $3, $4) AS lapsed', [
    made.ownerId,
    made.id,
    made.caseId,
    made.at,
  ]);
  return row?.lapsed ?? false;
}
