import { guardedBy } from '#platform/postgres';
import type { RegistryCode } from './refusals.ts';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
  record_maker_is_not_checker: 'registry.same-officer',
  record_confirmation_pkey: 'registry.fact-decided',
  correction_maker_is_not_checker: 'registry.correction-same-officer',
  correction_decision_pkey: 'registry.correction-decided',
  wish_answered_once: 'registry.no-such-wish',
  voided_once: 'registry.correction-overtaken',
  identity_locator_pkey: 'registry.document-known',
  identity_document_pkey: 'registry.document-known',
  merge_maker_is_not_checker: 'registry.merge-same-officer',
  merge_decided_once: 'registry.merge-decided',
  judged_once: 'registry.no-such-double',
  abandonment_maker_is_not_checker: 'registry.import-same-officer',
  abandonment_asked_once: 'registry.abandonment-waits',
  import_maker_is_not_checker: 'registry.import-same-officer',
  one_import_under_way: 'registry.import-under-way',
} satisfies Readonly<Record<string, RegistryCode>>);
