import { addDays, ok, type PlainDate, type Refusal, type Result, refuse, type Text } from '#basics';
import { actorOf, type Caller, maySee, onlyPersonOf, ownersListed } from '#business/access/public';
import { personById } from '#business/registry';
import { type CaseFile, findCase, systemActor } from '#engines/casework';
import { draftDays, draftWarningDays } from '#law';
import { inTransaction, type Reader, type Tx } from '#platform/postgres';
import { figureToday, today, type WithdrawalContext } from './context.ts';
import {
  callEndDraft,
  callHoldDraft,
  callSaveDraft,
  draftById,
  draftsOf,
  draftsPast,
  type StoredDraft,
} from './draft.store.ts';
import { type DraftContent, draftContent, draftProblems, keptWords } from './draft.ts';
import { caseOfDraft, endDraftCase, submitDraftCase } from './draft-case.ts';
import type { PayeeName } from './read-withdrawal.ts';
import { sameNameSoFar } from './same-name.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** A draft as its owner sees it. */
export interface DraftView {
  readonly personId: string;
  readonly draftId: string;
  readonly version: number;
  readonly savedAt: string;
  readonly keptUntil: PlainDate;
  readonly ended: StoredDraft['ended'];
  /** The case that it became; while it is written the one that its files belong to, where there is one. */
  readonly caseNumber: string | null;
  readonly note: Text;
}

/** A draft whose account has been looked at. */
export interface DraftSaved extends DraftView {
  /** Whether the account is in the insured person's own name, by what decides once it is handed in; null while it has no name. */
  readonly payeeOwn: boolean | null;
}

export interface OfDraft {
  readonly context: WithdrawalContext;
  readonly caller: Caller;
  readonly personId: string;
  readonly draftId: string;
}

/** Reads a draft's content that came from outside as a value of any form. */
export function readDraftContent(given: unknown): Result<DraftContent, Refusal> {
  const read = draftContent.safeParse(given);
  if (read.success) return ok(read.data);
  const detail = { zh: '草稿里没有这一项，或者填得太长', en: 'A draft has no such entry, or it is too long' };
  const problems = read.error.issues.map(({ path }) => ({ path: path.map(String).join('.'), detail }));
  return refuse({ code: 'withdrawal.bad-input', problems });
}

/** Begins a draft for somebody, with whatever was typed so far. */
export async function beginDraft(
  tx: Tx,
  begun: Pick<OfDraft, 'context' | 'caller'> & {
    readonly personId: string | null;
    readonly content: DraftContent;
  },
): Promise<Result<DraftView, Refusal>> {
  const { context, caller, content } = begun;
  const named = begun.personId ?? onlyPersonOf(caller);
  const person = named !== null && maySee(caller, named, newCase) ? await personById(tx, named) : undefined;
  if (!person) return refuse({ code: 'withdrawal.no-person' });
  const of = { context, caller, personId: person.ownerId, draftId: context.ids.next('dft') };
  await save(tx, { ...of, content, seen: 0 });
  return viewOf(tx, of);
}

/** Saves a draft over the version that was seen; where a newer one lies there, it is refused and the newer one given. */
export async function saveDraft(
  tx: Tx,
  saving: OfDraft & { readonly version: number; readonly content: DraftContent },
): Promise<Result<DraftSaved, Refusal>> {
  const before = await find(tx, saving);
  if (!before.ok) return before;
  if (await save(tx, { ...saving, seen: saving.version })) {
    const view = await viewOf(tx, saving);
    return view.ok ? ok({ ...view.value, payeeOwn: await payeeOwn(tx, saving) }) : view;
  }
  const newer = await readDraft(tx, saving);
  if (!newer.ok) return newer;
  const { version, savedAt, content } = newer.value;
  return refuse({
    code: 'withdrawal.draft-newer',
    figures: { version, savedAt },
    current: { version, savedAt, content },
  });
}

/** A draft with what was typed, and the name that the account has to be in, as the record has it. */
export interface DraftRead extends DraftSaved {
  readonly content: DraftContent;
  /** Told to the insured person only: whoever acts for somebody writes it down themselves. */
  readonly payeeName: PayeeName | null;
}

export async function readDraft(reader: Reader, of: OfDraft): Promise<Result<DraftRead, Refusal>> {
  const found = await find(reader, of);
  if (!found.ok) return found;
  const { contentSealed } = found.value;
  if (contentSealed === null) return refuse({ code: 'withdrawal.no-draft' });
  const content = draftContent.parse(JSON.parse(of.context.seal.open(contentSealed)));
  const person = of.caller.kind === 'insured' ? await personById(reader, of.personId) : undefined;
  const payeeName = person ? { name: person.name, latin: person.nameLatin } : null;
  const view = told(found.value, of.context);
  return ok({ ...view, content, payeeName, payeeOwn: await payeeOwn(reader, { ...of, content }) });
}

/** Told to whoever reads the person’s name in full; a relative of somebody who died could try names. */
async function payeeOwn(
  reader: Reader,
  { personId, caller, content }: Pick<OfDraft, 'personId' | 'caller'> & { readonly content: DraftContent },
): Promise<boolean | null> {
  const knows = caller.kind === 'insured' || caller.kind === 'agent';
  const person = knows && content.payee?.name ? await personById(reader, personId) : undefined;
  return person ? sameNameSoFar(content.payee?.name, person) : null;
}

/** The caller's own drafts, without their content. */
export async function listDrafts(
  reader: Reader,
  asked: Pick<OfDraft, 'context' | 'caller'> & {
    readonly cursor: string | null;
    readonly limit: number;
    /** Those only that have not ended. */
    readonly open?: boolean;
  },
): Promise<{ readonly items: readonly DraftView[]; readonly next: string | null }> {
  const { context, caller, cursor, limit, open = false } = asked;
  const ownerIds = ownersListed(caller);
  const found = await draftsOf(reader, {
    madeBy: caller.id,
    ownerIds,
    before: cursor,
    limit: limit + 1,
    open,
  });
  const page = found.slice(0, limit);
  return {
    // What an agent's mandate leaves out by now is left out here, too.
    items: page
      .filter(({ ownerId }) => maySee(caller, ownerId, newCase))
      .map((draft) => told(draft, context)),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Opens the case that the draft's files belong to, or finds it: on the ground that the draft names now. */
export async function openDraftCase(tx: Tx, of: OfDraft): Promise<Result<DraftView, Refusal>> {
  const draft = await readDraft(tx, of);
  if (!draft.ok) return draft;
  const { content, caseNumber } = draft.value;
  const problems = draftProblems({ ground: content.ground });
  if (problems.length > 0) return refuse({ code: 'withdrawal.draft-incomplete', problems });
  const opened = await caseOfDraft(tx, { ...of, content, caseNumber });
  return opened.ok ? viewOf(tx, of) : opened;
}

/** Throws a draft away, with all that was typed; its case is over with it. */
export async function discardDraft(tx: Tx, of: OfDraft): Promise<Result<DraftView, Refusal>> {
  const found = await find(tx, of);
  if (!found.ok) return found;
  const over = await endDraftCase(tx, {
    ...{ context: of.context, actor: actorOf(of.caller), file: await caseNamed(tx, found.value) },
  });
  if (!over.ok) return over;
  await end(tx, { ...of, ended: 'discarded', caseNumber: null });
  return viewOf(tx, of);
}

/** Makes the application out of a draft; told everything at once that is missing. */
export async function submitDraft(
  tx: Tx,
  submitting: OfDraft & { readonly version: number },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, personId, draftId, version } = submitting;
  const open = await find(tx, submitting);
  if (!open.ok) return open;
  await callHoldDraft(tx, open.value); // whatever is saved from here on comes too late, and is told so
  const draft = await readDraft(tx, submitting);
  if (!draft.ok) return draft;
  const { content, savedAt } = draft.value;
  if (draft.value.version !== version) {
    const figures = { version: draft.value.version, savedAt };
    return refuse({ code: 'withdrawal.draft-newer', figures, current: { ...figures, content } });
  }
  const problems = draftProblems(content);
  if (problems.length > 0) return refuse({ code: 'withdrawal.draft-incomplete', problems });
  const { caseNumber } = draft.value;
  const applied = await submitDraftCase(tx, { context, caller, personId, draftId, content, caseNumber });
  if (!applied.ok) return applied;
  await end(tx, { ...submitting, ended: 'submitted', caseNumber: applied.value.number });
  return applied;
}

/** Erases drafts that nobody saved for long; their owners still see that they were there. */
export async function expireDrafts(context: WithdrawalContext): Promise<number> {
  let expired = 0;
  for (const draft of await draftsPast(context.database, today(context), 500)) {
    const done = await inTransaction(context.database, (tx) => expire(tx, { context, draft }));
    if (done.ok && done.value) expired += 1;
  }
  return expired;
}

async function expire(
  tx: Tx,
  { context, draft }: { readonly context: WithdrawalContext; readonly draft: StoredDraft },
): Promise<Result<boolean, Refusal>> {
  const { ownerId, id } = draft;
  const at = context.clock.now();
  const ended = await callEndDraft(tx, { ownerId, id, ended: 'expired', caseNumber: null, at });
  if (!ended) return ok(false);
  const over = await endDraftCase(tx, { context, actor: systemActor, file: await caseNamed(tx, draft) });
  return over.ok ? ok(true) : over;
}

async function caseNamed(reader: Reader, { caseNumber }: StoredDraft): Promise<CaseFile | undefined> {
  return caseNumber === null ? undefined : findCase(reader, caseNumber);
}

/** An application that is no case yet, for who acts within a mandate. */
const newCase = { process: withdrawalProcess.id, id: null };

/** A draft is its maker's alone, as long as they may act for the person; another's is as if it were not there. */
async function find(
  reader: Reader,
  { caller, personId, draftId }: OfDraft,
): Promise<Result<StoredDraft, Refusal>> {
  const draft = maySee(caller, personId, newCase)
    ? await draftById(reader, { ownerId: personId, id: draftId })
    : undefined;
  if (!draft || draft.madeBy !== caller.id || draft.ended !== null)
    return refuse({ code: 'withdrawal.no-draft' });
  return ok(draft);
}

function save(
  tx: Tx,
  {
    context,
    caller,
    personId,
    draftId,
    content,
    seen,
  }: OfDraft & { readonly content: DraftContent; readonly seen: number },
): Promise<boolean> {
  return callSaveDraft(tx, {
    ...{ ownerId: personId, id: draftId, seen, by: caller.id, kind: caller.kind },
    contentSealed: context.seal.seal(JSON.stringify(content)),
    keptUntil: addDays(today(context), figureToday(context, draftDays)),
    at: context.clock.now(),
  });
}

function end(
  tx: Tx,
  ended: OfDraft & Pick<Parameters<typeof callEndDraft>[1], 'ended' | 'caseNumber'>,
): Promise<boolean> {
  const { context, personId: ownerId, draftId: id, caseNumber } = ended;
  return callEndDraft(tx, { ownerId, id, ended: ended.ended, caseNumber, at: context.clock.now() });
}

async function viewOf(tx: Tx, { context, personId, draftId }: OfDraft): Promise<Result<DraftView, Refusal>> {
  const draft = await draftById(tx, { ownerId: personId, id: draftId });
  return draft ? ok(told(draft, context)) : refuse({ code: 'withdrawal.no-draft' });
}

function told(draft: StoredDraft, context: WithdrawalContext): DraftView {
  const { ownerId, id, version, savedAt, keptUntil, ended, caseNumber } = draft;
  const kept = keptWords(keptUntil, {
    today: today(context),
    warningDays: figureToday(context, draftWarningDays),
  });
  return {
    ...{
      personId: ownerId,
      draftId: id,
      version,
      savedAt: savedAt.toISOString(),
      keptUntil,
      ended,
      caseNumber,
    },
    note: ended === null ? kept : endWords[ended],
  };
}

const endWords: Readonly<Record<NonNullable<StoredDraft['ended']>, Text>> = {
  submitted: { zh: '已提交，所填内容在办件里。', en: 'It was handed in; what was typed is in the case.' },
  discarded: { zh: '已删除。', en: 'It was discarded.' },
  expired: {
    zh: '长期没有保存，已到期删除；需要时请重新填写。',
    en: 'Nobody saved it for long, so it was erased; begin anew where needed.',
  },
};
