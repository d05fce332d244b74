import { type Refusal, type Result, shanghaiDate } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseMoves, PaidCase } from '#business/payments';
import { type Actor, type CaseFile, caseById } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { findTransfer, type Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { stepSaying } from '../step-telling.ts';
import { askAnotherAccount, moneyIsBack } from './after-return.ts';
import { confirmEarlyCredit } from './take-answer.ts';
import { writeAdvice } from './write-advice.ts';

/** What payments tell a transfer to another agency: its money left, arrived, or came back. Wired by the apps. */
export function departurePaymentMoves(context: TransferContext): CaseMoves {
  return {
    async onReleased(tx, released) {
      const { orderId, batchId, by } = released;
      return step(tx, {
        ...{ context, file: await fileOf(tx, released), actor: actorOf(by), action: 'send-to-bank' },
        data: { orderId, batchId },
      });
    },
    async onAnswered(tx, answered) {
      const { result, reason, at } = answered;
      const file = await fileOf(tx, answered);
      const transfer = await transferOf(tx, file);
      if (result === 'paid') return paid(tx, { context, file, transfer, at });
      if (file.state === 'awaiting-money-back')
        return moneyIsBack(tx, { context, file, transfer, actor: bank, data: { reason } });
      const data = { reason };
      const moved = await step(tx, { context, file, actor: bank, action: 'return-payment', data });
      return moved.ok ? askAnotherAccount(tx, { context, file: moved.value, transfer }) : moved;
    },
    async onPayeeCorrected(tx, corrected) {
      const { revision, by } = corrected;
      const file = await fileOf(tx, corrected);
      return step(tx, {
        ...{ context, file, actor: actorOf(by), action: 'account-corrected', data: { revision } },
      });
    },
  };
}

/** The bank has paid: the advice goes to the other agency, which may have credited it already. */
async function paid(
  tx: Tx,
  told: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly at: Date;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, transfer, at } = told;
  // Refused before the bank spoke: there is nothing to advise any more.
  if (file.state === 'awaiting-money-back')
    return step(tx, { context, file, actor: bank, action: 'note-paid', data: { on: shanghaiDate(at) } });
  const body = await writeAdvice(tx, { context, file, remittedOn: shanghaiDate(at) });
  const { reference, amountFen } = body;
  const moved = await stepSaying(tx, {
    ...{ context, file, transfer, actor: bank, action: 'confirm-paid' },
    says: { type: 'remittance-advice', body },
    data: (messageId) => ({ messageId, reference, amountFen }),
  });
  return moved.ok ? confirmEarlyCredit(tx, { context, file: moved.value }) : moved;
}

async function fileOf(tx: Tx, { owner, caseId, file: read }: PaidCase): Promise<CaseFile> {
  const file = read ?? (await caseById(tx, owner, caseId));
  if (!file) throw new Error(`payments moved ${caseId}, which is no case`);
  return file;
}

async function transferOf(tx: Tx, file: CaseFile): Promise<Transfer> {
  const transfer = await findTransfer(tx, placeOf(file));
  if (!transfer) throw new Error(`payments moved ${file.id}, which is no transfer`);
  return transfer;
}

const bank: Actor = { kind: 'bank', id: 'bank', roles: [] };
