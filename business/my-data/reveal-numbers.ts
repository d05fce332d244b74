import { type Refusal, type Result, refuse } from '#basics';
import { proveLately } from '#business/access';
import type { Caller } from '#business/access/public';
import { type OwnNumbers, readOwnNumbers } from '#business/registry';
import type { MyDataContext } from './context.ts';

/**
 * Somebody's own numbers in full, for that person alone: after a second look at who they are, unless they gave their password a few
 * minutes ago. A screen that was left open tells nobody. Refuses `registry.no-such-person`, and what proving oneself is refused for.
 */
export async function revealNumbers(asked: {
  readonly context: MyDataContext;
  readonly caller: Caller;
  readonly owner: string;
  readonly proof: { readonly password?: string | undefined; readonly totp?: string | undefined };
}): Promise<Result<OwnNumbers, Refusal>> {
  const { context, caller, owner, proof } = asked;
  if (caller.kind !== 'insured' || !caller.personIds.includes(owner))
    return refuse({ code: 'registry.no-such-person' });
  const proven = await proveLately(context, caller, proof);
  return proven.ok ? readOwnNumbers(context.database, { caller, owner, seal: context.seal }) : proven;
}
