import type { Text } from '#basics';
import { type InvalidationCode, invalidationCodes } from './messages/invalidate.ts';

/** Why a transfer ended without one, and what goes on in its place. */
export interface Ending {
  /** As the applicant, the clerk or the other agency gave it; null where none was given. */
  readonly reason: Text | null;
  /** The number of the case that it was joined to; null where it was joined to none. */
  readonly goesOnIn: string | null;
}

/** What goes, or went, with a transfer, as of its settlement there and its credit here. */
export interface MoneyTold {
  readonly amountFen: string;
  /** How much of it is interest to the day of settlement; null of what came. */
  readonly interestFen: string | null;
}

interface Done {
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Null where it did not end, or ended with a transfer. */
export function endingOf(done: readonly Done[]): Ending | null {
  const last = done.findLast(({ action }) => ends.includes(action));
  if (!last) return null;
  const { reason, joinedTo } = last.data;
  return {
    reason: typeof reason === 'string' && reason !== '' ? reasonWords(reason) : null,
    goesOnIn: typeof joinedTo === 'string' ? joinedTo : null,
  };
}

const ends: readonly string[] = ['cancel', 'withdrawn-there', 'not-confirmed-there', 'joined-to-letter'];

/** A code of the other agency's in both languages; what a person wrote stays as it was written. */
function reasonWords(reason: string): Text {
  return Object.hasOwn(invalidationCodes, reason)
    ? invalidationCodes[reason as InvalidationCode] // its own key
    : { zh: reason, en: reason };
}

/** Null until it was settled here, or credited here; and where what was settled is in the account again. */
export function moneyOf(done: readonly Done[]): MoneyTold | null {
  const last = done.findLast(({ action }) => moves.includes(action));
  if (!last || !settles.includes(last.action)) return null;
  const { amountFen, interestFen } = last.data;
  if (typeof amountFen !== 'string') return null;
  return { amountFen, interestFen: typeof interestFen === 'string' ? interestFen : null };
}

const settles: readonly string[] = ['settle', 'credit', 'credit-difference'];
/** What is told of the account where the money does not go, the withdrawal that follows tells. */
const moves: readonly string[] = [
  ...settles,
  ...['withdrawn-there', 'refuse-balance', 'money-back', 'account-never-came'],
];
