import { type Process, targetOf } from './process.ts';

/** What `stateAfter` reads of an action on record. */
export interface Step {
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
}

/**
 * The state that a list of actions computes to. A fault where the list does not follow the process: such a list was not
 * written by this program.
 */
export function stateAfter(process: Process, steps: readonly Step[]): string {
  let state = process.initial;
  for (const [place, step] of steps.entries()) {
    const rule = process.actions[step.action];
    const follows =
      rule?.from.includes(state) &&
      step.fromState === state &&
      leadsTo(process, { step, state, before: steps.slice(0, place) });
    if (!follows)
      throw new Error(`action ${place + 1} (${step.action}) does not follow the process ${process.id}`);
    state = step.toState;
  }
  return state;
}

function leadsTo(
  process: Process,
  { step, state, before }: { readonly step: Step; readonly state: string; readonly before: readonly Step[] },
): boolean {
  const rule = process.actions[step.action];
  return rule !== undefined && targetOf(rule, state, before) === step.toState;
}
