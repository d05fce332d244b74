import type { Result } from '#basics';
import type { RecordedFact, Scenario, ScenarioEvent } from './scenario.ts';

/**
 * What officers do at their desks from an import to the bank's answer, whichever door they come through. Every step is
 * done by the officer whose it is: clerk, reviewer, and three of finance. Money is a decimal string of fen.
 */
export interface Desk {
  importPeople(csv: string): Promise<Result<ImportTold>>;
  approveImport(told: ImportTold): Promise<Result<unknown>>;
  /** Answers the person's id. */
  findPerson(person: Scenario['person']): Promise<Result<string>>;
  /** Answers the fact's id. */
  recordFact(personId: string, fact: RecordedFact): Promise<Result<string>>;
  confirmFact(personId: string, factId: string): Promise<Result<unknown>>;
  /** Reports a life event with its papers, proposes the decision and approves it; answers where the case is then. */
  decideEvent(personId: string, event: ScenarioEvent): Promise<Result<EventTold>>;
  readPerson(personId: string): Promise<Result<PersonTold>>;
  assess(request: object): Promise<Result<AssessmentTold>>;
  /** Answers the case's number. */
  apply(application: ApplicationMade): Promise<Result<string>>;
  propose(number: string, outcome: 'approve' | 'refuse'): Promise<Result<unknown>>;
  /**
   * A clerk takes the case up, and a colleague tries to propose; then the colleague takes it over and proposes. Answers the
   * code with which the first try was refused.
   */
  proposeAsColleague(number: string, outcome: 'approve' | 'refuse'): Promise<Result<string | null>>;
  /** The reviewer reads the case, and approves the decision that it shows. */
  approve(number: string): Promise<Result<unknown>>;
  settle(number: string): Promise<Result<unknown>>;
  /** Builds a batch of everything that is due; answers its id and digest. */
  buildBatch(): Promise<Result<BatchTold>>;
  /** Approved by two who did not build it. */
  approveBatch(batch: BatchTold): Promise<Result<unknown>>;
  /** Answers the bank's file, pain.001. */
  exportBatch(batchId: string): Promise<Result<string>>;
  /** Hands in what the bank sent, pain.002 or camt.053. */
  importAnswer(xml: string): Promise<Result<unknown>>;
  correctPayee(number: string, payee: PayeeMade): Promise<Result<unknown>>;
  /** Answers the heir’s id. */
  addHeir(number: string, heir: object): Promise<Result<string>>;
  /** Answers the division’s id. */
  divide(number: string, division: DivisionMade): Promise<Result<string>>;
  approveDivision(number: string, divisionId: string): Promise<Result<unknown>>;
  hearHeir(number: string, said: HeirSaid): Promise<Result<unknown>>;
  heirPayee(number: string, successorId: string, payee: PayeeMade): Promise<Result<unknown>>;
  /** Answers the orders that are kept back. */
  heldOrders(number: string): Promise<Result<readonly string[]>>;
  /** Why the case came out so, computed again and compared. */
  explain(number: string): Promise<Result<ExplanationTold>>;
}

export interface ImportTold {
  readonly runId: string;
  readonly openingCount: number;
  readonly openingTotalFen: string;
}

export interface BatchTold {
  readonly batchId: string;
  readonly digest: string;
}

export interface EventTold {
  readonly kindName: Bilingual;
  readonly stateName: Bilingual;
}

export interface PersonTold {
  /** What is on record, in the shape of an assessment request but for the day, the region and the account. */
  readonly situation: { readonly relationship: { readonly status: string } | null; readonly open: object };
  readonly account: { readonly balanceFen: string };
}

export interface AssessmentTold {
  readonly outcome: string;
  readonly options: readonly OptionTold[];
}

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface OptionTold {
  readonly action: string;
  readonly ground?: string;
  readonly status: 'open' | 'blocked' | 'undetermined';
  readonly conditions: readonly {
    readonly id: string;
    readonly finding: 'met' | 'not-met' | 'undetermined';
    readonly source: string;
    readonly text: Bilingual;
    readonly remedy: Bilingual | null;
  }[];
  readonly materials: readonly { readonly id: string }[];
}

export interface PayeeMade {
  readonly name: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly abroad?: Readonly<Record<string, unknown>> | undefined;
}

export interface DivisionMade {
  readonly basis: string;
  readonly shares?: readonly { readonly successorId: string; readonly share: string }[];
  readonly paperReference?: string;
  readonly orderId?: string;
}

export interface HeirSaid {
  readonly successorId: string;
  readonly word: 'waive' | 'object';
  readonly disputes: readonly string[];
}

/** Where the shares of a case are. */
export interface HeirsTold {
  readonly shares: readonly {
    readonly state: string;
    readonly payment: { readonly orderId: string } | null;
  }[];
}

export function heldOf({ shares }: HeirsTold): readonly string[] {
  return shares.flatMap(({ state, payment }) => (state === 'held' && payment ? [payment.orderId] : []));
}

export interface ApplicationMade {
  readonly personId: string;
  readonly ground: string;
  /** Null where each heir names an account. */
  readonly payee: PayeeMade | null;
  readonly papers: readonly { readonly materialId: string; readonly paperReference: string }[];
  readonly applyAnyway: boolean;
}

export interface ExplanationTold {
  readonly state: string;
  readonly stateName: Bilingual;
  readonly stages: readonly {
    readonly stage: string;
    readonly outcome: 'approve' | 'refuse' | null;
    readonly ruleSet: { readonly id: string; readonly version: string };
  }[];
  readonly settlement: {
    readonly on: string;
    readonly interestFen: string;
    readonly amountFen: string;
  } | null;
  readonly verification: { readonly same: boolean; readonly chainWhole: boolean } | null;
}
