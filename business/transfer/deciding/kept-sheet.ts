import { actionsOf, type CaseFile } from '#engines/casework';
import { readKept } from '#engines/exchange';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { doubtsOf, type SheetDoubtCode } from '../arriving/sheet-doubts.ts';
import type { TransferContext } from '../context.ts';
import { readBody } from '../messages/read-body.ts';
import { findPaper, wordsInTransfer } from '../partner-words.store.ts';
import type { Word } from '../word.ts';

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
  const kept = (await wordsInTransfer(reader, transfer)).find((word) => word.messageId === messageId);
  if (!kept) throw new Error(`case ${file.id} is in check without a sheet`);
  const body = await (kept.channel === 'paper'
    ? bodyOnPaper(reader, { context, owner: kept.owner, messageId: kept.messageId })
    : bodyKept(reader, { context, transfer, messageId: kept.messageId }));
  const read = readBody('information-sheet', body);
  if (!read.ok) throw new Error(`the sheet ${kept.messageId} is not what was taken in`);
  const { transferId, from, channel, sentAt } = kept;
  const doubts = await doubtsOf(reader, { context, transfer, sheet: read.body });
  return {
    word: {
      ...{ messageId: kept.messageId, transferId, from, type: 'information-sheet', body: read.body },
      ...{ inReplyTo: null, channel, sentAt },
    },
    doubts,
  };
}

async function bodyKept(
  reader: Reader,
  asked: { readonly context: TransferContext; readonly transfer: Transfer; readonly messageId: string },
): Promise<unknown> {
  const { context, transfer, messageId } = asked;
  const { transferId, partner: from } = transfer;
  return (await readKept(reader, { seal: context.seal, transferId, from, messageId }))?.body;
}

async function bodyOnPaper(
  reader: Reader,
  asked: { readonly context: TransferContext; readonly owner: string; readonly messageId: string },
): Promise<unknown> {
  const { context, owner, messageId } = asked;
  const paper = await findPaper(reader, { owner, messageId });
  return paper && JSON.parse(context.seal.open(paper.bodySealed)); // the digest over it two officers have agreed on
}
