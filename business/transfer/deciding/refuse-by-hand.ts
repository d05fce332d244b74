import { type PlainDate, type Refusal, type Result, refuse, type Text } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile, JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, today } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';

import { readBody } from '../messages/read-body.ts';
import { type BalanceRefusalCode, balanceRefusalCodes } from '../messages/refusal-codes.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { stepTelling } from '../step-telling.ts';
import { adviceOf, sentBackFen } from '../store.ts';
import { tellPartner } from '../tell-partner.ts';
import { decide, propose, waitingProposal } from './proposals.ts';

export interface BalanceRefusal {
  readonly code: BalanceRefusalCode;
  /** In words, as the person will read it over there; those of the code where left out. */
  readonly text: Text | null;
  readonly legalBasis: string;
  /** Where the money had come: under which reference it was sent back, as our bank's statement says it. */
  readonly sentBackReference: string | null;
}

/** A clerk proposes not to take a balance, with everything that the other agency and the person will be told. */
export async function proposeRefusal(
  tx: Tx,
  doing: Doing & { readonly refusal: BalanceRefusal },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, refusal } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  if (refusal.code === 'other' && refusal.text === null)
    return refuse({ code: 'transfer.refusal-needs-words' });
  const { sentBackReference, code, legalBasis } = refusal;
  const amountFen = sentBackReference === null ? null : await sentBackFen(tx, sentBackReference);
  if (amountFen === undefined) return refuse({ code: 'transfer.not-sent-back' });
  const text = { ...(refusal.text ?? balanceRefusalCodes[code]) };
  const content = { code, text, legalBasis, sentBackReference, amountFen };
  const read = readBody('balance-refused', bodyOf(content, today(context)));
  if (!read.ok) return refuse({ code: 'transfer.bad-input', problems: read.problems });
  const proposalId = context.ids.next('prp');
  const moved = await step(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'propose-refusal', seen },
    // Told to nobody outside before it is decided.
    ...{ data: { proposalId, proposed: content }, met: ['no-money-here'] },
  });
  if (!moved.ok) return moved;
  const asked = await propose(tx, {
    ...{
      token: caller.token,
      ...placeOf(file),
      proposalId,
      kind: 'refuse-balance',
      messageId: null,
      content,
    },
    ...{ reason: null, at: context.clock.now() },
  });
  return asked.ok ? moved : asked;
}

/** A reviewer who did not propose it refuses the balance: the signed refusal goes to the other agency, and the case is over. */
export async function refuseBalanceByHand(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const waiting = await waitingProposal(tx, { file, kind: 'refuse-balance' });
  if (!waiting.ok) return waiting;
  const { proposalId, content } = waiting.value;
  const word = { token: caller.token, owner: file.ownerId, proposalId, approved: true, reason: null };
  const decided = await decide(tx, { ...word, at: context.clock.now() });
  if (!decided.ok) return decided;
  const body = bodyOf(content, today(context));
  const advice = await adviceOf(tx, transfer);
  const said = await tellPartner(tx, {
    ...{ context, transfer, file, type: 'balance-refused', body, inReplyTo: advice?.messageId ?? null },
  });
  if (!said.ok) return said;
  const { code, text, legalBasis } = content;
  const told = { code: code ?? null, text: text ?? null, legalBasis: legalBasis ?? null };
  const data = { proposalId, sent: said.value.messageId, refusedOn: body.refusedOn, ...told };
  return stepTelling(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'refuse-balance', seen, data },
    ...{ met: ['no-money-here'], told: said.value },
  });
}

/** The reviewer gives the proposal back: the balance is awaited as before. */
export async function returnRefusal(
  tx: Tx,
  doing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  const waiting = await waitingProposal(tx, { file, kind: 'refuse-balance' });
  if (!waiting.ok) return waiting;
  const { proposalId } = waiting.value;
  const word = { token: caller.token, owner: file.ownerId, proposalId, approved: false, reason };
  const decided = await decide(tx, { ...word, at: context.clock.now() });
  if (!decided.ok) return decided;
  const actor = actorOf(caller);
  const data = { proposalId, reason };
  return step(tx, { context, file, actor, action: 'return-refusal', seen, data });
}

/** The message, of the day on which it is sent. */
function bodyOf({ code, text, legalBasis, sentBackReference, amountFen }: JsonObject, refusedOn: PlainDate) {
  const back = typeof sentBackReference === 'string';
  return {
    ...{ code, text, legalBasis, refusedOn, money: back ? 'sent-back' : 'not-received' },
    ...{ sentBackReference: back ? sentBackReference : null, amountFen: back ? amountFen : null },
  };
}
