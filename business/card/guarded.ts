import { guardedBy } from '#platform/postgres';
import type { CardCode } from './refusals.ts';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
  one_card_of_a_kind: 'card.kind-bound',
} satisfies Readonly<Record<string, CardCode>>);
