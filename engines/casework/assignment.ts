import type { CaseAction, Json, JsonObject } from './case.ts';
import type { ActionRule, Actor, Process } from './process.ts';

/**
 * Who of the agency has a case in hand. Every step that changes it keeps the officer's id as `assignedTo` (null for nobody),
 * so that it is part of the chain; the first clerk who works on a case that nobody has takes it up by that.
 */

/** The clerk who has a case in hand, as colleagues are told of them. */
export interface Holder {
  readonly id: string;
  readonly loginName: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/**
 * Taking over, handing over, giving back: what a process that clerks work on spreads into its actions. From every state that is
 * not the end, but those `before` the case is with the agency.
 */
export function assignmentActions(
  states: Process['states'],
  before: readonly string[],
): Readonly<Record<string, ActionRule>> {
  const from = Object.keys(states).filter((state) => !states[state]?.final && !before.includes(state));
  return {
    'take-over': {
      ...{ name: { zh: '接手', en: 'Take it over' }, from, to: 'same', who: ['clerk'] },
      assignment: 'take',
    },
    'hand-over': {
      ...{ name: { zh: '交办', en: 'Hand it over' }, from, to: 'same', who: ['clerk', 'reviewer'] },
      assignment: 'hand',
    },
    release: {
      ...{ name: { zh: '放回待办', en: 'Put it back for anybody' }, from, to: 'same' },
      ...{ who: ['clerk', 'reviewer'], assignment: 'release' },
    },
  };
}

interface Asking {
  readonly actor: Actor;
  readonly holder?: Holder | null;
}

export interface AssignmentProblem {
  readonly code: 'casework.taken-by-other' | 'casework.has-it-already' | 'casework.nobody-has-it';
  readonly figures: Readonly<Record<string, string>>;
}

/**
 * Why an officer may not do a step because of who has the case; null where they may. A reviewer leads the work, so that
 * they hand over or put back what a clerk has who is away.
 */
export function assignmentProblem(rule: ActionRule, { actor, holder }: Asking): AssignmentProblem | null {
  if (!rule.assignment || rule.assignment === 'free') return null;
  if (actor.kind !== 'officer' || holder === undefined) return null;
  if (holder === null)
    return rule.assignment === 'release' ? { code: 'casework.nobody-has-it', figures: {} } : null;
  const figures = { holder: holder.loginName, holderZh: holder.nameZh, holderEn: holder.nameEn };
  const theirs = holder.id === actor.id;
  if (rule.assignment === 'take') return theirs ? { code: 'casework.has-it-already', figures } : null;
  const leads = rule.assignment !== 'work' && actor.roles.includes('reviewer');
  return theirs || leads ? null : { code: 'casework.taken-by-other', figures };
}

/** What a step keeps of who has the case from now on; nothing where that stays as it was. */
export function assignmentData(rule: ActionRule, { actor, holder }: Asking): JsonObject {
  if (rule.assignment === 'free') return { assignedTo: null };
  if (actor.kind !== 'officer') return {};
  if (rule.assignment === 'take') return { assignedTo: actor.id };
  if (rule.assignment === 'release') return { assignedTo: null };
  return rule.assignment === 'work' && holder === null ? { assignedTo: actor.id } : {};
}

/** Who has the case after a list of actions; null for nobody. */
export function assigneeAfter(actions: readonly Pick<CaseAction, 'data'>[]): string | null {
  const last = actions.findLast(({ data }) => changesAssignee(data));
  return idIn(last?.data.assignedTo);
}

export function changesAssignee(data: JsonObject): boolean {
  return Object.hasOwn(data, 'assignedTo');
}

function idIn(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
