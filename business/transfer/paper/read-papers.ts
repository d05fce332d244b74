import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate, type Text } from '#basics';
import { type Caller, maySee } from '#business/access/public';
import { caseById, type Json } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { findTransfer, findTransferById } from '../acceptance.store.ts';
import type { Doing, TransferContext } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { isTransferMessage, transferMessages } from '../messages/catalogue.ts';
import { findPaper, type KeptPaper, papersInTransfer, papersToConfirm } from '../partner-words.store.ts';
import type { PaperContent } from './content.ts';
import { draftPage, draftsOfCase, findDraft, type PaperDraft } from './draft.store.ts';
import { type ToldField, toldFields } from './told-fields.ts';

export type PaperState = 'being-keyed-in' | 'to-confirm' | 'confirmed' | 'turned-down';

/** A letter on paper in a list. */
export interface PaperItem {
  readonly paperId: string;
  readonly caseNumber: string;
  readonly state: PaperState;
  /** Null where nobody has said yet what it is. */
  readonly type: string | null;
  readonly name: Text | null;
  readonly from: string;
  readonly paperReference: string | null;
  readonly datedOn: string | null;
  /** When it was last typed on, or went before a reviewer. */
  readonly at: Date;
}

/** One letter, to be compared with its scan. */
export interface PaperView extends PaperItem {
  readonly fileId: string | null;
  readonly body: Json;
  readonly fields: readonly ToldField[];
  /** Of a letter that is before a reviewer: to be sent back with the decision. */
  readonly digest: string | null;
  /** Of one that is being keyed in: to be sent back by whoever goes on. */
  readonly version: number | null;
  readonly recordedBy: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

type OfCase = Omit<Doing, 'seen'>;

/** The letters of one transfer, the earliest first. Refuses `casework.no-case`. */
export async function listPapersOf(
  reader: Reader,
  asked: OfCase,
): Promise<Result<readonly PaperItem[], Refusal>> {
  const found = await transferByNumber(reader, asked);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const place = { caseNumber: file.number, from: transfer.partner };
  const kept = await papersInTransfer(reader, transfer);
  const drafts = await draftsOfCase(reader, transfer);
  return ok([
    ...kept.map((paper) => itemOf(paper, place)),
    ...drafts.map((draft) => draftItem(draft, { ...asked, ...place })),
  ]);
}

/** Refuses `casework.no-case` and `transfer.no-paper`. */
export async function readPaper(
  reader: Reader,
  asked: OfCase & { readonly paperId: string },
): Promise<Result<PaperView, Refusal>> {
  const { context, paperId } = asked;
  const found = await transferByNumber(reader, asked);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const place = { caseNumber: file.number, from: transfer.partner };
  const at = { owner: transfer.owner, messageId: paperId };
  const paper = await findPaper(reader, at);
  if (paper?.transferId === transfer.transferId) return ok(viewOf(paper, { ...place, context }));
  const draft = await findDraft(reader, at);
  if (draft?.caseId !== file.id) return refuse({ code: 'transfer.no-paper' });
  const { fileId, body, type } = contentOf(draft, context);
  return ok({
    ...draftItem(draft, { context, ...place }),
    ...{ fileId, body, fields: type !== null && isTransferMessage(type) ? toldFields(type, body) : [] },
    ...{ digest: null, version: draft.version, recordedBy: null, decidedBy: null, reason: null },
  });
}

/** Over all transfers: what waits for a reviewer, or is still being keyed in; the oldest first. */
export async function listPapers(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly caller: Caller;
    readonly state: 'to-confirm' | 'being-keyed-in';
    readonly after: { readonly at: Date; readonly owner: string; readonly messageId: string } | null;
    readonly limit: number;
  },
): Promise<readonly (PaperItem & { readonly owner: string })[]> {
  const { context, caller, state, after, limit } = asked;
  const page = { after, limit };
  if (state === 'to-confirm') {
    const papers = await papersToConfirm(reader, page);
    const items = papers.map(async (paper) => {
      const transfer = await findTransferById(reader, paper.transferId);
      const file = transfer && (await caseById(reader, paper.owner, transfer.caseId));
      if (!file || !maySee(caller, file.ownerId, file)) return [];
      return [{ ...itemOf(paper, { caseNumber: file.number, from: paper.from }), owner: paper.owner }];
    });
    return (await Promise.all(items)).flat();
  }
  const drafts = await draftPage(reader, page);
  const items = drafts.map(async (draft) => {
    const file = await caseById(reader, draft.owner, draft.caseId);
    const transfer = await findTransfer(reader, draft);
    if (!file || !transfer || !maySee(caller, file.ownerId, file)) return [];
    const place = { context, caseNumber: file.number, from: transfer.partner };
    return [{ ...draftItem(draft, place), owner: draft.owner }];
  });
  return (await Promise.all(items)).flat();
}

interface Place {
  readonly caseNumber: string;
  readonly from: string;
}

function itemOf(paper: KeptPaper, place: Place): PaperItem {
  const { messageId: paperId, type, paperReference, sentAt, confirmed, recordedAt: at } = paper;
  const state = confirmed === null ? 'to-confirm' : confirmed ? 'confirmed' : 'turned-down';
  const datedOn: PlainDate = shanghaiDate(sentAt);
  return { ...place, paperId, state, type, name: transferMessages[type].name, paperReference, datedOn, at };
}

function viewOf(
  paper: KeptPaper,
  { context, ...place }: Place & { readonly context: Pick<TransferContext, 'seal'> },
): PaperView {
  const { type, fileId, digest, bodySealed, makerId: recordedBy, checkerId: decidedBy, reason } = paper;
  const body: Json = JSON.parse(context.seal.open(bodySealed));
  return {
    ...itemOf(paper, place),
    ...{ fileId, body, fields: toldFields(type, body), version: null, recordedBy, decidedBy, reason },
    digest: Buffer.from(digest).toString('hex'),
  };
}

function draftItem(
  draft: PaperDraft,
  { context, caseNumber, from }: Place & { readonly context: Pick<TransferContext, 'seal'> },
): PaperItem {
  const { type, paperReference, datedOn } = contentOf(draft, context);
  const name = type !== null && isTransferMessage(type) ? transferMessages[type].name : null;
  const { messageId: paperId, savedAt: at } = draft;
  return { paperId, caseNumber, state: 'being-keyed-in', type, name, from, paperReference, datedOn, at };
}

function contentOf({ contentSealed }: PaperDraft, { seal }: Pick<TransferContext, 'seal'>): PaperContent {
  return JSON.parse(seal.open(contentSealed)) as PaperContent; // sealed by us
}
