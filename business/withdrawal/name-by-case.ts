import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import { personById } from '#business/registry';
import type { Reader } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import { namesAccount, readWithdrawal } from './read-withdrawal.ts';
import { sameNameSoFar } from './same-name.ts';

/**
 * Whether an account is in the insured person's own name, before anything is sent: who acts for somebody is not told the name, and would
 * else hear of another only at the last press. Told to whom a draft tells it, while they may name the account of this case; a relative
 * of somebody who died could try names, and heirs are paid in names of their own: null.
 */
export async function nameFitsInCase(
  reader: Reader,
  asked: {
    readonly context: WithdrawalContext;
    readonly caller: Caller;
    readonly number: string;
    readonly name: string;
  },
): Promise<Result<{ readonly own: boolean | null }, Refusal>> {
  const view = await readWithdrawal(reader, asked);
  if (!view.ok) return view;
  const { actions, ground, personId } = view.value;
  const { kind } = asked.caller;
  const knows = (kind === 'insured' || kind === 'agent') && ground !== 'death' && namesAccount(actions);
  const person = knows ? await personById(reader, personId) : undefined;
  return ok({ own: person ? sameNameSoFar(asked.name, person) : null });
}
