import { queueNotice } from '#business/notices';
import { heirContacts } from '#business/succession';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { WithdrawalContext } from '../context.ts';
import { noticeTexts } from './notice-texts.ts';

/** Whose share it is hears of an account that was named for it after the decision, at the address on record, whoever named it. */
export async function tellAccountNamed(
  tx: Tx,
  told: {
    readonly context: Pick<WithdrawalContext, 'clock' | 'seal'>;
    /** As it stands after the step. */
    readonly file: CaseFile;
    readonly successorId: string;
  },
): Promise<void> {
  const { context, file, successorId } = told;
  const contact = (await heirContacts(tx, file))(successorId);
  const kind = 'heir-account-named';
  await queueNotice(tx, {
    ...{ context, ownerId: file.ownerId, caseId: file.id, addressee: 'heir', kind },
    contact: { ...contact, phoneSealed: null },
    id: `${file.id}.${file.actionCount}.account`,
    text: noticeTexts[kind](file),
  });
}
