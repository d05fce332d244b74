import { ok, type Refusal, type Result, refuse } from '#basics';
import { lockRecords, personById } from '#business/registry';
import { inTransaction, type Tx } from '#platform/postgres';
import { guarded } from '../guarded.ts';
import { reportLifeEvent } from '../report-life-event.ts';
import { type StaffReduction, staffReduction } from '../statements.ts';
import { type AboutStaff, ownsEmployer } from './report-staff.ts';
import {
  callCloseStaffLine,
  callDecideStaffLine,
  isDecided,
  staffLinesOf,
  staffReportById,
} from './staff-report.store.ts';

/**
 * Opens a case for everybody in a report for whom none was tried, line by line in two steps: what comes of a line is decided
 * beside the person, with their case, and then said at the employer's line. Each step writes rows of one owner, and done again
 * changes nothing, so that whoever is cut off anywhere goes on and nobody is reported twice.
 */
export async function runStaffReport(
  asked: AboutStaff & { readonly reportId: string },
): Promise<Result<{ readonly reportId: string }, Refusal>> {
  const { context, employerId, reportId } = asked;
  const { database } = context;
  const report = ownsEmployer(asked)
    ? await staffReportById(database, { employerId, id: reportId })
    : undefined;
  if (!report) return refuse({ code: 'life-events.not-your-employer' });
  const statement = staffReduction.parse(report.statement);
  const lines = await staffLinesOf(database, { employerId, id: reportId });
  for (const { lineNo, personId } of lines.filter(({ doneAt }) => doneAt === null)) {
    const done = await runLine({ ...asked, lineNo, personId, statement });
    if (!done.ok) return done;
  }
  return ok({ reportId });
}

type Line = AboutStaff & {
  readonly reportId: string;
  readonly lineNo: number;
  readonly personId: string;
  readonly statement: StaffReduction;
};

async function runLine(line: Line): Promise<Result<void, Refusal>> {
  const { context, caller, personId, statement } = line;
  let decided = await decide(line, async (tx) => {
    const about = { context, caller, personId, statement, identity: null, papers: [], applyAnyway: false };
    const reported = await reportLifeEvent(tx, about);
    return reported.ok ? ok({ caseId: reported.value.id, refusal: null }) : reported;
  });
  if (!decided.ok) {
    const { code, problems = [], figures = {} } = decided.refusal;
    // The case that was begun is gone with its transaction; why is kept in one of its own, and the next has its turn. Only where
    // that is refused too is the session over, and with it the run.
    decided = await decide(line, async () => ok({ caseId: null, refusal: { code, problems, figures } }));
  }
  if (!decided.ok) return decided;
  return inTransaction(context.database, (tx) =>
    guarded(callCloseStaffLine(tx, { ...placeOf(line), at: context.clock.now() })),
  );
}

interface Decided {
  readonly caseId: string | null;
  readonly refusal: object | null;
}

/** Decides a line, unless somebody was quicker: of two at work on it the second waits for the first, and finds it decided. */
function decide(
  line: Line,
  work: (tx: Tx) => Promise<Result<Decided, Refusal>>,
): Promise<Result<void, Refusal>> {
  const { context, personId, reportId, lineNo } = line;
  return inTransaction(context.database, async (tx) => {
    const ownerId = (await personById(tx, personId))?.ownerId ?? personId;
    await lockRecords(tx, ownerId);
    if (await isDecided(tx, { personId, reportId, lineNo })) return ok(undefined);
    const done = await work(tx);
    if (!done.ok) return done;
    const decided = { ...placeOf(line), ownerId, ...done.value, at: context.clock.now() };
    return guarded(callDecideStaffLine(tx, decided));
  });
}

function placeOf({ caller, employerId, reportId, lineNo }: Line) {
  return { token: caller.token ?? '', employerId, reportId, lineNo };
}
