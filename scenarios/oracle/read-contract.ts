/**
 * The assessment contract, read a second time: what is listed, in which order, with which status, conditions, payee,
 * relationship and questions. Texts, materials and figures are not its business.
 */
import { type AbsentFact, absentFacts, type Truth, truthOf } from './completions.ts';
import { problemsOf } from './problems.ts';
import { type Held, isHeld, pathsInOrder } from './request.ts';
import { conditions, triggers } from './sentences.ts';

export type Reading =
  | { readonly problems: readonly string[] }
  | {
      readonly outcome: Status | 'none';
      readonly options: readonly ToldOption[];
      readonly questions: readonly string[];
    };

export type Status = 'open' | 'undetermined' | 'blocked';

export interface ToldOption {
  readonly action: 'withdraw' | 'transfer';
  readonly ground: string;
  readonly status: Status;
  readonly trigger: 'met' | 'undetermined';
  readonly payee: 'insured' | 'successors' | null;
  readonly relationship: 'continues' | 'ends' | 'transferred';
  readonly conditions: readonly ToldCondition[];
}

export interface ToldCondition {
  readonly id: string;
  readonly finding: 'met' | 'not-met' | 'undetermined';
  readonly needs: readonly string[];
}

/** Decides one request by the letter of the contract: its problems, or its answer. */
export function readContract(request: unknown): Reading {
  const problems = problemsOf(request);
  if (problems.length > 0 || !isHeld(request)) return { problems };
  const absent = absentFacts(request);
  const told = new Map(conditionIds.map((id) => [id, tellCondition(id, request, absent)]));
  const considered = grounds
    .map((ground) => consider(ground, truthOf(triggers[ground.id], request, absent), told))
    .filter((one) => one !== null);
  const options = considered.map((one) => one.option);
  const statuses = options.map((option) => option.status);
  const outcome = (['open', 'undetermined', 'blocked'] as const).find((status) => statuses.includes(status));
  return { outcome: outcome ?? 'none', options, questions: questionsOf(considered) };
}

type ConditionId = keyof typeof conditions;

interface Ground {
  readonly id: keyof typeof triggers;
  readonly own: readonly ConditionId[];
  readonly payee: ToldOption['payee'];
  readonly relationship: ToldOption['relationship'];
}

/** In the table's order, the transfer last. */
const grounds: readonly Ground[] = [
  { id: 'retired-treated-elsewhere', own: ['filing-confirmed'], payee: 'insured', relationship: 'continues' },
  { id: 'retired-left-country', own: [], payee: 'insured', relationship: 'ends' },
  {
    id: 'settled-abroad-before-retirement',
    own: ['removed-by-employer', 'insurance-stopped'],
    payee: 'insured',
    relationship: 'ends',
  },
  {
    id: 'foreigner-returning-home',
    own: ['is-foreigner', 'removed-by-employer', 'insurance-stopped'],
    payee: 'insured',
    relationship: 'ends',
  },
  { id: 'nationality-lost', own: [], payee: 'insured', relationship: 'ends' },
  { id: 'death', own: ['successor-established'], payee: 'successors', relationship: 'ends' },
  { id: 'balance-refused', own: ['refusal-documented'], payee: 'insured', relationship: 'transferred' },
  { id: 'no-receiving-account', own: ['request-documented'], payee: 'insured', relationship: 'transferred' },
  {
    id: 'transfer',
    own: ['applied', 'insurance-stopped', 'not-retired-here', 'account-or-months'],
    payee: null,
    relationship: 'ends',
  },
];

const lastFourCommon = [
  'no-open-claim',
  'no-open-recovery',
  'no-open-investigation',
  'no-competing-case',
] as const;
const common = ['account-exists', 'balance-positive', ...lastFourCommon] as const;

const conditionIds = Object.keys(conditions) as readonly ConditionId[]; // the keys of a constant object

interface Considered {
  readonly option: ToldOption;
  /** Absent facts on which its trigger or a condition still hangs. */
  readonly hangsOn: ReadonlySet<string>;
}

/** Null where the trigger is certainly false: not listed. `told` holds every condition, decided once for all grounds. */
function consider(
  ground: Ground,
  trigger: Truth,
  told: ReadonlyMap<ConditionId, ToldCondition>,
): Considered | null {
  if (trigger.value === 'false') return null;
  const ids = [...ground.own, ...(ground.id === 'transfer' ? lastFourCommon : common)];
  const found = ids.map((id) => told.get(id)).filter((condition) => condition !== undefined);
  const option: ToldOption = {
    action: ground.id === 'transfer' ? 'transfer' : 'withdraw',
    ground: ground.id,
    status: statusOf(trigger.value === 'true', found),
    trigger: trigger.value === 'true' ? 'met' : 'undetermined',
    payee: ground.payee,
    relationship: ground.relationship,
    conditions: found,
  };
  return { option, hangsOn: new Set([...trigger.hangsOn, ...found.flatMap((condition) => condition.needs)]) };
}

function tellCondition(id: ConditionId, request: Held, absent: readonly AbsentFact[]): ToldCondition {
  const { value, hangsOn } = truthOf(conditions[id], request, absent);
  const finding = value === 'true' ? 'met' : value === 'false' ? 'not-met' : 'undetermined';
  return { id, finding, needs: hangsOn };
}

function statusOf(triggerMet: boolean, told: readonly ToldCondition[]): Status {
  if (told.some((condition) => condition.finding === 'not-met')) return 'blocked';
  if (!triggerMet || told.some((condition) => condition.finding === 'undetermined')) return 'undetermined';
  return 'open';
}

/** By the number of undetermined options that it hangs in, descending, then in the request's key order. */
function questionsOf(considered: readonly Considered[]): readonly string[] {
  const undetermined = considered.filter((one) => one.option.status === 'undetermined');
  const timesAsked = (path: string) => undetermined.filter((one) => one.hangsOn.has(path)).length;
  const asked = pathsInOrder.filter((path) => timesAsked(path) > 0);
  return asked.sort((one, other) => timesAsked(other) - timesAsked(one));
}
