import type { Refusal, Result } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { onTransfer } from './on-transfer.ts';
import { step } from './step.ts';
import { takeBackOnStep } from './take-back.ts';

/**
 * The applicant takes the transfer back before it is accepted: nothing has moved yet. What the other agency was told with the
 * application, a contact letter or that the person comes, is taken back with it, in the same transaction.
 */
export function cancelTransfer(
  tx: Tx,
  doing: Doing & { readonly reason: string | null },
): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onTransfer(tx, doing, async ({ file, transfer, by }) => {
    const moved = await step(tx, { ...by, transfer, action: 'cancel', data: { reason } });
    if (!moved.ok || !applied.includes(file.state)) return moved;
    const said = { reason: 'applicant-withdrew', text: withdrawn } as const;
    return takeBackOnStep(tx, { context, file: moved.value, transfer, ...said });
  });
}

/** Where the other agency has been told, and has not answered. */
const applied: readonly string[] = ['awaiting-sheet', 'awaiting-letter'];

const withdrawn = { zh: '申请人撤回了转移申请。', en: 'The applicant took the application back.' };
