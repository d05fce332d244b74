import { createHash } from 'node:crypto';
import { ok, type PlainDate, type Refusal, type Result, refuse, showYuan } from '#basics';
import type { Caller } from '#business/access/public';
import { inTransaction } from '#platform/postgres';
import { readCamt053, type Statement, type StatementLine } from './camt053.ts';
import type { PaymentsContext } from './context.ts';
import { changedMeanwhile, despiteRaces } from './despite-races.ts';
import { readEndToEndId } from './end-to-end-id.ts';
import { guarded } from './guarded.ts';
import { callTakeBankFile } from './guards.store.ts';
import {
  type AttemptOf,
  callBookLine,
  callTakeStatement,
  neighboursOf,
  ordersById,
  type StatementHead,
} from './statement.store.ts';

/** What became of one line of a statement. */
export interface LineBooked {
  /** Its place among the lines of the statement. */
  readonly line: number;
  readonly endToEndId: string | null;
  /** `booked`: the books had it already; `suspense`: nobody knows yet what it is; `unchanged`: it was taken before. */
  readonly outcome: 'paid' | 'returned' | 'booked' | 'suspense' | 'unchanged' | 'refused';
  readonly reason: string | null;
  readonly refusal: Refusal | null;
}

export interface StatementTaken {
  readonly on: PlainDate;
  readonly bankId: string;
  readonly openingFen: bigint;
  readonly closingFen: bigint;
  readonly seenBefore: boolean;
  readonly lines: readonly LineBooked[];
}

export interface StatementReport {
  readonly kind: 'statement';
  readonly statements: readonly StatementTaken[];
}

type Context = Pick<PaymentsContext, 'database' | 'clock' | 'ids' | 'seal' | 'debtor' | 'onAnswered'>;

interface Taking {
  readonly caller: Caller;
  readonly sha256: Uint8Array;
  readonly onLine: (done: number, total: number) => void;
}

/**
 * Takes in a bank's statements (`camt.053`), each line in its own transaction: an import that was cut off is handed in again
 * and goes on, and what comes twice changes nothing more. A statement must begin where the one before it ended, end where one
 * after it begins, and come to the balance that it states; one that does not fit yet waits for the others of its file. What
 * leaves our account goes first, so that a payment is booked before its return.
 */
export async function importStatement(
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
): Promise<Result<StatementReport, Refusal>> {
  const read = readCamt053(xml);
  if (!read.ok) return read;
  const unfit = read.value.map((statement) => unfitStatement(statement, context)).find((one) => one);
  if (unfit) return refuse(unfit);
  const sha256 = createHash('sha256').update(xml, 'utf8').digest();
  const messageId = read.value[0]?.bankId ?? '';
  const file = { token: caller.token, sha256, messageId, kind: 'camt.053', at: context.clock.now() } as const;
  const taken = await inTransaction(context.database, (tx) => guarded(callTakeBankFile(tx, file)));
  if (!taken.ok) return taken;
  const statements = await takeWhatFits(context, read.value, { caller, sha256, onLine });
  return statements.ok ? ok({ kind: 'statement', statements: statements.value }) : statements;
}

/**
 * Takes in what fits beside what is on record until nothing more does; what is left then is refused as its earliest day is. Every
 * second round goes backwards: days that lead up to one on record fit from the last of them to the first.
 */
async function takeWhatFits(
  context: Context,
  statements: readonly Statement[],
  taking: Taking,
): Promise<Result<readonly StatementTaken[], Refusal>> {
  const taken: StatementTaken[] = [];
  let left = statements;
  for (;;) {
    const refused: { readonly statement: Statement; readonly refusal: Refusal }[] = [];
    for (const statement of left) {
      const told = await takeStatement(context, statement, taking);
      if (told.ok) taken.push(told.value);
      else refused.push({ statement, refusal: told.refusal });
    }
    const [first] = refused.toSorted((a, b) => (a.statement.on < b.statement.on ? -1 : 1));
    if (!first) return ok(taken.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
    if (refused.length === left.length) return refuse(first.refusal);
    left = refused.map(({ statement }) => statement).toReversed();
  }
}

function unfitStatement(statement: Statement, { debtor }: Context): Refusal | undefined {
  const { accountNumber, currency, openingFen, closingFen, lines, on } = statement;
  if (plainNumber(accountNumber) !== plainNumber(debtor.accountNumber))
    return { code: 'payments.other-account', figures: { accountTail: accountNumber.slice(-4) } };
  if (currency !== null && currency !== 'CNY')
    return { code: 'payments.other-account', figures: { accountTail: currency } };
  const moved = lines.reduce(
    (sum, { direction, amountFen }) => sum + (direction === 'in' ? amountFen : -amountFen),
    0n,
  );
  if (openingFen + moved === closingFen) return undefined;
  return {
    code: 'payments.statement-does-not-add-up',
    figures: {
      ...{ on, comesTo: showYuan(openingFen + moved), closing: showYuan(closingFen) },
      ...{ comesToFen: `${openingFen + moved}`, closingFen: `${closingFen}` },
    },
  };
}

function plainNumber(account: string): string {
  return account.replaceAll(/[\s-]/g, '');
}

/** Under whom the entries of one of our accounts stand, for one day. */
export function bankDay(account: string, on: PlainDate): string {
  const hash = createHash('sha256').update(plainNumber(account), 'utf8').digest('hex').slice(0, 8);
  return `bnk_${hash}_${on.replaceAll('-', '')}`;
}

async function takeStatement(
  context: Context,
  statement: Statement,
  taking: Taking,
): Promise<Result<StatementTaken, Refusal>> {
  const { on, bankId, openingFen, closingFen, lines } = statement;
  const account = plainNumber(statement.accountNumber);
  const owner = bankDay(account, on);
  const head = {
    ...{
      token: taking.caller.token,
      sha256: taking.sha256,
      account,
      owner,
      on,
      bankId,
      openingFen,
      closingFen,
    },
    ...{ lineCount: lines.length, journalId: context.ids.next('jnl'), at: context.clock.now() },
    from: lines.map(({ bookedOn }) => bookedOn).toSorted()[0] ?? null,
  };
  const fresh = await inTransaction(context.database, (tx) => guarded(callTakeStatement(tx, head)));
  if (!fresh.ok) return refuse(await notTaken(context, { head, refusal: fresh.refusal }));
  const targets = await targetsOf(context, lines);
  const booked: LineBooked[] = [];
  const outFirst = lines.toSorted((a, b) =>
    a.direction === b.direction ? a.line - b.line : a.direction === 'out' ? -1 : 1,
  );
  for (const line of outFirst) {
    const target = targets.get(line.endToEndId ?? '') ?? null;
    booked.push(await bookLine(context, { ...taking, owner, line, target }));
    taking.onLine(booked.length, lines.length);
  }
  booked.sort((a, b) => a.line - b.line);
  return ok({ ...{ on, bankId, openingFen, closingFen }, seenBefore: !fresh.value, lines: booked });
}

/** Why a statement is not taken in, with the days and balances of those beside it: they say which one is missing. */
async function notTaken(
  { database }: Context,
  {
    head,
    refusal,
  }: {
    readonly head: Pick<StatementHead, 'on' | 'from' | 'openingFen' | 'closingFen' | 'account'>;
    readonly refusal: Refusal;
  },
): Promise<Refusal> {
  const { before, beforeFen, after, afterFen, unfinished } = await neighboursOf(database, head);
  const reachesBack = before !== null && head.from !== null && head.from <= before;
  const figures = {
    beside: (reachesBack ? before : after) ?? '',
    ...{ on: head.on, opening: showYuan(head.openingFen), closing: showYuan(head.closingFen) },
    ...{ before: before ?? '', ended: showYuan(beforeFen ?? 0n) },
    ...{ after: after ?? '', begins: showYuan(afterFen ?? 0n), unfinished: unfinished ?? '' },
  };
  return { ...refusal, figures: { ...refusal.figures, ...figures } };
}

interface Target extends AttemptOf {
  readonly caseId: string;
}

/** Which of our payments the lines name. */
async function targetsOf(
  { database }: Context,
  lines: readonly StatementLine[],
): Promise<ReadonlyMap<string, Target>> {
  const named = lines.flatMap(({ endToEndId }) => {
    const read = endToEndId === null ? null : readEndToEndId(endToEndId);
    return read && endToEndId !== null ? [{ ...read, endToEndId }] : [];
  });
  const orders = await ordersById(database, [...new Set(named.map(({ orderId }) => orderId))]);
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  return new Map(
    named.flatMap(({ endToEndId, orderId, attempt }) => {
      const order = byId.get(orderId);
      return order
        ? [[endToEndId, { owner: order.ownerId, caseId: order.caseId, orderId, attempt }] as const]
        : [];
    }),
  );
}

interface Booking extends Taking {
  readonly owner: string;
  readonly line: StatementLine;
  readonly target: Target | null;
}

async function bookLine(context: Context, booking: Booking): Promise<LineBooked> {
  const { line, target } = booking;
  const told = { line: line.line, endToEndId: line.endToEndId, reason: line.reason, refusal: null };
  const booked = await despiteRaces(() => bookOnce(context, booking));
  if (booked.ok) return { ...told, outcome: booked.value };
  // A case that cannot take the bank's word must not keep the statement from being whole: somebody looks at the line.
  const unknown = target && !ownRefusals.includes(booked.refusal.code);
  const instead = unknown ? await bookOnce(context, { ...booking, target: null }) : booked;
  if (instead.ok) return { ...told, outcome: instead.value };
  return { ...told, outcome: 'refused', refusal: instead.refusal };
}

/** What is refused about the line itself, whatever it pays, and what passes by itself. */
const ownRefusals: readonly string[] = [
  changedMeanwhile,
  ...['payments.line-differs', 'payments.line-not-in-statement', 'payments.no-statement', 'payments.no-file'],
  ...['access.no-session', 'access.role-missing'],
];

function bookOnce(context: Context, { caller, sha256, owner, line, target }: Booking) {
  const at = context.clock.now();
  const { key, direction, amountFen, isReturn, reason, endToEndId, reference, bookedOn, digest } = line;
  const { remittedUnder } = line;
  const { name, account, remark } = line.counterpart;
  const sealed = (name ?? account ?? remark) ? context.seal.seal(JSON.stringify(line.counterpart)) : null;
  const toBook = {
    ...{ owner, key, lineNo: line.line, direction, amountFen, isReturn, reason, endToEndId, reference },
    ...{ remittedUnder, bookedOn, digest, counterpartSealed: sealed, target, at },
  };
  return inTransaction(context.database, async (tx) => {
    const journalId = context.ids.next('jnl');
    const call = callBookLine(tx, { token: caller.token, sha256, line: toBook, journalId });
    const outcome = await guarded(call);
    if (!outcome.ok || !target || (outcome.value !== 'paid' && outcome.value !== 'returned')) return outcome;
    const { owner: whose, caseId, orderId } = target;
    const told = { owner: whose, caseId, orderId, result: outcome.value, reason, at };
    const moved = await context.onAnswered(tx, told);
    return moved.ok ? outcome : moved;
  });
}
