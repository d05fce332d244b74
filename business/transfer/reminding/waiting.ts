import { type PlainDate, plainDate, shanghaiDate } from '#basics';
import { actionsOf, type CaseAction, type CaseFile } from '#engines/casework';
import { partnerAnswerWorkingDays, partnerReminderWorkingDays } from '#law';
import type { Reader } from '#platform/postgres';
import { findTransfer } from '../acceptance.store.ts';
import { figureToday, type TransferContext, today } from '../context.ts';
import type { MissingThing } from '../messages/missing-things.ts';
import { type PostItem, postOfCase } from '../paper/post.store.ts';
import { placeOf } from '../place-of.ts';
import { adviceOf } from '../store.ts';

/** What a case waits for from the other agency, since when, and until when it is to come before the next thing happens. */
export interface Awaited {
  readonly missing: readonly MissingThing[];
  /** The message of theirs or ours that it concerns; null where nothing came at all. */
  readonly refersTo: string | null;
  readonly answerBy: PlainDate;
  /** The holidays of a year that it was counted through are not published: the day may become another. */
  readonly provisional: boolean;
  readonly passed: boolean;
  /** How often it was asked for, the first request not counted, since the other agency last spoke or a clerk asked again. */
  readonly reminded: number;
  /** The same from the beginning, the first request counted: how often altogether. */
  readonly asked: number;
  /** Since which day a clerk has it, because the reminders were in vain; null while it is reminded. */
  readonly silentSince: PlainDate | null;
  /** What was asked lies here on paper and has not been posted: the other agency's time has not begun. */
  readonly toPost: boolean;
}

/** Null where the case waits for nobody else. */
export async function awaitedBy(
  reader: Reader,
  { context, file }: { readonly context: TransferContext; readonly file: CaseFile },
): Promise<Awaited | null> {
  const things = missingIn[file.process]?.[file.state];
  if (!things) return null;
  const advised = things.includes('remittance-advice') && (await isAdvised(reader, file));
  const missing = advised ? things.filter((thing) => thing !== 'remittance-advice') : things;
  const done = await actionsOf(reader, file);
  const entered = done.findLastIndex(
    ({ fromState, toState }) => toState === file.state && fromState !== toState,
  );
  const here = done.slice(Math.max(0, entered));
  const since = here.slice(Math.max(0, here.findLastIndex(beginsAnew)));
  const reminders = since.filter(({ action }) => action === 'remind');
  const silence = since.find(({ action }) => action === 'note-silence');
  const last = reminders.at(-1) ?? since[0];
  const post = (await postOfCase(reader, placeOf(file))).find(({ seq }) => seq === last?.seq);
  const { on: answerBy, provisional } = answerDayOf(last, { context, post, reminded: reminders.length });
  return {
    ...{ missing, refersTo: refersTo(done), answerBy, provisional, reminded: reminders.length },
    ...{ passed: answerBy < today(context), toPost: post?.postedOn === null },
    asked: 1 + here.filter(({ action }) => action === 'remind' || action === 'ask-again').length,
    silentSince: silence ? shanghaiDate(silence.at) : null,
  };
}

/**
 * The other agency said something, or a clerk asked it again: its time begins anew. The same once more is no answer: else who repeats
 * itself would never be found silent.
 */
function beginsAnew(
  { action, actorKind }: Pick<CaseAction, 'action' | 'actorKind'>,
  at: number,
  here: readonly Pick<CaseAction, 'action'>[],
): boolean {
  if (action === 'ask-again') return true;
  if (actorKind !== 'partner-agency' || action === 'reminded') return false;
  return here.findIndex((other) => other.action === action) === at;
}

/** Whether the other agency has said what it remitted: then the money alone is missing. */
async function isAdvised(reader: Reader, file: CaseFile): Promise<boolean> {
  const transfer = await findTransfer(reader, placeOf(file));
  return transfer !== undefined && (await adviceOf(reader, transfer)) !== undefined;
}

/**
 * As it was told with the request; where it told none, counted from the day of the step. What was asked on paper is to be answered so
 * many days after it was posted; until it is, as if it were today.
 */
function answerDayOf(
  last: CaseAction | undefined,
  asked: {
    readonly context: TransferContext;
    readonly post: PostItem | undefined;
    readonly reminded: number;
  },
): { readonly on: PlainDate; readonly provisional: boolean } {
  const { context, post, reminded } = asked;
  const told = last?.data.answerBy;
  const days = reminded > 0 ? partnerReminderWorkingDays : partnerAnswerWorkingDays;
  const from = post ? (post.postedOn ?? today(context)) : last ? shanghaiDate(last.at) : today(context);
  const counted = context.workingDays.add(from, figureToday(context, days));
  return !post && typeof told === 'string' ? { ...counted, on: plainDate(told) } : counted;
}

function refersTo(done: readonly CaseAction[]): string | null {
  // Their reminder of something else is not what we wait for an answer to.
  const last = done.findLast(
    ({ action, data }) => action !== 'reminded' && typeof data.messageId === 'string',
  )?.data.messageId;
  return typeof last === 'string' ? last : null;
}

const missingIn: Readonly<Record<string, Readonly<Record<string, readonly MissingThing[]>>>> = {
  'transfer-out': {
    'awaiting-letter': ['contact-letter'],
    'awaiting-account': ['receiving-account'],
    'sent-back': ['receiving-account'],
    remitted: ['balance-credited'],
    'awaiting-money-back': ['remittance'],
  },
  'transfer-in': {
    'awaiting-sheet': ['information-sheet'],
    'awaiting-correction': ['sheet-correction'],
    'awaiting-balance': ['remittance', 'remittance-advice'],
  },
};
