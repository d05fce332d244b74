import { ok, type Refusal, type Result, refuse } from '#basics';
import { ordersOfCase } from '#business/payments';
import { isMinor } from '#business/succession/public';
import type { Reader } from '#platform/postgres';
import { today, type WithdrawalContext } from './context.ts';
import { decidedForHeirs } from './decided-for-heirs.ts';
import { waitsForAccount } from './heir-accounts.ts';
import { openLink } from './open-heir-link.ts';
import { mayBePaidTo } from './same-name.ts';
import { accountSeen } from './see-by-link.ts';

/**
 * Whether an account may be in this name, before anything is saved: the page of a link does not know the heir's name in full. Whoever
 * may name no account by it is told nothing, since they could try names: null, or refused.
 */
export async function nameFitsByLink(
  reader: Reader,
  asked: { readonly context: WithdrawalContext; readonly secret: string; readonly name: string },
): Promise<Result<{ readonly own: boolean | null }, Refusal>> {
  const { context, secret, name } = asked;
  const opened = await openLink(reader, secret);
  if (!opened.ok) return opened;
  const { file, heir, byRelative } = opened.value;
  if (byRelative && accountSeen(heir)) return refuse({ code: 'succession.given-at-window' });
  const { decided } = await decidedForHeirs(reader, file);
  if (byRelative && decided !== 'open') return refuse({ code: 'succession.link-passed-on' });
  const orders = await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id });
  const wanted = heir.word !== 'waive' && (decided === 'open' || waitsForAccount({ file, orders }, heir.id));
  if (!wanted) return ok({ own: null });
  return ok({ own: mayBePaidTo(heir, { name, minor: isMinor(heir, today(context)) }) });
}
