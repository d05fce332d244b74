import type { Reader } from '#platform/postgres';
import type { Role } from './caller.ts';

export interface OfficerRow {
  readonly id: string;
  readonly loginName: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

const columns = `id, login_name AS "loginName", name_zh AS "nameZh", name_en AS "nameEn", office_id AS "officeId", roles, active`;

export async function officerByLoginName(reader: Reader, name: string): Promise<OfficerRow | undefined> {
  return reader.row<OfficerRow>(`SELECT ${columns} FROM officer WHERE login_name = $1`, [name]);
}

export async function officerById(reader: Reader, id: string): Promise<OfficerRow | undefined> {
  return reader.row<OfficerRow>(`SELECT ${columns} FROM officer WHERE id = $1`, [id]);
}

export async function listOfficerRows(
  reader: Reader,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly OfficerRow[]> {
  return reader.rows<OfficerRow>(
    `SELECT ${columns} FROM officer WHERE $1::text IS NULL OR id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
}

export async function anyAdministrator(reader: Reader): Promise<boolean> {
  const row = await reader.row(`SELECT 1 FROM officer WHERE 'administrator' = ANY (roles) LIMIT 1`);
  return row !== undefined;
}

export async function officeExists(reader: Reader, id: string): Promise<boolean> {
  return (await reader.row('SELECT 1 FROM office WHERE id = $1', [id])) !== undefined;
}

export interface Office {
  readonly id: string;
  /** GB/T 2260 code of the region it belongs to. */
  readonly region: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export async function insertOffice(reader: Reader, office: Office): Promise<void> {
  await reader.rows(
    'INSERT INTO office (id, region, name_zh, name_en) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING',
    [office.id, office.region, office.nameZh, office.nameEn],
  );
}

export interface NewCredential {
  readonly passwordHash: string;
  readonly temporaryUntil: Date | null;
  readonly secondFactorSealed: Uint8Array | null;
}

export async function insertOfficer(
  reader: Reader,
  {
    officer,
    credential,
    at,
  }: {
    readonly officer: Omit<OfficerRow, 'active'>;
    readonly credential: NewCredential;
    readonly at: Date;
  },
): Promise<void> {
  const { id, loginName, nameZh, nameEn, officeId, roles } = officer;
  await reader.rows(
    `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, loginName, nameZh, nameEn, officeId, roles, at],
  );
  const { passwordHash, temporaryUntil, secondFactorSealed } = credential;
  await reader.rows(
    `INSERT INTO officer_credential (officer_id, password_hash, temporary_until, totp_secret_sealed, changed_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, passwordHash, temporaryUntil, secondFactorSealed, at],
  );
}

export async function setRoles(
  reader: Reader,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): Promise<void> {
  await reader.rows('UPDATE officer SET roles = $2 WHERE id = $1', [id, roles]);
}

export async function setInactive(reader: Reader, id: string): Promise<void> {
  await reader.rows('UPDATE officer SET active = false WHERE id = $1', [id]);
}

/** Back to a password that was handed over: the old one and the second factor are gone. */
export async function resetCredential(
  reader: Reader,
  {
    id,
    passwordHash,
    temporaryUntil,
  }: { readonly id: string; readonly passwordHash: string; readonly temporaryUntil: Date },
): Promise<void> {
  await reader.rows(
    `UPDATE officer_credential SET password_hash = $2, temporary_until = $3, totp_secret_sealed = NULL,
       totp_pending_sealed = NULL, failures = 0, locked_until = NULL, changed_at = now()
     WHERE officer_id = $1`,
    [id, passwordHash, temporaryUntil],
  );
}

export interface OfficerChange {
  readonly id: string;
  readonly officerId: string;
  readonly kind:
    | 'created'
    | 'roles'
    | 'disabled'
    | 'credentials-reset'
    | 'enrolled'
    | 'password'
    | 'second-factor';
  readonly by: string | null;
  readonly roles: readonly Role[] | null;
}

export async function insertOfficerChange(reader: Reader, change: OfficerChange): Promise<void> {
  await reader.rows(
    'INSERT INTO officer_change (id, officer_id, kind, by_id, roles, at) VALUES ($1, $2, $3, $4, $5, now())',
    [change.id, change.officerId, change.kind, change.by, change.roles],
  );
}
