import { fen, ok, type Refusal, type Result, refuse, showYuan } from '#basics';
import {
  bankStanding,
  decideResolution,
  linesInSuspense,
  listStatements,
  type ResolutionKind,
  requestResolution,
  resolutionKinds,
  showLine,
  unstatedEntries,
} from '#business/payments';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, say, show } from './frame.ts';
import type { PaymentsCommand } from './payments.ts';

/** `payments statements`: the bank's statements that were taken in, the latest first. */
export async function paymentsStatements({ frame, context }: PaymentsCommand): Promise<ExitCode> {
  const items = await listStatements(context.database, { before: null, limit: 100 });
  show(frame, { items }, () =>
    items
      .map(({ on, openingFen, closingFen, lineCount, booked, open }) =>
        [on, showYuan(openingFen), '→', showYuan(closingFen), `${booked}/${lineCount}`, open].join('  '),
      )
      .join('\n'),
  );
  return 0;
}

/** `payments suspense`: lines of statements that nobody knows yet. */
export async function paymentsSuspense({ frame, context }: PaymentsCommand): Promise<ExitCode> {
  const lines = await linesInSuspense(context.database, { after: null, limit: 1_000 });
  const items = lines.map((line) => showLine(line, context.seal));
  show(frame, { items }, () => {
    const told = items.map(
      ({ lineId, bookedOn, direction, amountFen, endToEndId, counterpartName, remark, request }) =>
        [
          ...[lineId, bookedOn, `${direction === 'in' ? '+' : '-'}${showYuan(BigInt(amountFen))}`],
          ...[endToEndId ?? '', counterpartName ?? '', remark ?? ''],
          request ? `${request.id} ${request.kind}` : '',
        ]
          .filter((part) => part !== '')
          .join('  '),
    );
    return [...told, say(frame, { zh: `待查 ${items.length} 笔`, en: `${items.length} unknown` })].join('\n');
  });
  return 0;
}

export interface Resolving {
  readonly lineId: string;
  readonly kind: string;
  readonly payment: string | null;
  /** `PERSON/JOURNAL`. */
  readonly entry: string | null;
  readonly reason: string;
}

/** `payments resolve LINE KIND [--payment ID] [--entry PERSON/JOURNAL] --reason TEXT`. */
export async function paymentsResolve(
  { frame, context, caller }: PaymentsCommand,
  { lineId, kind, payment, entry, reason }: Resolving,
): Promise<ExitCode> {
  const known = resolutionKinds.find((one) => one === kind);
  const [personId = '', journalId = ''] = (entry ?? '').split('/');
  const target = entry === null ? null : { personId, journalId };
  const wish = (of: ResolutionKind) => ({
    caller,
    lineId,
    kind: of,
    endToEndId: payment,
    entry: target,
    reason,
  });
  const requested: Result<{ readonly requestId: string }, Refusal> = known
    ? await inTransaction(context.database, (tx) => requestResolution(tx, context, wish(known)))
    : refuse({ code: 'cli.bad-value', figures: { name: 'kind' } });
  return conclude(frame, requested, ({ requestId }) =>
    say(frame, {
      zh: `${requestId} 已提出，等待另一名财务人员决定`,
      en: `${requestId}; another finance officer decides`,
    }),
  );
}

/** `payments agree LINE REQUEST [--reject]`. */
export async function paymentsAgree(
  { frame, context, caller }: PaymentsCommand,
  word: { readonly lineId: string; readonly requestId: string; readonly approved: boolean },
): Promise<ExitCode> {
  const decided = await inTransaction(context.database, (tx) =>
    decideResolution(tx, context, { caller, ...word }),
  );
  return conclude(frame, decided, ({ approved }) =>
    say(
      frame,
      approved
        ? { zh: '已同意，这笔款项不再待查', en: 'agreed; the line is in suspense no more' }
        : { zh: '已否决', en: 'rejected' },
    ),
  );
}

/** `payments reconcile`: the bank in the books beside its last statement, and what differs. */
export async function paymentsReconcile({ frame, context }: PaymentsCommand): Promise<ExitCode> {
  const standing = await bankStanding(context.database);
  const items = await unstatedEntries(context.database, { after: null, limit: 1_000 });
  for (const { personId } of items) frame.shown?.add(personId);
  return conclude(frame, ok({ ...standing, items }), ({ bookedFen, statementFen, statementOn, ...rest }) => {
    const lines: readonly (readonly [zh: string, en: string, amount: bigint])[] = [
      ['账上银行存款', 'bank in the books', bookedFen],
      [`对账单 ${statementOn ?? '-'}`, `statement ${statementOn ?? '-'}`, statementFen ?? 0n],
      ['账上已记、对账单未见', 'in the books, on no statement yet', rest.unstatedFen],
      ['待查款项', 'in suspense', rest.suspenseFen],
    ];
    const told = lines.map(([zh, en, amount]) => `${say(frame, { zh, en })}  ${showYuan(fen(amount))}`);
    const entries = items.map(({ effectiveOn, purpose, amountFen, endToEndId, personId, journalId }) =>
      [effectiveOn, purpose, showYuan(amountFen), endToEndId ?? `${personId}/${journalId}`].join('  '),
    );
    return [...told, ...entries].join('\n');
  });
}
