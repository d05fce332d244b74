import { ok, type Result, type Text } from '#basics';
import {
  type Assigned,
  countWork,
  handCaseOver,
  listWork,
  releaseCase,
  type Sought,
  searchWork,
  takeCaseOver,
  type WorkItem,
  type WorkListContext,
  type WorkPage,
  type WorkQuery,
} from '#business/work-list';
import { inTransaction } from '#platform/postgres';
import type { CaseOnDesk } from './case.ts';
import { dueWords } from './case.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/** The agency as the work list needs it, and who is at the keyboard. */
export interface WorkDesk extends Pick<CaseOnDesk, 'caller'> {
  readonly agency: WorkListContext;
}

/** What options may narrow; null where one was left out. */
export interface WorkAsked extends WorkDesk {
  readonly query: WorkQuery;
  readonly cursor: string | null;
}

/** `suixing work list [--view VIEW] …`: a hundred cases at a time. */
export async function listOfWork(frame: Frame, asked: WorkAsked): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  return showPage(frame, await listWork(context.database, { context, ...rest, limit: 100 }));
}

/** `suixing work counts`: how many cases each view holds. */
export async function countOfWork(
  frame: Frame,
  { agency: context, caller, officeId }: WorkDesk & { readonly officeId: string | null },
): Promise<ExitCode> {
  const counts = await countWork(context.database, { context, caller, officeId });
  return conclude(frame, ok(counts), ({ views }) =>
    views
      .map(({ view, name, cases }) => `${String(cases).padStart(6)}  ${say(frame, name)}  (${view})`)
      .join('\n'),
  );
}

/** `suixing work find …`: cases by number, document or employer, over and open alike. */
export async function findWork(
  frame: Frame,
  asked: WorkAsked & { readonly sought: Sought },
): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  return showPage(frame, await searchWork(context.database, { context, ...rest, limit: 100 }));
}

/** What is done with a case's assignment: `suixing case take|hand|put-back NUMBER`. */
export type AssignmentStep =
  | { readonly step: 'take' | 'put-back'; readonly note: string }
  | { readonly step: 'hand'; readonly to: string; readonly note: string };

export async function assignOnDesk(
  frame: Frame,
  asked: WorkDesk & { readonly number: string; readonly taken: AssignmentStep },
): Promise<ExitCode> {
  const { agency: context, caller, number, taken } = asked;
  const given = { context, caller, number, note: taken.note };
  const done: Result<Assigned> = await inTransaction(context.database, (tx) => {
    if (taken.step === 'hand') return handCaseOver(tx, { ...given, to: taken.to });
    return taken.step === 'take' ? takeCaseOver(tx, given) : releaseCase(tx, given);
  });
  return conclude(frame, done, ({ number: told, stateName, holder }) =>
    [told, say(frame, stateName), holderWords(frame, holder)].join('  '),
  );
}

function showPage(frame: Frame, page: Result<WorkPage>): ExitCode {
  return conclude(frame, page, ({ items, next }) => {
    const more = { zh: `还有更多：--cursor ${next}`, en: `there are more: --cursor ${next}` };
    const none = { zh: '没有办件', en: 'no cases' };
    const lines = items.map((item) => lineOf(frame, item));
    return [...(lines.length === 0 ? [say(frame, none)] : lines), ...(next ? [say(frame, more)] : [])].join(
      '\n',
    );
  });
}

function lineOf(frame: Frame, item: WorkItem): string {
  return [
    item.number,
    dueWords(frame, item) || '-',
    say(frame, item.stateName),
    item.personName,
    say(frame, item.matter),
    holderWords(frame, item.holder),
    ...(item.reminder ? [reminderWords(frame, item.reminder)] : []),
    ...(item.silentSince ? [say(frame, inVain(item.silentSince))] : []),
  ].join('  ');
}

function reminderWords(frame: Frame, reminder: NonNullable<WorkItem['reminder']>): string {
  const { missing, answerBy, overdue } = reminder;
  const zh = missing.map((thing) => thing.zh).join('、');
  const en = missing.map((thing) => thing.en).join(', ');
  return say(frame, {
    zh: `! 对方催办：${zh}，${answerBy} 前答复${overdue ? '，已逾期' : ''}`,
    en: `! reminded of ${en}, by ${answerBy}${overdue ? ', overdue' : ''}`,
  });
}

function inVain(since: string): Text {
  return { zh: `! ${since} 起催办无果`, en: `! reminded in vain, since ${since}` };
}

function holderWords(frame: Frame, holder: WorkItem['holder']): string {
  if (!holder) return say(frame, { zh: '无人经办', en: 'nobody has it' });
  return `${say(frame, { zh: holder.nameZh, en: holder.nameEn })} (${holder.loginName})`;
}
