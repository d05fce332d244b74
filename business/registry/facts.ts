import type { PlainDate } from '#basics';

export const relationshipStatuses = ['active', 'suspended', 'transferred', 'terminated'] as const;
export type RelationshipStatus = (typeof relationshipStatuses)[number];

export const leavingPurposes = ['settle', 'return-home'] as const;
export type LeavingPurpose = (typeof leavingPurposes)[number];

export const balanceAnswers = ['pending', 'accepted', 'refused', 'no-account-information'] as const;
export type BalanceAnswer = (typeof balanceAnswers)[number];

/** Why somebody lives elsewhere for long (groups of the national filing). */
export const filingGroups = ['retired-resettled', 'long-term-resident', 'posted-by-employer'] as const;

/**
 * A person's situation as the assessment is asked about it. Any key but `onDate`, `region` and those without a question
 * mark may be absent, which means unknown; null means that it has not happened or does not exist.
 */
export interface AssessmentRequest {
  readonly onDate: PlainDate;
  /** Six digits (GB/T 2260). */
  readonly region: string;
  readonly person?: {
    /** ISO 3166 alpha-3; HKG, MAC and TWN for residents of those. */
    readonly nationality?: string;
    readonly retiredOn?: PlainDate | null;
    readonly diedOn?: PlainDate | null;
    readonly nationalityLostOn?: PlainDate | null;
    readonly leftCountry?: {
      readonly on: PlainDate;
      readonly to: string;
      readonly purpose: LeavingPurpose;
    } | null;
    readonly treatmentElsewhere?: {
      readonly region: string;
      readonly confirmedOn?: PlainDate | null;
    } | null;
  };
  /** Null: never insured here. */
  readonly relationship?: {
    readonly status?: RelationshipStatus;
    readonly onEmployerRoster?: boolean;
    readonly stoppedOn?: PlainDate | null;
    readonly paidMonths?: number;
  } | null;
  /** Null: there is no account. `balanceFen` (a decimal string of fen) only where `exists` is true. */
  readonly account?: { readonly exists?: boolean; readonly balanceFen?: string } | null;
  readonly transfer?: {
    /** Region of the receiving agency, six digits. */
    readonly to: string;
    readonly appliedOn?: PlainDate | null;
    readonly balance?: BalanceAnswer | null;
    readonly evidenceOn?: PlainDate | null;
  } | null;
  /** Null: no successor is established. */
  readonly succession?: { readonly established?: boolean } | null;
  readonly open?: {
    readonly claims?: boolean;
    readonly recoveries?: boolean;
    readonly investigation?: boolean;
    readonly competingCase?: boolean;
  };
}

/** Whether an object of the request is there: true, null where it does not exist, undefined where it is absent. */
export type Presence = true | null | undefined;

/**
 * The request laid flat, which the rules read: one field a fact, undefined where it is unknown. Always the same fields in
 * the same order, so that reading one is cheap. Made by `readFacts` only.
 */
export interface Facts {
  readonly onDate: PlainDate;
  readonly region: string;
  readonly nationality: string | undefined;
  readonly retiredOn: PlainDate | null | undefined;
  readonly diedOn: PlainDate | null | undefined;
  readonly nationalityLostOn: PlainDate | null | undefined;
  readonly leftCountry: Presence;
  readonly leftOn: PlainDate | undefined;
  readonly leftTo: string | undefined;
  readonly leftPurpose: LeavingPurpose | undefined;
  readonly treatmentElsewhere: Presence;
  readonly treatmentRegion: string | undefined;
  readonly treatmentConfirmedOn: PlainDate | null | undefined;
  readonly relationship: Presence;
  /** Null where the person was never insured here. */
  readonly relationshipStatus: RelationshipStatus | null | undefined;
  readonly onEmployerRoster: boolean | undefined;
  readonly stoppedOn: PlainDate | null | undefined;
  readonly paidMonths: number | undefined;
  readonly account: Presence;
  readonly accountExists: boolean | undefined;
  readonly balanceFen: string | undefined;
  readonly transfer: Presence;
  readonly transferTo: string | undefined;
  readonly transferAppliedOn: PlainDate | null | undefined;
  readonly transferBalance: BalanceAnswer | null | undefined;
  readonly transferEvidenceOn: PlainDate | null | undefined;
  readonly succession: Presence;
  readonly successorEstablished: boolean | undefined;
  readonly openClaims: boolean | undefined;
  readonly openRecoveries: boolean | undefined;
  readonly openInvestigation: boolean | undefined;
  readonly competingCase: boolean | undefined;
}

/** Nothing known: what reading starts from. The two keys that every request has are filled in first. */
export const noFacts: Facts = {
  onDate: '' as PlainDate, // replaced before anybody reads it
  region: '',
  nationality: undefined,
  retiredOn: undefined,
  diedOn: undefined,
  nationalityLostOn: undefined,
  leftCountry: undefined,
  leftOn: undefined,
  leftTo: undefined,
  leftPurpose: undefined,
  treatmentElsewhere: undefined,
  treatmentRegion: undefined,
  treatmentConfirmedOn: undefined,
  relationship: undefined,
  relationshipStatus: undefined,
  onEmployerRoster: undefined,
  stoppedOn: undefined,
  paidMonths: undefined,
  account: undefined,
  accountExists: undefined,
  balanceFen: undefined,
  transfer: undefined,
  transferTo: undefined,
  transferAppliedOn: undefined,
  transferBalance: undefined,
  transferEvidenceOn: undefined,
  succession: undefined,
  successorEstablished: undefined,
  openClaims: undefined,
  openRecoveries: undefined,
  openInvestigation: undefined,
  competingCase: undefined,
};

/** What `relationship: null` means: off the roster, not active, nothing paid. */
export const neverInsured = {
  relationship: null,
  relationshipStatus: null,
  onEmployerRoster: false,
  stoppedOn: null,
  paidMonths: 0,
} as const;
