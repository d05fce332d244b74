import type { Refusal, Result } from '#basics';
import { actorOf, type Caller, channelOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { beginTransfer } from '../begin-transfer.ts';
import { type TransferContext, today } from '../context.ts';
import { lockApplications } from '../lock-applications.ts';
import type { ContactLetter } from '../messages/contact-letter.ts';
import { notOpen } from '../pre-check/not-open.ts';
import { stepSaying } from '../step-telling.ts';
import { type ArrivalAsked, checkArrival } from './check-arrival.ts';
import { openArrivingAccount } from './open-account.ts';
import { writeLetter } from './write-letter.ts';

export interface ArrivalApplication extends ArrivalAsked {
  readonly category: ContactLetter['category'];
  readonly certificateNumber: string | null;
}

/**
 * Applies for a transfer to this agency: everything that stands against it is told at once; else an account is opened where
 * there is none (G0.1), and the contact letter goes to the other agency with it.
 */
export async function applyForArrival(
  tx: Tx,
  application: ArrivalApplication,
): Promise<Result<CaseFile, Refusal>> {
  const { context, from, caller } = application;
  await lockApplications(tx, application);
  const check = await checkArrival(tx, application);
  if (!check.ok) return check;
  if (check.value.outcome !== 'open') return notOpen(check.value);
  const { ownerId, officeId } = check.value;
  const begun = await beginTransfer(tx, {
    ...{ context, direction: 'in', partner: from, ownerId, officeId, channel: channelOf(caller) },
  });
  return begun.ok ? sendLetter(tx, { ...application, ...begun.value }) : begun;
}

export interface LetterToSend {
  readonly context: TransferContext;
  readonly caller: Caller;
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly category: ContactLetter['category'];
  readonly certificateNumber: string | null;
  readonly seen?: number | undefined;
}

/** The contact letter of a case that is a draft or was announced by the other agency. */
export async function sendLetter(tx: Tx, sent: LetterToSend): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, transfer, category, certificateNumber, seen } = sent;
  await openArrivingAccount(tx, { context, owner: file.ownerId });
  const applicant =
    caller.kind === 'employer' ? 'employer' : caller.kind === 'officer' ? 'agency' : 'insured';
  const letter = await writeLetter(tx, { context, transfer, applicant, category, certificateNumber });
  const { transferId, partner } = transfer;
  const kept = {
    transferId,
    partner,
    appliedOn: today(context),
    takesBalance: letter.acceptsBalance,
    category,
  };
  return stepSaying(tx, {
    ...{ context, file, transfer, actor: actorOf(caller), action: 'submit', seen, met: ['conditions-met'] },
    ...{ says: { type: 'contact-letter', body: letter }, data: (sent) => ({ sent, ...kept }) },
  });
}
