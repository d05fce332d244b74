import type { PlainDate, Text } from '#basics';
import { assess, isProblem, scheduleOf } from '#business/inquiry/public';
import type { AssessmentRequest } from '#business/registry/public';
import { type MaterialRule, ruleSetOn, type ToldCondition } from '#engines/rules';
import type { Answer } from '../../ui/api.ts';

/** A ground on which somebody may apply, as their own record bears it out. */
export interface Ground {
  readonly id: string;
  readonly name: Text;
  /** `unknown`: the record does not tell of such a situation, which can be shown with the application. */
  readonly status: 'open' | 'blocked' | 'undetermined' | 'unknown';
  /** Whether the record tells of the situation that it is about. */
  readonly recorded: boolean;
  /** What stands in the way, each with what to do. */
  readonly unmet: readonly ToldCondition[];
  /** What the record bears out already. */
  readonly met: readonly ToldCondition[];
  readonly workingDays: number;
  /** What it asks for, each with the clauses on which asking rests. */
  readonly materials: readonly MaterialRule[];
  /** The facts that its rule looks at, by their paths. */
  readonly reads: readonly string[];
}

/** What the agency knows of somebody. */
export interface OnRecord {
  readonly situation: Answer<'GET /people/{personId}/situation'>;
  readonly account: Pick<Answer<'GET /people/{personId}/account'>, 'balanceFen' | 'closedOn'> | null;
  readonly region: string;
  readonly today: PlainDate;
}

/**
 * Every ground of the rules in force for whoever applies for themselves, those that are open first. Found in the browser by the
 * rules that decide the case; whether another case stands in the way is told by the case.
 */
export function groundsFor({ situation, account, region, today }: OnRecord): readonly Ground[] {
  const request = {
    ...situation,
    ...{ onDate: today, region, account: accountFact(account) },
    open: { ...situation.open, competingCase: false },
  } as AssessmentRequest; // as the API answers it
  const schedule = scheduleOf(region);
  const told = assess(request, { schedule });
  const options = isProblem(told) ? [] : told.options;
  const rules = ruleSetOn(schedule, { region, onDate: today })?.options ?? [];
  return rules
    .filter(({ action, ground }) => action === 'withdraw' && ground !== 'death')
    .map(({ ground: id, name, workingDays, materials, trigger, conditions: asked }): Ground => {
      const option = options.find(({ ground }) => ground === id);
      const conditions = option?.conditions ?? [];
      return {
        ...{ id, name, workingDays, materials, status: option?.status ?? 'unknown' },
        recorded: option?.trigger === 'met',
        reads: [trigger, ...asked.map(({ met }) => met)].flatMap(({ reads }) =>
          reads.map(({ path }) => path),
        ),
        unmet: conditions.filter(({ finding }) => finding !== 'met'),
        met: conditions.filter(({ id: of, finding }) => finding === 'met' && of !== toldByCase),
      };
    })
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

// Taken for granted here: the case says whether another stands in its way.
const toldByCase = 'no-competing-case';

const order: readonly Ground['status'][] = ['open', 'undetermined', 'blocked', 'unknown'];

function accountFact(account: OnRecord['account']): AssessmentRequest['account'] {
  if (!account || account.closedOn !== null) return { exists: false };
  return { exists: true, balanceFen: account.balanceFen };
}
