import { createHash } from 'node:crypto';
import type { TestDatabase } from '#platform/testing';

/** People, logins and passing time, for the tests of papers. */

/** A person on whose record something stands, recorded by the clerk and confirmed by the reviewer. */
export async function recordConfirmed(
  db: TestDatabase,
  { owner, kind, body }: { readonly owner: string; readonly kind: string; readonly body: object },
): Promise<void> {
  const id = `rec_${owner}_${kind}`;
  await db.app.rows(`SELECT record_paper('token-clerk', $1, $2, $3, $4, 'A-1', now())`, [
    owner,
    id,
    kind,
    body,
  ]);
  await db.app.rows(`SELECT confirm_record('token-reviewer', $1, $2, true, NULL, now())`, [owner, id]);
}

/** A login of somebody who may act for a person; answers the token of a live session. */
export async function openLoginFor(
  { superuser }: TestDatabase,
  { owner, capacity }: { readonly owner: string; readonly capacity: 'insured' | 'successor' | 'agent' },
): Promise<string> {
  const login = `usr_${createHash('sha256').update(owner).digest('hex').slice(0, 26)}`;
  const token = `sxu_${login}.${'s'.repeat(43)}`;
  await superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, '', '', now(), now())`,
    [login],
  );
  await superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, $2, $3, 'window', 'test', now())`,
    [login, owner, capacity],
  );
  await superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, $3, now(), now() + interval '1 day')`,
    [login, createHash('sha256').update(token).digest(), capacity],
  );
  return token;
}

/** Everything that happened to a person's cases and files lies so many years further back. */
export async function letYearsPass({ superuser }: TestDatabase, owner: string, years: number): Promise<void> {
  for (const [table, column] of [
    ['case_action', 'at'],
    ['paper_upload', 'at'],
  ] as const) {
    await superuser.rows(
      `UPDATE ${table} SET ${column} = ${column} - make_interval(years => $2) WHERE owner_id = $1`,
      [owner, years],
    );
  }
}

export async function setInvestigation({ app }: TestDatabase, owner: string): Promise<void> {
  await app.rows(
    `SELECT set_measure('token-clerk', $1, $2, 'investigation', NULL, 'FUND-30', '核查', 'A-2', business_today(), now())`,
    [owner, `mea_${owner}`],
  );
  await app.rows(`SELECT decide_measure('token-reviewer', $1, $2, true, NULL, now())`, [
    owner,
    `mea_${owner}`,
  ]);
}

export async function storedFilesOf(
  { app }: TestDatabase,
  owner: string,
): Promise<readonly { readonly name: string; readonly keyed: boolean; readonly scan: string }[]> {
  return app.rows(
    `SELECT stored_name AS name, key_sealed IS NOT NULL AS keyed,
            (SELECT outcome FROM paper_scan s WHERE s.owner_id = f.owner_id AND s.file_id = f.id ORDER BY seq DESC LIMIT 1) AS scan
       FROM paper_file f WHERE owner_id = $1 ORDER BY received_at, id`,
    [owner],
  );
}

export async function viewingsOf({ app }: TestDatabase, owner: string): Promise<readonly string[]> {
  const rows = await app.rows<{ operation: string }>(
    'SELECT operation FROM access_log WHERE owner_id = $1 ORDER BY id',
    [owner],
  );
  return rows.map(({ operation }) => operation);
}
