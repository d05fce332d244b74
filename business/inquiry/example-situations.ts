import { type PlainDate, plainDate } from '#basics';
import type { AssessmentRequest } from '#business/registry/public';

const on = (text: string): PlainDate => plainDate(text);

/** Somebody insured here of whom everything is known, and to whom nothing has happened: no ground is offered. */
export const ordinarySituation: Required<AssessmentRequest> = {
  onDate: on('2022-06-30'),
  region: '440300',
  person: {
    nationality: 'CHN',
    retiredOn: null,
    diedOn: null,
    nationalityLostOn: null,
    leftCountry: null,
    treatmentElsewhere: null,
  },
  relationship: { status: 'suspended', onEmployerRoster: false, stoppedOn: on('2022-04-30'), paidMonths: 86 },
  account: { exists: true, balanceFen: '831240' },
  transfer: null,
  succession: null,
  open: { claims: false, recoveries: false, investigation: false, competingCase: false },
};

/** One full situation for each ground and for the transfer, in which that option, and no other, is open. */
export const exampleSituations: Readonly<Record<string, Required<AssessmentRequest>>> = {
  'retired-treated-elsewhere': person({
    retiredOn: on('2021-03-01'),
    treatmentElsewhere: { region: '510100', confirmedOn: on('2022-01-10') },
  }),
  'retired-left-country': person({
    retiredOn: on('2021-03-01'),
    leftCountry: { on: on('2022-05-01'), to: 'CAN', purpose: 'settle' },
  }),
  'settled-abroad-before-retirement': person({
    leftCountry: { on: on('2022-05-01'), to: 'HKG', purpose: 'settle' },
  }),
  'foreigner-returning-home': person({
    nationality: 'DEU',
    leftCountry: { on: on('2022-05-01'), to: 'DEU', purpose: 'return-home' },
  }),
  'nationality-lost': person({ nationality: 'CAN', nationalityLostOn: on('2022-05-01') }),
  death: { ...person({ diedOn: on('2022-05-01') }), succession: { established: true } },
  'balance-refused': transferred('refused'),
  'no-receiving-account': transferred('no-account-information'),
  transfer: {
    ...ordinarySituation,
    transfer: { to: '510100', appliedOn: on('2022-05-03'), balance: null, evidenceOn: null },
  },
};

function person(happened: AssessmentRequest['person']): Required<AssessmentRequest> {
  return { ...ordinarySituation, person: { ...ordinarySituation.person, ...happened } };
}

function transferred(balance: 'refused' | 'no-account-information'): Required<AssessmentRequest> {
  return {
    ...ordinarySituation,
    relationship: { ...ordinarySituation.relationship, status: 'transferred' },
    transfer: { to: '510100', appliedOn: on('2022-05-03'), balance, evidenceOn: on('2022-06-01') },
  };
}

/** A situation with some keys replaced, by dotted path; `undefined` takes the key out. */
export function changed(base: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(base) as Record<string, unknown>; // a JSON object
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce((held, key) => held[key] as Record<string, unknown>, copy); // paths of the contract
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return copy;
}
