import type { Text } from '#basics';

/**
 * A procedure as one declaration: its states, and who may do what from each. The server's checks, the buttons, the
 * deadlines, the diagram in the documentation and the exhaustive tests are all made from it.
 */
export interface Process {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** The state of a case that was opened and to which nothing has happened yet. */
  readonly initial: string;
  readonly states: Readonly<Record<string, State>>;
  readonly actions: Readonly<Record<string, ActionRule>>;
  /** What an action may need besides state and role, by id; the procedure establishes which are met. */
  readonly needs: Readonly<Record<string, Text>>;
}

export interface State {
  readonly name: Text;
  /** In whose hands the case lies while it is in this state. */
  readonly heldBy: 'applicant' | 'agency' | 'bank' | 'nobody';
  /** Whether the agency's working days run: not yet, now, interrupted while somebody else is at it, or no more. */
  readonly clock: 'not-started' | 'running' | 'paused' | 'over';
  /** Nothing can happen after it. */
  readonly final?: true;
}

export interface ActionRule {
  readonly name: Text;
  readonly from: readonly string[];
  /** The state that it leads to; `'same'` leaves the case where it is. */
  readonly to: string;
  readonly who: readonly Doer[];
  readonly needs?: readonly string[];
  /** May happen once in a case. */
  readonly once?: true;
  /** Done by the system as soon as it can be; people need no button for it. */
  readonly automatic?: true;
  /** What it has to do with who has the case in hand; assignment.ts says what follows. */
  readonly assignment?: Assignment;
}

/**
 * `work` is done by who has the case in hand, and takes up one that nobody has; the others change who has it: to whoever
 * does it, to somebody who is named, to nobody.
 */
export type Assignment = 'work' | 'take' | 'hand' | 'release';

/** Officers are known by their role, everybody else by what they are. */
export type Doer =
  | 'insured'
  | 'successor'
  | 'agent'
  | 'employer'
  | 'clerk'
  | 'reviewer'
  | 'finance'
  | 'integrator'
  | 'system'
  | 'bank';

/** Who acts; `roles` counts for officers only. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly roles: readonly string[];
}

export type ActorKind =
  | 'insured'
  | 'successor'
  | 'agent'
  | 'employer'
  | 'officer'
  | 'integrator'
  | 'system'
  | 'bank';

export function isDoer(rule: ActionRule, actor: Actor): boolean {
  if (actor.kind !== 'officer') return rule.who.some((doer) => doer === actor.kind);
  return rule.who.some((doer) => actor.roles.includes(doer));
}

/** Where an action leads from a state. */
export function targetOf(rule: ActionRule, from: string): string {
  return rule.to === 'same' ? from : rule.to;
}
