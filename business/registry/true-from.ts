import type { PlainDate } from '#basics';
import type { RecordEntry, RecordKind } from './record-entry.ts';

/**
 * What happens once. Such an entry is true or it is not, whenever one looks back, so the one known last replaces all before
 * it; whether it has happened by a day, its own day says. All other kinds are states, which hold from a day until the next.
 */
export const eventKinds: readonly RecordKind[] = ['retired', 'died', 'nationality-lost', 'left-country'];

/** The day from which an entry holds, as it says itself; null where it names none. `holds_from` in SQL says the same. */
export function ownDayOf(entry: RecordEntry): PlainDate | null {
  switch (entry.kind) {
    case 'retired':
    case 'died':
    case 'nationality-lost':
    case 'succession':
      return entry.on;
    case 'left-country':
      return entry.left?.on ?? null;
    case 'treatment-elsewhere':
      return entry.filing?.confirmedOn ?? null;
    case 'roster':
    case 'relationship':
      return entry.since;
    case 'transfer':
      return entry.transfer?.evidenceOn ?? entry.transfer?.appliedOn ?? null;
    case 'open-claims':
    case 'open-recoveries':
    case 'investigation':
      return null;
  }
}

/** For how long an entry holds: the first and the last day, null where it is open. */
export interface Holding {
  readonly trueFrom: PlainDate | null;
  readonly trueTo: PlainDate | null;
}

/** What whoever records a state says of how long it holds; nothing where they leave it open. */
export interface SaidHolding {
  readonly trueFrom?: PlainDate | undefined;
  readonly trueTo?: PlainDate | undefined;
}
