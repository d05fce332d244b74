import type { Refusal, Result } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { notConfirmed, stepNotComing } from './arriving/step-not-coming.ts';
import type { Doing } from './context.ts';
import { onTransfer } from './on-transfer.ts';
import { step } from './step.ts';
import { takeBackOnStep } from './take-back.ts';

/**
 * The applicant takes the transfer back before it is accepted: nothing has moved yet. What the other agency was told with the
 * application, a contact letter or that the person comes, is taken back with it, in the same transaction; where it announced the
 * person, and nobody confirmed it here, the announcement is answered.
 */
export function cancelTransfer(
  tx: Tx,
  doing: Doing & { readonly reason: string | null },
): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onTransfer(tx, doing, async ({ file, transfer, by }) => {
    const ending = { ...by, transfer, action: 'cancel', data: { reason } } as const;
    if (file.state === 'announced') return stepNotComing(tx, { ...ending, reason: notConfirmed });
    const moved = await step(tx, ending);
    if (!moved.ok || !applied.includes(file.state)) return moved;
    const said = { reason: 'applicant-withdrew', text: withdrawn } as const;
    return takeBackOnStep(tx, { context, file: moved.value, transfer, ...said });
  });
}

/** Where the other agency has been told, and has not answered. */
const applied: readonly string[] = ['awaiting-sheet', 'awaiting-letter'];

const withdrawn = { zh: '申请人撤回了转移申请。', en: 'The applicant took the application back.' };
