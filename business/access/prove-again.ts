import { ok, type Result, refuse } from '#basics';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { ownOf } from './own-credentials.ts';
import { prove } from './prove.ts';

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
  return proven.ok ? ok(null) : proven;
}
