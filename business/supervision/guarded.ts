import { guardedBy } from '#platform/postgres';
import type { SupervisionCode } from './refusals.ts';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
  supervision_maker_is_not_checker: 'supervision.same-officer',
  supervision_decision_pkey: 'supervision.decided',
  supervision_step_owner_id_fkey: 'supervision.no-such-person',
} satisfies Readonly<Record<string, SupervisionCode>>);
