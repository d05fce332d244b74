import type { Text } from '#basics';
import { type BalanceLeg, balanceTexts, type Legs } from '../legs.ts';

/** What is known of whether the agency that somebody moves to takes the balance besides the months. */
interface Known {
  readonly done: readonly {
    readonly action: string;
    readonly data?: Readonly<Record<string, unknown>> | undefined;
  }[];
  /** As the directory has it. */
  readonly takesBalances: boolean;
}

/** Whether the months go there and the balance does not: the directory says so until the contact letter is here, which counts. */
export function goesWithMonthsOnly({ done, takesBalances }: Known): boolean {
  return letterTakesNone(done) ?? !takesBalances;
}

/** Whether the contact letter that counts takes no balance; null where none counts. */
export function letterTakesNone(done: Known['done']): boolean | null {
  const letter = done.findLast(({ action }) => action === 'accept' || action === 'letter-withdrawn');
  if (letter?.action !== 'accept') return null;
  return (
    (letter.data?.onLetter as { readonly balance?: unknown } | null | undefined)?.balance === 'not-taken'
  ); // as `acceptOnLetter` kept it
}

/** Whether there was nothing in the account when somebody applied to leave, as their receipt says it. */
export function leftWithNothing(done: Known['done']): boolean {
  return done.findLast(({ action }) => action === 'submit')?.data?.nothingThere === true;
}

/**
 * The legs of somebody who leaves, as they are told. Until the record moves, and where it did not, nothing is said of a balance where
 * there is and was nothing in the account, wherever they go; and of a balance that a city does not take, what becomes of it.
 */
export function legsTold(
  legs: Legs,
  told: {
    readonly monthsOnly: boolean;
    /** Now. */
    readonly nothingThere: boolean;
    /** When they applied. */
    readonly nothingThen: boolean;
  },
): Legs {
  const { monthsOnly, nothingThere, nothingThen } = told;
  const { stage } = legs.balance;
  if (nothingThere && (stage === 'not-yet' || (nothingThen && stage === 'nothing-goes')))
    return { ...legs, balance: { ...legs.balance, stage: 'none', text: balanceTexts.none } };
  const text = monthsOnly ? stays[legs.balance.stage] : undefined;
  return text ? { ...legs, balance: { ...legs.balance, text } } : legs;
}

/** Where a balance is that a city does not take, while it is still here. */
export const stays: Readonly<Partial<Record<BalanceLeg, Text>>> = {
  'not-yet': {
    zh: '不随记录转走：转入地按目录只接续月数，余额届时付给本人',
    en: 'does not move with the record: by the directory the other agency takes the months only, and it is paid out',
  },
  held: { zh: '不转走，已冻结', en: 'does not move and is held' },
  'awaiting-account': {
    zh: '转入地来函不接收，等它的书面说明，之后可以支取',
    en: 'the other agency’s letter does not take it. Once it has stated so it can be paid out',
  },
};
