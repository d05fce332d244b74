import type { Refusal, Result } from '#basics';
import { type CaseFile, systemActor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { type TransferContext, today } from '../context.ts';
import { balanceRefusalCodes } from '../messages/refusal-codes.ts';
import { stepSaying } from '../step-telling.ts';

/**
 * Where this agency takes no balances from elsewhere it says so as soon as one is offered and the months are on record, under its
 * signature: the person's evidence for being paid out over there (guide, G0.3, G4).
 */
export function turnAway(
  tx: Tx,
  asked: {
    readonly context: TransferContext;
    readonly transfer: Transfer;
    readonly file: CaseFile;
    /** The sheet that offers it. */
    readonly messageId: string;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, transfer, file, messageId } = asked;
  const code = 'accounts-not-taken';
  const why = {
    code,
    text: { ...balanceRefusalCodes[code] },
    legalBasis: ownRule,
    refusedOn: today(context),
  };
  const body = { ...why, money: 'not-received', sentBackReference: null, amountFen: null };
  return stepSaying(tx, {
    ...{ context, file, transfer, actor: systemActor, action: 'turn-away' },
    says: { type: 'balance-refused', body, inReplyTo: messageId },
    data: (sent) => ({ sent, ...why }),
  });
}

/** No national provision lets an agency turn a balance away; whoever does rests on a rule of its own. */
const ownRule = '转入地本地规定 · a rule of the receiving region’s own';
