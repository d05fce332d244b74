import type { Agency } from '#apps/agency';
import type { Caller } from '#business/access/public';
import { exportBatch, importAnswer, listBatches, simulateBank } from '#business/payments';
import { must } from './must.ts';
import { isReturnedAccount } from './payees.ts';

/**
 * The demo's bank: answers every released batch that waits for an answer. It pays, but sends back what goes to an account
 * that ends in 0000. `finance` hands its answers in.
 */
export async function bankAnswers(agency: Agency, finance: Caller): Promise<number> {
  const batches = await listBatches(agency.database, { before: null, limit: 100 });
  let answered = 0;
  for (const { id, releasedAt, paid, returned, lineCount } of batches) {
    if (releasedAt === null || paid + returned >= lineCount) continue;
    await answerBatch(agency, { finance, batchId: id });
    answered += 1;
  }
  return answered;
}

export async function answerBatch(
  agency: Agency,
  { finance, batchId }: { readonly finance: Caller; readonly batchId: string },
): Promise<void> {
  const file = must(await exportBatch(agency.database, agency, batchId), 'export a batch');
  const answer = must(
    simulateBank(file.xml, {
      messageId: `BANK${batchId.slice(-20)}`,
      at: agency.clock.now(),
      decide: ({ accountNumber }) =>
        isReturnedAccount(accountNumber) ? { status: 'RJCT', reason: 'AC01' } : { status: 'ACSC' },
    }),
    'simulate the bank',
  );
  must(await importAnswer(agency, { caller: finance, xml: answer }), 'take the bank’s answer');
}
