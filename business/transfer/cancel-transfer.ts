import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { transferByNumber } from './find-transfer.ts';
import { postOfCase } from './paper/post.store.ts';
import { placeOf } from './place-of.ts';
import { step } from './step.ts';
import { issueForm } from './step-telling.ts';
import { takeBackWhatWasSaid } from './take-back.ts';

/**
 * The applicant takes the transfer back before it is accepted: nothing has moved yet. What the other agency was told with the
 * application, a contact letter or that the person comes, is taken back with it, in the same transaction.
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
  if (!moved.ok || !applied.includes(file.state)) return moved;
  const said = await takeBackWhatWasSaid(tx, {
    ...{ context, file, transfer, reason: 'applicant-withdrew', text: withdrawn },
  });
  if (!said.ok || said.value === null) return said.ok ? moved : said;
  // A letter that nobody has posted yet just stays here.
  if (said.value.channel === 'paper' && !(await wasPosted(tx, placeOf(file)))) return moved;
  return issueForm(tx, { context, file: moved.value, told: said.value });
}

/** Where the other agency has been told, and has not answered. */
const applied: readonly string[] = ['awaiting-sheet', 'awaiting-letter'];

async function wasPosted(tx: Tx, place: ReturnType<typeof placeOf>): Promise<boolean> {
  return (await postOfCase(tx, place)).some(({ postedOn }) => postedOn !== null);
}

const withdrawn = { zh: '申请人撤回了转移申请。', en: 'The applicant took the application back.' };
