import { addFen, type Fen, fen } from '#basics';
import type { Journal } from '#engines/ledger';
import type { Outcome } from './play.ts';
import type { Expectation } from './scenario.ts';

/** A scenario's outcome with everything that was posted. */
export interface Played {
  readonly outcome: Outcome;
  readonly books: readonly Journal[];
}

/** What came out, in the words in which a scenario says what must come out. */
export function cameOut(ground: string, { outcome, books }: Played): Expectation {
  const { option, proposed, refusal, relationship, payments, state } = outcome;
  const notMet = (option?.conditions ?? []).filter(({ finding }) => finding === 'not-met');
  const purposes = books.map(({ purpose }) => purpose).filter((purpose) => purpose !== 'opening');
  return {
    option: {
      ground: option?.ground ?? ground,
      status: option?.status ?? 'none',
      notMet: notMet.map(({ id }) => id),
    },
    decision: proposed,
    ...(refusal === null ? {} : { refusal }),
    postings: purposes,
    payment: state.id === 'paid' && payments.at(-1)?.answer === 'pay' ? 'paid' : 'none',
    relationship: relationship.after === relationship.before ? 'unchanged' : 'ended',
  };
}

/** A case's sums as every book has them, which must be one and the same. */
export function sumsOf({ outcome, books }: Played): Sums {
  return {
    bankFile: addFen(
      ...outcome.payments.filter(({ answer }) => answer === 'pay').map(({ amountFen }) => amountFen),
    ),
    explained: fen(outcome.explanation.settlement?.amountFen ?? '0'),
    explainedInterest: fen(outcome.explanation.settlement?.interestFen ?? '0'),
    withdrawn: posted(books, 'withdrawal'),
    // What came back after it was paid is paid again.
    paidOut: fen(posted(books, 'payment') - posted(books, 'payment-return')),
    interest: posted(books, 'settlement-interest'),
    opening: posted(books, 'opening'),
    left: outcome.leftFen,
  };
}

interface Sums {
  readonly bankFile: Fen;
  readonly explained: Fen;
  readonly explainedInterest: Fen;
  readonly withdrawn: Fen;
  readonly paidOut: Fen;
  readonly interest: Fen;
  readonly opening: Fen;
  readonly left: Fen;
}

function posted(books: readonly Journal[], wanted: string): Fen {
  const lines = books.filter(({ purpose }) => purpose === wanted).flatMap(({ postings }) => postings);
  return fen(lines.reduce((sum, { amountFen }) => sum + amountFen, 0n));
}
