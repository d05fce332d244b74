import type { Clock, Ids, PlainDate, RandomBytes, Refusal, Result } from '#basics';
import { ok, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Facts } from '#business/registry/public';
import type { CaseFile, WorkingDays } from '#engines/casework';
import { type RuleSchedule, type RuleSet, ruleSetOfVersion, ruleSetOn } from '#engines/rules';
import { type DatedFigure, valueOn } from '#law';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { AgencyKeys } from '#platform/signing';

/** What this folder's use cases need from the app. */
export interface WithdrawalContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  /** Letters are signed with them. */
  readonly signingKeys: AgencyKeys;
  /** Counts working days by the published holiday notices. */
  readonly workingDays: WorkingDays;
  readonly schedule: RuleSchedule<Facts>;
  /** The agency's own region, six digits. */
  readonly region: string;
}

/** Who does something to which case, and when. */
export interface Doing {
  readonly context: WithdrawalContext;
  readonly caller: Caller;
  readonly number: string;
  /** How many actions of the case the person had seen; where more have happened the step is refused. */
  readonly seen?: number | undefined;
}

export function today(context: WithdrawalContext): PlainDate {
  return shanghaiDate(context.clock.now());
}

/** A figure as it stands today; a fault where the law's data has no value for the day. */
export function figureToday(context: WithdrawalContext, figure: DatedFigure<number>): number {
  const value = valueOn(figure, today(context))?.value;
  if (value === undefined) throw new Error(`${figure.id} has no value on ${today(context)}`);
  return value;
}

/** What decides cases that begin today. */
export function rulesInForce(context: WithdrawalContext): Result<RuleSet<Facts>, Refusal> {
  const ruleSet = ruleSetOn(context.schedule, { region: context.region, onDate: today(context) });
  return ruleSet ? ok(ruleSet) : refuse({ code: 'withdrawal.no-rules' });
}

/** The rule version that the case began with. */
export function rulesOf(
  context: Pick<WithdrawalContext, 'schedule'>,
  file: CaseFile,
): Result<RuleSet<Facts>, Refusal> {
  const kept = { id: file.ruleSet, version: file.ruleVersion };
  const ruleSet = ruleSetOfVersion(context.schedule, kept);
  if (ruleSet) return ok(ruleSet);
  return refuse({
    code: 'withdrawal.rule-version-unknown',
    figures: { ruleSet: kept.id, version: kept.version },
  });
}
