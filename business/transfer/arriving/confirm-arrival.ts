import type { Refusal, Result } from '#basics';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from '../context.ts';
import type { ContactLetter } from '../messages/contact-letter.ts';
import { onTransfer } from '../on-transfer.ts';
import { notOpen } from '../pre-check/not-open.ts';
import { preCheckIn } from '../pre-check/pre-check.ts';
import { sendLetter } from './apply-for-arrival.ts';
import { gatherArrival } from './gather-arrival.ts';
import { notAnnounced } from './not-announced.ts';

/** Confirms a transfer that the other agency announced: what stands against it is told, else the contact letter goes. */
export function confirmArrival(
  tx: Tx,
  doing: Doing & { readonly category: ContactLetter['category'] },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, category, seen } = doing;
  return onTransfer(tx, doing, async ({ file, transfer }) => {
    if (file.state !== 'announced') return notAnnounced(file);
    const check = preCheckIn(
      await gatherArrival(tx, {
        ...{ context, owner: file.ownerId, partner: transfer.partner, caseId: file.id, toldTo: caller },
      }),
    );
    if (check.outcome !== 'open') return notOpen(check);
    const announced = (await actionsOf(tx, file)).find(({ action }) => action === 'announce')?.data;
    const told = announced?.certificateNumber;
    const certificateNumber = typeof told === 'string' ? told : null;
    return sendLetter(tx, { context, caller, file, transfer, category, certificateNumber, seen });
  });
}
