import type { Agency } from '#apps/agency';
import { shanghaiDate } from '#basics';
import { approveBatch, type BatchBuilt, buildBatch, exportBatch, importBankFile } from '#business/payments';
import { inTransaction } from '#platform/postgres';
import { must } from './must.ts';
import type { Staff } from './staff.ts';

/** Takes the time of a step where somebody wants to know it. */
export type Timed = <T>(step: FinanceStep, work: () => Promise<T>) => Promise<T>;
export type FinanceStep = 'build' | 'approve' | 'export';

/** Batches everything that is due: built by one finance officer, approved by two others; the bank's file. Null where nothing is due. */
export async function dueBatch(
  agency: Agency,
  staff: Staff,
  timed: Timed = (_, work) => work(),
): Promise<(BatchBuilt & { readonly xml: string }) | null> {
  const [builds, ...approve] = staff.finance;
  const executeOn = shanghaiDate(agency.clock.now());
  const built = await timed('build', () =>
    inTransaction(agency.database, (tx) =>
      buildBatch(tx, agency, { caller: builds, orderIds: null, executeOn }),
    ),
  );
  if (!built.ok && built.refusal.code === 'payments.nothing-due') return null;
  const batch = must(built, 'build a batch');
  const digest = Buffer.from(batch.digest, 'hex');
  for (const caller of approve) {
    const approval = { caller, batchId: batch.batchId, digest };
    const approved = await timed('approve', () =>
      inTransaction(agency.database, (tx) => approveBatch(tx, agency, approval)),
    );
    must(approved, 'approve a batch');
  }
  const { xml } = must(
    await timed('export', () => exportBatch(agency.database, agency, batch.batchId)),
    'export it',
  );
  return { ...batch, xml };
}

export interface BankFileTaken {
  readonly agency: Agency;
  readonly staff: Staff;
  readonly file: string;
  readonly onLine?: () => void;
}

/** Takes in what the bank sent; a line that is refused is a fault of the simulation. */
export async function takeBankFile({ agency, staff, file, onLine }: BankFileTaken): Promise<void> {
  const asked = { caller: staff.finance[0], file, ...(onLine ? { onLine } : {}) };
  const taken = must(await importBankFile(agency, asked), 'take a file of the bank');
  const lines =
    taken.kind === 'answer' ? taken.lines : taken.statements.flatMap((statement) => [...statement.lines]);
  const refused = lines.find(({ outcome }) => outcome === 'refused');
  if (refused) throw new Error(`simulation, a line of the bank was refused: ${JSON.stringify(refused)}`);
}
