import { readFile, writeFile } from 'node:fs/promises';
import { type PlainDate, type Refusal, type Result, refuse, showYuan } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type AnswerReport,
  buildBatch,
  exportBatch,
  importAnswer,
  listBatches,
  ordersDue,
  type PaymentsContext,
  personsOfBatch,
  releaseBatch,
} from '#business/payments';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';

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
      zh: `批次 ${batchId}：${lineCount} 笔，共 ${showYuan(totalFen)} 元，等待另一名财务人员放行`,
      en: `batch ${batchId}: ${lineCount} payments, ${showYuan(totalFen)} yuan; another finance officer releases it`,
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
      .map(({ id, lineCount, totalFen, releasedAt, paid, returned }) => {
        const waits = { zh: '待放行', en: 'waits for release' };
        const gone = { zh: `已付 ${paid}，退回 ${returned}`, en: `${paid} paid, ${returned} returned` };
        return `${id}  ${lineCount}  ${showYuan(totalFen)}  ${say(frame, releasedAt ? gone : waits)}`;
      })
      .join('\n'),
  );
  return 0;
}

/** `payments release BATCH`. */
export async function paymentsRelease(
  { frame, context, caller }: PaymentsCommand,
  { batchId }: { readonly batchId: string },
): Promise<ExitCode> {
  const released = await inTransaction(context.database, (tx) =>
    releaseBatch(tx, context, { caller, batchId }),
  );
  return conclude(frame, released, ({ lineCount }) =>
    say(frame, { zh: `已放行 ${lineCount} 笔`, en: `${lineCount} payments released` }),
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

/** `payments import FILE`: the bank's answer. Exit code 2 where the file or one of its lines was refused. */
export async function paymentsImport(
  { frame, context, caller }: PaymentsCommand,
  { input }: { readonly input: string },
): Promise<ExitCode> {
  const xml = await readFile(input, 'utf8').catch(() => null);
  const report: Result<AnswerReport, Refusal> =
    xml === null
      ? refuse({ code: 'cli.unreadable-file', figures: { file: input } })
      : await importAnswer(context, { caller, xml });
  const code = conclude(frame, report, ({ lines, seenBefore }) => {
    const told = lines.map(({ line, endToEndId, outcome, reason, refusal }) =>
      [line, endToEndId ?? '-', outcome, reason ?? '', refusal?.code ?? ''].join('  ').trimEnd(),
    );
    const again = { zh: '这个文件以前导入过。', en: 'This file was taken in before.' };
    return [...told, ...(seenBefore ? [say(frame, again)] : [])].join('\n');
  });
  if (!report.ok || code !== 0) return code;
  return report.value.lines.some(({ outcome }) => outcome === 'refused') ? 2 : 0;
}
