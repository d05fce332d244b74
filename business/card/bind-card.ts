import { ok, type Problem, type Result, refuse } from '#basics';
import { personById } from '#business/registry';
import { numberInText } from '#business/registry/public';
import type { Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { CardKind } from './card.ts';
import { cardTail, readCardNumber } from './card-number.ts';
import type { CardAsked, CardContext, CardPlace } from './context.ts';
import { guarded } from './guarded.ts';
import { bindCardRow, locateCard, type NumberRow, replaceCardRow } from './store.ts';

export interface CardToBind {
  readonly number: string;
  /** The paper or credential that the clerk saw, as the files call it. */
  readonly paperReference: string;
  /** From when it holds; now where it is not said. */
  readonly effectiveAt: Date | null;
}

/**
 * A clerk binds a card to a person's account. Refuses `card.number-wrong`, `card.number-taken` where it is another person's,
 * `card.kind-bound` where the person has one of the kind, `card.no-account`.
 */
export async function bindCard(
  tx: Tx,
  asked: CardAsked & { readonly kind: CardKind; readonly card: CardToBind },
): Promise<Result<CardPlace>> {
  const { context, caller, personId, kind, card } = asked;
  if (!(await personById(tx, personId))) return refuse({ code: 'card.no-such-person' });
  const number = await numberOf(tx, { context, personId, card });
  if (!number.ok) return number;
  const cardId = context.ids.next('crd');
  const at = context.clock.now();
  const row = { ...number.value, token: caller.token ?? '', personId, cardId, kind };
  const { paperReference, effectiveAt } = card;
  const bound = await guarded(
    bindCardRow(tx, { ...row, paperReference, effectiveAt: effectiveAt ?? at, at }),
  );
  return bound.ok ? ok({ personId, cardId }) : bound;
}

/** A clerk gives a new card for one that is in use or lost; the old one ends in the same moment. */
export async function replaceCard(
  tx: Tx,
  asked: CardAsked & { readonly cardId: string; readonly reason: string | null; readonly card: CardToBind },
): Promise<Result<CardPlace>> {
  const { context, caller, personId, cardId, card } = asked;
  const reason = asked.reason?.trim() || null;
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'card.wrong', problems });
  const number = await numberOf(tx, { context, personId, card });
  if (!number.ok) return number;
  const newCardId = context.ids.next('crd');
  const at = context.clock.now();
  const row = { ...number.value, token: caller.token ?? '', personId, cardId, newCardId, reason };
  const { paperReference, effectiveAt } = card;
  const replaced = await guarded(
    replaceCardRow(tx, { ...row, paperReference, effectiveAt: effectiveAt ?? at, at }),
  );
  return replaced.ok ? ok({ personId, cardId: newCardId }) : replaced;
}

/** Whose card a number is, whatever has become of it; null where nobody's. */
export async function findCardByNumber(
  reader: Reader,
  { seal, number }: { readonly seal: Seal; readonly number: string },
): Promise<CardPlace | null> {
  const read = readCardNumber(number);
  if (read === null) return null;
  return (await locateCard(reader, seal.keyedHashes('card', read))) ?? null;
}

async function numberOf(
  tx: Tx,
  {
    context: { seal },
    personId,
    card,
  }: { readonly context: Pick<CardContext, 'seal'>; readonly personId: string; readonly card: CardToBind },
): Promise<Result<NumberRow>> {
  const problems: readonly Problem[] = numberInText('paperReference', card.paperReference);
  if (problems.length > 0) return refuse({ code: 'card.wrong', problems });
  const number = readCardNumber(card.number);
  if (number === null) return refuse({ code: 'card.number-wrong' });
  // The number may lie under the hash of a former key; the database sees to the one of today.
  const holder = await findCardByNumber(tx, { seal, number });
  if (holder && holder.personId !== personId) return refuse({ code: 'card.number-taken' });
  return ok({
    numberHashes: seal.hashesByKey('card', number),
    numberSealed: seal.seal(number),
    numberTail: cardTail(number),
  });
}
