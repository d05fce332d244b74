import type { Refusal, Result } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { type TransferContext, today } from '../context.ts';
import { balanceRefusalCodes } from '../messages/refusal-codes.ts';
import { type Told, tellPartner } from '../tell-partner.ts';

/**
 * Where this agency takes no balances from elsewhere it says so as soon as one is offered, under its signature: the person's
 * evidence for being paid out over there (guide, G0.3, G4).
 */
export function refuseBalance(
  tx: Tx,
  asked: {
    readonly context: TransferContext;
    readonly transfer: Transfer;
    readonly file: CaseFile;
    /** The sheet that offers it. */
    readonly messageId: string;
  },
): Promise<Result<Told, Refusal>> {
  const { context, transfer, file, messageId } = asked;
  const code = 'accounts-not-taken';
  const body = {
    ...{ code, text: balanceRefusalCodes[code], legalBasis: ownRule, refusedOn: today(context) },
    ...{ money: 'not-received', sentBackReference: null, amountFen: null },
  };
  return tellPartner(tx, { context, transfer, file, type: 'balance-refused', body, inReplyTo: messageId });
}

/** No national provision lets an agency turn a balance away; whoever does rests on a rule of its own. */
const ownRule = '转入地本地规定 · a rule of the receiving region’s own';
