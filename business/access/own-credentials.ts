import { ok, type Result, refuse } from '#basics';
import { inTransaction, type Tx } from '#platform/postgres';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import {
  credentialOf,
  type Holder,
  setPassword,
  setPendingFactor,
  setSecondFactor,
} from './credentials.store.ts';
import { loginById } from './logins.store.ts';
import { insertOfficerChange, type OfficerChange, officerById } from './officers.store.ts';
import { hashPassword, passwordProblems } from './passwords.ts';
import { prove } from './prove.ts';
import { newSecondFactor, secondFactorStep, secondFactorUri } from './second-factor.ts';
import { endSession, endSessionsOf, liveSessionsOf } from './sessions.store.ts';
import { hashToken } from './tokens.ts';

/** The holder of the session that asks, by a caller whom the door knows from one. */
export interface Own {
  readonly holder: Holder;
  readonly token: string;
}

export function ownOf({ kind, id, token }: Caller): Own | null {
  if (token === null || kind === 'integrator') return null; // a key is no session
  return { holder: { kind: kind === 'officer' ? 'officer' : 'person', id }, token };
}

export async function signOut(access: AccessContext, { holder, token }: Own): Promise<void> {
  await endSession(access.loginDatabase, { holder, tokenHash: hashToken(token) });
}

/** Where else somebody is signed in, this session among them. */
export function ownSessions(access: AccessContext, { holder, token }: Own) {
  return liveSessionsOf(access.loginDatabase, { holder, tokenHash: hashToken(token) });
}

/** Ends every session of the holder but this one. */
export async function signOutElsewhere(access: AccessContext, { holder, token }: Own): Promise<void> {
  await endSessionsOf(access.loginDatabase, { holder, keep: hashToken(token) });
}

interface PasswordChange {
  readonly password: string;
  readonly totp?: string | undefined;
  readonly newPassword: string;
}

/** Needs the present password (and second factor) once more; ends every other session of the same holder. */
export async function changePassword(
  access: AccessContext,
  own: Own,
  { password, totp, newPassword }: PasswordChange,
): Promise<Result<null>> {
  const { holder } = own;
  const proven = await prove(access, { holder, password, code: totp });
  if (!proven.ok) return proven;
  const loginName = await loginNameOf(access, holder);
  const { secondFactor } = proven.value;
  const problems = passwordProblems(newPassword, {
    ...{ path: 'newPassword', secondFactor, loginName, present: password },
  });
  if (problems.length > 0) return refuse({ code: 'access.password-unfit', problems });
  const passwordHash = await hashPassword(access, newPassword);
  return inTransaction(access.loginDatabase, async (tx) => {
    await setPassword(tx, { holder, passwordHash, temporaryUntil: null });
    await noted(tx, access, { own, kind: 'password' });
    return ok(null);
  });
}

/** Shows a new second factor; it counts from its confirmation on, until then the old one does. */
export async function offerSecondFactor(
  access: AccessContext,
  { holder }: Own,
  { password, totp }: Omit<PasswordChange, 'newPassword'>,
): Promise<Result<{ readonly secret: string; readonly uri: string }>> {
  const proven = await prove(access, { holder, password, code: totp });
  if (!proven.ok) return proven;
  const secret = newSecondFactor(access.random);
  await setPendingFactor(access.loginDatabase, { holder, sealed: access.seal.seal(secret) });
  return ok({ secret, uri: secondFactorUri({ secret, loginName: await loginNameOf(access, holder) }) });
}

export async function confirmSecondFactor(
  access: AccessContext,
  own: Own,
  code: string,
): Promise<Result<null>> {
  const { holder } = own;
  return inTransaction(access.loginDatabase, async (tx) => {
    const credential = await credentialOf(tx, holder);
    const sealed = credential?.pendingSealed;
    if (!credential || !sealed) return refuse({ code: 'access.second-factor-wrong' });
    const step = secondFactorStep({ secret: access.seal.open(sealed), code, at: credential.now });
    if (step === null) return refuse({ code: 'access.second-factor-wrong' });
    await setSecondFactor(tx, { holder, sealed, step });
    await noted(tx, access, { own, kind: 'second-factor' });
    return ok(null);
  });
}

interface Change {
  readonly own: Own;
  readonly kind: OfficerChange['kind'];
}

async function noted(tx: Tx, access: AccessContext, { own, kind }: Change): Promise<void> {
  const { holder, token } = own;
  await endSessionsOf(tx, { holder, keep: hashToken(token) });
  if (holder.kind !== 'officer') return;
  const change = { id: access.ids.next('chg'), officerId: holder.id, kind, by: holder.id, roles: null };
  await insertOfficerChange(tx, change);
}

async function loginNameOf({ loginDatabase, seal }: AccessContext, { kind, id }: Holder): Promise<string> {
  if (kind === 'officer') {
    const officer = await officerById(loginDatabase, id);
    if (officer) return officer.loginName;
  } else {
    const login = await loginById(loginDatabase, id);
    if (login) return seal.open(login.loginNameSealed);
  }
  throw new Error(`${id} has a session and no login name`);
}
