import type { PlainDate, Text } from '#basics';
import { all, type Expression, type Fact, not, type Truth, test } from '#engines/rules';
import { facts } from './fact-list.ts';
import type { Facts } from './facts.ts';

/** Statements about a person that several grounds share. A date after the day asked about has not happened yet. */

export const hasDied = happened(facts.diedOn, {
  read: (f) => f.diedOn,
  says: { zh: '参保人已经去世', en: 'the insured person has died' },
});

export const hasNotDied = not(hasDied, {
  zh: '参保人没有去世',
  en: 'the insured person has not died',
});

export const retired = happened(facts.retiredOn, {
  read: (f) => f.retiredOn,
  says: { zh: '已经退休', en: 'is retired' },
});

export const notRetired = not(retired, { zh: '没有退休', en: 'is not retired' });

/** Stopped insurance: not active, and the day of stopping has come or was not recorded. */
export const insuranceStopped: Expression<Facts> = all(
  test<Facts>({
    says: { zh: '医保不在正常参保状态', en: 'the insurance is not active' },
    reads: [facts.relationshipStatus],
    truth: (f) => (f.relationshipStatus === undefined ? undefined : f.relationshipStatus !== 'active'),
  }),
  test<Facts>({
    says: { zh: '停保日已到（或没有记录停保日）', en: 'the day of stopping has come (or was not recorded)' },
    reads: [facts.stoppedOn],
    truth: (f) => (f.stoppedOn === undefined ? undefined : f.stoppedOn === null || f.stoppedOn <= f.onDate),
  }),
);

/** Residents of Hong Kong, Macao and Taiwan are not foreigners here. */
const notForeign: ReadonlySet<string> = new Set(['CHN', 'HKG', 'MAC', 'TWN']);

export const isForeigner = test<Facts>({
  says: {
    zh: '是外国人（港澳台居民不算外国人）',
    en: 'is a foreigner (residents of Hong Kong, Macao and Taiwan are not)',
  },
  reads: [facts.nationality],
  truth: (f) => (f.nationality === undefined ? undefined : !notForeign.has(f.nationality)),
});

/** True on and after the day that a fact names; false where it is null or still to come. */
export function happened(
  fact: Fact<Facts>,
  told: { readonly read: (facts: Facts) => PlainDate | null | undefined; readonly says: Text },
): Expression<Facts> {
  return test<Facts>({
    says: told.says,
    reads: [fact],
    truth(f): Truth {
      const on = told.read(f);
      if (on === undefined) return undefined;
      return on !== null && on <= f.onDate;
    },
  });
}
