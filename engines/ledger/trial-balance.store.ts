import type { Reader } from '#platform/postgres';

interface AccountSums {
  readonly code: string;
  readonly normalSide: 'debit' | 'credit';
  readonly debit: string;
  readonly credit: string;
}

export function sumByAccount(reader: Reader): Promise<AccountSums[]> {
  return reader.rows<AccountSums>(
    `SELECT a.code, a.normal_side AS "normalSide",
            coalesce(d.sum, 0)::text AS debit, coalesce(c.sum, 0)::text AS credit
       FROM ledger_account a
       LEFT JOIN (SELECT debit AS code, sum(amount_fen) FROM posting GROUP BY debit) d ON d.code = a.code
       LEFT JOIN (SELECT credit AS code, sum(amount_fen) FROM posting GROUP BY credit) c ON c.code = a.code
      ORDER BY a.code`,
  );
}

export interface NormalSide {
  readonly code: string;
  readonly normalSide: 'debit' | 'credit';
}

export function readNormalSides(reader: Reader): Promise<NormalSide[]> {
  return reader.rows<NormalSide>(
    `SELECT code, normal_side AS "normalSide" FROM ledger_account ORDER BY code`,
  );
}
