import { type PlainDate, shanghaiDate } from '#basics';
import type { Process } from './process.ts';

/** Counts working days; a date in a year whose holiday notice is not out is provisional. */
export interface WorkingDays {
  /** The n-th working day after a day. */
  add(from: PlainDate, days: number): { readonly on: PlainDate; readonly provisional: boolean };
  /** How many working days lie after `from`, up to and including `to`; 0 where `to` is not later. */
  between(from: PlainDate, to: PlainDate): number;
}

export interface Deadline {
  readonly dueOn: PlainDate | null;
  readonly provisional: boolean;
}

/** What a deadline is computed from: when the case came into which state, and how many days it was given. */
export interface TimedStep {
  readonly toState: string;
  readonly at: Date;
  readonly data: { readonly [name: string]: unknown };
}

interface Clock {
  readonly dueOn: PlainDate | null;
  readonly provisional: boolean;
  /** Working days that were left when the clock was stopped; null while it runs. */
  readonly left: number | null;
}

/**
 * The day by which the agency must be done, computed from the actions alone. The clock starts with the first state that
 * runs, with the `workingDays` of that action's data; it stands still in a paused state and goes on with what was left. An
 * action that brings `workingDays` of its own, such as an objection, begins a new one.
 */
export function deadlineOf(process: Process, steps: readonly TimedStep[], calendar: WorkingDays): Deadline {
  let clock: Clock = { dueOn: null, provisional: false, left: null };
  for (const step of steps) clock = tick(clock, { process, step, calendar });
  return clock.left === null ? { dueOn: clock.dueOn, provisional: clock.provisional } : none;
}

const none: Deadline = { dueOn: null, provisional: false };

interface Tick {
  readonly process: Process;
  readonly step: TimedStep;
  readonly calendar: WorkingDays;
}

function tick(clock: Clock, { process, step, calendar }: Tick): Clock {
  const on = shanghaiDate(step.at);
  switch (process.states[step.toState]?.clock) {
    case 'running':
      if (typeof step.data.workingDays === 'number') return started(step, on, calendar); // a limit of its own
      if (clock.left !== null) return resumed(clock, on, calendar);
      return clock.dueOn === null ? started(step, on, calendar) : clock;
    case 'paused':
      if (clock.dueOn === null || clock.left !== null) return clock;
      return { ...clock, left: calendar.between(on, clock.dueOn) };
    case 'over':
      return { ...none, left: null };
    default:
      return clock;
  }
}

function started(step: TimedStep, on: PlainDate, calendar: WorkingDays): Clock {
  const days = step.data.workingDays;
  if (typeof days !== 'number') return { ...none, left: null };
  const due = calendar.add(on, days);
  return { dueOn: due.on, provisional: due.provisional, left: null };
}

/** What was overdue when the clock stopped stays due on its old day: a pause does not heal it. */
function resumed(clock: Clock, on: PlainDate, calendar: WorkingDays): Clock {
  if (clock.left === null || clock.left === 0) return { ...clock, left: null };
  const due = calendar.add(on, clock.left);
  return { dueOn: due.on, provisional: due.provisional, left: null };
}
