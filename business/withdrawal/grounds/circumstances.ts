import type { Text } from '#basics';
import { type Facts, facts, retired } from '#business/registry/public';
import { all, type Expression, not, type Truth, test } from '#engines/rules';

/** Left the country: the day of leaving has come. */
export const left: Expression<Facts> = test<Facts>({
  says: { zh: '已经离境', en: 'has left the country' },
  reads: [facts.leftCountry],
  truth(f): Truth {
    if (f.leftCountry === undefined) return undefined;
    return f.leftOn !== undefined && f.leftOn <= f.onDate;
  },
});

export const leftToSettle = leftFor('settle', { zh: '离境是为了定居', en: 'left to settle there' });

export const leftToGoHome = leftFor('return-home', { zh: '离境是为了回国', en: 'left to return home' });

/** Retired, and not later than on the day of leaving. */
export const retiredByThatDay: Expression<Facts> = all(
  retired,
  test<Facts>({
    says: { zh: '退休日不晚于离境日', en: 'the day of retirement is not after the day of leaving' },
    reads: [facts.retiredOn, facts.leftCountry],
    truth(f): Truth {
      if (f.retiredOn === null || f.leftCountry === null) return false;
      if (f.retiredOn === undefined || f.leftOn === undefined) return undefined;
      return f.retiredOn <= f.leftOn;
    },
  }),
);

export const notRetiredByThatDay = not(retiredByThatDay, {
  zh: '离境那天还没有退休',
  en: 'was not retired on the day of leaving',
});

/** A filing for long-term treatment elsewhere exists, confirmed or not. */
export const hasFiling: Expression<Facts> = test<Facts>({
  says: { zh: '有长期异地就医备案', en: 'there is a filing for long-term treatment elsewhere' },
  reads: [facts.treatmentElsewhere],
  truth: (f) => (f.treatmentElsewhere === undefined ? undefined : f.treatmentElsewhere === true),
});

/** The receiving agency's answer about the balance is this one. */
export function balanceLegIs(answer: 'refused' | 'no-account-information', says: Text): Expression<Facts> {
  return test<Facts>({
    says,
    reads: [facts.transferBalance],
    truth: (f) => (f.transferBalance === undefined ? undefined : f.transferBalance === answer),
  });
}

function leftFor(purpose: 'settle' | 'return-home', says: Text): Expression<Facts> {
  return test<Facts>({
    says,
    reads: [facts.leftCountry],
    truth: (f) => (f.leftCountry === undefined ? undefined : f.leftPurpose === purpose),
  });
}
