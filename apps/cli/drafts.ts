import { text } from 'node:stream/consumers';
import type { Refusal, Result } from '#basics';
import type { Caller } from '#business/access/public';
import {
  beginDraft,
  type DraftContent,
  type DraftView,
  discardDraft,
  listDrafts,
  openDraftCase,
  readDraft,
  readDraftContent,
  saveDraft,
  submitDraft,
  type WithdrawalContext,
} from '#business/withdrawal';
import { readJsonValue } from '#platform/http';
import { inTransaction } from '#platform/postgres';
import { type CaseContext, matterOfGround } from './case-procedures.ts';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';

export interface DraftDesk {
  readonly agency: CaseContext;
  readonly caller: Caller;
}

export interface DraftOnDesk extends DraftDesk {
  readonly personId: string;
  readonly draftId: string;
}

/** `suixing draft new PERSON`, what was typed so far as JSON on standard input. */
export async function beginDraftFor(
  frame: Frame,
  { agency: context, caller, personId }: DraftDesk & { readonly personId: string },
): Promise<ExitCode> {
  const content = typed(await text(frame.stdin));
  if (!content.ok) return conclude(frame, content, () => '');
  const begun = await inTransaction(context.database, (tx) =>
    beginDraft(tx, { context, caller, personId, content: content.value }),
  );
  return conclude(frame, begun, (view) => words(frame, view));
}

/** `suixing draft save PERSON DRAFT --seen N`: over the version that was seen. */
export async function saveDraftOf(
  frame: Frame,
  asked: DraftOnDesk & { readonly version: number },
): Promise<ExitCode> {
  const content = typed(await text(frame.stdin));
  if (!content.ok) return conclude(frame, content, () => '');
  const { database } = asked.agency;
  const saved = await inTransaction(database, (tx) =>
    saveDraft(tx, { ...of(asked), content: content.value }),
  );
  return conclude(frame, saved, (view) => words(frame, view));
}

/** `suixing draft show PERSON DRAFT`. */
export async function showDraft(frame: Frame, asked: DraftOnDesk): Promise<ExitCode> {
  const draft = await readDraft(asked.agency.database, of(asked));
  return conclude(frame, draft, (view) =>
    [words(frame, view), JSON.stringify(view.content, null, 2)].join('\n'),
  );
}

/** `suixing draft list`: one’s own. */
export async function listOwnDrafts(
  frame: Frame,
  { agency: context, caller, cursor }: DraftDesk & { readonly cursor: string | null },
): Promise<ExitCode> {
  const page = await listDrafts(context.database, { context, caller, cursor, limit: 100 });
  show(frame, page, () => {
    const more = { zh: `还有更多：--cursor ${page.next}`, en: `there are more: --cursor ${page.next}` };
    const none = { zh: '没有草稿', en: 'no drafts' };
    const lines = page.items.map((view) => words(frame, view));
    return [
      ...(lines.length === 0 ? [say(frame, none)] : lines),
      ...(page.next ? [say(frame, more)] : []),
    ].join('\n');
  });
  return 0;
}

/** `suixing draft case PERSON DRAFT`: the case that its files are uploaded to. */
export async function caseOfDraftFor(frame: Frame, asked: DraftOnDesk): Promise<ExitCode> {
  const done = await inTransaction(asked.agency.database, (tx) => openDraftCase(tx, of(asked)));
  return conclude(frame, done, ({ caseNumber }) => caseNumber ?? '');
}

/** `suixing draft discard PERSON DRAFT`. */
export async function discardDraftOf(frame: Frame, asked: DraftOnDesk): Promise<ExitCode> {
  const done = await inTransaction(asked.agency.database, (tx) => discardDraft(tx, of(asked)));
  return conclude(frame, done, (view) => words(frame, view));
}

/** `suixing draft submit PERSON DRAFT --seen N`: makes the application out of it. */
export async function submitDraftOf(
  frame: Frame,
  asked: DraftOnDesk & { readonly version: number },
): Promise<ExitCode> {
  const { version, agency } = asked;
  const done = await inTransaction(agency.database, (tx) => submitDraft(tx, { ...of(asked), version }));
  return conclude(frame, done, ({ number, subject, dueOn }) =>
    [number, say(frame, matterOfGround(subject)), dueOn ?? ''].join('  ').trimEnd(),
  );
}

function of<T extends DraftOnDesk>({
  agency,
  ...rest
}: T): Omit<T, 'agency'> & { readonly context: WithdrawalContext } {
  return { ...rest, context: agency };
}

function words(frame: Frame, { personId, draftId, version, note, caseNumber }: DraftView): string {
  const place = [personId, draftId, `v${version}`, caseNumber ?? ''].join('  ').trimEnd();
  return `${place}\n  ${say(frame, note)}`;
}

function typed(json: string): Result<DraftContent, Refusal> {
  const given = readJsonValue(json, 'withdrawal.bad-input');
  return given.ok ? readDraftContent(given.value) : given;
}
