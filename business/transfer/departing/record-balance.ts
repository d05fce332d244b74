import { type PlainDate, plainDate, type Refusal, type Result, shanghaiDate } from '#basics';
import { recordTransferBalance } from '#business/registry';
import type { BalanceAnswer } from '#business/registry/public';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { TransferContext } from '../context.ts';

/** How the balance of an accepted transfer fares, as the grounds of a withdrawal ask for it. */
export async function recordBalance(
  tx: Tx,
  told: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly messageId: string | null;
    readonly balance: BalanceAnswer;
    readonly evidenceOn: PlainDate | null;
  },
): Promise<Result<void, Refusal>> {
  const { context, file, ...said } = told;
  const done = await actionsOf(tx, file);
  const on = done.findLast(({ action }) => action === 'accept')?.data.appliedOn;
  const applied = done.find(({ action }) => action === 'submit')?.at ?? file.openedAt;
  const appliedOn = typeof on === 'string' ? plainDate(on) : shanghaiDate(applied);
  const place = { owner: file.ownerId, caseId: file.id, ids: context.ids, at: context.clock.now() };
  return recordTransferBalance(tx, { ...place, ...said, appliedOn });
}
