/** Twelve facts, each compared with a constant or with the day asked about: the same question for every engine. */
export interface TwelveFacts {
  readonly onDay: number;
  readonly leftOnDay: number;
  readonly stoppedOnDay: number;
  readonly confirmedOnDay: number;
  readonly purpose: string;
  readonly status: string;
  readonly onRoster: boolean;
  readonly accountExists: boolean;
  readonly balanceFen: number;
  readonly paidMonths: number;
  readonly claims: boolean;
  readonly recoveries: boolean;
  readonly investigation: boolean;
  readonly competingCase: boolean;
}

/** The conditions' names, in the order in which every engine gives its findings. */
export const conditionNames = [
  'left',
  'to-settle',
  'stopped',
  'stopped-by-then',
  'confirmed',
  'off-roster',
  'account-exists',
  'balance-positive',
  'months-paid',
  'no-claim',
  'no-recovery',
  'no-investigation',
] as const;

/** Findings in that order. */
export type Decide = (facts: TwelveFacts) => readonly boolean[] | Promise<readonly boolean[]>;

const full: TwelveFacts = {
  onDay: 19_173,
  leftOnDay: 19_113,
  stoppedOnDay: 19_112,
  confirmedOnDay: 19_002,
  purpose: 'settle',
  status: 'suspended',
  onRoster: false,
  accountExists: true,
  balanceFen: 831_240,
  paidMonths: 86,
  claims: false,
  recoveries: false,
  investigation: false,
  competingCase: false,
};

/** The full situation, and others in which one condition each is not met. */
const variants: readonly TwelveFacts[] = [
  full,
  { ...full, leftOnDay: 19_174 },
  { ...full, purpose: 'return-home' },
  { ...full, status: 'active' },
  { ...full, stoppedOnDay: 19_174 },
  { ...full, confirmedOnDay: 19_174 },
  { ...full, onRoster: true },
  { ...full, accountExists: false },
  { ...full, balanceFen: 0 },
  { ...full, paidMonths: 0 },
  { ...full, claims: true },
  { ...full, recoveries: true },
  { ...full, investigation: true },
];

export function twelveFacts(round: number): TwelveFacts {
  return variants[round % variants.length] ?? full;
}

/** A race counts only between engines that decide the same. */
export async function sameDecisions(engines: readonly Decide[]): Promise<void> {
  for (const facts of variants) {
    const answers = await Promise.all(engines.map(async (decide) => JSON.stringify(await decide(facts))));
    if (new Set(answers).size !== 1) throw new Error(`the engines disagree: ${answers.join(' ')}`);
  }
}
