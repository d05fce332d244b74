import type { Citizen, Story } from './city.ts';

/** How far a demo case has come. */
export const stages = [
  'draft',
  'submitted',
  'in-review',
  'awaiting-materials',
  'proposed',
  'approved',
  'settled',
  'paying',
  'paid',
  'returned',
  'refused',
  'withdrawn-by-applicant',
] as const;

export type Stage = (typeof stages)[number];

/** One case of the demo: whose, on which ground, how far, and on which day of the seeding it was brought. */
export interface PlannedCase {
  readonly person: Citizen;
  readonly ground: string;
  readonly stage: Stage;
  readonly day: number;
}

const groundOfStory: Partial<Record<Story, string>> = {
  'retired-elsewhere': 'retired-treated-elsewhere',
  'retired-abroad': 'retired-left-country',
  'settled-abroad': 'settled-abroad-before-retirement',
  'went-home': 'foreigner-returning-home',
  'lost-nationality': 'nationality-lost',
  died: 'death',
  'transfer-refused': 'balance-refused',
  'transfer-silent': 'no-receiving-account',
};

const groundsInOrder = Object.values(groundOfStory);

/** How many days the seeding lives through, so that deadlines lie behind, at hand and ahead. */
export const seededDays = 20;

/**
 * Each ground in every stage, as far as the city has people for it; whoever is left over has no case yet. The grounds begin at
 * different stages, so that a small city too has a case in each.
 */
export function planOf(people: readonly Citizen[]): readonly PlannedCase[] {
  const counts = new Map<string, number>();
  return people.flatMap((person): readonly PlannedCase[] => {
    const ground = groundOfStory[person.story];
    if (ground === undefined) return [];
    const count = counts.get(ground) ?? 0;
    const stage = stages[(count + 5 * groundsInOrder.indexOf(ground)) % stages.length];
    if (stage === undefined || count >= stages.length) return [];
    counts.set(ground, count + 1);
    return [{ person, ground, stage, day: (count * 7 + counts.size * 3) % seededDays }];
  });
}
