import { queueNotice } from '#business/notices';
import { personToTell } from '#business/registry';
import type { CaseFile, JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { findTransfer, type Transfer } from '../acceptance.store.ts';
import { type TransferContext, today } from '../context.ts';
import { partnerName } from '../partner-name.ts';
import { placeOf } from '../place-of.ts';
import { noticeTexts } from './notice-texts.ts';

export type TellingContext = Pick<TransferContext, 'clock' | 'seal' | 'region'>;

/**
 * Tells the person what has just happened to their transfer, in the transaction in which it happens, in their language, by e-mail
 * or telephone. `file` is the case as it stands after the step. Of the dead nobody is told by telephone.
 */
export async function tellStep(
  tx: Tx,
  told: {
    readonly context: TellingContext;
    readonly file: CaseFile;
    /** Read where it is left out. */
    readonly transfer?: Pick<Transfer, 'partner'> | undefined;
    readonly action: string;
    readonly data: JsonObject;
  },
): Promise<void> {
  const { context, file, action, data } = told;
  const words = noticeTexts[file.process]?.[action];
  if (!words) return;
  const meant = await personToTell(tx, file.ownerId);
  if (!meant || meant.died || (meant.person.phoneSealed ?? meant.person.emailSealed) === null) return;
  const transfer = told.transfer ?? (await findTransfer(tx, placeOf(file)));
  if (!transfer) return;
  const partner = await partnerName(tx, { context, region: transfer.partner });
  const { number, state } = file;
  const text = words({ number, state, partner, data, region: context.region, on: today(context) });
  await queueNotice(tx, {
    ...{ context, ownerId: file.ownerId, caseId: file.id, contact: meant.person, text },
    kind: `${file.process}.${action}`,
    id: `${file.id}.${file.actionCount}`,
  });
}
