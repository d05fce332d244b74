import type { PlainDate } from '#basics';
import { owedByBooks } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { kindsStanding } from './store.ts';

/** What supervision has open about a person, as the rules ask for it. */
export interface OpenMatters {
  readonly investigation: boolean;
  readonly recoveries: boolean;
}

/**
 * What stood over a person on a day (by default whatever stands now, however it is dated), as known at an instant (by default
 * now). Only what two officers have confirmed counts. Money that the books say is owed is a recovery, ordered already or not.
 */
export async function openMattersOf(
  reader: Reader,
  asked: {
    readonly personId: string;
    /** All records of the person, where some were folded in. */
    readonly records?: readonly string[];
    readonly onDate?: PlainDate | undefined;
    readonly knownAt?: Date | undefined;
  },
): Promise<OpenMatters> {
  const { personId, records = [personId], onDate = null, knownAt = null } = asked;
  const kinds = await kindsStanding(reader, { personId, onDate, knownAt });
  const owed = await owedByBooks(reader, { owners: records, on: onDate, known: knownAt });
  return {
    investigation: kinds.includes('investigation'),
    recoveries: kinds.includes('recovery') || owed > 0n,
  };
}
