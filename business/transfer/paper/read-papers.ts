import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate, type Text } from '#basics';
import { type Caller, maySee } from '#business/access/public';
import { caseById, type Json } from '#engines/casework';
import { readCursor, writeCursor } from '#platform/http';
import type { Reader } from '#platform/postgres';
import { findTransfer, findTransferById, type Transfer } from '../acceptance.store.ts';
import type { Doing, TransferContext } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { isTransferMessage, transferMessages } from '../messages/catalogue.ts';
import {
  findPaper,
  type KeptPaper,
  papersInTransfer,
  papersToConfirm,
} from '../words/partner-words.store.ts';
import type { PaperContent } from './content.ts';
import { type DraftPage, draftPage, draftsOfCase, findDraft, type PaperDraft } from './draft.store.ts';
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

/** Over all transfers: what waits for a reviewer, or is still being keyed in; the oldest first. Refuses `http.cursor`. */
export async function listPapers(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly caller: Caller;
    readonly state: 'to-confirm' | 'being-keyed-in';
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<Result<{ readonly items: readonly PaperItem[]; readonly next: string | null }, Refusal>> {
  const { state, limit } = asked;
  const bound = { list: 'partner-papers', state };
  const place = readCursor(asked.cursor, bound);
  if (!place.ok) return place;
  const [at, owner, messageId] = (place.value ?? []).map(String);
  const after = at && owner && messageId ? { at: new Date(at), owner, messageId } : null;
  const page = { ...asked, after, limit: limit + 1 };
  const found = await (state === 'to-confirm' ? papersWaiting(reader, page) : draftsWaiting(reader, page));
  const last = found.length > limit ? found[limit - 1] : undefined;
  const position = last ? [last.item.at.toISOString(), last.owner, last.item.paperId] : [];
  return ok({
    items: found.slice(0, limit).flatMap(({ item, seen }) => (seen ? [item] : [])),
    next: last ? writeCursor({ position, query: bound }) : null,
  });
}

interface Paged extends DraftPage {
  readonly context: TransferContext;
  readonly caller: Caller;
}

interface Found {
  readonly item: PaperItem;
  readonly owner: string;
  /** Whether the caller may see the case. */
  readonly seen: boolean;
}

async function papersWaiting(reader: Reader, page: Paged): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const paper of await papersToConfirm(reader, page)) {
    const transfer = await findTransferById(reader, paper.transferId);
    const { seen, caseNumber } = await caseOf(reader, { ...page, transfer });
    found.push({ item: itemOf(paper, { caseNumber, from: paper.from }), owner: paper.owner, seen });
  }
  return found;
}

async function draftsWaiting(reader: Reader, page: Paged): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const draft of await draftPage(reader, page)) {
    const transfer = await findTransfer(reader, draft);
    const { seen, caseNumber } = await caseOf(reader, { ...page, transfer });
    const place = { context: page.context, caseNumber, from: transfer?.partner ?? '' };
    found.push({ item: draftItem(draft, place), owner: draft.owner, seen });
  }
  return found;
}

async function caseOf(
  reader: Reader,
  { caller, transfer }: { readonly caller: Caller; readonly transfer: Transfer | undefined },
): Promise<{ readonly seen: boolean; readonly caseNumber: string }> {
  const file = transfer && (await caseById(reader, transfer.owner, transfer.caseId));
  return { seen: !!file && maySee(caller, file.ownerId, file), caseNumber: file?.number ?? '' };
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
