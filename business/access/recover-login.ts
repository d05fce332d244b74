import { ok, type Result, refuse } from '#basics';
import { codeWrong, linked, type Showing, type Shown, shownBy, useUp } from './activate-login.ts';
import type { AccessContext } from './context.ts';
import { credentialOf, setPassword, setSecondFactor } from './credentials.store.ts';
import { endedInError } from './ended-in-error.ts';
import { evenly } from './evenly.ts';
import { accessTo, insertLink, loginById } from './logins.store.ts';
import { hashPassword, passwordProblems } from './passwords.ts';
import { endSessionsOf } from './sessions.store.ts';

export type LoginRecovery = Showing & { readonly password: string };

/**
 * Sets a new password and ends every session. With a code from the window the second factor goes too, since the clerk saw
 * who it is, and what a death had ended that was found wrong begins anew; with a code that was sent it stays, or a telephone alone
 * would be enough. Answers the login name.
 */
export function recoverLogin(
  access: AccessContext,
  given: LoginRecovery,
): Promise<Result<{ readonly loginName: string }>> {
  return evenly(access, async () => {
    const passwordHash = await hashPassword(access, given.password);
    const shown = await shownBy(access, { showing: given, purpose: 'recovery' });
    if (!shown) return codeWrong;
    const loginId = await loginOf(access, shown);
    const login = loginId === null ? undefined : await loginById(access.loginDatabase, loginId);
    if (!login) return refuse({ code: 'access.no-login' });
    return renew(access, { shown, login, passwordHash, password: given.password });
  });
}

async function loginOf(access: AccessContext, shown: Shown): Promise<string | null> {
  if (shown.by === 'window-code') return shown.row.loginId;
  const logins = await accessTo(access.loginDatabase, shown.personId);
  return logins.find(({ capacity }) => capacity === 'insured')?.loginId ?? null;
}

interface Renewal {
  readonly shown: Shown;
  readonly login: { readonly id: string; readonly loginNameSealed: Uint8Array };
  readonly passwordHash: string;
  readonly password: string;
}

async function renew(
  access: AccessContext,
  { shown, login, passwordHash, password }: Renewal,
): Promise<Result<{ readonly loginName: string }>> {
  const holder = { kind: 'person', id: login.id } as const;
  const loginName = access.seal.open(login.loginNameSealed);
  const anew = await linkAnew(access, { shown, loginId: login.id });
  return linked(access, async (tx) => {
    const credential = await credentialOf(tx, holder);
    const keeps = shown.by === 'sent-code' && Boolean(credential?.secondFactorSealed);
    const problems = passwordProblems(password, { path: 'password', secondFactor: keeps, loginName });
    if (problems.length > 0) return refuse({ code: 'access.password-unfit', problems });
    if (!(await useUp(tx, { shown, loginId: login.id }))) return codeWrong;
    await setPassword(tx, { holder, passwordHash, temporaryUntil: null });
    if (!keeps) await setSecondFactor(tx, { holder, sealed: null, step: credential?.lastStep ?? 0n });
    await endSessionsOf(tx, { holder, keep: null });
    if (anew) await insertLink(tx, anew);
    return ok({ loginName });
  });
}

/** The link that begins anew with the code; null where the login has it, or had it ended for another reason. */
async function linkAnew(
  access: AccessContext,
  { shown, loginId }: { readonly shown: Shown; readonly loginId: string },
): Promise<Parameters<typeof insertLink>[1] | null> {
  if (shown.by !== 'window-code') return null;
  const { personId, capacity, paperReference: reference } = shown.row;
  const link = { loginId, personId, capacity };
  return (await endedInError(access, link)) ? { ...link, proof: 'window', reference } : null;
}
