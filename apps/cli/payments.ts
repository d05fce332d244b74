import { readFile, writeFile } from 'node:fs/promises';
import { counted, ok, type PlainDate, type Refusal, type Result, refuse, showYuan, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type AnswerReport,
  approvalsNeeded,
  approveBatch,
  type Batch,
  type BatchApproved,
  buildBatch,
  exportBatch,
  findBatch,
  giveUpBatch,
  importBankFile,
  listBatches,
  ordersDue,
  type PaymentsContext,
  personsOfBatch,
  type StatementReport,
} from '#business/payments';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import { progressOn } from './progress-bar.ts';

/** What every `suixing payments …` command is given: who asks, and the agency's payments. */
export interface PaymentsCommand {
  readonly frame: Frame;
  readonly context: PaymentsContext;
  readonly caller: Caller;
}

/** `payments due`: what waits to be paid. */
export async function paymentsDue({ frame, context }: PaymentsCommand): Promise<ExitCode> {
  const due = await ordersDue(context.database, { orderIds: null, after: null, limit: 1_000 });
  for (const { ownerId } of due) frame.shown?.add(ownerId);
  const items = due.map(({ orderId, caseId, amountFen, attempt, bankName, accountTail }) => ({
    ...{ orderId, caseId, amountFen, attempt, bankName, accountTail },
  }));
  show(frame, { items }, () => {
    const lines = items.map(
      (one) => `${one.orderId}  ${showYuan(one.amountFen)}  ${one.bankName} …${one.accountTail}`,
    );
    return [...lines, say(frame, { zh: `待付 ${items.length} 笔`, en: `${items.length} due` })].join('\n');
  });
  return 0;
}

/** `payments build [--on DATE]`: freezes everything that is due into a batch. */
export async function paymentsBuild(
  { frame, context, caller }: PaymentsCommand,
  { executeOn }: { readonly executeOn: PlainDate },
): Promise<ExitCode> {
  const built = await inTransaction(context.database, (tx) =>
    buildBatch(tx, context, { caller, orderIds: null, executeOn }),
  );
  return conclude(frame, built, ({ batchId, lineCount, totalFen }) =>
    say(frame, {
      zh: `批次 ${batchId}：${lineCount} 笔，共 ${showYuan(totalFen)} 元，等待另外两名财务人员批准`,
      en: `batch ${batchId}: ${counted(lineCount, 'payment', 'payments')}, ${showYuan(totalFen)} yuan; two other finance officers approve it`,
    }),
  );
}

/** `payments batches`: the latest batches. */
export async function paymentsBatches({ frame, context }: PaymentsCommand): Promise<ExitCode> {
  const batches = await listBatches(context.database, { before: null, limit: 100 });
  const items = batches.map(({ digest, ...batch }) => ({
    ...batch,
    digest: Buffer.from(digest).toString('hex'),
  }));
  show(frame, { items }, () =>
    items
      .map(({ id, lineCount, totalFen, digest, ...batch }) =>
        [id, lineCount, showYuan(totalFen), digest.slice(0, 16), say(frame, standingOf(batch))].join('  '),
      )
      .join('\n'),
  );
  return 0;
}

function standingOf({
  releasedAt,
  givenUpAt,
  approvedBy,
  paid,
  returned,
}: Pick<Batch, 'releasedAt' | 'givenUpAt' | 'approvedBy' | 'paid' | 'returned'>): Text {
  if (givenUpAt) return { zh: '已作废', en: 'given up' };
  if (releasedAt) return { zh: `已付 ${paid}，退回 ${returned}`, en: `${paid} paid, ${returned} returned` };
  return {
    zh: `待批准（${approvedBy.length}/${approvalsNeeded}）`,
    en: `waits for approval (${approvedBy.length} of ${approvalsNeeded})`,
  };
}

/** `payments approve BATCH [--digest HEX]`: approves what the batch is now, or only what was seen before. */
export async function paymentsApprove(
  { frame, context, caller }: PaymentsCommand,
  { batchId, digest }: { readonly batchId: string; readonly digest: string | null },
): Promise<ExitCode> {
  const batch = await findBatch(context.database, batchId);
  if (!batch) return conclude(frame, refuse({ code: 'payments.no-batch' }), () => '');
  const seen = digest === null ? batch.digest : Buffer.from(digest, 'hex');
  const approved = await inTransaction(context.database, (tx) =>
    approveBatch(tx, context, { caller, batchId, digest: seen }),
  );
  const { totalFen } = batch;
  const told: Result<object & BatchApproved, Refusal> = approved.ok
    ? ok({ ...approved.value, totalFen, digest: Buffer.from(batch.digest).toString('hex') })
    : approved;
  return conclude(frame, told, ({ approvals, released, lineCount }) => {
    const digestHex = Buffer.from(batch.digest).toString('hex');
    const what = say(frame, {
      zh: `${batchId}：${lineCount} 笔，共 ${showYuan(totalFen)} 元，SHA-256 ${digestHex}`,
      en: `${batchId}: ${counted(lineCount, 'payment', 'payments')}, ${showYuan(totalFen)} yuan, SHA-256 ${digestHex}`,
    });
    const gone = { zh: '已放行，可导出送银行', en: 'it goes to the bank: export its file' };
    const waits = {
      zh: `第 ${approvals} 次批准，还需另一名财务人员批准`,
      en: `approval ${approvals} of ${approvalsNeeded}; another finance officer approves it too`,
    };
    return `${what}\n${say(frame, released ? gone : waits)}`;
  });
}

/** `payments give-up BATCH --reason TEXT`: before it left. */
export async function paymentsGiveUp(
  { frame, context, caller }: PaymentsCommand,
  { batchId, reason }: { readonly batchId: string; readonly reason: string },
): Promise<ExitCode> {
  const givenUp = await inTransaction(context.database, (tx) =>
    giveUpBatch(tx, context, { caller, batchId, reason }),
  );
  return conclude(frame, givenUp, ({ dueAgain }) =>
    say(frame, {
      zh: `批次作废，${dueAgain} 笔重新待付`,
      en: `given up; ${counted(dueAgain, 'payment is', 'payments are')} due again`,
    }),
  );
}

/** `payments export BATCH [--out FILE]`: the bank's file, on standard output where no file is named. */
export async function paymentsExport(
  { frame, context }: PaymentsCommand,
  { batchId, out }: { readonly batchId: string; readonly out: string | null },
): Promise<ExitCode> {
  const file = await exportBatch(context.database, context, batchId);
  if (file.ok) for (const person of await personsOfBatch(context.database, batchId)) frame.shown?.add(person);
  if (file.ok && out !== null) {
    const written = await writeFile(out, file.value.xml).then(
      () => true,
      () => false,
    );
    const refused = refuse({ code: 'cli.unwritable-file', figures: { file: out } });
    if (!written) return conclude(frame, refused, () => '');
  }
  return conclude(frame, file, ({ fileName, xml }) =>
    out === null
      ? xml.trimEnd()
      : say(frame, { zh: `${fileName} 已写入 ${out}`, en: `${fileName} is in ${out}` }),
  );
}

/** `payments import FILE`: what the bank sent. Exit code 2 where the file or one of its lines was refused. */
export async function paymentsImport(
  { frame, context, caller }: PaymentsCommand,
  { input }: { readonly input: string },
): Promise<ExitCode> {
  const file = await readFile(input).catch(() => null);
  const bar = progressOn(frame, { zh: '行', en: 'lines' });
  const onLine = (done: number, total: number) => bar.to(BigInt(done), BigInt(total));
  const report: Result<AnswerReport | StatementReport, Refusal> =
    file === null
      ? refuse({ code: 'cli.unreadable-file', figures: { file: input } })
      : await importBankFile(context, { caller, file, onLine }).finally(bar.stop);
  const code = conclude(frame, report, (told) => reportWords(frame, told));
  if (!report.ok || code !== 0) return code;
  const lines = report.value.kind === 'answer' ? report.value.lines : linesOf(report.value);
  return lines.some(({ outcome }) => outcome === 'refused') ? 2 : 0;
}

function reportWords(frame: Frame, report: AnswerReport | StatementReport): string {
  const again = say(frame, { zh: '这个文件以前导入过。', en: 'This file was taken in before.' });
  if (report.kind === 'answer')
    return [...report.lines.map(lineWords), ...(report.seenBefore ? [again] : [])].join('\n');
  return report.statements
    .flatMap(({ on, openingFen, closingFen, seenBefore, lines }) => [
      `${on}  ${showYuan(openingFen)} → ${showYuan(closingFen)}`,
      ...lines.map(lineWords),
      ...(seenBefore ? [again] : []),
    ])
    .join('\n');
}

function linesOf({ statements }: StatementReport): StatementReport['statements'][number]['lines'] {
  return statements.flatMap(({ lines }) => lines);
}

function lineWords({ line, endToEndId, outcome, reason, refusal }: LineTold): string {
  return [line, endToEndId ?? '-', outcome, reason ?? '', refusal?.code ?? ''].join('  ').trimEnd();
}

interface LineTold {
  readonly line: number;
  readonly endToEndId: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly refusal: Refusal | null;
}
