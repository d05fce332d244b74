import { createHash } from 'node:crypto';
import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { inTransaction } from '#platform/postgres';
import type { PaymentsContext } from './context.ts';
import { despiteRaces } from './despite-races.ts';
import { endToEndId } from './end-to-end-id.ts';
import { guarded } from './guarded.ts';
import { callAnswerPayment, callTakeBankFile } from './guards.store.ts';
import { judgeAnswer, totalsAgree, type Verdict } from './judge-answer.ts';
import { readPain002 } from './pain002.ts';
import { findBatchByMessage, linesOfBatch, type PayableLine } from './store.ts';

/** What became of one line of an answer. */
export interface AnswerOutcome {
  /** Its place in the bank's file; of a payment that the file does not list, its place in the batch. */
  readonly line: number;
  readonly endToEndId: string | null;
  /** `unchanged`: we knew it already. */
  readonly outcome: 'paid' | 'returned' | 'pending' | 'unchanged' | 'refused';
  readonly reason: string | null;
  readonly refusal: Refusal | null;
}

export interface AnswerReport {
  readonly kind: 'answer';
  readonly messageId: string;
  readonly batchId: string;
  /** Whether the very same bytes had been handed in before. */
  readonly seenBefore: boolean;
  readonly lines: readonly AnswerOutcome[];
}

type Context = Pick<PaymentsContext, 'database' | 'clock' | 'ids' | 'onAnswered'>;

/**
 * Takes in a bank's answer (`pain.002.001.14`), each line in its own transaction: an import that was cut off is handed in
 * again and goes on, and a file that comes twice, renamed or reordered changes nothing more. A line that cannot be right is
 * refused by its number; the others go on. What cannot be read, or is about another file than ours, is refused whole.
 */
export async function importAnswer(
  context: Context,
  {
    caller,
    xml,
    onLine = () => undefined,
  }: {
    readonly caller: Caller;
    readonly xml: string;
    readonly onLine?: (done: number, total: number) => void;
  },
): Promise<Result<AnswerReport, Refusal>> {
  const read = readPain002(xml);
  if (!read.ok) return read;
  const { messageId, originalMessageId } = read.value;
  const batch = await findBatchByMessage(context.database, originalMessageId);
  if (!batch) return refuse({ code: 'payments.unknown-batch', figures: { messageId: originalMessageId } });
  if (batch.releasedAt === null) return refuse({ code: 'payments.not-released' });
  const asked = { ...batch, lines: await linesOfBatch(context.database, batch.id) };
  if (!totalsAgree(read.value, asked)) return refuse({ code: 'payments.totals-differ' });
  const sha256 = createHash('sha256').update(xml, 'utf8').digest();
  const file = { token: caller.token, sha256, messageId, kind: 'pain.002', at: context.clock.now() } as const;
  const taken = await inTransaction(context.database, (tx) => guarded(callTakeBankFile(tx, file)));
  if (!taken.ok) return taken;
  const lines: AnswerOutcome[] = [];
  const verdicts = judgeAnswer(read.value, asked);
  for (const verdict of verdicts) {
    lines.push(await record(context, { verdict, caller, sha256 }));
    onLine(lines.length, verdicts.length);
  }
  return ok({ kind: 'answer', messageId, batchId: batch.id, seenBefore: !taken.value, lines });
}

interface Recorded {
  readonly verdict: Verdict<PayableLine>;
  readonly caller: Caller;
  readonly sha256: Uint8Array;
}

async function record(context: Context, { verdict, caller, sha256 }: Recorded): Promise<AnswerOutcome> {
  if (verdict.kind === 'refused') {
    const { line, refusal } = verdict;
    return { line, endToEndId: verdict.endToEndId, outcome: 'refused', reason: null, refusal };
  }
  const { line, reason, asked, kind } = verdict;
  const told = { line, endToEndId: endToEndId(asked), reason, refusal: null };
  if (kind === 'pending') return { ...told, outcome: 'pending' };
  const answered = await despiteRaces(() =>
    answerOnce(context, { asked, result: kind, reason, caller, sha256 }),
  );
  if (!answered.ok) return { ...told, outcome: 'refused', refusal: answered.refusal };
  return { ...told, outcome: answered.value ? kind : 'unchanged' };
}

interface Told extends Pick<Recorded, 'caller' | 'sha256'> {
  readonly asked: PayableLine;
  readonly result: 'paid' | 'returned';
  readonly reason: string | null;
}

/** The bank’s word and what it does to the case, in one transaction; answers whether it is news. */
function answerOnce(
  context: Context,
  { asked, result, reason, caller, sha256 }: Told,
): Promise<Result<boolean, Refusal>> {
  const at = context.clock.now();
  return inTransaction(context.database, async (tx) => {
    const { ownerId: owner, orderId, attempt, caseId } = asked;
    const changed = await guarded(
      callAnswerPayment(tx, {
        ...{ token: caller.token, sha256, owner, orderId, attempt, result, reason, at },
        journalId: context.ids.next('jnl'),
        on: shanghaiDate(at),
      }),
    );
    if (!changed.ok || !changed.value) return changed;
    const moved = await context.onAnswered(tx, { owner, caseId, orderId, result, reason, at });
    return moved.ok ? changed : moved;
  });
}
