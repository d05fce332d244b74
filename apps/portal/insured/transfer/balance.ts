import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { problemOf, useAsk } from '../../ui/asking.ts';
import { usePerson } from '../../ui/person.tsx';
import type { Way } from './ways.ts';

type Account = Answer<'GET /people/{personId}/account'>;

/** What somebody who moves away has in the account here: `none` where it is known that there is nothing. */
export type Balance = Pick<Account, 'balanceFen' | 'interestFen'> | 'none' | 'unknown' | 'coming';

/** Of whoever comes here it is asked at the other agency. */
export function useBalance(way: Way): Balance {
  const personId = usePerson();
  const asked = useAsk('GET /people/{personId}/account', way === 'away' ? { params: { personId } } : null);
  if (way === 'here') return 'unknown';
  if (asked.data) return balanceIn(asked.data);
  if (!asked.error) return 'coming';
  // Who has no account has a record to move all the same.
  return problemOf(asked.error).code === 'personal-account.none' ? 'none' : 'unknown';
}

export function balanceIn(account: Pick<Account, 'balanceFen' | 'interestFen' | 'closedOn'>): Balance {
  const empty = BigInt(account.balanceFen) === 0n && BigInt(account.interestFen) === 0n;
  return account.closedOn !== null || empty ? 'none' : account;
}

interface Asked {
  readonly balance: Balance;
  /** The place that they move to takes no balances. */
  readonly monthsOnly: boolean;
}

/** What is said of the balance among what is applied for, `{amount}` in it; null where nothing is, or how much is not known. */
export function balanceRow({ balance, monthsOnly }: Asked): Record<'label' | 'value', Text> | null {
  if (typeof balance === 'string') return null;
  return monthsOnly ? stays : goes;
}

/** What somebody declares who sends it. */
export function sendingWords({ balance, monthsOnly }: Asked): Text {
  if (balance === 'none') return sendingRecord;
  return monthsOnly ? sendingMonths : sendingBoth;
}

const goes = {
  label: { zh: '余额', en: 'Balance' },
  value: { zh: '{amount}，另加算到结清那天的利息', en: '{amount}, and interest to the day of settlement' },
};
const stays = {
  label: { zh: '余额，不随着转走', en: 'Balance, which does not move' },
  value: { zh: '{amount}，另加利息，付给您本人', en: '{amount} and its interest, paid to you' },
};

const sendingBoth: Text = {
  zh: '提交就是正式申请：我们马上告知对方机构。上面写的都是我本人的情况，我要转移医保关系和账户余额。',
  en: 'Sending it is a formal application, and the other agency is told at once. What is written above is about me, and I want my insurance and my balance transferred.',
};
const sendingMonths: Text = {
  zh: '提交就是正式申请：我们马上告知对方机构。上面写的都是我本人的情况，我要转移医保关系和缴费月数；余额那边不收，付给我本人。',
  en: 'Sending it is a formal application, and the other agency is told at once. What is written above is about me, and I want my insurance and the months paid transferred; the balance, which is not taken there, is to be paid to me.',
};
const sendingRecord: Text = {
  zh: '提交就是正式申请：我们马上告知对方机构。上面写的都是我本人的情况，我要转移医保关系和缴费月数。',
  en: 'Sending it is a formal application, and the other agency is told at once. What is written above is about me, and I want my insurance and the months paid transferred.',
};
