import { ok, type Refusal, type Result, refuse } from '#basics';
import { findLine, readLineId } from '#business/payments';
import type { CaseFile } from '#engines/casework';
import { decideTransferMatch, requestTransferMatch } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import { type Doing, today } from '../context.ts';
import { afterReturn } from '../departing/credit-return.ts';
import { type AtHand, onTransfer } from '../on-transfer.ts';
import { placeOf } from '../place-of.ts';
import { stepSaying } from '../step-telling.ts';
import { type MatchShown, matchesOfLines, matchesShown, messageOfMoney } from './matches.store.ts';

/**
 * A finance officer says that money in suspense is a transfer's, although its reference or its amount is not what was announced.
 * It counts once another finance officer has agreed.
 */
export function matchMoney(
  tx: Tx,
  doing: Doing & { readonly lineId: string; readonly reason: string },
): Promise<Result<{ readonly matchId: string; readonly number: string }, Refusal>> {
  const { context, caller, lineId, reason } = doing;
  return onTransfer(tx, doing, async ({ file, transfer }) => {
    const place = readLineId(lineId);
    const line = place && (await findLine(tx, place));
    if (!line) return refuse({ code: 'payments.not-in-suspense' });
    const [waits] = await matchesOfLines(tx, [line]);
    if (waits)
      return refuse({ code: 'transfer.match-waits', figures: { number: waits.number, by: waits.by } });
    const messageId = await messageOfMoney(tx, transfer);
    if (messageId === undefined) return refuse({ code: 'transfer.nothing-announced' });
    const asked = await requestTransferMatch(tx, {
      ...{ ...placeOf(file), token: caller.token, messageId, line: { owner: line.ownerId, key: line.key } },
      ...{ reason, at: context.clock.now(), ids: context.ids },
    });
    return asked.ok ? ok({ matchId: asked.value.matchId, number: file.number }) : asked;
  });
}

/**
 * Another finance officer decides. Approved, what the bank has is credited, and the case goes on with it: the other agency is told
 * the amount, with what it had announced where that was another one.
 */
export function decideMatch(
  tx: Tx,
  doing: Doing & { readonly matchId: string; readonly approved: boolean; readonly reason: string | null },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, matchId, approved, reason } = doing;
  return onTransfer(tx, doing, async (at) => {
    const { file } = at;
    const [match] = await matchesShown(tx, [{ owner: file.ownerId, matchId }]);
    if (!match || match.caseId !== file.id) return refuse({ code: 'transfer.no-match' });
    const decided = await decideTransferMatch(tx, {
      ...{ token: caller.token, owner: file.ownerId, matchId, approved, reason },
      ...{ at: context.clock.now(), ids: context.ids },
    });
    if (!decided.ok) return decided;
    return approved ? credited(tx, { ...at, match }) : ok(file);
  });
}

function credited(tx: Tx, done: AtHand & { readonly match: MatchShown }): Promise<Result<CaseFile, Refusal>> {
  const { file, transfer, by, match } = done;
  const { context, actor } = by;
  const amountFen = `${match.amountFen}`;
  if (transfer.direction === 'out') return afterReturn(tx, { context, file, actor, data: { amountFen } });
  const { bookedOn, announcedFen, announcedReference: reference, matchId } = match;
  const on = today(context);
  const expectedFen = announcedFen === amountFen ? null : announcedFen;
  const body = { amountFen, reference, receivedOn: bookedOn, creditedOn: on, expectedFen };
  return stepSaying(tx, {
    ...{ context, file, transfer, actor },
    action: file.state === 'difference' ? 'credit-difference' : 'credit',
    says: { type: 'balance-credited', body, inReplyTo: match.messageId },
    data: (messageId) => ({ amountFen, reference, on, expectedFen, messageId, matchId }),
  });
}
