import type { Text } from '#basics';
import type { ChainedAction, JsonObject } from './case.ts';
import type { Process } from './process.ts';

/** One thing that happened, as people read it. */
export interface HistoryEntry {
  readonly seq: number;
  readonly action: string;
  readonly name: Text;
  readonly state: string;
  readonly stateName: Text;
  readonly at: string;
  readonly actorKind: string;
  /** Which officer; null for citizens who ask, and where nobody of the agency acted. */
  readonly actorId: string | null;
  readonly data: JsonObject;
}

/**
 * What happened in a case, oldest first. Facts and findings are in the explanation; here is what was done. Who is not of the
 * agency (`inside` false) reads of each action only what is in `told`. A step that is called by what somebody is to do is told as what was
 * done, in the words of `done`, which sees the whole of the step.
 */
export function historyOf(
  process: Process,
  asked: {
    readonly actions: readonly ChainedAction[];
    readonly inside: boolean;
    readonly told: readonly string[];
    readonly done: (action: ChainedAction) => Text | undefined;
  },
): readonly HistoryEntry[] {
  const { actions, inside, told, done } = asked;
  return actions.map((action) => {
    const unknown = { zh: action.action, en: action.action };
    const kept = Object.entries(action.data).filter(([name]) =>
      inside ? name !== 'facts' && name !== 'findings' : told.includes(name),
    );
    return {
      seq: action.seq,
      action: action.action,
      name: done(action) ?? process.actions[action.action]?.name ?? unknown,
      state: action.toState,
      stateName: process.states[action.toState]?.name ?? unknown,
      at: action.at.toISOString(),
      actorKind: action.actorKind,
      actorId: inside && action.actorKind === 'officer' ? action.actorId : null,
      data: Object.fromEntries(kept),
    };
  });
}
