import { ok, type Refusal, type Result } from '#basics';
import { actionsOf, findCase, readCaseNumber, systemActor } from '#engines/casework';
import { citation } from '#law';
import type { Tx } from '#platform/postgres';
import { findTransfer } from '../acceptance.store.ts';
import { today } from '../context.ts';
import type { DeclineReason } from '../messages/transfer-declined.ts';
import { placeOf } from '../place-of.ts';
import { ownReason } from '../pre-check/own-reason.ts';
import { stepSaying } from '../step-telling.ts';
import type { Effect } from '../words/word.ts';
import type { Lettered } from './take-letter.ts';

/** Why a letter about a transfer that is over is not followed, and under which other number it goes on. */
export interface LateReason {
  readonly reason: DeclineReason;
  readonly supersededBy: string | null;
}

/**
 * A letter came when the case was over: the applicant took it back here while somebody confirmed it over there, it goes on under
 * another number, or the person has died. Null where the letter fits nowhere: a person looks at it.
 */
export async function reasonOfEnd(tx: Tx, { file }: Pick<Lettered, 'file'>): Promise<LateReason | null> {
  const done = await actionsOf(tx, file);
  const last = done.findLast(({ fromState, toState }) => fromState !== toState);
  switch (last?.action) {
    case 'cancel':
      return { reason: takenBackHere, supersededBy: null };
    case 'withdrawn-there':
    case 'not-confirmed-there':
      return { reason: overHere, supersededBy: null };
    case 'joined-to-letter':
      return { reason: goesOn, supersededBy: await transferOf(tx, last.data.joinedTo) };
    case 'close-by-death':
      return { reason: hasDied, supersededBy: null };
    default:
      return null;
  }
}

/** Says so once, in a step of the case that is over, so that the other agency's case comes to its end with the reason. */
export async function answerLateLetter(
  tx: Tx,
  { context, file, transfer, word, late }: Lettered & { readonly late: LateReason },
): Promise<Result<Effect, Refusal>> {
  // Once is enough, however often they write: what they said is on record.
  const answered = (await actionsOf(tx, file)).some(({ action }) => action === 'answer-late-letter');
  if (answered) return ok({ ownerId: file.ownerId, effect: 'late-letter-noted' });
  const { reason, supersededBy } = late;
  const body = { reasons: [reason], declinedOn: today(context), supersededBy };
  const { messageId } = word;
  const moved = await stepSaying(tx, {
    ...{ context, file, transfer, actor: systemActor, action: 'answer-late-letter' },
    says: { type: 'transfer-declined', body, inReplyTo: messageId },
    data: (answeredBy) => ({ messageId, answeredBy, code: reason.code }),
  });
  return moved.ok ? ok({ ownerId: file.ownerId, effect: 'late-letter-answered' }) : moved;
}

/** The number that both agencies call a case's transfer. */
async function transferOf(tx: Tx, number: unknown): Promise<string | null> {
  const written = typeof number === 'string' ? readCaseNumber(number) : null;
  const file = written === null ? undefined : await findCase(tx, written);
  const transfer = file && (await findTransfer(tx, placeOf(file)));
  return transfer?.transferId ?? null;
}

const basis = citation('TRANSFER-FLOW');
const legalBasis = `${basis.zh} · ${basis.en}`;

const takenBackHere: DeclineReason = {
  code: 'applicant-withdrew',
  text: {
    zh: '本人已在转出地撤回了转出申请。',
    en: 'The application to leave was taken back at the agency that is left.',
  },
  remedy: {
    zh: '还要转移的，请在转入地重新申请，转出地凭新的联系函办理。',
    en: 'Whoever wants to move after all applies anew where they came to; a new letter opens the transfer again.',
  },
  legalBasis,
};

const overHere: DeclineReason = {
  code: 'transfer-over',
  text: {
    zh: '这个编号的转移在转出地已经终止。',
    en: 'The transfer of this number is over at the agency that is left.',
  },
  remedy: {
    zh: '请在转入地重新申请，用新的转移编号发函。',
    en: 'Apply anew where the person came to; the letter then has a number of its own.',
  },
  legalBasis,
};

/** What only a letter about a transfer that is over is answered with. */
export const lateReasons: readonly DeclineReason[] = [takenBackHere, overHere];

const goesOn = ownReason('transfer-open');
const hasDied = ownReason('person-died');
