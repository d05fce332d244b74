import { canonicalJson, type Fen, fen, type PlainDate } from '#basics';
import type { ReusedPaper } from '#business/materials/public';
import { type AssessmentRequest, type Facts, readFacts } from '#business/registry/public';
import { type EstateFacts, type EstateFindings, judgeEstate } from '#business/succession/public';
import {
  checklist,
  type JsonObject,
  type JudgedPaper,
  missingOf,
  type PaperState,
  uncheckedOf,
} from '#engines/casework';
import { type Bucket, type DatedRate, interestToDate } from '#engines/ledger';
import { decideOption, type Option, type RuleSet, type ToldOption, tellOption } from '#engines/rules';

/**
 * From the facts of a case to its findings: pure, so that a decision can be computed again years later from its stored
 * facts and rule version, byte for byte.
 */
export function findingsOf(ruleSet: RuleSet<Facts>, { ground, facts }: Weighed): Findings {
  const { situation } = facts;
  const option = optionOf(ruleSet, ground);
  const told = tell(option, situation);
  const papers = checklist(option.toldMaterials, facts, situation.onDate);
  const money = facts.money && interestOf(facts.money, situation.onDate);
  const estate = estateFinding(facts, money);
  return {
    ruleSet: ruleSet.told,
    onDate: situation.onDate,
    ground,
    status: told?.status ?? 'not-offered',
    option: told,
    papers,
    payee: estate ? (estate.problems.length === 0 ? 'named' : 'not-divided') : payeeFinding(option, facts),
    money,
    ...(estate ? { succession: estate } : {}),
  };
}

/** What a case stands on, in a form that is stored with the decision. */
export interface CaseFacts {
  readonly situation: AssessmentRequest;
  /** Papers given, by material, with the number of the revision that counts. */
  readonly papers: Readonly<Record<string, number>>;
  /** Materials that need no paper because the agency holds what they would prove. */
  readonly onRecord: readonly string[];
  /** What is known of uploaded papers, and of others that a clerk judged; absent where there are none. */
  readonly judged?: Readonly<Record<string, JudgedPaper>>;
  /** Where papers on record were accepted before; absent where there are none. */
  readonly reused?: Readonly<Record<string, ReusedPaper>>;
  readonly payee: PayeeFact | null;
  readonly money: MoneyFacts | null;
  /** After a death, where heirs are on record. */
  readonly succession?: EstateFacts;
  /** Where after a death the rule of the day prefers the person’s own bank account, and it was named. */
  readonly ownAccountFirst?: true;
}

export interface PayeeFact {
  readonly revision: number;
  readonly kind: 'insured' | 'successor';
  /** Whether the account bears the insured person's own name. */
  readonly ownName: boolean;
}

/** What interest is computed from: the account's entries, and the dated rates with the grade of their source. */
export interface MoneyFacts {
  readonly balanceFen: string;
  /** `[effective day, bucket, fen that it added, fen of interest that stand in recoverable]` */
  readonly entries: readonly (readonly [PlainDate, Bucket | null, string, string])[];
  /** `[bucket, first day, parts per million a year, days a year, grade]` */
  readonly rates: readonly (readonly [string, PlainDate, string, 360 | 365, string])[];
}

export type CaseStatus = 'open' | 'blocked' | 'undetermined' | 'not-offered';

export interface Findings {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly onDate: PlainDate;
  readonly ground: string;
  readonly status: CaseStatus;
  /** The assessment's option for this ground; null where its trigger is certainly false. */
  readonly option: ToldOption | null;
  readonly papers: readonly PaperState[];
  readonly payee: 'named' | 'not-named' | 'another-name' | 'another-kind' | 'not-divided';
  readonly money: { readonly interestFen: string; readonly totalFen: string } | null;
  /** How it is divided among heirs; absent where it is paid to one account. */
  readonly succession?: EstateFindings;
}

export interface Weighed {
  readonly ground: string;
  readonly facts: CaseFacts;
}

/** A ground that the rule set does not have is a fault: no case is opened on one. */
export function optionOf(ruleSet: RuleSet<Facts>, ground: string): Option<Facts> {
  const option = ruleSet.options.find((each) => each.action === 'withdraw' && each.ground === ground);
  if (!option) throw new Error(`rule set ${ruleSet.id} ${ruleSet.version} has no ground ${ground}`);
  return option;
}

/**
 * Whether the findings support an outcome. Approved is only what is open, with every paper looked at and a payee; refused only what is
 * not open, or what lacks papers that were asked for. While something cannot be told, neither.
 */
export function supports(
  findings: Findings,
  { outcome, papersAsked }: { readonly outcome: 'approve' | 'refuse'; readonly papersAsked: boolean },
): boolean {
  const complete = missingOf(findings.papers).length === 0;
  if (outcome === 'approve') {
    const looked = uncheckedOf(findings.papers).length === 0;
    return findings.status === 'open' && complete && looked && findings.payee === 'named';
  }
  if (findings.status === 'open') return !complete && papersAsked;
  return findings.status !== 'undetermined';
}

/** The findings as they are stored: what JSON keeps of them, keys in order. */
export function stored(value: Findings | CaseFacts): JsonObject {
  return JSON.parse(canonicalJson(value)) as JsonObject; // both are plain objects of JSON values
}

function tell(option: Option<Facts>, situation: AssessmentRequest): ToldOption | null {
  const read = readFacts(situation, () => true);
  if (!read.ok) throw new Error(`the facts of a case cannot be read: ${canonicalJson(read.problems)}`);
  const decided = decideOption(option, read.facts);
  return decided && tellOption(decided, read.facts);
}

/** Heirs on record are paid by their shares, unless the person’s own account comes first and was named. */
function estateFinding(
  { succession, ownAccountFirst, situation }: CaseFacts,
  money: Findings['money'],
): EstateFindings | null {
  if (!succession || ownAccountFirst) return null;
  return judgeEstate(succession, { on: situation.onDate, totalFen: fen(money?.totalFen ?? '0') });
}

function payeeFinding(option: Option<Facts>, { payee, ownAccountFirst }: CaseFacts): Findings['payee'] {
  if (payee === null) return 'not-named';
  if (ownAccountFirst && payee.ownName) return 'named';
  if (payee.kind !== payeeKindOf(option)) return 'another-kind';
  return payee.kind === 'insured' && !payee.ownName ? 'another-name' : 'named';
}

/** Successors are paid where the ground says so, everybody else in their own name. */
export function payeeKindOf(option: Pick<Option<Facts>, 'payee'>): PayeeFact['kind'] {
  return option.payee === 'successors' ? 'successor' : 'insured';
}

function interestOf(money: MoneyFacts, on: PlainDate): Findings['money'] {
  const rates = money.rates.map(
    ([bucket, fromOn, ppm, dayCount]): DatedRate => ({ bucket, fromOn, ratePpm: BigInt(ppm), dayCount }),
  );
  const entries = money.entries.map(([effectiveOn, bucket, changed, elsewhere]) => ({
    ...{ effectiveOn, bucket },
    ...{ changeFen: fen(changed), elsewhereFen: fen(elsewhere) },
  }));
  const interestFen: Fen = interestToDate(entries, { rates, on });
  return { interestFen: `${interestFen}`, totalFen: `${fen(money.balanceFen) + interestFen}` };
}
