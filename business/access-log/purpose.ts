import { ok, type Result, refuse } from '#basics';
import { readCaseNumber } from '#engines/casework';

/** Why somebody looks at a person's record: the closed list. */
export const purposes = [
  'own-record', // a person, or who acts for them, looks at their own
  'casework', // a case is worked on
  'records', // the register is kept
  'card', // the card is bound, lost, locked
  'account', // the account is looked at
  'payments', // money is paid out
  'supervision', // investigations and recoveries
  'enquiry', // the person asked, at the window or by telephone
  'complaint', // an objection or complaint is followed up
  'audit', // an auditor's check
] as const;
export type PurposeWord = (typeof purposes)[number];

/** A purpose as it is logged. */
export interface Purpose {
  readonly word: PurposeWord;
  readonly caseNumber: string | null;
}

/**
 * Reads what somebody says of their purpose: a word of the list, or the number of a case, which means that this case is worked
 * on. Null where nothing was said. Refuses `access-log.unknown-purpose`.
 */
export function readPurpose(said: string | null): Result<Purpose | null> {
  if (said === null) return ok(null);
  const word = purposes.find((each) => each === said);
  if (word) return ok({ word, caseNumber: null });
  const caseNumber = readCaseNumber(said);
  if (caseNumber !== null) return ok({ word: 'casework', caseNumber });
  return refuse({ code: 'access-log.unknown-purpose', figures: { purposes: purposes.join(', ') } });
}

/**
 * What it is taken for where nobody said: as the operation's group, for a citizen their own record. An employer looks at its
 * staff to work on their cases; none of it is its own record.
 */
export function usualPurpose(tag: string, callerKind: string): Purpose {
  if (callerKind === 'employer') return { word: 'casework', caseNumber: null };
  const own = callerKind !== 'officer' && callerKind !== 'integrator';
  return { word: own ? 'own-record' : (byTag[tag] ?? 'records'), caseNumber: null };
}

const byTag: Readonly<Record<string, PurposeWord>> = {
  withdrawal: 'casework',
  letters: 'casework',
  'life-events': 'casework',
  materials: 'casework',
  card: 'card',
  'personal-account': 'account',
  adjustment: 'account',
  books: 'account',
  payments: 'payments',
  supervision: 'supervision',
  'access-log': 'audit',
  evidence: 'audit',
};
