import type { CaseMoves, PaidCase } from '#business/payments';
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
  /** The procedure, and what happened with the case as it was read to find it. */
  async function procedureOf<T extends PaidCase>(tx: Tx, happened: T): Promise<[CaseMoves, T]> {
    const file = await caseById(tx, happened.owner, happened.caseId);
    const procedure = file && procedures[file.process];
    if (!procedure) throw new Error(`payments moved ${happened.caseId}, whose procedure is unknown`);
    return [procedure, { ...happened, file }];
  }
  return {
    async onReleased(tx, released) {
      const [procedure, happened] = await procedureOf(tx, released);
      return procedure.onReleased(tx, happened);
    },
    async onAnswered(tx, answered) {
      const [procedure, happened] = await procedureOf(tx, answered);
      return procedure.onAnswered(tx, happened);
    },
    async onPayeeCorrected(tx, corrected) {
      const [procedure, happened] = await procedureOf(tx, corrected);
      return procedure.onPayeeCorrected(tx, happened);
    },
  };
}
