import { dayNumber, type PlainDate } from '#basics';
import { type Process, partsWithin, type Stretch, type WorkingDays } from '#engines/casework/public';
import type { Transfer } from '../acceptance.store.ts';
import { transferProcesses } from '../processes.ts';
import type { Days, DelayCause, LegOutcome } from './words.ts';

/** One leg of one transfer that is over, with the days that each held it. Nothing in it says whose it was. */
export interface EndedLeg {
  readonly direction: Transfer['direction'];
  readonly partner: string;
  readonly leg: 'record' | 'balance';
  readonly outcome: LegOutcome;
  readonly endedOn: PlainDate;
  readonly days: Readonly<Record<DelayCause, Days>>;
}

export interface LoggedTransfer {
  readonly direction: Transfer['direction'];
  readonly partner: string;
  /** What happened in the case, in its order. */
  readonly steps: readonly LoggedStep[];
  /** While what we wrote to the other agency on paper lay here: nobody could answer it. */
  readonly lying: readonly Stretch[];
}

export interface LoggedStep {
  readonly action: string;
  readonly toState: string;
  readonly on: PlainDate;
}

export type CountDays = (from: PlainDate, to: PlainDate) => Days;

/** Counts days, each pair of days once: many transfers share the few that there are. */
export function countDays(calendar: WorkingDays): CountDays {
  const counted = new Map<string, Days>();
  return (from, to) => {
    const pair = from + to;
    const before = counted.get(pair);
    if (before) return before;
    const days = { working: calendar.between(from, to), calendar: dayNumber(to) - dayNumber(from) };
    counted.set(pair, days);
    return days;
  };
}

/** States in which it is our finance that a case waits for, not the desk. */
const financeStates: ReadonlySet<string> = new Set(['remitting']);
const recordMoves: ReadonlySet<string> = new Set([
  ...['accept', 'record-months', 'record-only', 'let-pass', 'let-pass-only'],
]);
/** With these the record moved and no balance leg begins. */
const withoutBalance: ReadonlySet<string> = new Set(['nothing-to-remit', 'record-only', 'let-pass-only']);

/**
 * The legs of a transfer that are over. The record's runs from the application, or from the other agency's letter, until the
 * record moved for the first time; the balance's goes on from there until the case ended. Whose days they were is read off who
 * holds the case in each state; while a letter of ours was not posted they were the desk's. A transfer that was taken back, or that a death ended, tells nothing of how long one takes.
 */
export function endedLegs(transfer: LoggedTransfer, count: CountDays): readonly EndedLeg[] {
  const { direction, partner, steps, lying } = transfer;
  const process = transferProcesses[`transfer-${direction}`];
  if (!process) throw new Error(`there is no process of a transfer ${direction}`);
  const begun = steps.findIndex(({ toState }) => toState !== process.initial);
  const moved = steps.findIndex(({ action }) => recordMoves.has(action));
  // One that was declined and moved later ends after it moved.
  const last = steps.findIndex(({ toState }, at) => at >= moved && process.states[toState]?.final === true);
  const leg = (of: EndedLeg['leg'], outcome: LegOutcome, [from, to]: readonly [number, number]): EndedLeg => {
    const ended = steps[to];
    if (!ended) throw new Error('a leg ends with a step');
    const days = daysBy(process, { steps: steps.slice(from, to + 1), lying, count });
    return { direction, partner, leg: of, outcome, endedOn: ended.on, days };
  };
  if (begun < 0) return [];
  if (moved < 0) return steps[last]?.toState === 'declined' ? [leg('record', 'declined', [begun, last])] : [];
  const legs = [leg('record', 'moved', [begun, moved])];
  const balance = balanceOutcome(steps[last]);
  return balance ? [...legs, leg('balance', balance, [moved, last])] : legs;
}

function balanceOutcome(last: LoggedStep | undefined): 'credited' | 'unconfirmed' | 'refused' | null {
  if (!last || withoutBalance.has(last.action)) return null;
  if (last.action === 'close-unconfirmed') return 'unconfirmed';
  if (last.toState === 'completed') return 'credited';
  return refusedStates.has(last.toState) ? 'refused' : null;
}

const refusedStates: ReadonlySet<string> = new Set(['refused-balance', 'no-account', 'balance-refused']);

function daysBy(
  process: Process,
  { steps, lying, count }: Pick<LoggedTransfer, 'steps' | 'lying'> & { readonly count: CountDays },
): EndedLeg['days'] {
  const days: Record<DelayCause, Days> = { ...noDays };
  const add = (cause: DelayCause, more: Days, times = 1) => {
    const { working, calendar } = days[cause];
    days[cause] = { working: working + times * more.working, calendar: calendar + times * more.calendar };
  };
  for (const [place, { toState, on }] of steps.entries()) {
    const next = steps[place + 1];
    const cause = causeOf(process, toState);
    if (!next || !cause || next.on === on) continue;
    add(cause, count(on, next.on));
    if (cause !== 'partner') continue;
    for (const { from, until } of partsWithin({ from: on, until: next.on }, lying)) {
      add('partner', count(from, until), -1);
      add('agency', count(from, until));
    }
  }
  return days;
}

const none: Days = { working: 0, calendar: 0 };
const noDays: EndedLeg['days'] = { applicant: none, agency: none, finance: none, bank: none, partner: none };

function causeOf(process: Process, state: string): DelayCause | null {
  if (financeStates.has(state)) return 'finance';
  const heldBy = process.states[state]?.heldBy ?? 'nobody';
  return heldBy === 'nobody' ? null : heldBy;
}
