import { ok, type Refusal, type Result, type Text } from '#basics';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import type { TransferContext } from './context.ts';
import type { InvalidationCode } from './messages/invalidate.ts';
import { type Told, tellPartner } from './tell-partner.ts';

/**
 * Takes back what the other agency was told when somebody applied here: our contact letter, or the announcement of who leaves.
 * Null where nobody applied here: the case was opened by a letter of theirs.
 */
export async function takeBackWhatWasSaid(
  tx: Tx,
  asked: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly reason: InvalidationCode;
    readonly text: Text;
  },
): Promise<Result<Told | null, Refusal>> {
  const { context, file, transfer, reason, text } = asked;
  const told = (await actionsOf(tx, file)).findLast(({ action }) => action === 'submit')?.data.sent;
  if (typeof told !== 'string') return ok(null);
  const body = { invalidates: told, reason, text, replacedBy: null };
  const takesBack = transfer.direction === 'out' ? 'certificate' : 'contact-letter';
  return tellPartner(tx, { context, transfer, file, type: 'invalidate', body, takesBack });
}
