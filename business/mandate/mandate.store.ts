import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** A mandate as it is kept; who is to act stays sealed here. */
export interface MandateRow {
  readonly ownerId: string;
  readonly id: string;
  readonly agentSealed: Uint8Array;
  readonly scope: readonly string[];
  readonly caseNumber: string | null;
  readonly untilOn: PlainDate | null;
  readonly paperReference: string | null;
  readonly givenOn: PlainDate;
  readonly confirmedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
}

const columns = `m.owner_id AS "ownerId", m.id, m.agent_sealed AS "agentSealed", m.scope, c.number AS "caseNumber",
  m.until_on AS "untilOn", m.paper_reference AS "paperReference", m.given_on AS "givenOn", m.confirmed_at AS "confirmedAt",
  m.accepted_at AS "acceptedAt", m.ended_at AS "endedAt"
  FROM mandate m LEFT JOIN case_file c ON c.owner_id = m.owner_id AND c.id = m.case_id`;

/** What these persons or employers gave, the latest first; with a login only what it accepted of that. */
export function mandatesOf(
  reader: Reader,
  { owners, login }: { readonly owners: readonly string[]; readonly login: string | null },
): Promise<readonly MandateRow[]> {
  return reader.rows<MandateRow>(
    `SELECT ${columns} WHERE m.owner_id = ANY ($1) AND ($2::text IS NULL OR m.agent_login = $2)
      ORDER BY m.given_at DESC, m.id DESC LIMIT 200`,
    [owners, login],
  );
}

/** What a login accepted; it is linked with everybody who gave it one. */
export function mandatesHeld(reader: Reader, login: string): Promise<readonly MandateRow[]> {
  return reader.rows<MandateRow>(
    `SELECT ${columns} WHERE m.agent_login = $1 AND m.owner_id = ANY (ARRAY(SELECT p.person_id FROM login_person p
        WHERE p.owner_id = $1 AND p.capacity IN ('agent', 'employer'))) ORDER BY m.given_at DESC, m.id DESC LIMIT 200`,
    [login],
  );
}

/** A mandate by which a login acts in an employer's own capacity. */
export interface ActingRow
  extends Pick<MandateRow, 'id' | 'agentSealed' | 'untilOn' | 'paperReference' | 'givenOn'> {
  readonly loginId: string;
  readonly acceptedAt: Date;
}

/** By which mandates of an employer somebody reports its staff on a day: as `acts_as_employer` finds them. */
export function mandatesActing(
  reader: Reader,
  { employerId, on }: { readonly employerId: string; readonly on: PlainDate },
): Promise<readonly ActingRow[]> {
  return reader.rows<ActingRow>(
    `SELECT m.id, m.agent_login AS "loginId", m.agent_sealed AS "agentSealed", m.until_on AS "untilOn",
       m.paper_reference AS "paperReference", m.given_on AS "givenOn", m.accepted_at AS "acceptedAt"
     FROM mandate m WHERE m.owner_id = $1 AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL AND m.case_id IS NULL
       AND 'staff-reduction' = ANY (m.scope) AND (m.until_on IS NULL OR m.until_on >= $2) ORDER BY m.accepted_at, m.id`,
    [employerId, on],
  );
}

/** Whose logins these are: the persons whose own record each sees, the one it was set up with first. */
export function ownersOfLogins(
  reader: Reader,
  loginIds: readonly string[],
): Promise<readonly { readonly loginId: string; readonly personId: string }[]> {
  return reader.rows(
    `SELECT owner_id AS "loginId", person_id AS "personId" FROM login_person
      WHERE owner_id = ANY ($1) AND capacity = 'insured' AND proof <> 'mandate' AND ended_at IS NULL
      ORDER BY owner_id, since_at, person_id`,
    [loginIds],
  );
}

interface LoginOfEmployer {
  readonly employerId: string;
  readonly login: string;
}

/** What ends with a login of an employer: what it accepted, and what nobody had accepted when it acted last. */
export function mandatesToEnd(
  reader: Reader,
  { employerId, login }: LoginOfEmployer,
): Promise<readonly (Pick<MandateRow, 'id' | 'agentSealed'> & { readonly accepted: boolean })[]> {
  return reader.rows(
    `SELECT m.id, m.agent_sealed AS "agentSealed", m.agent_login IS NOT NULL AS accepted FROM mandate m
      WHERE m.owner_id = $1 AND m.ended_at IS NULL AND (m.agent_login = $2 OR m.agent_login IS NULL AND EXISTS (
        SELECT FROM login_person p WHERE p.owner_id = $2 AND p.person_id = $1 AND (p.ended_at IS NULL OR p.ended_at >= m.given_at)))
      ORDER BY m.id`,
    [employerId, login],
  );
}

/** By what others act for an employer on a day that this login gave them. */
export function mandatesGivenBy(
  reader: Reader,
  { employerId, login, on }: LoginOfEmployer & { readonly on: PlainDate },
): Promise<
  readonly (Pick<MandateRow, 'id' | 'agentSealed' | 'untilOn'> & { readonly agentLogin: string })[]
> {
  return reader.rows(
    `SELECT id, agent_sealed AS "agentSealed", agent_login AS "agentLogin", until_on AS "untilOn" FROM mandate
      WHERE owner_id = $1 AND given_by_login = $2 AND agent_login IS NOT NULL AND ended_at IS NULL
        AND (until_on IS NULL OR until_on >= $3) ORDER BY accepted_at, id`,
    [employerId, login, on],
  );
}

export async function callGiveMandate(
  tx: Tx,
  given: {
    readonly token: string;
    readonly ownerId: string;
    readonly id: string;
    readonly agentSealed: Uint8Array;
    readonly scope: readonly string[];
    readonly caseId: string | null;
    readonly untilOn: PlainDate | null;
    readonly paperReference: string | null;
    readonly codeHash: Uint8Array;
  },
): Promise<void> {
  await tx.rows('SELECT give_mandate($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...[given.token, given.ownerId, given.id, given.agentSealed, given.scope, given.caseId, given.untilOn],
    ...[given.paperReference, given.codeHash],
  ]);
}

export async function callAcceptMandate(
  tx: Tx,
  { token, codeHashes }: { readonly token: string; readonly codeHashes: readonly Uint8Array[] },
): Promise<{ readonly ownerId: string; readonly mandateId: string }> {
  const row = await tx.row<{ ownerId: string; mandateId: string }>(
    'SELECT given_by AS "ownerId", given AS "mandateId" FROM accept_mandate($1, $2)',
    [token, codeHashes],
  );
  if (!row) throw new Error('accept_mandate answers a row');
  return row;
}

interface Place {
  readonly token: string;
  readonly ownerId: string;
  readonly mandateId: string;
}

export async function callConfirmMandate(tx: Tx, { token, ownerId, mandateId }: Place): Promise<void> {
  await tx.rows('SELECT confirm_mandate($1, $2, $3)', [token, ownerId, mandateId]);
}

export async function callEndMandate(tx: Tx, { token, ownerId, mandateId }: Place): Promise<void> {
  await tx.rows('SELECT end_mandate($1, $2, $3)', [token, ownerId, mandateId]);
}

/** Whether a login acts for an employer by the window's word, and not by a mandate of it. */
export async function actsByOwnRight(
  reader: Reader,
  { login, employerId }: { readonly login: string; readonly employerId: string },
): Promise<boolean> {
  const rows = await reader.rows(
    `SELECT FROM login_person WHERE owner_id = $1 AND person_id = $2 AND capacity = 'employer' AND proof <> 'mandate'
       AND ended_at IS NULL`,
    [login, employerId],
  );
  return rows.length > 0;
}
