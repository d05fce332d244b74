import { canonicalJson, isPlainDate, ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import { uploadsOf } from '#business/materials';
import { findPersonByIdentity } from '#business/registry';
import type { CaseFile } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { type Doing, type TransferContext, today } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { guarded } from '../guarded.ts';
import { figuresOf } from '../messages/figures-of.ts';
import { subjectOf } from '../messages/subject-of.ts';
import { findPaper, type WordFigures } from '../words/partner-words.store.ts';
import { recordPartnerPaper } from '../words/partner-words.ts';
import { type PaperContent, readContent, type WholePaper } from './content.ts';
import { callDropDraft, callSaveDraft, findDraft } from './draft.store.ts';
import { takenOnPaper } from './post.store.ts';

/** What became of what was typed: nothing of it is lost, and everything that is wrong is told at once. */
export interface KeyedIn {
  readonly paperId: string;
  /** Whole, and before a reviewer; or kept as far as it goes. */
  readonly state: 'to-confirm' | 'being-keyed-in';
  /** To be sent back as `version` when somebody goes on; null once it is whole. */
  readonly version: number | null;
  readonly problems: readonly Problem[];
}

export interface KeyingIn extends Omit<Doing, 'seen'> {
  /** The letter that is gone on with, and the version of it that was seen; null for a new one. */
  readonly begun: { readonly paperId: string; readonly version: number } | null;
  readonly content: PaperContent;
}

/**
 * A clerk keys in a letter of an agency without a gateway, with its scan. Where it is whole it goes before a reviewer; where
 * something is missing or wrong it is kept as far as it goes. Refuses `transfer.partner-has-gateway`, `.another-person`,
 * `.paper-recorded`, `.paper-newer`.
 */
export async function keyInPaper(tx: Tx, keying: KeyingIn): Promise<Result<KeyedIn, Refusal>> {
  const { context, content } = keying;
  const found = await transferByNumber(tx, keying);
  if (!found.ok) return found;
  const paperId = keying.begun?.paperId ?? context.ids.next('ppr');
  const version = keying.begun?.version ?? 0;
  const at = { ...keying, ...found.value, paperId, version };
  const may = await mayGoOn(tx, at);
  if (!may.ok) return may;
  const read = readContent(content, {
    ...{ direction: found.value.transfer.direction, today: today(context) },
    scans: await scansOf(tx, found.value.file),
  });
  if ('whole' in read) return record(tx, { ...at, whole: read.whole });
  const saved = await guarded(
    callSaveDraft(tx, {
      ...{ token: keying.caller.token, owner: found.value.transfer.owner, caseId: found.value.file.id },
      ...{ messageId: paperId, seen: version, at: context.clock.now() },
      contentSealed: context.seal.seal(canonicalJson(content)),
    }),
  );
  if (!saved.ok) return saved;
  return ok({ paperId, state: 'being-keyed-in', version: saved.value, problems: read.problems });
}

/** Throws away what was typed of a letter that is not before a reviewer. */
export async function dropPaper(
  tx: Tx,
  dropping: Omit<Doing, 'seen'> & { readonly paperId: string },
): Promise<Result<{ readonly paperId: string }, Refusal>> {
  const { caller, paperId } = dropping;
  const found = await transferByNumber(tx, dropping);
  if (!found.ok) return found;
  const { owner } = found.value.transfer;
  const draft = await findDraft(tx, { owner, messageId: paperId });
  if (draft?.caseId !== found.value.file.id) return refuse({ code: 'transfer.no-paper' });
  const done = await guarded(callDropDraft(tx, { token: caller.token, owner, messageId: paperId }));
  return done.ok ? ok({ paperId }) : done;
}

interface OnTransfer extends KeyingIn {
  readonly paperId: string;
  readonly version: number;
  readonly file: CaseFile;
  readonly transfer: Transfer;
}

/** A letter goes on only where it was begun, in its case, and as it was seen; a new one only where letters come on paper. */
async function mayGoOn(
  tx: Tx,
  { transfer, file, paperId: messageId, version, content }: OnTransfer,
): Promise<Result<void, Refusal>> {
  const { owner, transferId } = transfer;
  const datedOn = isPlainDate(content.datedOn) ? content.datedOn : null;
  if (!(await takenOnPaper(tx, { owner, transferId, datedOn })))
    return refuse({ code: 'transfer.partner-has-gateway' });
  if (version === 0) return ok(undefined);
  if (await findPaper(tx, { owner, messageId })) return refuse({ code: 'transfer.paper-newer' });
  const draft = await findDraft(tx, { owner, messageId });
  if (draft?.caseId !== file.id) return refuse({ code: 'transfer.no-paper' });
  return draft.version === version ? ok(undefined) : refuse({ code: 'transfer.paper-newer' });
}

async function record(
  tx: Tx,
  keying: OnTransfer & { readonly whole: WholePaper },
): Promise<Result<KeyedIn, Refusal>> {
  const { context, caller, transfer, paperId, whole } = keying;
  const { said, paperReference, datedOn, fileId } = whole;
  const about = await isAbout(tx, { context, transfer, whole });
  if (!about.ok) return about;
  const recorded = await recordPartnerPaper(tx, context, {
    ...{ token: caller.token, owner: transfer.owner, messageId: paperId, transferId: transfer.transferId },
    ...{
      from: transfer.partner,
      to: context.region,
      type: said.type,
      figures: figuresOf(said) as WordFigures,
    }, // of that type
    ...{ body: canonicalJson(said.body), paperReference, fileId, sentAt: startOf(datedOn) },
    at: context.clock.now(),
  });
  if (!recorded.ok) return recorded;
  return ok({ paperId, state: 'to-confirm', version: null, problems: [] });
}

/** A letter that names somebody names the person of the transfer, as the gateway's messages must. */
async function isAbout(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly transfer: Transfer;
    readonly whole: WholePaper;
  },
): Promise<Result<void, Refusal>> {
  const document = subjectOf(asked.whole.said);
  if (!document) return ok(undefined);
  const named = await findPersonByIdentity(reader, { seal: asked.context.seal, document });
  return named === asked.transfer.owner ? ok(undefined) : refuse({ code: 'transfer.another-person' });
}

async function scansOf(reader: Reader, file: CaseFile): Promise<ReadonlySet<string>> {
  const uploads = await uploadsOf(reader, file);
  const shown = uploads.filter(
    ({ erasedAt, scan }) => erasedAt === null && scan !== 'infected' && scan !== 'failed',
  );
  return new Set(shown.map(({ fileId }) => fileId));
}

/** A letter is of its day, not of an hour. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
