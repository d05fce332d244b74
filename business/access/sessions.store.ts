import type { Reader } from '#platform/postgres';
import type { Role } from './caller.ts';
import type { Holder } from './credentials.store.ts';

export interface SessionTimes {
  readonly openedAt: Date;
  readonly expiresAt: Date;
}

/** An officer behind a live session, with the server's time. */
export interface OfficerSession extends SessionTimes {
  readonly officerId: string;
  readonly roles: readonly Role[];
  readonly officeId: string;
  readonly now: Date;
}

export async function liveOfficerSession(
  reader: Reader,
  tokenHash: Uint8Array,
): Promise<OfficerSession | undefined> {
  return reader.row<OfficerSession>(
    `SELECT o.id AS "officerId", o.roles, o.office_id AS "officeId", s.opened_at AS "openedAt",
       s.expires_at AS "expiresAt", clock_timestamp() AS now
     FROM officer_session s JOIN officer o ON o.id = s.officer_id
     WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND o.active`,
    [tokenHash],
  );
}

export type Capacity = 'insured' | 'successor' | 'agent' | 'employer';

export interface PersonSession extends SessionTimes {
  readonly capacity: Capacity;
  readonly personIds: readonly string[];
  /** Those among them, or ended since, for whom it acts only as long as a mandate of theirs holds. */
  readonly letBy: readonly string[];
  readonly now: Date;
}

/** Of this login and no other: the token's own claim is not enough without its hash among that login's sessions. */
export async function livePersonSession(
  reader: Reader,
  { loginId, tokenHash }: { readonly loginId: string; readonly tokenHash: Uint8Array },
): Promise<PersonSession | undefined> {
  return reader.row<PersonSession>(
    `SELECT s.capacity, s.opened_at AS "openedAt", s.expires_at AS "expiresAt", clock_timestamp() AS now,
       ARRAY(SELECT p.person_id FROM login_person p
             WHERE p.owner_id = s.owner_id AND p.capacity = s.capacity AND p.ended_at IS NULL
             ORDER BY p.since_at, p.person_id) AS "personIds",
       ARRAY(SELECT p.person_id FROM login_person p
             WHERE p.owner_id = s.owner_id AND p.capacity = s.capacity AND p.proof = 'mandate') AS "letBy"
     FROM person_session s JOIN person_login l ON l.owner_id = s.owner_id
     WHERE s.owner_id = $1 AND s.token_hash = $2 AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
       AND l.active`,
    [loginId, tokenHash],
  );
}

export async function insertOfficerSession(
  reader: Reader,
  session: SessionTimes & { readonly officerId: string; readonly tokenHash: Uint8Array },
): Promise<void> {
  await reader.rows(
    'INSERT INTO officer_session (token_hash, officer_id, opened_at, expires_at) VALUES ($1, $2, $3, $4)',
    [session.tokenHash, session.officerId, session.openedAt, session.expiresAt],
  );
}

export async function insertPersonSession(
  reader: Reader,
  session: SessionTimes & {
    readonly loginId: string;
    readonly tokenHash: Uint8Array;
    readonly capacity: Capacity;
  },
): Promise<void> {
  await reader.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
    [session.loginId, session.tokenHash, session.capacity, session.openedAt, session.expiresAt],
  );
}

const places = {
  officer: { table: 'officer_session', key: 'officer_id' },
  person: { table: 'person_session', key: 'owner_id' },
} as const;

interface At {
  readonly holder: Holder;
  readonly tokenHash: Uint8Array;
}

export async function extendSession(
  reader: Reader,
  { holder, tokenHash, expiresAt }: At & { readonly expiresAt: Date },
): Promise<void> {
  const { table, key } = places[holder.kind];
  await reader.rows(
    `UPDATE ${table} SET expires_at = $3
     WHERE ${key} = $1 AND token_hash = $2 AND ended_at IS NULL AND expires_at < $3`,
    [holder.id, tokenHash, expiresAt],
  );
}

export async function endSession(reader: Reader, { holder, tokenHash }: At): Promise<void> {
  const { table, key } = places[holder.kind];
  await reader.rows(
    `UPDATE ${table} SET ended_at = now() WHERE ${key} = $1 AND token_hash = $2 AND ended_at IS NULL`,
    [holder.id, tokenHash],
  );
}

/** The password was given once more in this session. */
export async function noteProof(
  reader: Reader,
  { loginId, tokenHash }: { readonly loginId: string; readonly tokenHash: Uint8Array },
): Promise<void> {
  await reader.rows(
    `UPDATE person_session SET proven_at = clock_timestamp() WHERE owner_id = $1 AND token_hash = $2 AND ended_at IS NULL`,
    [loginId, tokenHash],
  );
}

/** Whether the password was given in this live session within so many minutes: at the door, or once more since. */
export async function provenWithin(
  reader: Reader,
  of: { readonly loginId: string; readonly tokenHash: Uint8Array; readonly minutes: number },
): Promise<boolean> {
  const rows = await reader.rows(
    `SELECT FROM person_session WHERE owner_id = $1 AND token_hash = $2 AND ended_at IS NULL
       AND greatest(opened_at, proven_at) > clock_timestamp() - make_interval(mins => $3)`,
    [of.loginId, of.tokenHash, of.minutes],
  );
  return rows.length > 0;
}

/** Whether this session of a login lived until now. */
export async function endLiveSession(
  reader: Reader,
  { loginId, tokenHash }: { readonly loginId: string; readonly tokenHash: Uint8Array },
): Promise<boolean> {
  const rows = await reader.rows(
    `UPDATE person_session SET ended_at = now()
     WHERE owner_id = $1 AND token_hash = $2 AND ended_at IS NULL AND expires_at > clock_timestamp() RETURNING 1`,
    [loginId, tokenHash],
  );
  return rows.length > 0;
}

/** Ends every session of the holder, but the one that is kept where one is. */
export async function endSessionsOf(
  reader: Reader,
  { holder, keep }: { readonly holder: Holder; readonly keep: Uint8Array | null },
): Promise<void> {
  const { table, key } = places[holder.kind];
  await reader.rows(
    `UPDATE ${table} SET ended_at = now()
     WHERE ${key} = $1 AND ended_at IS NULL AND ($2::bytea IS NULL OR token_hash <> $2)`,
    [holder.id, keep],
  );
}

/** The holder's sessions that live, the latest first; which of them asks. */
export function liveSessionsOf(
  reader: Reader,
  { holder, tokenHash }: At,
): Promise<readonly (SessionTimes & { readonly current: boolean })[]> {
  const { table, key } = places[holder.kind];
  return reader.rows(
    `SELECT opened_at AS "openedAt", expires_at AS "expiresAt", token_hash = $2 AS current FROM ${table}
      WHERE ${key} = $1 AND ended_at IS NULL AND expires_at > clock_timestamp() ORDER BY opened_at DESC LIMIT 50`,
    [holder.id, tokenHash],
  );
}
