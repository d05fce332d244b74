import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { findLine, readLineId } from '#business/payments';
import type { CaseFile } from '#engines/casework';
import { decideTransferMatch, requestTransferMatch } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { type Doing, today } from '../context.ts';
import { afterReturn } from '../departing/credit-return.ts';
import { transferByNumber } from '../find-transfer.ts';
import { placeOf } from '../place-of.ts';
import { stepTelling } from '../step-telling.ts';
import { tellPartner } from '../tell-partner.ts';
import { type MatchShown, matchesOfLines, matchesShown, messageOfMoney } from './matches.store.ts';

/**
 * A finance officer says that money in suspense is a transfer's, although its reference or its amount is not what was announced.
 * It counts once another finance officer has agreed.
 */
export async function matchMoney(
  tx: Tx,
  doing: Doing & { readonly lineId: string; readonly reason: string },
): Promise<Result<{ readonly matchId: string; readonly number: string }, Refusal>> {
  const { context, caller, lineId, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const place = readLineId(lineId);
  const line = place && (await findLine(tx, place));
  if (!line) return refuse({ code: 'payments.not-in-suspense' });
  const [waits] = await matchesOfLines(tx, [line]);
  if (waits) return refuse({ code: 'transfer.match-waits', figures: { number: waits.number, by: waits.by } });
  const messageId = await messageOfMoney(tx, transfer);
  if (messageId === undefined) return refuse({ code: 'transfer.nothing-announced' });
  const asked = await requestTransferMatch(tx, {
    ...{ ...placeOf(file), token: caller.token, messageId, line: { owner: line.ownerId, key: line.key } },
    ...{ reason, at: context.clock.now(), ids: context.ids },
  });
  return asked.ok ? ok({ matchId: asked.value.matchId, number: file.number }) : asked;
}

/**
 * Another finance officer decides. Approved, what the bank has is credited, and the case goes on with it: the other agency is told
 * the amount, with what it had announced where that was another one.
 */
export async function decideMatch(
  tx: Tx,
  doing: Doing & { readonly matchId: string; readonly approved: boolean; readonly reason: string | null },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, matchId, approved, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  const [match] = await matchesShown(tx, [{ owner: file.ownerId, matchId }]);
  if (!match || match.caseId !== file.id) return refuse({ code: 'transfer.no-match' });
  const decided = await decideTransferMatch(tx, {
    ...{ token: caller.token, owner: file.ownerId, matchId, approved, reason },
    ...{ at: context.clock.now(), ids: context.ids },
  });
  if (!decided.ok) return decided;
  return approved ? credited(tx, { ...doing, ...found.value, match }) : ok(file);
}

interface Credited extends Doing {
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly match: MatchShown;
}

async function credited(tx: Tx, done: Credited): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, transfer, match } = done;
  const actor = actorOf(caller);
  const amountFen = `${match.amountFen}`;
  if (transfer.direction === 'out') return afterReturn(tx, { context, file, actor, data: { amountFen } });
  const { bookedOn, messageId, announcedFen, announcedReference } = match;
  const expectedFen = announcedFen === amountFen ? null : announcedFen;
  const body = {
    amountFen,
    reference: announcedReference,
    receivedOn: bookedOn,
    creditedOn: today(context),
    expectedFen,
  };
  const said = await tellPartner(tx, {
    ...{ context, transfer, file, type: 'balance-credited', body, inReplyTo: messageId },
  });
  if (!said.ok) return said;
  const action = file.state === 'difference' ? 'credit-difference' : 'credit';
  const told = { amountFen, reference: announcedReference, on: today(context), expectedFen };
  const data = { ...told, messageId: said.value.messageId, matchId: match.matchId };
  return stepTelling(tx, { context, file, actor, action, data, told: said.value });
}
