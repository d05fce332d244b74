import { actionsOf, type CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { doubtsOf, type SheetDoubtCode } from '../arriving/sheet-doubts.ts';
import type { TransferContext } from '../context.ts';
import { receivedOf } from '../received/read-received.ts';
import { wordsInTransfer } from '../words/partner-words.store.ts';
import type { Word } from '../words/word.ts';

/** The sheet that is being checked in a case, with what does not fit as things are on record now. */
export interface KeptSheet {
  readonly word: Word<'information-sheet'>;
  readonly doubts: readonly SheetDoubtCode[];
}

/** Null where no sheet is being checked. */
export async function keptSheet(
  reader: Reader,
  asked: { readonly context: TransferContext; readonly file: CaseFile; readonly transfer: Transfer },
): Promise<KeptSheet | null> {
  const { context, file, transfer } = asked;
  if (file.state !== 'in-check' && file.state !== 'sheet-proposed') return null;
  const received = (await actionsOf(reader, file)).findLast(({ action }) => action === 'receive-sheet');
  const messageId = received?.data.messageId;
  const words = await wordsInTransfer(reader, transfer);
  const kept = words.find((word) => word.messageId === messageId);
  if (!kept) throw new Error(`case ${file.id} is in check without a sheet`);
  const { said } = await receivedOf(reader, { context, word: kept });
  if (said.type !== 'information-sheet') throw new Error(`${kept.messageId} is no sheet`);
  const { transferId, from, channel, sentAt } = kept;
  const takenBack = words.some(({ figures }) => figures.invalidates === messageId);
  const doubts = await doubtsOf(reader, { context, transfer, sheet: said.body });
  return {
    word: {
      ...{ messageId: kept.messageId, transferId, from, type: 'information-sheet', body: said.body },
      ...{ inReplyTo: null, channel, sentAt },
    },
    doubts: [...(takenBack ? (['taken-back'] as const) : []), ...doubts],
  };
}
