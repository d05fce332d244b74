import { ok, type Result, refuse } from '#basics';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { limits } from './limits.ts';
import { ownOf } from './own-credentials.ts';
import { prove } from './prove.ts';
import { noteProof, provenWithin } from './sessions.store.ts';
import { hashToken } from './tokens.ts';

/**
 * The second look at who somebody is, in the middle of a session: before something leaves that a screen left open must not give
 * away. A wrong password counts as one at the door does. Refuses `access.no-session`, `access.wrong-credentials` and
 * `access.second-factor-needed`.
 */
export async function proveAgain(
  access: AccessContext,
  caller: Caller,
  given: { readonly password: string; readonly totp?: string | undefined },
): Promise<Result<null>> {
  const own = ownOf(caller);
  if (!own) return refuse({ code: 'access.no-session' });
  const proven = await prove(access, { holder: own.holder, password: given.password, code: given.totp });
  if (!proven.ok) return proven;
  const { holder, token } = own;
  if (holder.kind === 'person')
    await noteProof(access.loginDatabase, { loginId: holder.id, tokenHash: hashToken(token) });
  return ok(null);
}

/**
 * The same, but nothing is asked where the password was given a few minutes ago, at the door or since. Refuses
 * `access.prove-again` where it was not and none is given now.
 */
export async function proveLately(
  access: AccessContext,
  caller: Caller,
  given: { readonly password?: string | undefined; readonly totp?: string | undefined },
): Promise<Result<null>> {
  const { password, totp } = given;
  if (password !== undefined) return proveAgain(access, caller, { password, totp });
  const own = ownOf(caller);
  if (own?.holder.kind !== 'person') return refuse({ code: 'access.no-session' });
  const session = { loginId: own.holder.id, tokenHash: hashToken(own.token) };
  const lately = await provenWithin(access.loginDatabase, { ...session, minutes: limits.provenMinutes });
  return lately ? ok(null) : refuse({ code: 'access.prove-again' });
}
