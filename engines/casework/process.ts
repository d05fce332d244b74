import type { Text } from '#basics';

/**
 * A procedure as one declaration: its states, and who may do what from each. The server's checks, the buttons, the
 * deadlines, the diagram in the documentation and the exhaustive tests are all made from it.
 */
export interface Process {
  readonly id: string;
  readonly version: string;
  /** Declarations of earlier versions: a case keeps the one that it was opened under. */
  readonly earlier?: readonly Process[];
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
  readonly heldBy: 'applicant' | 'agency' | 'partner' | 'bank' | 'nobody';
  /** Whether the agency's working days run: not yet, now, interrupted while somebody else is at it, or no more. */
  readonly clock: 'not-started' | 'running' | 'paused' | 'over';
  /** The case is over: nothing happens after it but what reopens it. */
  readonly final?: true;
}

export interface ActionRule {
  readonly name: Text;
  readonly from: readonly string[];
  readonly to: Target;
  readonly who: readonly Doer[];
  readonly needs?: readonly string[];
  /** May happen in the final states that `from` names: an objection to a decision that was told, money that the bank sends back. */
  readonly reopens?: true;
  /** May happen once in a case. */
  readonly once?: true;
  /** Done by the system as soon as it can be; people need no button for it. */
  readonly automatic?: true;
  /** What it has to do with who has the case in hand; assignment.ts says what follows. */
  readonly assignment?: Assignment;
  /** It proposes or approves a decision: not by who approved or proposed the same one, nor by who decided what is objected to. */
  readonly decides?: 'proposal' | 'approval';
}

/** The state that an action leads to; `'same'` leaves the case where it is, `backFrom` puts it where that action last found it. */
export type Target = string | { readonly backFrom: string };
/**
 * `work` is done by who has the case in hand, and takes up one that nobody has; `take`, `hand` and `release` change who has
 * it: to whoever does it, to somebody who is named, to nobody. `free` leaves it to nobody, whoever does it: others must go on.
 */
export type Assignment = 'work' | 'take' | 'hand' | 'release' | 'free';

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
  | 'bank'
  | 'partner-agency';

/** Who acts; `roles` and `token` count for officers only. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly roles: readonly string[];
  /** The session's token: the database looks up by it whose step an officer's step is. */
  readonly token?: string | null;
  /** In which language whoever waits for the case does the step: it is kept with it, and they are answered in it. */
  readonly language?: 'zh' | 'en';
}

export type ActorKind =
  | 'insured'
  | 'successor'
  | 'agent'
  | 'employer'
  | 'officer'
  | 'integrator'
  | 'system'
  | 'bank'
  | 'partner-agency';

export function isDoer(rule: ActionRule, actor: Actor): boolean {
  if (actor.kind !== 'officer') return rule.who.some((doer) => doer === actor.kind);
  return rule.who.some((doer) => actor.roles.includes(doer));
}

/** Where an action leads from a state, in a case to which `before` has happened. */
export function targetOf(
  { to }: ActionRule,
  from: string,
  before: readonly { readonly action: string; readonly fromState: string }[],
): string {
  if (typeof to === 'string') return to === 'same' ? from : to;
  const origin = before.findLast(({ action }) => action === to.backFrom);
  if (!origin) throw new Error(`nothing to go back from: ${to.backFrom} has not happened`);
  return origin.fromState;
}

/** Every state that an action can lead to from a state, whatever happened before. */
export function targetsOf(process: Process, { to }: ActionRule, from: string): readonly string[] {
  if (typeof to === 'string') return [to === 'same' ? from : to];
  return process.actions[to.backFrom]?.from ?? [];
}

/** The declaration that a case follows: that of the version under which it was opened. */
export function declarationOf(
  process: Process,
  { processVersion }: { readonly processVersion: string },
): Process {
  const found = [process, ...(process.earlier ?? [])].find(({ version }) => version === processVersion);
  if (!found) throw new Error(`the process ${process.id} has no version ${processVersion}`);
  return found;
}
