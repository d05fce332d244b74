import type { Refusal, Result } from '#basics';
import { actionsOf, type CaseFile } from '#engines/casework';
import { citation } from '#law';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { type TransferContext, today } from '../context.ts';
import type { DeclineReason } from '../messages/transfer-declined.ts';
import type { TransferStep } from '../step.ts';
import { stepSaying } from '../step-telling.ts';

/**
 * Ends a transfer that the other agency announced and nobody confirmed here, and answers the announcement on that step: their case waits for
 * our letter, and is over with the answer.
 */
export async function stepNotComing(
  tx: Tx,
  ending: Omit<TransferStep, 'transfer'> & {
    readonly context: TransferContext;
    readonly transfer: Transfer;
    /** What the other agency, and the person there, is told. */
    readonly reason: DeclineReason;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { reason, data, ...doing } = ending;
  const { context, file } = doing;
  const announced = (await actionsOf(tx, file)).find(({ action }) => action === 'announce')?.data.messageId;
  const body = { reasons: [reason], declinedOn: today(context), supersededBy: null };
  const inReplyTo = typeof announced === 'string' ? announced : null;
  return stepSaying(tx, {
    ...{ ...doing, says: { type: 'transfer-declined', body, inReplyTo } },
    data: (sent) => ({ ...data, sent }),
  });
}

const basis = citation('TRANSFER-FLOW');

/** Whoever was announced, or a clerk with them, took it back here. */
export const notConfirmed: DeclineReason = {
  code: 'not-confirmed',
  text: {
    zh: '这件转移在转入地没有确认，已经撤销。',
    en: 'The transfer was not confirmed at the agency that the person would come to, but taken back there.',
  },
  remedy: {
    zh: '还要转移的，请在转入地申请转入。',
    en: 'Whoever wants to move after all applies where they come to.',
  },
  legalBasis: `${basis.zh} · ${basis.en}`,
};
