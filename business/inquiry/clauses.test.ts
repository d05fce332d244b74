import { describe, expect, test } from 'vitest';
import { changed, exampleSituations, ordinarySituation } from './example-situations.ts';
import { type Assessment, assess, isProblem } from './public.ts';

function answer(request: unknown): Assessment {
  const told = assess(request);
  if (isProblem(told)) throw new Error(JSON.stringify(told.problems));
  return told;
}

/** `open`, `blocked filing-confirmed`, `undetermined person.diedOn`, or `not listed`. */
function status(ground: string, request: unknown): string {
  const option = answer(request).options.find((one) => one.ground === ground);
  if (!option) return 'not listed';
  const failed = option.conditions.filter(({ finding }) => finding === 'not-met').map(({ id }) => id);
  return [option.status, ...failed].join(' ');
}

describe('each ground in its full situation', () => {
  test.each(Object.keys(exampleSituations))('%s is open, and nothing else is listed', (ground) => {
    const told = answer(exampleSituations[ground]);
    expect(told.options.map((option) => [option.ground, option.status])).toEqual([[ground, 'open']]);
    expect(told.outcome).toBe('open');
    expect(told.questions).toEqual([]);
  });

  test('somebody to whom nothing has happened is offered nothing, and is told what would be a ground', () => {
    const told = answer(ordinarySituation);
    expect(told.outcome).toBe('none');
    expect(told.options).toEqual([]);
    expect(told.why.en).toContain('Stopping work, changing jobs, moving household');
    expect(told.why.zh).toContain('停止工作、换工作、迁户口');
  });
});

type Case = readonly [ground: string, clause: string, changes: Record<string, unknown>, expected: string];

/** The day asked about is 2022-06-30 throughout. */
const dates: readonly Case[] = [
  ['retired-treated-elsewhere', 'G1 retired the day before', { 'person.retiredOn': '2022-06-29' }, 'open'],
  ['retired-treated-elsewhere', 'G1 retired on the day', { 'person.retiredOn': '2022-06-30' }, 'open'],
  [
    'retired-treated-elsewhere',
    'G1 retires the day after',
    { 'person.retiredOn': '2022-07-01' },
    'not listed',
  ],
  ['retired-treated-elsewhere', 'G1 never retired', { 'person.retiredOn': null }, 'not listed'],
  [
    'retired-treated-elsewhere',
    'G1 filing confirmed the day before',
    { 'person.treatmentElsewhere.confirmedOn': '2022-06-29' },
    'open',
  ],
  [
    'retired-treated-elsewhere',
    'G1 filing confirmed on the day',
    { 'person.treatmentElsewhere.confirmedOn': '2022-06-30' },
    'open',
  ],
  [
    'retired-treated-elsewhere',
    'G1 filing confirmed the day after',
    { 'person.treatmentElsewhere.confirmedOn': '2022-07-01' },
    'blocked filing-confirmed',
  ],
  [
    'retired-treated-elsewhere',
    'G1 filing never confirmed',
    { 'person.treatmentElsewhere.confirmedOn': null },
    'blocked filing-confirmed',
  ],
  ['retired-treated-elsewhere', 'G1 no filing', { 'person.treatmentElsewhere': null }, 'not listed'],
  ['retired-treated-elsewhere', 'G1 died the day before', { 'person.diedOn': '2022-06-29' }, 'not listed'],
  ['retired-treated-elsewhere', 'G1 died on the day', { 'person.diedOn': '2022-06-30' }, 'not listed'],
  ['retired-treated-elsewhere', 'G1 dies the day after', { 'person.diedOn': '2022-07-01' }, 'open'],
  ['retired-left-country', 'G1 retired the day before leaving', { 'person.retiredOn': '2022-04-30' }, 'open'],
  ['retired-left-country', 'G1 retired on the day of leaving', { 'person.retiredOn': '2022-05-01' }, 'open'],
  [
    'retired-left-country',
    'G1 retired the day after leaving',
    { 'person.retiredOn': '2022-05-02' },
    'not listed',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 retired the day before leaving',
    { 'person.retiredOn': '2022-04-30' },
    'not listed',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 retired on the day of leaving',
    { 'person.retiredOn': '2022-05-01' },
    'not listed',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 retired the day after leaving',
    { 'person.retiredOn': '2022-05-02' },
    'open',
  ],
  ['retired-left-country', 'G1 left the day before', { 'person.leftCountry.on': '2022-06-29' }, 'open'],
  ['retired-left-country', 'G1 left on the day', { 'person.leftCountry.on': '2022-06-30' }, 'open'],
  [
    'retired-left-country',
    'G1 leaves the day after',
    { 'person.leftCountry.on': '2022-07-01' },
    'not listed',
  ],
  [
    'retired-left-country',
    'G1 a Chinese citizen who left to return home',
    { 'person.leftCountry.purpose': 'return-home' },
    'not listed',
  ],
  [
    'retired-left-country',
    'G1 a foreigner who left to return home',
    { 'person.nationality': 'CAN', 'person.leftCountry.purpose': 'return-home' },
    'open',
  ],
  [
    'retired-left-country',
    'G1 a Hong Kong resident who left to return home',
    { 'person.nationality': 'HKG', 'person.leftCountry.purpose': 'return-home' },
    'not listed',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 left the day before',
    { 'person.leftCountry.on': '2022-06-29' },
    'open',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 left on the day',
    { 'person.leftCountry.on': '2022-06-30' },
    'open',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 leaves the day after',
    { 'person.leftCountry.on': '2022-07-01' },
    'not listed',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 still on the roster',
    { 'relationship.onEmployerRoster': true },
    'blocked removed-by-employer',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 still active',
    { 'relationship.status': 'active' },
    'blocked insurance-stopped',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 stopped the day before',
    { 'relationship.stoppedOn': '2022-06-29' },
    'open',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 stopped on the day',
    { 'relationship.stoppedOn': '2022-06-30' },
    'open',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 stops the day after',
    { 'relationship.stoppedOn': '2022-07-01' },
    'blocked insurance-stopped',
  ],
  [
    'settled-abroad-before-retirement',
    'G3 stopped, the day not recorded',
    { 'relationship.stoppedOn': null },
    'open',
  ],
  ['settled-abroad-before-retirement', 'G3 never insured here', { relationship: null }, 'open'],
  [
    'foreigner-returning-home',
    'G3 a Macao resident',
    { 'person.nationality': 'MAC' },
    'blocked is-foreigner',
  ],
  [
    'foreigner-returning-home',
    'G3 a Taiwan resident',
    { 'person.nationality': 'TWN' },
    'blocked is-foreigner',
  ],
  [
    'foreigner-returning-home',
    'G3 a Chinese citizen',
    { 'person.nationality': 'CHN' },
    'blocked is-foreigner',
  ],
  [
    'foreigner-returning-home',
    'G3 to settle instead',
    { 'person.leftCountry.purpose': 'settle' },
    'not listed',
  ],
  [
    'foreigner-returning-home',
    'G3 retired on the day of leaving',
    { 'person.retiredOn': '2022-05-01' },
    'not listed',
  ],
  [
    'foreigner-returning-home',
    'G3 retires only after the day asked about',
    { 'person.retiredOn': '2022-07-01' },
    'open',
  ],
  ['nationality-lost', 'G0.4 lost the day before', { 'person.nationalityLostOn': '2022-06-29' }, 'open'],
  ['nationality-lost', 'G0.4 lost on the day', { 'person.nationalityLostOn': '2022-06-30' }, 'open'],
  ['nationality-lost', 'G0.4 lost the day after', { 'person.nationalityLostOn': '2022-07-01' }, 'not listed'],
  ['nationality-lost', 'G0.4 nationality is not looked at', { 'person.nationality': 'CHN' }, 'open'],
  ['death', 'G2 died the day before', { 'person.diedOn': '2022-06-29' }, 'open'],
  ['death', 'G2 died on the day', { 'person.diedOn': '2022-06-30' }, 'open'],
  ['death', 'G2 dies the day after', { 'person.diedOn': '2022-07-01' }, 'not listed'],
  [
    'death',
    'G2 no successor established',
    { 'succession.established': false },
    'blocked successor-established',
  ],
  ['death', 'G2 succession null', { succession: null }, 'blocked successor-established'],
  ['balance-refused', 'G4 refusal of the day before', { 'transfer.evidenceOn': '2022-06-29' }, 'open'],
  ['balance-refused', 'G4 refusal of the day', { 'transfer.evidenceOn': '2022-06-30' }, 'open'],
  [
    'balance-refused',
    'G4 refusal of the day after',
    { 'transfer.evidenceOn': '2022-07-01' },
    'blocked refusal-documented',
  ],
  [
    'balance-refused',
    'G4 refusal without a paper',
    { 'transfer.evidenceOn': null },
    'blocked refusal-documented',
  ],
  ['balance-refused', 'G4 accepted', { 'transfer.balance': 'accepted' }, 'not listed'],
  ['no-receiving-account', 'G4 reminder of the day', { 'transfer.evidenceOn': '2022-06-30' }, 'open'],
  [
    'no-receiving-account',
    'G4 reminder of the day after',
    { 'transfer.evidenceOn': '2022-07-01' },
    'blocked request-documented',
  ],
  ['no-receiving-account', 'G4 silence is not a refusal', { 'transfer.balance': 'pending' }, 'not listed'],
  ['transfer', 'G0.1 applied the day before', { 'transfer.appliedOn': '2022-06-29' }, 'open'],
  ['transfer', 'G0.1 applied on the day', { 'transfer.appliedOn': '2022-06-30' }, 'open'],
  ['transfer', 'G0.1 applies the day after', { 'transfer.appliedOn': '2022-07-01' }, 'blocked applied'],
  ['transfer', 'G0.1 not applied', { 'transfer.appliedOn': null }, 'blocked applied'],
  ['transfer', 'G0.1 balance pending', { 'transfer.balance': 'pending' }, 'open'],
  ['transfer', 'G0.1 balance accepted', { 'transfer.balance': 'accepted' }, 'not listed'],
  [
    'transfer',
    'G0.1 retired the day before',
    { 'person.retiredOn': '2022-06-29' },
    'blocked not-retired-here',
  ],
  ['transfer', 'G0.1 retired on the day', { 'person.retiredOn': '2022-06-30' }, 'blocked not-retired-here'],
  ['transfer', 'G0.1 retires the day after', { 'person.retiredOn': '2022-07-01' }, 'open'],
  ['transfer', 'G0.2 no account but months', { account: null }, 'open'],
  ['transfer', 'G0.2 an account but no months', { 'relationship.paidMonths': 0 }, 'open'],
  [
    'transfer',
    'G0.2 neither account nor months',
    { account: null, 'relationship.paidMonths': 0 },
    'blocked account-or-months',
  ],
  [
    'transfer',
    'G0.2 never insured here, no account',
    { account: null, relationship: null },
    'blocked account-or-months',
  ],
  ['transfer', 'G2 death closes the transfer', { 'person.diedOn': '2022-06-30' }, 'not listed'],
];

describe('the day before, the day, the day after', () => {
  test.each(dates)('%s: %s', (ground, _clause, changes, expected) => {
    expect(status(ground, changed(exampleSituations[ground], changes))).toBe(expected);
  });
});

const common: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['no account', { account: null }, 'blocked account-exists balance-positive'],
  [
    'an account that does not exist',
    { account: { exists: false } },
    'blocked account-exists balance-positive',
  ],
  ['an empty account', { 'account.balanceFen': '0' }, 'blocked balance-positive'],
  ['one fen', { 'account.balanceFen': '1' }, 'open'],
  ['an open claim', { 'open.claims': true }, 'blocked no-open-claim'],
  ['an open recovery', { 'open.recoveries': true }, 'blocked no-open-recovery'],
  ['an open investigation', { 'open.investigation': true }, 'blocked no-open-investigation'],
  ['a competing case', { 'open.competingCase': true }, 'blocked no-competing-case'],
];

describe('what every ground asks for', () => {
  const grounds = Object.keys(exampleSituations).filter((ground) => ground !== 'transfer');
  test.each(common)('%s decides alike on all eight grounds', (_name, changes, expected) => {
    expect(grounds).toHaveLength(8);
    for (const ground of grounds) {
      expect(`${ground} ${status(ground, changed(exampleSituations[ground], changes))}`).toBe(
        `${ground} ${expected}`,
      );
    }
  });
});
