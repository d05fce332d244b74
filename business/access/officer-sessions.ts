import { ok, type Result, refuse } from '#basics';
import { inTransaction } from '#platform/postgres';
import type { AccessContext } from './context.ts';
import { setPassword, setPendingFactor, setSecondFactor } from './credentials.store.ts';
import { insertOfficerChange, type OfficerRow, officerByLoginName } from './officers.store.ts';
import { hashPassword, passwordProblems } from './passwords.ts';
import { type Proven, prove } from './prove.ts';
import { newSecondFactor, secondFactorStep, secondFactorUri } from './second-factor.ts';
import { newSessionTimes } from './session-times.ts';
import { insertOfficerSession } from './sessions.store.ts';
import { hashToken, officerToken } from './tokens.ts';

/** A session that was opened. The token is told this once; the database keeps its hash. */
export interface OpenSession {
  readonly token: string;
  readonly expiresAt: string;
}

export interface SignIn {
  readonly loginName: string;
  readonly password: string;
  /** The six digits of the second factor. */
  readonly totp?: string | undefined;
}

/** Signs an officer in. In production nobody works without a second factor. */
export async function openOfficerSession(access: AccessContext, given: SignIn): Promise<Result<OpenSession>> {
  const proven = await proveOfficer(access, given);
  if (!proven.ok) return proven;
  const { officer, temporary, secondFactor } = proven.value;
  if (temporary) return refuse({ code: 'access.enrolment-needed' });
  if (!secondFactor && access.mode === 'production') return refuse({ code: 'access.enrolment-needed' });
  return ok(await open(access, { officer, now: proven.value.now }));
}

/** Shows an officer with a handed-over password a new second factor, which counts once they prove to have it. */
export async function beginEnrolment(
  access: AccessContext,
  given: SignIn,
): Promise<Result<{ readonly secret: string; readonly uri: string }>> {
  const proven = await proveOfficer(access, given);
  if (!proven.ok) return proven;
  if (!proven.value.temporary) return refuse({ code: 'access.already-enrolled' });
  const secret = newSecondFactor(access.random);
  await setPendingFactor(access.loginDatabase, {
    holder: proven.value.holder,
    sealed: access.seal.seal(secret),
  });
  return ok({ secret, uri: secondFactorUri({ secret, loginName: given.loginName }) });
}

export interface Enrolment extends SignIn {
  readonly newPassword: string;
}

/** Exchanges the handed-over password for one's own, takes the second factor into use, and signs in. */
export async function finishEnrolment(access: AccessContext, given: Enrolment): Promise<Result<OpenSession>> {
  const { loginName, password, newPassword, totp } = given;
  const proven = await proveOfficer(access, { loginName, password });
  if (!proven.ok) return proven;
  if (!proven.value.temporary) return refuse({ code: 'access.already-enrolled' });
  const factor = pendingFactor(access, { proven: proven.value, totp });
  if (!factor.ok) return factor;
  const secondFactor = factor.value !== null;
  const problems = passwordProblems(newPassword, {
    ...{ path: 'newPassword', secondFactor, loginName, present: password },
  });
  if (problems.length > 0) return refuse({ code: 'access.password-unfit', problems });
  const { holder, officer, now } = proven.value;
  const passwordHash = await hashPassword(access, newPassword);
  await inTransaction(access.loginDatabase, async (tx) => {
    await setPassword(tx, { holder, passwordHash, temporaryUntil: null });
    if (factor.value) await setSecondFactor(tx, { holder, ...factor.value });
    const change = { id: access.ids.next('chg'), officerId: officer.id, kind: 'enrolled' } as const;
    await insertOfficerChange(tx, { ...change, by: officer.id, roles: null });
    return ok(null);
  });
  return ok(await open(access, { officer, now }));
}

interface ProvenOfficer extends Proven {
  readonly officer: OfficerRow;
}

async function proveOfficer(access: AccessContext, given: SignIn): Promise<Result<ProvenOfficer>> {
  const officer = await officerByLoginName(access.loginDatabase, given.loginName.trim().toLowerCase());
  const holder = officer?.active ? ({ kind: 'officer', id: officer.id } as const) : null;
  const proven = await prove(access, { holder, password: given.password, code: given.totp });
  if (!proven.ok) return proven;
  if (!officer) throw new Error('somebody proved to be an officer whom nobody knows');
  return ok({ ...proven.value, officer });
}

interface Pending {
  readonly proven: Proven;
  readonly totp: string | undefined;
}

/** The second factor that was shown and is now proved; null where none is used, outside of production. */
function pendingFactor(
  access: AccessContext,
  { proven, totp }: Pending,
): Result<{ readonly sealed: Uint8Array; readonly step: bigint } | null> {
  if (totp === undefined)
    return access.mode === 'production' ? refuse({ code: 'access.second-factor-needed' }) : ok(null);
  const sealed = proven.pendingSealed;
  const secret = sealed && access.seal.open(sealed);
  const step = secret === null ? null : secondFactorStep({ secret, code: totp, at: proven.now });
  return sealed && step !== null ? ok({ sealed, step }) : refuse({ code: 'access.second-factor-wrong' });
}

async function open(
  access: AccessContext,
  { officer, now }: { readonly officer: OfficerRow; readonly now: Date },
): Promise<OpenSession> {
  const token = officerToken(access.random);
  const times = newSessionTimes(now);
  await insertOfficerSession(access.loginDatabase, {
    ...times,
    officerId: officer.id,
    tokenHash: hashToken(token),
  });
  return { token, expiresAt: times.expiresAt.toISOString() };
}
