import type { CaseMoves } from '#business/payments';
import { departurePaymentMoves, departureProcess, type TransferContext } from '#business/transfer';
import { paymentMoves, type TellingContext, withdrawalProcess } from '#business/withdrawal';
import { caseById } from '#engines/casework';
import type { Tx } from '#platform/postgres';

/** What a payment does to the case that it pays for: payments know no procedure, so the apps tell it here. */
export function caseMoves(context: TellingContext & TransferContext): CaseMoves {
  /** Every procedure that payments may come from, by its id. */
  const procedures: Readonly<Record<string, CaseMoves>> = {
    [withdrawalProcess.id]: paymentMoves(context),
    [departureProcess.id]: departurePaymentMoves(context),
  };
  async function procedureOf(tx: Tx, { owner, caseId }: PaidCase): Promise<CaseMoves> {
    const file = await caseById(tx, owner, caseId);
    const procedure = file && procedures[file.process];
    if (!procedure) throw new Error(`payments moved ${caseId}, whose procedure is unknown`);
    return procedure;
  }
  return {
    onReleased: async (tx, released) => (await procedureOf(tx, released)).onReleased(tx, released),
    onAnswered: async (tx, answered) => (await procedureOf(tx, answered)).onAnswered(tx, answered),
    onPayeeCorrected: async (tx, corrected) =>
      (await procedureOf(tx, corrected)).onPayeeCorrected(tx, corrected),
  };
}

interface PaidCase {
  readonly owner: string;
  readonly caseId: string;
}
