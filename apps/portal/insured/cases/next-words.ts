import type { Text } from '#basics';
import { lifeEvent } from './next-life-event.ts';
import type { Words } from './next-shared.ts';
import { away, awayWithMonthsOnly, awayWithNothing, here } from './next-transfer.ts';
import { withdrawal } from './next-withdrawal.ts';

const words: Readonly<Record<string, Words>> = { withdrawal, 'transfer-out': away, 'transfer-in': here };

/** What follows in a state of a procedure; null where the procedure is not known here. */
export function nextWords(process: string, state: string): Text | null {
  return (words[process] ?? lifeEvent)[state] ?? null;
}

/** Which of those words go with a payment: of several heirs its state is that of the share that moved first, and the place says who has it. */
export function nextOfShares(
  { waitingFor, dueOn }: { readonly waitingFor: string; readonly dueOn: string | null },
  state: string,
): string {
  if (waitingFor === 'heirs') return 'kept-back';
  if (!paidByShares.has(state)) return state;
  if (waitingFor === 'applicant') return 'share-waits';
  if (waitingFor === 'bank') return 'paying';
  // The agency pays within its days; where it has none, all that is left is unclaimed.
  return dueOn === null ? 'share-unclaimed' : 'settled';
}

const paidByShares: ReadonlySet<string> = new Set(['settled', 'paying']);

/** The same of a transfer: what is told otherwise where the months go and the balance does not, or there is none to go. */
export function nextOfTransfer({
  process,
  state,
  monthsOnly,
  legs,
}: {
  readonly process: string;
  readonly state: string;
  readonly monthsOnly: boolean;
  readonly legs: { readonly balance: { readonly stage: string } };
}): Text | null {
  if (process === 'transfer-out' && legs.balance.stage === 'none')
    return awayWithNothing[state] ?? nextWords(process, state);
  return (monthsOnly ? awayWithMonthsOnly[state] : undefined) ?? nextWords(process, state);
}

/** How the person answers where it is their move: on the page itself, or, for what cannot be done there, at the window. */
export type Answering = 'hand-in' | 'name-payee' | 'correct-payee' | 'papers' | 'confirm' | 'window';

const answering: Readonly<Record<string, Readonly<Record<string, Answering>>>> = {
  withdrawal: {
    draft: 'hand-in',
    'awaiting-confirmation': 'name-payee',
    'awaiting-materials': 'papers',
    returned: 'correct-payee',
  },
  'transfer-in': { draft: 'window', announced: 'confirm' },
  'transfer-out': { draft: 'window' },
};
const answeringLifeEvent: Readonly<Record<string, Answering>> = {
  draft: 'window',
  'awaiting-materials': 'papers',
};

/** Null where it is somebody else's move, or over. */
export function answeringIn(process: string, state: string): Answering | null {
  return (answering[process] ?? answeringLifeEvent)[state] ?? null;
}

/** Whether a case that ends in this state ends with what was asked for, or at least as the person wanted it. */
export function endsWell(state: string): boolean {
  return !endsBadly.has(state);
}

const endsBadly: ReadonlySet<string> = new Set(['refused', 'not-completed', 'revoked', 'declined']);
