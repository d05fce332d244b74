import type { Ids, Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import { lockRecords } from './record.store.ts';
import { callRecordDecided, callRecordFiling, callRecordFilingLapsed } from './record-by-case.store.ts';
import type { EntryOf } from './record-entry.ts';

interface CaseRecording {
  readonly owner: string;
  readonly ids: Ids;
  readonly at: Date;
}

/**
 * Records what an approved decision says that it leads to, word for word: the database takes the entries from the decision
 * and refuses where two officers did not decide them.
 */
export async function recordDecided(
  tx: Tx,
  made: CaseRecording & { readonly decisionId: string; readonly entryCount: number },
): Promise<Result<number, Refusal>> {
  const { owner, decisionId, entryCount, ids, at } = made;
  await lockRecords(tx, owner);
  const entryIds = Array.from({ length: entryCount }, () => ids.next('rec'));
  return guarded(callRecordDecided(tx, { ownerId: owner, decisionId, entryIds, at }));
}

type Filing = NonNullable<EntryOf<'treatment-elsewhere'>['filing']>;

/** A filing that was handed in, not confirmed yet; one that stands confirmed is left alone. */
export async function recordFiling(
  tx: Tx,
  made: CaseRecording & { readonly caseId: string; readonly filing: Pick<Filing, 'region' | 'group'> },
): Promise<Result<boolean, Refusal>> {
  const { owner, caseId, filing, ids, at } = made;
  await lockRecords(tx, owner);
  return guarded(callRecordFiling(tx, { ownerId: owner, id: ids.next('rec'), caseId, filing, at }));
}

/** The unconfirmed filing of a case that was refused or taken back is not on record any more. */
export async function recordFilingLapsed(
  tx: Tx,
  made: CaseRecording & { readonly caseId: string },
): Promise<Result<boolean, Refusal>> {
  const { owner, caseId, ids, at } = made;
  await lockRecords(tx, owner);
  return guarded(callRecordFilingLapsed(tx, { ownerId: owner, id: ids.next('rec'), caseId, at }));
}
