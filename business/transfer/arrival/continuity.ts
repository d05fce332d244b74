import { monthNumber, monthsOn, type PlainDate, plainDate, type Text, type YearMonth } from '#basics';
import { type ArrivalRule, longestWaitingMonths, valueOn } from '#law';
import type { CountedPeriod } from './count-months.ts';
import { monthsBetween } from './months.ts';
import { tellContinuity } from './tell-continuity.ts';

export interface ArrivalFacts {
  /** Everything on record with the months that the sheet adds. */
  readonly periods: readonly Pick<CountedPeriod, 'from' | 'to'>[];
  /** First month of the new insurance. */
  readonly firstMonthHere: YearMonth;
  readonly schemeThere: 'employee' | 'resident';
  readonly schemeHere: 'employee' | 'resident';
  readonly forEmployment: boolean;
  /** The day whose rules hold. */
  readonly on: PlainDate;
}

/** What becomes of the benefits of somebody who arrives. */
export interface Continuity {
  readonly kind: 'no-earlier-cover' | 'continuous' | 'may-make-up' | 'waits' | 'no-rule';
  readonly gap: { readonly from: YearMonth; readonly to: YearMonth; readonly months: number } | null;
  /** Months of cover without a break up to the gap. */
  readonly continuousMonths: number;
  /** First day of benefits if nothing is made up; null where no rule says. */
  readonly benefitsFrom: PlainDate | null;
  /** First day to which benefits reach back once the gap is made up; null where it cannot be. */
  readonly retroactiveFrom: PlainDate | null;
  readonly waitingMonths: number;
  readonly sources: readonly string[];
  readonly why: Text;
}

type Untold = Omit<Continuity, 'why'>;

/** The gap between the old insurance and the new, and what it means for benefits, by the rule of the day. */
export function continuityOf(facts: ArrivalFacts, rule: ArrivalRule): Continuity {
  const judged = judge(facts, rule);
  return {
    ...judged,
    why: tellContinuity(judged, { firstMonthHere: facts.firstMonthHere, terms: rule.makeUpTerms }),
  };
}

function judge(facts: ArrivalFacts, rule: ArrivalRule): Untold {
  const { firstMonthHere: first, on } = facts;
  const run = runBefore(facts.periods, first);
  const sources = ['TRANSFER-CONTINUITY', ...(rule.source === null ? [] : [rule.source])];
  const bare = {
    gap: null,
    continuousMonths: run?.months ?? 0,
    retroactiveFrom: null,
    waitingMonths: 0,
    sources,
  };
  const from = firstDay(first);
  if (run === null) return { ...bare, kind: 'no-earlier-cover', benefitsFrom: from };
  const months = monthNumber(first) - monthNumber(run.to) - 1;
  if (months <= 0) return { ...bare, kind: 'continuous', benefitsFrom: from };
  const gap = { from: monthsOn(run.to, 1), to: monthsOn(first, -1), months };
  const figures = figuresOn(rule, on);
  if (figures === null) return { ...bare, gap, kind: 'no-rule', benefitsFrom: null };
  if (months <= figures.makeUpGap && schemesAllow(facts, run.months, figures))
    return { ...bare, gap, kind: 'may-make-up', benefitsFrom: from, retroactiveFrom: firstDay(gap.from) };
  const waitingMonths = Math.min(figures.benefitsAfter, figures.longestWaiting);
  return {
    ...bare,
    gap,
    kind: 'waits',
    waitingMonths,
    benefitsFrom: firstDay(monthsOn(first, waitingMonths)),
  };
}

interface Figures {
  readonly makeUpGap: number;
  readonly continuous: number;
  readonly forEmploymentOnly: boolean;
  readonly benefitsAfter: number;
  readonly longestWaiting: number;
}

/** Null where a figure had no value on the day. */
function figuresOn(rule: ArrivalRule, on: PlainDate): Figures | null {
  const makeUpGap = valueOn(rule.makeUpGapMonths, on)?.value;
  const continuous = valueOn(rule.continuousMonths, on)?.value;
  const forEmploymentOnly = valueOn(rule.switchForEmploymentOnly, on)?.value;
  const benefitsAfter = valueOn(rule.benefitsAfterMonths, on)?.value;
  const longestWaiting = valueOn(longestWaitingMonths, on)?.value;
  if (makeUpGap === undefined || continuous === undefined || forEmploymentOnly === undefined) return null;
  if (benefitsAfter === undefined || longestWaiting === undefined) return null;
  return { makeUpGap, continuous, forEmploymentOnly, benefitsAfter, longestWaiting };
}

/** Within the employees' scheme a short gap may always be made up; a switch of schemes needs continuous cover before it. */
function schemesAllow(
  { schemeThere, schemeHere, forEmployment }: ArrivalFacts,
  continuousMonths: number,
  { continuous, forEmploymentOnly }: Figures,
): boolean {
  if (schemeThere === schemeHere) return true;
  return continuousMonths >= continuous && (forEmployment || !forEmploymentOnly);
}

interface Run {
  readonly from: YearMonth;
  readonly to: YearMonth;
}

/** The unbroken run of covered months that ends last before the new insurance; null where there is none. */
function runBefore(
  periods: ArrivalFacts['periods'],
  first: YearMonth,
): (Run & { readonly months: number }) | null {
  const earlier = periods
    .filter(({ from }) => from < first)
    .map(({ from, to }): Run => ({ from, to: to < first ? to : monthsOn(first, -1) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const run = earlier.reduce<Run | null>((so, { from, to }) => {
    if (so === null || monthNumber(from) > monthNumber(so.to) + 1) return { from, to };
    return { from: so.from, to: to > so.to ? to : so.to };
  }, null);
  return run && { ...run, months: monthsBetween(run.from, run.to) };
}

function firstDay(month: YearMonth): PlainDate {
  return plainDate(`${month}-01`);
}
