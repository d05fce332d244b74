import { describe, expect, test } from 'vitest';
import { changed, exampleSituations } from './example-situations.ts';
import { type Assessment, assess, isProblem } from './public.ts';

function answer(request: unknown): Assessment {
  const told = assess(request);
  if (isProblem(told)) throw new Error(JSON.stringify(told.problems));
  return told;
}

const absent: readonly (readonly [ground: string, path: string, questions: readonly string[]])[] = [
  ['balance-refused', 'person.diedOn', ['person.diedOn']],
  ['balance-refused', 'transfer.evidenceOn', ['transfer.evidenceOn']],
  ['balance-refused', 'account', ['account']],
  ['balance-refused', 'account.balanceFen', ['account.balanceFen']],
  ['balance-refused', 'open', ['open.claims', 'open.recoveries', 'open.investigation', 'open.competingCase']],
  ['balance-refused', 'relationship', []],
  ['settled-abroad-before-retirement', 'relationship', ['relationship']],
  ['settled-abroad-before-retirement', 'relationship.status', ['relationship.status']],
  ['settled-abroad-before-retirement', 'person.nationality', []],
  ['settled-abroad-before-retirement', 'person.retiredOn', ['person.retiredOn']],
  ['retired-left-country', 'person.nationality', []],
  ['retired-left-country', 'person.leftCountry', ['person.leftCountry']],
  ['retired-treated-elsewhere', 'person.treatmentElsewhere', ['person.treatmentElsewhere']],
  [
    'retired-treated-elsewhere',
    'person.treatmentElsewhere.confirmedOn',
    ['person.treatmentElsewhere.confirmedOn'],
  ],
  ['death', 'succession', ['succession']],
  ['death', 'succession.established', ['succession.established']],
  ['transfer', 'account', []],
  ['transfer', 'relationship.paidMonths', []],
  ['transfer', 'transfer', ['transfer']],
];

describe('an absent fact is asked for only while something hangs on it', () => {
  test.each(absent)('%s without %s', (ground, path, questions) => {
    const told = answer(changed(exampleSituations[ground], { [path]: undefined }));
    expect(told.questions).toEqual(questions);
    const needs = told.options
      .filter((option) => option.status === 'undetermined')
      .flatMap((option) => option.conditions.flatMap((condition) => condition.needs));
    for (const need of needs) expect(questions).toContain(need);
  });

  test('a blocked option asks nothing', () => {
    const request = changed(exampleSituations.death, { 'open.claims': true, succession: undefined });
    expect(answer(request)).toMatchObject({ outcome: 'blocked', questions: [] });
  });

  test('an option is blocked by a condition even while its trigger is unknown', () => {
    const request = changed(exampleSituations['balance-refused'], {
      'person.diedOn': undefined,
      'open.claims': true,
    });
    const told = answer(request).options.map(({ ground, status, trigger }) => [ground, status, trigger]);
    expect(told).toEqual([
      ['death', 'blocked', 'undetermined'],
      ['balance-refused', 'blocked', 'undetermined'],
    ]);
  });

  test('with nothing known, the fact that most options hang on comes first, then the request’s order', () => {
    expect(answer({ onDate: '2022-06-30', region: '440300' }).questions).toEqual([
      'person.diedOn',
      'account',
      'open.claims',
      'open.recoveries',
      'open.investigation',
      'open.competingCase',
      'person.retiredOn',
      'person.leftCountry',
      'relationship',
      'transfer',
      'person.nationality',
      'person.nationalityLostOn',
      'person.treatmentElsewhere',
      'succession',
    ]);
  });

  test('an account of which nothing is said leaves both of its keys open', () => {
    const told = answer(changed(exampleSituations['balance-refused'], { account: {} }));
    expect(told.questions).toEqual(['account.exists', 'account.balanceFen']);
  });
});
