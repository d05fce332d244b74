import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { arrivalProcess } from './arrival.ts';
import type { Doing } from './context.ts';
import { transferByNumber } from './find-transfer.ts';
import { postOfCase } from './paper/post.store.ts';
import { placeOf } from './place-of.ts';
import { step } from './step.ts';
import { issueForm } from './step-telling.ts';
import { tellPartner } from './tell-partner.ts';

/**
 * The applicant takes the transfer back before it is accepted: nothing has moved yet. A contact letter that is out already is
 * withdrawn with it, in the same transaction.
 */
export async function cancelTransfer(
  tx: Tx,
  doing: Doing & { readonly reason: string | null },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const moved = await step(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'cancel', seen },
    data: { reason },
  });
  if (!moved.ok || file.process !== arrivalProcess.id || file.state !== 'awaiting-sheet') return moved;
  const letter = (await actionsOf(tx, file)).findLast(({ action }) => action === 'submit')?.data.sent;
  if (typeof letter !== 'string') return moved;
  const body = { invalidates: letter, reason: 'applicant-withdrew', text: withdrawn, replacedBy: null };
  const said = await tellPartner(tx, { context, transfer, file, type: 'invalidate', body });
  if (!said.ok) return said;
  // A letter that nobody has posted yet just stays here.
  if (said.value.channel === 'paper' && !(await wasPosted(tx, placeOf(file)))) return moved;
  return issueForm(tx, { context, file: moved.value, told: said.value });
}

async function wasPosted(tx: Tx, place: ReturnType<typeof placeOf>): Promise<boolean> {
  return (await postOfCase(tx, place)).some(({ postedOn }) => postedOn !== null);
}

const withdrawn = { zh: '申请人撤回了转移申请。', en: 'The applicant took the application back.' };
