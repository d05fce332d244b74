import type { Seal } from '#platform/seal';
import type { SampleDatabase } from '../testing.store.ts';

/** What people were told, as the database keeps it; for this folder's own tests. */

export interface KeptLetter {
  readonly seq: number;
  readonly number: string;
  readonly kind: string;
  readonly language: string;
  readonly statement: string | null;
  readonly dataSealed: Uint8Array;
}

export function lettersInDatabase({ app }: SampleDatabase, owner: string): Promise<KeptLetter[]> {
  return app.rows<KeptLetter>(
    `SELECT seq, number, kind, language, statement, data_sealed AS "dataSealed" FROM letter WHERE owner_id = $1 ORDER BY seq`,
    [owner],
  );
}

/** The signed texts of the letters to one heir. */
export async function heirStatements(
  { app }: SampleDatabase,
  { owner, successorId }: { readonly owner: string; readonly successorId: string },
): Promise<readonly string[]> {
  const rows = await app.rows<{ statement: string | null }>(
    'SELECT statement FROM heir_letter WHERE owner_id = $1 AND successor_id = $2 ORDER BY seq',
    [owner, successorId],
  );
  return rows.flatMap(({ statement }) => (statement === null ? [] : [statement]));
}

/** Gives somebody a contact and a language. */
export async function reach(
  { superuser }: SampleDatabase,
  {
    owner,
    email,
    language,
  }: { readonly owner: string; readonly email: Uint8Array; readonly language: 'zh' | 'en' },
): Promise<void> {
  await superuser.rows('UPDATE person SET email_sealed = $2, language = $3 WHERE owner_id = $1', [
    owner,
    email,
    language,
  ]);
}

/** What somebody chose in their settings. */
export async function chose(
  { superuser }: SampleDatabase,
  { owner, language, at }: { readonly owner: string; readonly language: 'zh' | 'en'; readonly at: Date },
): Promise<void> {
  await superuser.rows(
    'INSERT INTO notice_language (owner_id, chosen_at, language, login_id) VALUES ($1, $2, $3, $4)',
    [owner, at, language, 'usr_insured'],
  );
}

export async function noticesOf(
  { superuser }: SampleDatabase,
  { owner, seal }: { readonly owner: string; readonly seal: Seal },
): Promise<readonly { readonly kind: string; readonly body: string }[]> {
  const rows = await superuser.rows<{ kind: string; body: Uint8Array }>(
    'SELECT kind, body_sealed AS body FROM notice_outbox WHERE owner_id = $1 ORDER BY made_at, ctid',
    [owner],
  );
  return rows.map(({ kind, body }) => ({ kind, body: seal.open(body) }));
}

/** Somebody with all rights, and the sealing key, changes what a letter says. */
export async function alterLetter(
  { superuser }: SampleDatabase,
  {
    owner,
    seal,
    from,
    to,
  }: { readonly owner: string; readonly seal: Seal; readonly from: string; readonly to: string },
): Promise<void> {
  const row = await superuser.row<{ data: Uint8Array }>(
    'SELECT data_sealed AS data FROM letter WHERE owner_id = $1 ORDER BY seq LIMIT 1',
    [owner],
  );
  const altered = seal.seal(seal.open(row?.data ?? new Uint8Array()).replaceAll(from, to));
  await superuser.rows('UPDATE letter SET data_sealed = $2 WHERE owner_id = $1', [owner, altered]);
}
