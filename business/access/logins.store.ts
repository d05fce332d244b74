import type { Reader, Tx } from '#platform/postgres';
import type { Capacity } from './sessions.store.ts';

export interface LoginRow {
  readonly id: string;
  readonly loginNameSealed: Uint8Array;
  readonly active: boolean;
}

export async function loginById(reader: Reader, id: string): Promise<LoginRow | undefined> {
  return reader.row<LoginRow>(
    `SELECT owner_id AS id, login_name_sealed AS "loginNameSealed", active FROM person_login WHERE owner_id = $1`,
    [id],
  );
}

/** The login that has a name, by the hashes it may lie under. */
export async function locateLogin(reader: Reader, hashes: readonly Uint8Array[]): Promise<string | null> {
  const row = await reader.row<{ id: string }>(
    'SELECT owner_id AS id FROM login_locator WHERE name_hash = ANY ($1)',
    [hashes],
  );
  return row?.id ?? null;
}

export interface NewLogin {
  readonly id: string;
  readonly nameHashes: Uint8Array;
  readonly loginNameSealed: Uint8Array;
  readonly passwordHash: string;
}

/** False where another login has the name. */
export async function insertLogin(reader: Reader, login: NewLogin): Promise<boolean> {
  if (!(await takeLoginName(reader, login))) return false;
  await insertLoginRow(reader, login);
  return true;
}

/** Gives a login its name; false where another one has it. */
export async function takeLoginName(
  reader: Reader,
  { nameHashes, id }: Pick<NewLogin, 'nameHashes' | 'id'>,
): Promise<boolean> {
  const row = await reader.row<{ taken: boolean }>('SELECT take_login_name($1, $2) AS taken', [
    nameHashes,
    id,
  ]);
  return row?.taken === true;
}

/** A login that has no name yet. */
export async function insertLoginRow(reader: Reader, login: Omit<NewLogin, 'nameHashes'>): Promise<void> {
  await reader.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, $2, $3, now(), now())`,
    [login.id, login.loginNameSealed, login.passwordHash],
  );
}

export interface Link {
  readonly loginId: string;
  readonly personId: string;
  readonly capacity: Capacity;
}

/** Both sides of "this login may act for this person"; what had ended begins anew, by the proof of this time. */
export async function insertLink(
  reader: Reader,
  link: Link & { readonly proof: 'code-to-contact' | 'window'; readonly reference: string },
): Promise<void> {
  await reader.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, $2, $3, $4, $5, now()) 
     ON CONFLICT (owner_id, person_id, capacity) DO UPDATE SET ended_at = NULL, proof = excluded.proof,
       reference = excluded.reference, since_at = excluded.since_at`,
    [link.loginId, link.personId, link.capacity, link.proof, link.reference],
  );
  await reader.rows(
    `INSERT INTO person_access (owner_id, login_id, capacity, since_at)
     VALUES ($1, $2, $3, now()) 
     ON CONFLICT (owner_id, login_id, capacity) DO UPDATE SET ended_at = NULL`,
    [link.personId, link.loginId, link.capacity],
  );
}

/** The database makes the link, where two officers confirmed the question and identified who asked. */
export async function openLoginByInquiry(
  tx: Tx,
  claim: {
    readonly inquiryId: string;
    readonly secret: string;
    readonly loginId: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT open_login_by_inquiry($1, $2, $3, $4)', [
    ...[claim.inquiryId, claim.secret, claim.loginId, claim.at],
  ]);
}

/** Whether there was such a link to end. */
export async function endLink(reader: Reader, { loginId, personId, capacity }: Link): Promise<boolean> {
  await reader.rows(
    `UPDATE login_person SET ended_at = now()
     WHERE owner_id = $1 AND person_id = $2 AND capacity = $3 AND ended_at IS NULL`,
    [loginId, personId, capacity],
  );
  const rows = await reader.rows(
    `UPDATE person_access SET ended_at = now()
     WHERE owner_id = $1 AND login_id = $2 AND capacity = $3 AND ended_at IS NULL RETURNING 1`,
    [personId, loginId, capacity],
  );
  return rows.length > 0;
}

/** As what a login may act, in the order in which it came to be. */
export async function capacitiesOf(reader: Reader, loginId: string): Promise<readonly Capacity[]> {
  const rows = await reader.rows<{ capacity: Capacity }>(
    `SELECT capacity FROM login_person WHERE owner_id = $1 AND ended_at IS NULL
     GROUP BY capacity ORDER BY min(since_at), capacity`,
    [loginId],
  );
  return rows.map(({ capacity }) => capacity);
}

/** For whom a login acted once, and acts no more. */
export function endedLinksOf(
  reader: Reader,
  loginId: string,
): Promise<readonly (Pick<Link, 'personId' | 'capacity'> & { readonly endedAt: Date })[]> {
  return reader.rows(
    `SELECT person_id AS "personId", capacity, ended_at AS "endedAt" FROM login_person WHERE owner_id = $1 AND ended_at IS NOT NULL
     ORDER BY ended_at DESC, person_id, capacity`,
    [loginId],
  );
}

export interface AccessRow {
  readonly loginId: string;
  readonly capacity: Capacity;
  readonly sinceAt: Date;
}

export async function accessTo(reader: Reader, personId: string): Promise<readonly AccessRow[]> {
  return reader.rows<AccessRow>(
    `SELECT login_id AS "loginId", capacity, since_at AS "sinceAt" FROM person_access
     WHERE owner_id = $1 AND ended_at IS NULL ORDER BY since_at, login_id`,
    [personId],
  );
}

export interface LinkRow {
  readonly loginId: string;
  readonly loginNameSealed: Uint8Array;
  /** By what it was made: `window`, `mandate` … */
  readonly proof: string;
  /** The paper that a clerk saw, or what else it stands on. */
  readonly reference: string;
  readonly sinceAt: Date;
}

/** These logins' own side of it: by what each may act for somebody in a capacity, and since when. */
export function linksOf(
  reader: Reader,
  asked: Omit<Link, 'loginId'> & { readonly loginIds: readonly string[] },
): Promise<readonly LinkRow[]> {
  return reader.rows<LinkRow>(
    `SELECT p.owner_id AS "loginId", l.login_name_sealed AS "loginNameSealed", p.proof, p.reference, p.since_at AS "sinceAt"
       FROM login_person p JOIN person_login l ON l.owner_id = p.owner_id
      WHERE p.owner_id = ANY ($1) AND p.person_id = $2 AND p.capacity = $3 AND p.ended_at IS NULL AND l.active
      ORDER BY p.since_at, p.owner_id`,
    [asked.loginIds, asked.personId, asked.capacity],
  );
}

/** Whether a person or an employer is on record. */
export async function isOnRecord(reader: Reader, id: string): Promise<boolean> {
  const sql = id.startsWith('psn_')
    ? 'SELECT 1 FROM person WHERE owner_id = $1'
    : 'SELECT 1 FROM employer WHERE owner_id = $1';
  return (await reader.row(sql, [id])) !== undefined;
}
