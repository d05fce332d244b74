import type { PlainDate, Text } from '#basics';
import { type Inquiry, scheduleOf } from '#business/inquiry/public';
import type { Facts } from '#business/registry/public';
import {
  type MaterialRule,
  type OptionRule,
  ruleSetOn,
  type ToldCondition,
  type ToldOption,
} from '#engines/rules';
import { inquiryOf } from './next-question.ts';
import type { Asked } from './request-of.ts';

/** What it comes to: yes; not yet, with what to do first; it cannot be (this way); it hangs on what our record says. */
export type VerdictKind = 'yes' | 'not-yet' | 'cannot' | 'unclear' | 'no-ground';

export interface Verdict {
  readonly kind: VerdictKind;
  /** The day for which it is said: today, or the one on which somebody means to leave. */
  readonly onDate: PlainDate;
  readonly ruleSet: Inquiry['ruleSet'];
  /** What it is about; null where nothing that was told is a ground. */
  readonly option: ToldOption | null;
  /** What the option is called. */
  readonly name: Text | null;
  /** What it needs, with the clauses on which asking for it rests. */
  readonly papers: readonly MaterialRule[];
  /** What stands in the way, each with what to do. */
  readonly unmet: readonly ToldCondition[];
  /** Whether the situation itself hangs on what was not told. */
  readonly groundUntold: boolean;
  /** What was not told and only our record can tell. */
  readonly untold: readonly ToldCondition[];
  /** What a person was not asked, since we look it up. */
  readonly lookedUp: readonly ToldCondition[];
  /** The other conditions, as the answers meet them. */
  readonly told: readonly ToldCondition[];
  readonly why: Text;
}

// Nobody can mend these: another way is named instead.
const neverMet: ReadonlySet<string> = new Set(['not-retired-here', 'is-foreigner']);
const ownConditions: ReadonlySet<string> = new Set(['applied']);

/** The verdict on the answers so far. Where several grounds are offered it is about the one that is nearest. */
export function verdictOf(asked: Asked): Verdict {
  const inquiry = inquiryOf(asked);
  const { outcome, onDate, ruleSet, why } = inquiry;
  const option = inquiry.options.find(({ status }) => status === outcome) ?? null;
  const lookedUp = option?.conditions.filter((each) => isLookedUp(each, inquiry)) ?? [];
  const asks = option?.conditions.filter((each) => !lookedUp.includes(each) && !ownConditions.has(each.id));
  const rule = option && ruleOf(asked, option, onDate);
  const unmet = asks?.filter(({ finding }) => finding === 'not-met') ?? [];
  const untold = asks?.filter(({ finding }) => finding === 'undetermined') ?? [];
  return {
    kind: kindOf(inquiry, unmet),
    ...{ onDate, ruleSet, why, option, unmet, untold, lookedUp },
    groundUntold: option?.trigger === 'undetermined',
    name: rule?.name ?? null,
    papers: rule?.materials ?? [],
    told: asks ?? [],
  };
}

function kindOf({ outcome }: Inquiry, unmet: readonly ToldCondition[]): VerdictKind {
  if (outcome === 'open') return 'yes';
  if (outcome === 'undetermined') return 'unclear';
  if (outcome === 'none') return 'no-ground';
  return unmet.some(({ id }) => neverMet.has(id)) ? 'cannot' : 'not-yet';
}

/** Conditions that hang on nothing but what the inquiry takes for granted until our record is looked at. */
function isLookedUp({ id }: ToldCondition, { assumed }: Inquiry): boolean {
  return lookedUpConditions.has(id) && assumed.length > 0;
}

const lookedUpConditions: ReadonlySet<string> = new Set([
  'account-exists',
  'balance-positive',
  'account-or-months',
  'no-open-claim',
  'no-open-recovery',
  'no-open-investigation',
  'no-competing-case',
]);

function ruleOf({ region }: Asked, { ground }: ToldOption, onDate: PlainDate): OptionRule<Facts> | null {
  const rules = ruleSetOn(scheduleOf(region), { region, onDate });
  return rules?.options.find((rule) => rule.ground === ground) ?? null;
}
