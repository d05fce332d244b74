import type { Clock, Ids } from '#basics';
import { ok, plainDate, type Refusal, type Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import type { Database, Tx } from '#platform/postgres';
import { inTransaction } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { approveBatch } from './approve-batch.ts';
import { buildBatch } from './build-batch.ts';
import type { PaymentsContext } from './context.ts';
import { exportBatch } from './export-batch.ts';
import { importBankFile } from './import-bank-file.ts';
import { findBatch } from './store.ts';

/** What these tests need of the testing folder, which only tests may import. */
export interface BankTools {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seal: Seal;
}

export const officer = (name: string): Caller => ({
  ...system,
  kind: 'officer',
  id: `off_${name}`,
  token: `token-${name}`,
});

export const ourAccount = '44050100000000000001';

/** An agency's payments between finance and the bank, with what the cases were told. */
export function bankDesk(tools: BankTools) {
  const moves: string[] = [];
  const note = async (move: string): Promise<Result<void, Refusal>> => {
    moves.push(move);
    return ok(undefined);
  };
  const context: PaymentsContext = {
    ...tools,
    debtor: { name: '测试市医疗保险基金', accountNumber: ourAccount, bankCode: '105584000005' },
    onReleased: (_: Tx, { caseId }) => note(`${caseId} paying`),
    onAnswered: (_: Tx, { caseId, result, reason }) =>
      note(`${caseId} ${result}${reason ? ` ${reason}` : ''}`),
    onPayeeCorrected: (_: Tx, { caseId, revision }) => note(`${caseId} corrected ${revision}`),
  };
  const must = <T>(done: Result<T, Refusal>): T => {
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  /** Builds a batch and has two approve it; answers the file to the bank. */
  async function send(orderIds: readonly string[] | null): Promise<string> {
    const { database } = context;
    const wish = { caller: officer('finance'), orderIds, executeOn: plainDate('2026-07-01') };
    const { batchId } = must(await inTransaction(database, (tx) => buildBatch(tx, context, wish)));
    const digest = (await findBatch(database, batchId))?.digest ?? new Uint8Array();
    for (const name of ['both', 'finance2']) {
      const approval = { caller: officer(name), batchId, digest };
      must(await inTransaction(database, (tx) => approveBatch(tx, context, approval)));
    }
    return must(await exportBatch(database, context, batchId)).xml;
  }
  /** Hands a file in; tells each line's outcome or code, or the code with which the whole was refused. */
  async function take(
    file: string | Uint8Array,
    caller = officer('finance'),
  ): Promise<readonly string[] | string> {
    const report = await importBankFile(context, { caller, file });
    if (!report.ok) return report.refusal.code;
    const lines =
      report.value.kind === 'answer'
        ? report.value.lines
        : report.value.statements.flatMap((statement) => statement.lines);
    return lines.map(({ line, outcome, refusal }) => `${line} ${refusal?.code ?? outcome}`);
  }
  return { context, moves, must, send, take };
}
