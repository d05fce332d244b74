import type { Text } from '#basics';
import type { ReusedPaper } from '#business/materials/public';
import type { RecordEntry, Situation } from '#business/registry/public';
import type { Doer, JudgedPaper, PaperState } from '#engines/casework/public';
import type { MaterialRule } from '#engines/rules';
import type { Statement } from './statements.ts';

/** What may happen to somebody, each with a procedure of its own; the identifier is also the process's. */
export const lifeEventKinds = [
  'staff-reduction',
  'insurance-stop',
  'treatment-filing',
  'retirement',
  'death-notice',
] as const;
export type LifeEventKind = (typeof lifeEventKinds)[number];

/** What a case stands on, in a form that is stored with the decision. */
export interface EventFacts<S extends Statement = Statement> {
  readonly onDate: string;
  /** The agency's own region, six digits. */
  readonly region: string;
  /** What was reported or applied for. */
  readonly statement: S;
  /** What is on record of the person. */
  readonly situation: Situation;
  readonly tier: 1 | 2 | null;
  /** Employments on record that have not ended. */
  readonly employments: readonly OpenEmployment[];
  /** The employer reported somebody who was one person with this record then and is no longer; absent otherwise. */
  readonly ofAnother?: true;
  /** Where what would be recorded contradicts what is on record. */
  readonly contradictions: readonly Contradiction[];
  /** Papers given, by material, with the number of the revision that counts. */
  readonly papers: Readonly<Record<string, number>>;
  /** Materials that need no paper because the agency holds what they would prove. */
  readonly onRecord: readonly string[];
  /** What is known of uploaded papers, and of others that a clerk judged; absent where there are none. */
  readonly judged?: Readonly<Record<string, JudgedPaper>>;
  /** Where papers on record were accepted before; absent where there are none. */
  readonly reused?: Readonly<Record<string, ReusedPaper>>;
}

export interface OpenEmployment {
  readonly id: string;
  readonly creditCode: string;
  readonly fromOn: string;
}

/** An entry that an approval writes, and for how long it holds where its own day does not say it. */
export interface PlannedEntry {
  readonly record: RecordEntry;
  readonly trueFrom?: string;
  readonly trueTo?: string | null;
}

export interface Contradiction {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** What must hold before the event is recorded. */
export interface EventCondition<S extends Statement = Statement> {
  readonly id: string;
  /** The clause that demands it. */
  readonly source: string;
  readonly text: Text;
  /** What would make it met, said to whoever asks. */
  readonly remedy: Text;
  /** Undefined while what is on record does not tell. */
  readonly met: (facts: EventFacts<S>) => boolean | undefined;
}

/** One kind of event: who reports it, what must hold, which papers, how long it may take, what is recorded. */
export interface LifeEventRule<S extends Statement = Statement> {
  readonly kind: LifeEventKind;
  readonly name: Text;
  /** How the two ends are called. */
  readonly ends: { readonly approved: Text; readonly refused: Text };
  readonly applicants: readonly Doer[];
  readonly clauses: readonly string[];
  /** Working days from its receipt, by the figure in force that day; null where none is. */
  readonly workingDays: (onDate: string) => number | null;
  readonly conditions: readonly EventCondition<S>[];
  readonly materials: (statement: S) => readonly MaterialRule[];
  /** What an approval writes into the record; the same whenever it is asked, as long as the facts are. */
  readonly entries: (facts: EventFacts<S>) => readonly PlannedEntry[];
  /** Which employments it ends. */
  readonly employmentEnds?: (
    facts: EventFacts<S>,
  ) => readonly { readonly employmentId: string; readonly endedOn: string }[];
}

export interface ConditionFinding {
  readonly id: string;
  readonly finding: 'met' | 'not-met' | 'undetermined';
  readonly source: string;
  readonly text: Text;
  readonly remedy: Text | null;
}

export interface EventFindings {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly onDate: string;
  readonly kind: LifeEventKind;
  readonly status: 'open' | 'blocked' | 'undetermined';
  readonly conditions: readonly ConditionFinding[];
  readonly papers: readonly PaperState[];
  /** What an approval records. */
  readonly consequence: {
    readonly entries: readonly {
      readonly kind: string;
      readonly body: Readonly<Record<string, unknown>>;
      readonly trueFrom: string | null;
      readonly trueTo: string | null;
    }[];
  };
}

/** A rule as the list of all rules holds it. */
export function defineLifeEvent<S extends Statement>(rule: LifeEventRule<S>): LifeEventRule {
  return rule as unknown as LifeEventRule; // a case's statement is read by the schema of its own kind before any rule sees it
}
