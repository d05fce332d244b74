/** The two things through which an account is used; a person has at most one of each that has not ended. */
export const cardKinds = ['social-security-card', 'electronic-credential'] as const;
export type CardKind = (typeof cardKinds)[number];

/** A card that is lost and locked comes back into use only when it was found and unlocked, in whichever order. */
export const cardStates = ['active', 'lost', 'locked', 'lost-and-locked', 'ended'] as const;
export type CardState = (typeof cardStates)[number];

export const cardStepNames = [
  'bind',
  'report-lost',
  'found',
  'lock',
  'unlock',
  'replace',
  'end',
  'end-with-relationship',
] as const;
export type CardStepName = (typeof cardStepNames)[number];

/** What may happen to a card in a state, and who does it. The database holds the same list (`card_step`). */
export interface CardStep {
  readonly step: CardStepName;
  readonly from: CardState | 'unbound';
  readonly to: CardState;
  /** `holder`: the insured, whoever acts for them, or a clerk at their word; `system`: nobody, it follows. */
  readonly by: 'clerk' | 'reviewer' | 'holder' | 'system';
}

export const cardSteps: readonly CardStep[] = [
  { step: 'bind', from: 'unbound', to: 'active', by: 'clerk' },
  { step: 'report-lost', from: 'active', to: 'lost', by: 'holder' },
  { step: 'report-lost', from: 'locked', to: 'lost-and-locked', by: 'holder' },
  { step: 'found', from: 'lost', to: 'active', by: 'clerk' },
  { step: 'found', from: 'lost-and-locked', to: 'locked', by: 'clerk' },
  { step: 'lock', from: 'active', to: 'locked', by: 'clerk' },
  { step: 'lock', from: 'lost', to: 'lost-and-locked', by: 'clerk' },
  { step: 'unlock', from: 'locked', to: 'active', by: 'reviewer' },
  { step: 'unlock', from: 'lost-and-locked', to: 'lost', by: 'reviewer' },
  { step: 'replace', from: 'active', to: 'ended', by: 'clerk' },
  { step: 'replace', from: 'lost', to: 'ended', by: 'clerk' },
  ...endings('end', 'clerk'),
  ...endings('end-with-relationship', 'system'),
];

function endings(step: CardStepName, by: CardStep['by']): readonly CardStep[] {
  const standing = ['active', 'lost', 'locked', 'lost-and-locked'] as const;
  return standing.map((from) => ({ step, from, to: 'ended', by }));
}

/** One thing that happened to a card. */
export interface CardEvent {
  readonly seq: number;
  readonly step: CardStepName;
  readonly fromState: CardState | 'unbound';
  readonly toState: CardState;
  readonly actorKind: 'officer' | 'insured' | 'agent' | 'system';
  readonly actorId: string;
  /** A provision of the law's data; set where an agency locked the card. */
  readonly legalBasis: string | null;
  readonly reason: string | null;
  readonly paperReference: string | null;
  readonly caseId: string | null;
  /** From when it holds. */
  readonly effectiveAt: Date;
  /** Since when it is known. */
  readonly recordedAt: Date;
}

/** A card with what happened to it, the oldest first. Its number is shown by its last characters only. */
export interface Card {
  readonly personId: string;
  readonly cardId: string;
  readonly kind: CardKind;
  readonly numberTail: string;
  readonly replacesId: string | null;
  readonly state: CardState;
  readonly events: readonly CardEvent[];
}
