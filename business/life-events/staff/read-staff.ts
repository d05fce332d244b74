import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { type EmployerRow, maskName, namesNow, rosterOf, type StaffMember } from '#business/registry';
import { readCursor, writeCursor } from '#platform/http';
import type { Reader } from '#platform/postgres';
import type { LifeEventContext } from '../context.ts';
import { type StaffReduction, staffReduction } from '../statements.ts';
import { seenEmployer } from './report-staff.ts';
import {
  casesReported,
  type StaffReportCounts,
  type StaffReportRow,
  staffLinesOf,
  staffReportById,
  staffReportsOf,
} from './staff-report.store.ts';
import { type StaffCase, staffCases, type WhyNotReported, whyNotReported } from './what-came-of-it.ts';

interface Asked {
  readonly context: Pick<LifeEventContext, 'seal' | 'clock'>;
  readonly caller: Caller;
  readonly employerId: string;
}

interface InPages {
  readonly cursor: string | undefined;
  readonly limit: number;
}

const notYours: Result<never, Refusal> = refuse({ code: 'life-events.not-your-employer' });

export interface Roster {
  readonly employer: EmployerRow;
  /** Each with the case in which the employer reported them, while it is not over. */
  readonly items: readonly (StaffMember & { readonly reportedIn: string | null })[];
  readonly next: string | null;
}

/** An employer's staff, a page at a time; by a part of the name where words are given. Officers see names masked. */
export async function readRoster(
  reader: Reader,
  asked: Asked & InPages & { readonly words: string | null },
): Promise<Result<Roster, Refusal>> {
  const { context, caller, employerId } = asked;
  const employer = await seenEmployer(reader, asked);
  if (!employer) return notYours;
  const { words, cursor, limit } = asked;
  const page = await rosterOf(reader, { seal: context.seal, employerId, words, cursor, limit });
  if (!page.ok) return page;
  const personIds = page.value.items.map(({ personId }) => personId);
  const reported = await casesReported(reader, { employerId, personIds });
  const cases = await staffCases(reader, { caller, lines: reported });
  const open = reported.filter(({ caseNumber }) => cases.get(caseNumber)?.over === false);
  const reportedIn = new Map(open.map(({ personId, caseNumber }) => [personId, caseNumber]));
  const items = page.value.items.map((member) => ({
    ...{ ...member, name: nameFor(caller, member.name) },
    reportedIn: reportedIn.get(member.personId) ?? null,
  }));
  return ok({ employer, items, next: page.value.next });
}

/** A report, and how many of its lines became a case, became none, or were not tried; and what became of the cases. */
export interface StaffReportItem extends StaffReportCounts {
  readonly reportId: string;
  readonly madeOn: PlainDate;
  readonly statement: StaffReduction;
}

/** What an employer reported, the latest first. */
export async function listStaffReports(
  reader: Reader,
  asked: Asked & InPages,
): Promise<
  Result<
    {
      readonly employer: EmployerRow;
      readonly items: readonly StaffReportItem[];
      readonly next: string | null;
    },
    Refusal
  >
> {
  const { employerId, cursor, limit } = asked;
  const employer = await seenEmployer(reader, asked);
  if (!employer) return notYours;
  const query = { employerId };
  const place = readCursor(cursor, query);
  if (!place.ok) return place;
  const [madeAt, id] = place.value ?? [];
  const after = madeAt === undefined ? null : { madeAt: String(madeAt), id: String(id) };
  const rows = await staffReportsOf(reader, { employerId, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return ok({
    employer,
    items: shown.map(itemOf),
    next: last ? writeCursor({ position: [last.madeAt.toISOString(), last.id], query }) : null,
  });
}

/** One line of a report: who, and what came of it. */
export interface StaffLine {
  readonly lineNo: number;
  readonly personId: string;
  readonly name: string;
  readonly outcome: 'waiting' | 'reported' | 'refused';
  readonly case: StaffCase | null;
  readonly why: WhyNotReported | null;
}

/** One report, line by line. */
export async function readStaffReport(
  reader: Reader,
  asked: Asked & { readonly reportId: string },
): Promise<
  Result<
    StaffReportItem & {
      readonly employer: EmployerRow;
      /** Who acted for the employer by its mandate; null where its own login reported. */
      readonly reportedBy: string | null;
      readonly lines: readonly StaffLine[];
    },
    Refusal
  >
> {
  const { context, caller, employerId, reportId } = asked;
  const employer = await seenEmployer(reader, asked);
  const row = employer && (await staffReportById(reader, { employerId, id: reportId }));
  if (!row) return notYours;
  const lines = await staffLinesOf(reader, { employerId, id: reportId });
  const names = await namesNow(
    reader,
    lines.map(({ personId }) => personId),
  );
  const cases = await staffCases(reader, { caller, lines });
  const told = lines.map(
    ({ lineNo, personId, caseNumber, refusal, doneAt }): StaffLine => ({
      ...{ lineNo, personId, name: nameFor(caller, names.get(personId) ?? '') },
      outcome: doneAt === null ? 'waiting' : caseNumber === null ? 'refused' : 'reported',
      case: caseNumber === null ? null : (cases.get(caseNumber) ?? null),
      why: refusal === null ? null : whyNotReported(refusal),
    }),
  );
  const reportedBy = row.agentSealed && nameFor(caller, context.seal.open(row.agentSealed));
  return ok({ employer, reportedBy, ...itemOf(row), lines: told });
}

function itemOf({ id, madeAt, statement, ...row }: StaffReportRow): StaffReportItem {
  const { people, reported, takenBack, approved, turnedDown, refused, waiting } = row;
  return {
    ...{ reportId: id, madeOn: shanghaiDate(madeAt), statement: staffReduction.parse(statement) },
    ...{ people, reported, takenBack, approved, turnedDown, refused, waiting },
  };
}

/** An employer knows its own staff by name; everybody else sees what other lists show. */
function nameFor(caller: Caller, name: string): string {
  return caller.kind === 'employer' ? name : maskName(name);
}
