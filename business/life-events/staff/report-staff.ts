import { type PlainDate, type Problem, type Refusal, type Result, refuse, type YearMonth } from '#basics';
import type { Caller } from '#business/access/public';
import { employerById, worksFor } from '#business/registry';
import type { Reader, Tx } from '#platform/postgres';
import { type LifeEventContext, today } from '../context.ts';
import { guarded } from '../guarded.ts';
import type { StaffReduction } from '../statements.ts';
import { callMakeStaffReport } from './staff-report.store.ts';

/** How many are reported at once. */
export const mostAtOnce = 200;

/** What is reported of everybody alike. */
export type StaffStatement = Pick<StaffReduction, 'endedOn' | 'stopOn'> & {
  readonly reason: NonNullable<StaffReduction['reason']>;
  /** The month with which they leave the roster; that of the last day where it is left out. */
  readonly reductionMonth: YearMonth | null;
};

export interface AboutStaff {
  readonly context: LifeEventContext;
  readonly caller: Caller;
  readonly employerId: string;
}

/**
 * Keeps what an employer reports of several of its staff, before anything comes of it. Nobody is reported yet: `runStaffReport`
 * opens a case for each, and goes on where it was cut off.
 */
export async function makeStaffReport(
  tx: Tx,
  asked: AboutStaff & { readonly personIds: readonly string[]; readonly statement: StaffStatement },
): Promise<Result<{ readonly reportId: string }, Refusal>> {
  const { context, caller, employerId, statement } = asked;
  const employer = ownsEmployer(asked) ? await employerById(tx, employerId) : undefined;
  if (!employer) return refuse({ code: 'life-events.not-your-employer' });
  const personIds = [...new Set(asked.personIds)];
  const problems = problemsOf(statement, today(context));
  if (problems.length > 0) return refuse({ code: 'life-events.report-wrong', problems });
  const gone = await notOnRoster(tx, { personIds: asked.personIds, employerId });
  if (gone.length > 0) return refuse({ code: 'life-events.not-on-roster', problems: gone });
  const id = context.ids.next('srp');
  const { reductionMonth, ...rest } = statement;
  const kept: StaffReduction = {
    ...{ kind: 'staff-reduction', employerCreditCode: employer.creditCode, ...rest },
    reductionMonth: reductionMonth ?? (statement.endedOn.slice(0, 7) as YearMonth), // the month of a day
  };
  const made = {
    token: caller.token ?? '',
    employerId,
    id,
    statement: kept,
    personIds,
    at: context.clock.now(),
  };
  return guarded(callMakeStaffReport(tx, made).then(() => ({ reportId: id })));
}

/** Who does not work there, by their place in the report: somebody may have left since they were ticked. */
async function notOnRoster(
  tx: Tx,
  { personIds, employerId }: { readonly personIds: readonly string[]; readonly employerId: string },
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [at, personId] of personIds.entries())
    if (!(await worksFor(tx, { personId, employerId })))
      problems.push(
        problem(
          `personIds.${at}`,
          `第 ${at + 1} 位不在本单位的名单上`,
          `No. ${at + 1} is not on your roster`,
        ),
      );
  return problems;
}

/** An employer's login reports for the employers that it acts for, and for no other. */
export function ownsEmployer({ caller, employerId }: Pick<AboutStaff, 'caller' | 'employerId'>): boolean {
  return caller.kind === 'employer' && caller.personIds.includes(employerId);
}

/** Whether an employer's staff may be looked at: by its own login, and by officers. */
export async function seenEmployer(
  reader: Reader,
  asked: Pick<AboutStaff, 'caller' | 'employerId'>,
): Promise<Awaited<ReturnType<typeof employerById>>> {
  return asked.caller.kind === 'officer' || ownsEmployer(asked)
    ? employerById(reader, asked.employerId)
    : undefined;
}

function problemsOf({ endedOn, stopOn, reductionMonth }: StaffStatement, on: PlainDate): readonly Problem[] {
  const checks: readonly (readonly [boolean, Problem])[] = [
    [
      endedOn > on,
      problem(
        'endedOn',
        '劳动关系结束的那天还没到，到了再报',
        'This day has not come yet: report it once it has',
      ),
    ],
    [
      stopOn !== null && stopOn > on,
      problem('stopOn', '停保日还没到，到了那天再报', 'This day has not come yet: report it once it has'),
    ],
    [
      stopOn !== null && stopOn < endedOn,
      problem(
        'stopOn',
        '停保日不能早于劳动关系结束日',
        'Insurance does not stop before the employment ended',
      ),
    ],
    [
      reductionMonth !== null && reductionMonth < endedOn.slice(0, 7),
      problem(
        'reductionMonth',
        '减员月份不能早于劳动关系结束日',
        'Nobody leaves the roster before the employment ended',
      ),
    ],
  ];
  return checks.filter(([wrong]) => wrong).map(([, told]) => told);
}

function problem(path: string, zh: string, en: string): Problem {
  return { path, detail: { zh, en } };
}
