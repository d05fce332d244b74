import { type PlainDate, type Refusal, type Result, refuse, type Text } from '#basics';
import type { CaseFile, JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, today, type WithReason } from '../context.ts';
import { readBody } from '../messages/read-body.ts';
import { type BalanceRefusalCode, balanceRefusalCodes } from '../messages/refusal-codes.ts';
import { onTransfer } from '../on-transfer.ts';
import { stepSaying } from '../step-telling.ts';
import { adviceOf, sentBackFen } from '../store.ts';
import { agree, giveBack, stepProposing } from './proposals.ts';

export interface BalanceRefusal {
  readonly code: BalanceRefusalCode;
  /** In words, as the person will read it over there; those of the code where left out. */
  readonly text: Text | null;
  readonly legalBasis: string;
  /** Where the money had come: under which reference it was sent back, as our bank's statement says it. */
  readonly sentBackReference: string | null;
}

/** A clerk proposes not to take a balance, with everything that the other agency and the person will be told. */
export function proposeRefusal(
  tx: Tx,
  doing: Doing & { readonly refusal: BalanceRefusal },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, refusal } = doing;
  return onTransfer(tx, doing, async ({ by }) => {
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
    return stepProposing(tx, {
      ...{ ...by, action: 'propose-refusal', met: ['no-money-here'] },
      // Told to nobody outside before it is decided.
      data: { proposalId, proposed: content },
      token: caller.token,
      proposal: { proposalId, kind: 'refuse-balance', messageId: null, content, reason: null },
    });
  });
}

/** A reviewer who did not propose it refuses the balance: the signed refusal goes to the other agency, and the case is over. */
export function refuseBalanceByHand(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context } = doing;
  return onTransfer(tx, doing, async ({ file, transfer, by }) => {
    const decided = await agree(tx, { doing, file, kind: 'refuse-balance' });
    if (!decided.ok) return decided;
    const { proposalId, content } = decided.value;
    const body = bodyOf(content, today(context));
    const advice = await adviceOf(tx, transfer);
    const { code = null, text = null, legalBasis = null } = content;
    return stepSaying(tx, {
      ...{ ...by, transfer, action: 'refuse-balance', met: ['no-money-here'] },
      says: { type: 'balance-refused', body, inReplyTo: advice?.messageId ?? null },
      data: (sent) => ({ proposalId, sent, refusedOn: body.refusedOn, code, text, legalBasis }),
    });
  });
}

/** The reviewer gives the proposal back: the balance is awaited as before. */
export function returnRefusal(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  return giveBack(tx, { ...doing, kind: 'refuse-balance', action: 'return-refusal' });
}

/** The message, of the day on which it is sent. */
function bodyOf({ code, text, legalBasis, sentBackReference, amountFen }: JsonObject, refusedOn: PlainDate) {
  const back = typeof sentBackReference === 'string';
  return {
    ...{ code, text, legalBasis, refusedOn, money: back ? 'sent-back' : 'not-received' },
    ...{ sentBackReference: back ? sentBackReference : null, amountFen: back ? amountFen : null },
  };
}
