import { addDays, ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import { type Caller, maySee } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import { draftDays, valueOn } from '#law';
import type { Reader, Tx } from '#platform/postgres';
import { type LifeEventContext, today } from '../context.ts';
import { guarded } from '../guarded.ts';
import { reportLifeEvent } from '../report-life-event.ts';
import { type FilingContent, filingContent, filingOf } from './filing-content.ts';
import {
  callEndFilingDraft,
  callForgetFilingDrafts,
  callSaveFilingDraft,
  filingDraftOf,
} from './filing-draft.store.ts';

/** A filing as whoever writes it sees it; version 0 where nothing was saved yet. */
export interface FilingDraft {
  readonly version: number;
  readonly savedAt: string | null;
  readonly keptUntil: PlainDate | null;
  readonly content: FilingContent;
}

export interface OfFiling {
  readonly context: LifeEventContext;
  readonly caller: Caller;
  readonly personId: string;
}

/** What the caller has written so far of a filing for this person. */
export async function readFilingDraft(reader: Reader, of: OfFiling): Promise<Result<FilingDraft, Refusal>> {
  if (!mayWrite(of)) return refuse({ code: 'life-events.no-person' });
  const { context, caller, personId } = of;
  const found = await filingDraftOf(reader, { ownerId: personId, loginId: caller.id });
  if (!found) return ok({ version: 0, savedAt: null, keptUntil: null, content: {} });
  const { version, savedAt, keptUntil, contentSealed } = found;
  const content = filingContent.parse(JSON.parse(context.seal.open(contentSealed)));
  return ok({ version, savedAt: savedAt.toISOString(), keptUntil, content });
}

/** Saves it over the version that was seen; where a newer one lies there, it is refused and the newer one given. */
export async function saveFilingDraft(
  tx: Tx,
  saving: OfFiling & { readonly version: number; readonly content: FilingContent },
): Promise<Result<FilingDraft, Refusal>> {
  if (!mayWrite(saving)) return refuse({ code: 'life-events.no-person' });
  const { context, caller, personId, version, content } = saving;
  const on = today(context);
  const call = callSaveFilingDraft(tx, {
    ...{ token: caller.token ?? '', ownerId: personId, seen: version, at: context.clock.now() },
    contentSealed: context.seal.seal(JSON.stringify(content)),
    keptUntil: addDays(on, valueOn(draftDays, on)?.value ?? 0),
  });
  const saved = await guarded(call);
  if (!saved.ok) return saved;
  return saved.value ? readFilingDraft(tx, saving) : newer(tx, saving);
}

/** Throws it away as it was seen. */
export async function discardFilingDraft(
  tx: Tx,
  discarding: OfFiling & { readonly version: number },
): Promise<Result<FilingDraft, Refusal>> {
  if (!mayWrite(discarding)) return refuse({ code: 'life-events.no-person' });
  const ended = await end(tx, discarding);
  if (!ended.ok) return ended;
  return ended.value ? readFilingDraft(tx, discarding) : newer(tx, discarding);
}

/** Hands it in as it was seen: it becomes a case, and what was typed is gone. */
export async function submitFilingDraft(
  tx: Tx,
  submitting: OfFiling & { readonly version: number; readonly applyAnyway: boolean },
): Promise<Result<CaseFile, Refusal>> {
  const draft = await readFilingDraft(tx, submitting);
  if (!draft.ok) return draft;
  // Erased first: whatever is saved from here on comes too late, and is told so.
  if (draft.value.version !== submitting.version) return newer(tx, submitting);
  const ended = await end(tx, submitting);
  if (!ended.ok) return ended;
  if (!ended.value) return newer(tx, submitting);
  const read = filingOf(draft.value.content);
  if ('problems' in read) return refuse({ code: 'life-events.filing-incomplete', problems: read.problems });
  const { context, caller, personId, applyAnyway } = submitting;
  const { statement } = read;
  return reportLifeEvent(tx, {
    context,
    caller,
    personId,
    identity: null,
    statement,
    papers: [],
    applyAnyway,
  });
}

/** Erases what nobody saved for long. */
export function forgetFilingDrafts({ database }: Pick<LifeEventContext, 'database'>): Promise<number> {
  return callForgetFilingDrafts(database);
}

function end(
  tx: Tx,
  { caller, personId, version }: OfFiling & { readonly version: number },
): Promise<Result<boolean, Refusal>> {
  return guarded(callEndFilingDraft(tx, { token: caller.token ?? '', ownerId: personId, seen: version }));
}

async function newer(tx: Tx, of: OfFiling): Promise<Result<never, Refusal>> {
  const draft = await readFilingDraft(tx, of);
  if (!draft.ok) return draft;
  const { version, savedAt, content } = draft.value;
  const current = { version, savedAt, content };
  return refuse({ code: 'life-events.draft-newer', figures: { version, savedAt: savedAt ?? '' }, current });
}

/** Whoever may file for this person; what they write is theirs alone. */
function mayWrite({ caller, personId }: OfFiling): boolean {
  return maySee(caller, personId, { process: 'treatment-filing', id: null });
}
