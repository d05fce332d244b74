import type { Reader } from '#platform/postgres';

export interface EmployerRow {
  readonly employerId: string;
  readonly creditCode: string;
  readonly name: string;
}

const columns = 'e.owner_id AS "employerId", e.credit_code AS "creditCode", e.name';

export function employerById(reader: Reader, employerId: string): Promise<EmployerRow | undefined> {
  return reader.row<EmployerRow>(`SELECT ${columns} FROM employer e WHERE e.owner_id = $1`, [employerId]);
}

/** Its locator leads to the one that has the code. */
export function employerWithCode(reader: Reader, creditCode: string): Promise<EmployerRow | undefined> {
  return reader.row<EmployerRow>(
    `SELECT ${columns} FROM employer_locator l JOIN employer e ON e.owner_id = l.owner_id WHERE l.credit_code = $1`,
    [creditCode],
  );
}

/** Those whose name holds the words, whatever the case of its letters and the width of its marks, in the order of their ids. */
export function employersNamed(
  reader: Reader,
  { words, after, limit }: { readonly words: string; readonly after: string | null; readonly limit: number },
): Promise<readonly EmployerRow[]> {
  return reader.rows<EmployerRow>(
    `SELECT ${columns} FROM employer e
      WHERE strpos(lower(normalize(e.name, NFKC)), lower(normalize($1, NFKC))) > 0 AND ($2::text IS NULL OR e.owner_id > $2) ORDER BY e.owner_id LIMIT $3`,
    [words, after, limit],
  );
}
