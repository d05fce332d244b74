import { type Fen, type Refusal, showYuan, yuanToFen } from '#basics';
import { endToEndId } from './end-to-end-id.ts';
import { partAbroad } from './pain001.ts';
import type { AnswerLine, BankAnswer, PaymentPart, Status } from './pain002.ts';

/** A payment of the batch that is answered. */
export interface AskedLine {
  readonly orderId: string;
  readonly attempt: number;
  readonly amountFen: Fen;
  /** Of a bank abroad; its payments stand in a part of their own. */
  readonly country: string | null;
}

export interface AskedBatch<Line extends AskedLine> {
  readonly messageId: string;
  readonly totalFen: Fen;
  readonly lines: readonly Line[];
}

/** What the answer says about one payment, or why one of its lines is not taken. */
export type Verdict<Line extends AskedLine> =
  | {
      readonly kind: 'paid' | 'returned' | 'pending';
      readonly line: number;
      readonly asked: Line;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly endToEndId: string | null;
      readonly refusal: Refusal;
    };

/** What each status means to us (ISO 20022 external codes): the money has gone, has not, or is under way. */
const meanings: Readonly<Record<string, 'paid' | 'returned' | 'pending'>> = {
  ACSC: 'paid',
  ACCC: 'paid',
  RJCT: 'returned',
  CANC: 'returned',
  RCVD: 'pending',
  ACTC: 'pending',
  ACCP: 'pending',
  ACSP: 'pending',
  ACWC: 'pending',
  PDNG: 'pending',
  PART: 'pending',
};

/** Whether the totals that an answer states are those of the batch. Totals that it leaves out are not asked for. */
export function totalsAgree(answer: BankAnswer, batch: AskedBatch<AskedLine>): boolean {
  const parts = answer.payments.map(
    (part) => [part, batch.lines.filter((line) => partOf(line, batch) === part.originalPaymentId)] as const,
  );
  return [[answer, batch.lines] as const, ...parts].every(
    ([{ originalCount, originalSum }, lines]) =>
      // A part that is not ours is refused line by line.
      lines.length === 0 ||
      ((originalCount === null || originalCount === `${lines.length}`) &&
        (originalSum === null || yuanToFen(originalSum) === sumOf(lines))),
  );
}

function sumOf(lines: readonly AskedLine[]): bigint {
  return lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

function partOf({ country }: AskedLine, { messageId }: AskedBatch<AskedLine>): string {
  return country === null ? messageId : partAbroad(messageId);
}

/**
 * Reads an answer against the batch. The line's own status counts, else that of its payment, else that of the file; a status
 * of the file counts also for payments that the file does not list.
 */
export function judgeAnswer<Line extends AskedLine>(
  answer: BankAnswer,
  batch: AskedBatch<Line>,
): readonly Verdict<Line>[] {
  const byId = new Map(batch.lines.map((line) => [endToEndId(line), line]));
  const named = answer.payments.flatMap((part) =>
    part.lines.map((line) => judgeLine({ line, part, answer, batch, byId })),
  );
  const told = new Set(answer.payments.flatMap(({ lines }) => lines.map((line) => line.endToEndId)));
  const rest = batch.lines
    .map((asked, place) => ({ asked, line: place + 1 }))
    .filter(({ asked }) => !told.has(endToEndId(asked)))
    .flatMap(({ asked, line }): Verdict<Line>[] => {
      const { code, reason } = inherited(answer, partOf(asked, batch));
      const kind = code === null ? undefined : meanings[code];
      return kind === undefined ? [] : [{ kind, line, asked, reason }];
    });
  return [...named, ...rest];
}

/** The status for payments that are not listed: that of their part, else that of the file. */
function inherited(answer: BankAnswer, partId: string): Status {
  const part = answer.payments.find(
    ({ status, originalPaymentId }) => status.code !== null && originalPaymentId === partId,
  );
  return part?.status ?? answer.status;
}

interface Judged<Line extends AskedLine> {
  readonly line: AnswerLine;
  readonly part: PaymentPart;
  readonly answer: BankAnswer;
  readonly batch: AskedBatch<Line>;
  readonly byId: ReadonlyMap<string, Line>;
}

function judgeLine<Line extends AskedLine>({ line, part, answer, batch, byId }: Judged<Line>): Verdict<Line> {
  const { endToEndId: id } = line;
  const refused = (refusal: Refusal): Verdict<Line> => ({
    kind: 'refused',
    line: line.line,
    endToEndId: id,
    refusal,
  });
  if (![batch.messageId, partAbroad(batch.messageId)].includes(part.originalPaymentId))
    return refused({ code: 'payments.other-batch' });
  const asked = byId.get(id ?? '');
  if (!asked || partOf(asked, batch) !== part.originalPaymentId)
    return refused({ code: 'payments.no-line', figures: { endToEndId: id } });
  const { amount } = line;
  if (amount && (amount.fen !== asked.amountFen || amount.currency !== 'CNY'))
    return refused({
      code: 'payments.wrong-amount',
      figures: {
        ...{ ours: showYuan(asked.amountFen), ourFen: `${asked.amountFen}` },
        amount: `${amount.currency} ${amount.text}`,
      },
    });
  const status = [line.status, part.status, answer.status].find(({ code }) => code !== null);
  const kind = meanings[status?.code ?? ''];
  if (kind === undefined)
    return refused({ code: 'payments.unknown-status', figures: { status: status?.code ?? null } });
  return { kind, line: line.line, asked, reason: status?.reason ?? null };
}
