import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { PaymentsContext } from './context.ts';
import { readEndToEndId } from './end-to-end-id.ts';
import { guarded } from './guarded.ts';
import { callDecideResolution, callRequestResolution, findRequest } from './resolution.store.ts';
import { findLine, ordersById } from './statement.store.ts';

/** What an unknown line can be. */
export const resolutionKinds = ['payment', 'return', 'booked', 'fund', 'adjustment'] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

export interface ResolutionWish {
  readonly caller: Caller;
  /** `bnk_1a2b3c4d_20260701-3`: the account’s day and the line’s number. */
  readonly lineId: string;
  readonly kind: ResolutionKind;
  /** Which payment it is, or which came back, by the identifier that the bank was given. */
  readonly endToEndId: string | null;
  /** Which entry it is: that is in the books already, or that an adjustment made. */
  readonly entry: { readonly personId: string; readonly journalId: string } | null;
  readonly reason: string;
}

/** The two parts of a line's id; null where it is none. */
export function readLineId(id: string): { readonly owner: string; readonly lineNo: number } | null {
  const [, owner, lineNo] = /^(bnk_[0-9a-f]{8}_\d{8})-([1-9]\d{0,8})$/.exec(id) ?? [];
  return owner === undefined ? null : { owner, lineNo: Number(lineNo) };
}

/** A finance officer says what an unknown line of a statement is; it counts once another has agreed. */
export async function requestResolution(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'ids'>,
  wish: ResolutionWish,
): Promise<Result<{ readonly requestId: string }, Refusal>> {
  const place = readLineId(wish.lineId);
  const line = place && (await findLine(tx, place));
  if (!line) return refuse({ code: 'payments.not-in-suspense' });
  const target = await targetOf(tx, wish);
  if (!target.ok) return target;
  const requestId = context.ids.next('sus');
  const asked = {
    ...{ token: wish.caller.token, owner: line.ownerId, key: line.key, id: requestId, kind: wish.kind },
    ...{ ...target.value, reason: wish.reason.trim(), at: context.clock.now() },
  };
  const requested = await guarded(callRequestResolution(tx, asked));
  return requested.ok ? ok({ requestId }) : requested;
}

interface TargetOfWish {
  readonly targetOwner: string | null;
  readonly orderId: string | null;
  readonly attempt: number | null;
  readonly journalId: string | null;
}

const nothing: TargetOfWish = { targetOwner: null, orderId: null, attempt: null, journalId: null };

async function targetOf(tx: Tx, wish: ResolutionWish): Promise<Result<TargetOfWish, Refusal>> {
  const { kind, endToEndId, entry } = wish;
  if (kind === 'fund') return ok(nothing);
  if (kind === 'booked' || kind === 'adjustment') {
    if (entry === null) return refuse({ code: 'payments.target-missing' });
    return ok({ ...nothing, targetOwner: entry.personId, journalId: entry.journalId });
  }
  const named = endToEndId === null ? null : readEndToEndId(endToEndId);
  if (!named) return refuse({ code: 'payments.target-missing' });
  const [order] = await ordersById(tx, [named.orderId]);
  if (!order) return refuse({ code: 'payments.no-line', figures: { endToEndId } });
  return ok({ ...nothing, ...named, targetOwner: order.ownerId });
}

export interface ResolutionWord {
  readonly caller: Caller;
  readonly requestId: string;
  /** The line that the officer looked at. */
  readonly lineId: string;
  readonly approved: boolean;
}

/** Another finance officer decides. Approved, it is posted, and the case that it pays for moves, in the same transaction. */
export async function decideResolution(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'ids' | 'onAnswered'>,
  { caller, requestId, lineId, approved }: ResolutionWord,
): Promise<Result<{ readonly approved: boolean }, Refusal>> {
  const owner = readLineId(lineId)?.owner;
  const asked = owner && (await findRequest(tx, { owner, id: requestId }));
  if (!owner || !asked) return refuse({ code: 'payments.no-request' });
  const at = context.clock.now();
  const word = {
    ...{ token: caller.token, owner, id: requestId, approved, journalId: context.ids.next('jnl'), at },
  };
  const decided = await guarded(callDecideResolution(tx, word));
  if (!decided.ok) return decided;
  const { kind, targetOwner, orderId, caseId, lineReason: reason } = asked;
  if (!approved || targetOwner === null || orderId === null || caseId === null) return ok({ approved });
  const result = kind === 'payment' ? 'paid' : 'returned';
  const moved = await context.onAnswered(tx, { owner: targetOwner, caseId, orderId, result, reason, at });
  return moved.ok ? ok({ approved }) : moved;
}
