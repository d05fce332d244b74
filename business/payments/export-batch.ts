import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { PaymentsContext } from './context.ts';
import { endToEndId } from './end-to-end-id.ts';
import { writePain001 } from './pain001.ts';
import type { AccountAbroad } from './payee-account.ts';
import { remittanceText } from './remittance.ts';
import { findBatch, linesOfBatch, type PayableLine } from './store.ts';

export interface BatchFile {
  readonly fileName: string;
  readonly xml: string;
}

/** The bank's file of a released batch (`pain.001.001.12`); the same bytes each time. */
export async function exportBatch(
  reader: Reader,
  { seal, debtor }: Pick<PaymentsContext, 'seal' | 'debtor'>,
  batchId: string,
): Promise<Result<BatchFile, Refusal>> {
  const batch = await findBatch(reader, batchId);
  if (!batch) return refuse({ code: 'payments.no-batch' });
  if (batch.releasedAt === null) return refuse({ code: 'payments.not-released' });
  const lines = await linesOfBatch(reader, batchId);
  const xml = writePain001({
    ...batch,
    debtor,
    digest: Buffer.from(batch.digest).toString('hex'),
    payments: lines.map((line) => ({
      endToEndId: endToEndId(line),
      amountFen: line.amountFen,
      name: line.payeeName,
      bankCode: line.bankCode,
      bankName: line.bankName,
      accountNumber: seal.open(line.accountSealed),
      remark: remarkOf(line),
      abroad: abroadOf(line, seal),
    })),
  });
  return ok({ fileName: `${batch.messageId}.xml`, xml });
}

/** A transfer says its reference in words too, since not every bank hands the end-to-end id on. */
function remarkOf(line: PayableLine): string {
  if (line.remittedFor === null) return '医疗保险个人账户';
  return remittanceText({ reference: endToEndId(line), transferId: line.remittedFor });
}

function abroadOf({ currency, charges, detailsSealed }: PayableLine, seal: Seal): AccountAbroad | null {
  if (currency === null || charges === null || detailsSealed === null) return null;
  const details: Pick<AccountAbroad, 'address' | 'bankAddress'> = JSON.parse(seal.open(detailsSealed)); // as payee.ts sealed it
  return { currency, charges, ...details };
}
