import type { Agency } from '#apps/agency';
import { shanghaiDate } from '#basics';
import { approveBatch, buildBatch, ordersDue } from '#business/payments';
import { inTransaction } from '#platform/postgres';
import { answerBatch } from './bank.ts';
import type { DemoStaff } from './cases.ts';
import { must } from './must.ts';

/** Pays the given cases: built by one finance officer, approved by two others, answered by the bank where asked. */
export async function payCases(
  agency: Agency,
  {
    staff,
    caseIds,
    answered,
  }: { readonly staff: DemoStaff; readonly caseIds: readonly string[]; readonly answered: boolean },
): Promise<void> {
  const due = await ordersDue(agency.database, { orderIds: null, after: null, limit: 1000 });
  const orderIds = due.filter(({ caseId }) => caseIds.includes(caseId)).map(({ orderId }) => orderId);
  if (orderIds.length === 0) return;
  const executeOn = shanghaiDate(agency.clock.now());
  const built = await inTransaction(agency.database, (tx) =>
    buildBatch(tx, agency, { caller: staff.finance1, orderIds, executeOn }),
  );
  const { batchId, digest } = must(built, 'build a batch');
  for (const caller of [staff.finance2, staff.finance3]) {
    const approved = await inTransaction(agency.database, (tx) =>
      approveBatch(tx, agency, { caller, batchId, digest: Buffer.from(digest, 'hex') }),
    );
    must(approved, 'approve a batch');
  }
  if (answered) await answerBatch(agency, { finance: staff.finance1, batchId });
}
