export { bindCard, type CardToBind, findCardByNumber, replaceCard } from './bind-card.ts';
export type { Card, CardEvent } from './card.ts';
export { cardChains } from './chained.store.ts';
export type { CardContext, CardPlace } from './context.ts';
export { cardProofs } from './proofs.ts';
export { cardsOf } from './read-cards.ts';
export { type CardCode, cardRefusals } from './refusals.ts';
export { cardOperations } from './routes.ts';
export { type CardStood, endCards, reportLost, type StepToTake, stepCard } from './step-card.ts';
