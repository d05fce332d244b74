/**
 * The sentences of the contract about a situation in which nothing is absent: plainly true or false. Each says which facts
 * it reads, so that only those need to be tried out where they are absent; a test proves that it reads no others.
 */
export interface Situation {
  readonly onDate: string;
  readonly person: {
    readonly nationality: string;
    readonly retiredOn: string | null;
    readonly diedOn: string | null;
    readonly nationalityLostOn: string | null;
    readonly leftCountry: { readonly on: string; readonly to: string; readonly purpose: string } | null;
    readonly treatmentElsewhere: { readonly region: string; readonly confirmedOn: string | null } | null;
  };
  readonly relationship: {
    readonly status: string;
    readonly onEmployerRoster: boolean;
    readonly stoppedOn: string | null;
    readonly paidMonths: number;
  } | null;
  readonly account: { readonly exists: boolean; readonly balanceFen?: string } | null;
  readonly transfer: {
    readonly to: string;
    readonly appliedOn: string | null;
    readonly balance: string | null;
    readonly evidenceOn: string | null;
  } | null;
  readonly succession: { readonly established: boolean } | null;
  readonly open: {
    readonly claims: boolean;
    readonly recoveries: boolean;
    readonly investigation: boolean;
    readonly competingCase: boolean;
  };
}

export interface Sentence {
  /** Paths of facts; an object's path stands for everything in it. */
  readonly reads: readonly string[];
  readonly holds: (situation: Situation) => boolean;
}

/** On or before the day of the question; null and a later day have not happened. */
function happened(day: string | null | undefined, situation: Situation): boolean {
  return typeof day === 'string' && day <= situation.onDate;
}

const died = (it: Situation) => happened(it.person.diedOn, it);
const retired = (it: Situation) => happened(it.person.retiredOn, it);
const left = (it: Situation) => happened(it.person.leftCountry?.on, it);
const isForeigner = (it: Situation) => !['CHN', 'HKG', 'MAC', 'TWN'].includes(it.person.nationality);

function retiredByThatDay(it: Situation): boolean {
  const { retiredOn, leftCountry } = it.person;
  return retired(it) && retiredOn !== null && leftCountry !== null && retiredOn <= leftCountry.on;
}

/** Each with "has not died" except death's. */
export const triggers = {
  'retired-treated-elsewhere': {
    reads: ['person.diedOn', 'person.retiredOn', 'person.treatmentElsewhere'],
    holds: (it) => !died(it) && retired(it) && it.person.treatmentElsewhere !== null,
  },
  'retired-left-country': {
    reads: ['person.diedOn', 'person.retiredOn', 'person.leftCountry', 'person.nationality'],
    holds: (it) =>
      !died(it) &&
      left(it) &&
      retiredByThatDay(it) &&
      (it.person.leftCountry?.purpose === 'settle' || isForeigner(it)),
  },
  'settled-abroad-before-retirement': {
    reads: ['person.diedOn', 'person.retiredOn', 'person.leftCountry'],
    holds: (it) =>
      !died(it) && left(it) && it.person.leftCountry?.purpose === 'settle' && !retiredByThatDay(it),
  },
  'foreigner-returning-home': {
    reads: ['person.diedOn', 'person.retiredOn', 'person.leftCountry'],
    holds: (it) =>
      !died(it) && left(it) && it.person.leftCountry?.purpose === 'return-home' && !retiredByThatDay(it),
  },
  'nationality-lost': {
    reads: ['person.diedOn', 'person.nationalityLostOn'],
    holds: (it) => !died(it) && happened(it.person.nationalityLostOn, it),
  },
  death: { reads: ['person.diedOn'], holds: died },
  'balance-refused': {
    reads: ['person.diedOn', 'transfer'],
    holds: (it) => !died(it) && it.transfer?.balance === 'refused',
  },
  'no-receiving-account': {
    reads: ['person.diedOn', 'transfer'],
    holds: (it) => !died(it) && it.transfer?.balance === 'no-account-information',
  },
  transfer: {
    reads: ['person.diedOn', 'transfer'],
    holds: (it) =>
      !died(it) &&
      it.transfer !== null &&
      (it.transfer.balance === 'pending' || it.transfer.balance === null),
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export const conditions = {
  'account-exists': { reads: ['account'], holds: (it) => it.account?.exists === true },
  'balance-positive': {
    reads: ['account'],
    holds: (it) => it.account?.exists === true && BigInt(it.account.balanceFen ?? '0') > 0n,
  },
  'no-open-claim': { reads: ['open.claims'], holds: (it) => !it.open.claims },
  'no-open-recovery': { reads: ['open.recoveries'], holds: (it) => !it.open.recoveries },
  'no-open-investigation': { reads: ['open.investigation'], holds: (it) => !it.open.investigation },
  'no-competing-case': { reads: ['open.competingCase'], holds: (it) => !it.open.competingCase },
  'filing-confirmed': {
    reads: ['person.treatmentElsewhere'],
    holds: (it) => happened(it.person.treatmentElsewhere?.confirmedOn, it),
  },
  'removed-by-employer': {
    reads: ['relationship'],
    holds: (it) => it.relationship === null || !it.relationship.onEmployerRoster,
  },
  'insurance-stopped': {
    reads: ['relationship'],
    holds: (it) =>
      it.relationship === null ||
      (it.relationship.status !== 'active' &&
        (it.relationship.stoppedOn === null || happened(it.relationship.stoppedOn, it))),
  },
  'is-foreigner': { reads: ['person.nationality'], holds: isForeigner },
  'successor-established': { reads: ['succession'], holds: (it) => it.succession?.established === true },
  'refusal-documented': { reads: ['transfer'], holds: (it) => happened(it.transfer?.evidenceOn, it) },
  'request-documented': { reads: ['transfer'], holds: (it) => happened(it.transfer?.evidenceOn, it) },
  applied: { reads: ['transfer'], holds: (it) => happened(it.transfer?.appliedOn, it) },
  'not-retired-here': { reads: ['person.retiredOn'], holds: (it) => !retired(it) },
  'account-or-months': {
    reads: ['relationship', 'account'],
    holds: (it) => it.account?.exists === true || (it.relationship?.paidMonths ?? 0) > 0,
  },
} as const satisfies Readonly<Record<string, Sentence>>;
