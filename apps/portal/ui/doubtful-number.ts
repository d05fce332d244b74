import { useEffect, useRef, useState } from 'react';
import type { Text } from '#basics';
import { doubtsAbout, readPayeeAccount, tidyAccount } from '#business/payments/public';
import type { PayeeBegun } from './payee-form.ts';

/** The number of an account whose check digit does not fit, though it may be right; null where nothing is to be asked. */
export function doubtfulNumber(begun: PayeeBegun): string | null {
  const account = tidyAccount(readPayeeAccount(begun));
  return doubtsAbout(account).includes('card-check-digit') ? account.accountNumber : null;
}

/** Asks once about a number that may be wrong, at its field: the same number goes on with the next press. */
export function useNumberAsked(
  begun: PayeeBegun,
  fieldOfNumber: string,
): {
  /** What stands at the field while it is asked. */
  readonly asks: Text | null;
  /** Whether it may go on; asks where not. */
  mayGoOn(pressed: PayeeBegun): boolean;
} {
  const [asked, setAsked] = useState<string | null>(null);
  const askedAt = useRef(0);
  useEffect(() => {
    if (asked !== null) document.getElementById(fieldOfNumber)?.focus();
  }, [asked, fieldOfNumber]);
  return {
    asks: asked !== null && asked === doubtfulNumber(begun) ? useItAnyway : null,
    mayGoOn(pressed) {
      const number = doubtfulNumber(pressed);
      // The second of two quick presses has read nothing.
      if (number === null || (number === asked && performance.now() - askedAt.current > quick)) return true;
      if (number !== asked) askedAt.current = performance.now();
      setAsked(number);
      return false;
    },
  };
}

/** Milliseconds within which two presses are one. */
const quick = 600;

const useItAnyway: Text = {
  zh: '号码可能有误。仍然使用这个号码？确认就再按一次。',
  en: 'The number may be wrong. Use it all the same? Then press once more.',
};
