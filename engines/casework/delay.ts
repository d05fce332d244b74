import { counted, type PlainDate, shanghaiDate, type Text } from '#basics';
import type { TimedStep, WorkingDays } from './deadline.ts';
import type { Process, State } from './process.ts';
import { partsWithin, type Stretch } from './stretch.ts';

/**
 * Whose time the days of a case were, in working days: what the agency took is not mixed up with what it waited for. Only
 * the limit that runs now counts; an objection has one of its own.
 */
export interface Delay {
  /** Working days that the agency was given; null where no limit has begun. */
  readonly allowed: number | null;
  readonly agencyDays: number;
  readonly applicantDays: number;
  readonly bankDays: number;
  /** While the case lay with another agency; absent where it never did. */
  readonly partnerDays?: number;
  /** Working days that the agency took beyond what it was given; 0 where it is in time. */
  readonly overdueDays: number;
  /** Since when the agency's clock stands still; null while it does not. */
  readonly pausedSince: PlainDate | null;
  readonly text: Text;
}

/** Whatever a case waits for beyond its procedure, in the words of who knows what that is. */
export interface Resting {
  readonly since: PlainDate;
  readonly text: Text;
}

/** The day by which a case was due is past; a case that is over, or whose clock stands still, has no such day. */
export function isOverdue({ dueOn }: { readonly dueOn: PlainDate | null }, today: PlainDate): boolean {
  return dueOn !== null && dueOn < today;
}

export function delayOf(
  process: Process,
  steps: readonly TimedStep[],
  {
    calendar,
    today,
    lying = [],
    resting,
  }: {
    readonly calendar: WorkingDays;
    readonly today: PlainDate;
    /** While a letter to another agency lay here: it could not answer what it did not have. */
    readonly lying?: readonly Stretch[];
    /** Since when nobody here has anything to do, in whichever state: from then on no day is anybody's. */
    readonly resting?: Resting | undefined;
  },
): Delay {
  const from = Math.max(
    0,
    steps.findLastIndex(({ data }) => typeof data.workingDays === 'number'),
  );
  const end = resting && resting.since < today ? resting.since : today;
  const counted = { agency: 0, applicant: 0, partner: 0, bank: 0, nobody: 0 };
  const running = steps.slice(from);
  for (const [place, step] of running.entries()) {
    const state = process.states[step.toState];
    if (!state || state.clock === 'not-started' || state.clock === 'over') continue;
    const next = running[place + 1];
    const ended = next ? shanghaiDate(next.at) : end;
    const until = ended < end ? ended : end;
    const stretch = { from: shanghaiDate(step.at), until };
    const here = state.heldBy === 'partner' ? partsWithin(stretch, lying) : [];
    const ours = here.reduce((sum, part) => sum + calendar.between(part.from, part.until), 0);
    counted.agency += ours;
    counted[state.heldBy] += calendar.between(stretch.from, until) - ours;
  }
  const days = running[0]?.data.workingDays;
  const allowed = typeof days === 'number' ? days : null;
  const told = {
    allowed,
    overdueDays: allowed === null ? 0 : Math.max(0, counted.agency - allowed),
    ...{ agencyDays: counted.agency, applicantDays: counted.applicant, bankDays: counted.bank },
    ...(counted.partner > 0 ? { partnerDays: counted.partner } : {}),
    pausedSince: resting?.since ?? pausedSince(process, running),
  };
  return { ...told, text: wordsOf(told, process.states[running.at(-1)?.toState ?? ''], resting) };
}

/** The day on which the pause that lasts began; steps that change nothing, such as a paper handed in, do not begin it anew. */
function pausedSince(process: Process, steps: readonly TimedStep[]): PlainDate | null {
  const isPaused = ({ toState }: TimedStep) => process.states[toState]?.clock === 'paused';
  const last = steps.at(-1);
  if (!last || !isPaused(last)) return null;
  const begun = steps[steps.findLastIndex((step) => !isPaused(step)) + 1] ?? last;
  return shanghaiDate(begun.at);
}

function wordsOf(told: Omit<Delay, 'text'>, state: State | undefined, resting?: Resting): Text {
  const { allowed, agencyDays, applicantDays, bankDays, partnerDays = 0, pausedSince: since } = told;
  if (allowed === null) return { zh: '还没有开始计时', en: 'no limit runs yet' };
  const over = state?.clock === 'over' || resting !== undefined;
  const noneYet = since !== null && agencyDays === 0;
  const inHand = over || noneYet ? inAll(agencyDays, allowed) : soFar(agencyDays, allowed);
  const { overdueDays } = told;
  const late = { zh: `已超期 ${overdueDays} 个工作日`, en: overdueBy(overdueDays) };
  const paused = resting?.text ?? (since === null ? null : pausedFor(state, since));
  const parts = [
    inHand,
    ...(overdueDays > 0 ? [late] : []),
    ...(paused ? [paused] : []),
    ...took({ zh: '申请人', en: 'the applicant' }, applicantDays),
    ...took({ zh: '银行', en: 'the bank' }, bankDays),
    ...took({ zh: '对方机构', en: 'the other agency' }, partnerDays),
  ];
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

/** The day of receipt is not counted, and nobody says of a day that it is number naught. */
function soFar(days: number, allowed: number): Text {
  return days === 0
    ? {
        zh: `从下一个工作日起算，共 ${allowed} 个工作日`,
        en: `counted from the next working day, ${allowed} in all`,
      }
    : { zh: `第 ${days} 个工作日，共 ${allowed} 个`, en: `day ${days} of ${allowed} working days` };
}

function inAll(days: number, allowed: number): Text {
  return {
    zh: `经办机构用了${days === 0 ? '不到 1' : ` ${days}`} 个工作日（时限 ${allowed} 个）`,
    en: `the agency took ${days === 0 ? 'less than one' : days} of ${allowed} working days`,
  };
}

function took({ zh, en }: Text, days: number): readonly Text[] {
  if (days === 0) return [];
  return [{ zh: `${zh}用了 ${days} 个工作日`, en: `${en} took ${inWorkingDays(days)}` }];
}

function pausedFor(state: State | undefined, since: PlainDate): Text {
  return state?.heldBy === 'partner'
    ? { zh: `自 ${since} 起暂停，等对方机构`, en: `paused since ${since}, waiting for the other agency` }
    : { zh: `自 ${since} 起暂停，等申请人`, en: `paused since ${since}, waiting for the applicant` };
}

function overdueBy(days: number): string {
  return `overdue by ${inWorkingDays(days)}`;
}

function inWorkingDays(days: number): string {
  return counted(days, 'working day', 'working days');
}
