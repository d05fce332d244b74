import { useEffect, useState } from 'react';
import type { Text } from '#basics';
import {
  doubtsAbout,
  readPayeeAccount,
  type ToldDoubt,
  tellDoubts,
  tidyAccount,
} from '#business/payments/public';
import type { PayeeBegun } from './payee-form.ts';
import { quick } from './quick-presses.ts';

/** What makes an account doubtful though it may be right; nothing while it has no number. */
export function payeeDoubts(begun: PayeeBegun): readonly ToldDoubt[] {
  const account = tidyAccount(readPayeeAccount(begun));
  return account.accountNumber === '' ? [] : tellDoubts(doubtsAbout(account));
}

/** The doubt that is asked about once before it goes on. */
const ofNumber = 'card-check-digit';

/** The number of an account whose check digit does not fit, though it may be right; null where nothing is to be asked. */
export function doubtfulNumber(begun: PayeeBegun): string | null {
  const account = tidyAccount(readPayeeAccount(begun));
  return doubtsAbout(account).includes(ofNumber) ? account.accountNumber : null;
}

/** What stands beside the fields while the number is asked about, which its own field says. */
export function besideItsQuestion(doubts: readonly ToldDoubt[]): readonly ToldDoubt[] {
  return doubts.filter(({ id }) => id !== ofNumber);
}

/** Asks once about a number that may be wrong, at its field: the same number goes on with the next press. */
export function useNumberAsked(
  begun: PayeeBegun,
  fieldOfNumber: string,
): {
  /** What stands at the field while it is asked. */
  readonly asks: Text | null;
  /** What makes the account doubtful. */
  readonly doubts: readonly ToldDoubt[];
  /** The same beside the fields: that of its number says the field itself while it asks. */
  readonly besides: readonly ToldDoubt[];
  /** Whether it may go on; asks where not. */
  mayGoOn(pressed: PayeeBegun): boolean;
} {
  const [asked, setAsked] = useState<{ readonly number: string; readonly at: number } | null>(null);
  useEffect(() => {
    if (asked !== null) document.getElementById(fieldOfNumber)?.focus();
  }, [asked, fieldOfNumber]);
  const doubts = payeeDoubts(begun);
  const asks = asked !== null && asked.number === doubtfulNumber(begun);
  return {
    asks: asks ? useItAnyway : null,
    doubts,
    besides: asks ? besideItsQuestion(doubts) : doubts,
    mayGoOn(pressed) {
      const number = doubtfulNumber(pressed);
      if (number === null) return true;
      const now = performance.now();
      const at = number === asked?.number ? asked.at : now;
      // The second of two quick presses has read nothing.
      if (now - at > quick) return true;
      setAsked({ number, at });
      return false;
    },
  };
}

const useItAnyway: Text = {
  zh: '号码可能有误，请对照卡片核对；确认无误，再按一次“继续”。',
  en: 'The number may be wrong: compare it with the card. If it is right, press Continue once more.',
};
