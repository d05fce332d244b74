import { ok, type Result, refuse } from '#basics';
import { closedByDeath, endedByDeath } from './closed-by-death.ts';
import type { AccessContext } from './context.ts';
import { loginNameHashes } from './login-names.ts';
import { capacitiesOf, endedLinksOf, locateLogin, loginById } from './logins.store.ts';
import type { OpenSession, SignIn } from './officer-sessions.ts';
import { prove } from './prove.ts';
import { newSessionTimes } from './session-times.ts';
import { type Capacity, insertPersonSession } from './sessions.store.ts';
import { hashToken, personToken } from './tokens.ts';

export interface PersonSignIn extends SignIn {
  /** As what they act in this session; as the insured where that is possible and nothing is said. */
  readonly capacity?: Capacity | undefined;
}

/**
 * Signs in somebody who is not staff. A session acts in one capacity, for the persons that the login has in it, so that
 * what a successor may do never rests on what they may do as insured.
 */
export async function openPersonSession(
  access: AccessContext,
  { loginName, password, totp, capacity }: PersonSignIn,
): Promise<Result<OpenSession>> {
  const { loginDatabase, seal, random } = access;
  const found = await locateLogin(loginDatabase, loginNameHashes(seal, loginName));
  const login = found === null ? undefined : await loginById(loginDatabase, found);
  const holder = login?.active ? ({ kind: 'person', id: login.id } as const) : null;
  const proven = await prove(access, { holder, password, code: totp });
  if (!proven.ok) return proven;
  const loginId = proven.value.holder.id;
  const has = await capacitiesOf(loginDatabase, loginId);
  const chosen = choose(has, capacity);
  if (!chosen) {
    const closed = has.length === 0 && (await isClosedByDeath(access, loginId));
    return refuse({ code: closed ? 'access.login-closed' : 'access.no-capacity' });
  }
  const token = personToken(random, loginId);
  const times = newSessionTimes(proven.value.now);
  await insertPersonSession(loginDatabase, {
    ...times,
    loginId,
    tokenHash: hashToken(token),
    capacity: chosen,
  });
  return ok({ token, expiresAt: times.expiresAt.toISOString() });
}

/**
 * Told only to whoever knows the password of the dead person's own login, and only where it was the death that ended it and the death
 * still counts: nobody who is alive reads that the record says otherwise.
 */
async function isClosedByDeath(
  { database, loginDatabase }: AccessContext,
  loginId: string,
): Promise<boolean> {
  for (const link of await endedLinksOf(loginDatabase, loginId))
    if ((await endedByDeath(database, link)) && (await closedByDeath(database, link))) return true;
  return false;
}

function choose(has: readonly Capacity[], wished: Capacity | undefined): Capacity | undefined {
  if (wished) return has.find((each) => each === wished);
  return has.find((each) => each === 'insured') ?? has[0];
}
