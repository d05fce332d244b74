import { ok, type Problem, type Result, refuse } from '#basics';
import { numberInText } from '#business/registry/public';
import { cardLockBases } from '#law';
import type { Tx } from '#platform/postgres';
import type { CardState } from './card.ts';
import { type CardAsked, type CardPlace, maySee } from './context.ts';
import { guarded } from './guarded.ts';
import { cardRow, endCardRows, reportLostRow, stepCardRow } from './store.ts';

/** What officers do to a card besides binding and replacing it. */
export const officerSteps = ['found', 'lock', 'unlock', 'end'] as const;

export interface StepToTake {
  readonly step: (typeof officerSteps)[number];
  /** Needed for a lock: a provision of the law's data on which a lock may rest. */
  readonly legalBasis: string | null;
  /** Needed for a lock and for unlocking. */
  readonly reason: string | null;
  /** Needed where a card was found again or ends. */
  readonly paperReference: string | null;
  /** From when it holds; now where it is not said. */
  readonly effectiveAt: Date | null;
}

export interface CardStood extends CardPlace {
  readonly state: CardState;
}

/**
 * An officer takes a step with a card. Whoever locked it is not the one who unlocks it. Refuses `card.wrong` with everything
 * that is missing, `card.step-not-open` with the state, `card.same-officer`.
 */
export async function stepCard(
  tx: Tx,
  asked: CardAsked & { readonly cardId: string; readonly taken: StepToTake },
): Promise<Result<CardStood>> {
  const { context, caller, personId, cardId, taken } = asked;
  const problems = stepProblems(taken);
  if (problems.length > 0) return refuse({ code: 'card.wrong', problems });
  const at = context.clock.now();
  const { step, legalBasis, reason, paperReference, effectiveAt } = taken;
  const row = { token: caller.token ?? '', personId, cardId, step, legalBasis };
  const texts = { reason: reason?.trim() || null, paperReference: paperReference?.trim() || null };
  const moved = await guarded(stepCardRow(tx, { ...row, ...texts, effectiveAt: effectiveAt ?? at, at }));
  return moved.ok ? ok({ personId, cardId, state: moved.value }) : moved;
}

/**
 * The insured, somebody who acts for them, or a clerk at their word reports a card lost. It can pay nothing from then on.
 * Reported again, nothing more happens.
 */
export async function reportLost(
  tx: Tx,
  asked: CardAsked & {
    readonly cardId: string;
    readonly reason: string | null;
    readonly effectiveAt: Date | null;
  },
): Promise<Result<CardStood>> {
  const { context, caller, personId, cardId } = asked;
  const card = maySee(caller, personId) ? await cardRow(tx, { personId, cardId }) : undefined;
  if (!card) return refuse({ code: 'card.no-such-card' });
  if (card.state === 'lost' || card.state === 'lost-and-locked')
    return ok({ personId, cardId, state: card.state });
  const reason = asked.reason?.trim() || null;
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'card.wrong', problems });
  const at = context.clock.now();
  const actor = { actorKind: actorKindOf(caller.kind), actorId: caller.id };
  const moved = await guarded(
    reportLostRow(tx, {
      ...{ personId, cardId, reason },
      ...actor,
      effectiveAt: asked.effectiveAt ?? at,
      at,
    }),
  );
  return moved.ok ? ok({ personId, cardId, state: moved.value }) : moved;
}

/** Ends all cards of a person whose account a settled case has closed; in the transaction of the settlement. */
export async function endCards(
  tx: Tx,
  ending: { readonly owner: string; readonly caseId: string; readonly at: Date },
): Promise<Result<number>> {
  return guarded(endCardRows(tx, ending));
}

function actorKindOf(kind: string): 'officer' | 'insured' | 'agent' {
  if (kind === 'officer' || kind === 'insured' || kind === 'agent') return kind;
  throw new Error(`${kind} reports no card lost`); // no operation lets them in
}

function stepProblems(taken: StepToTake): readonly Problem[] {
  const { step, legalBasis } = taken;
  const unfounded: Problem = {
    path: 'legalBasis',
    detail: {
      zh: `锁定要写明法律依据，可用的是：${cardLockBases.join('、')}。`,
      en: `A lock rests on one of these provisions: ${cardLockBases.join(', ')}.`,
    },
  };
  const founded = step === 'lock' ? cardLockBases.includes(legalBasis ?? '') : true;
  return [
    ...(founded ? [] : [unfounded]),
    ...(step === 'lock' || step === 'unlock' ? needed('reason', taken.reason) : []),
    ...(step === 'found' || step === 'end' ? needed('paperReference', taken.paperReference) : []),
    ...numberInText('reason', taken.reason),
    ...numberInText('paperReference', taken.paperReference),
  ];
}

function needed(path: string, text: string | null): readonly Problem[] {
  return text?.trim() ? [] : [{ path, detail: { zh: '请填写。', en: 'Fill this in.' } }];
}
