import { ok, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type LifeEventContext,
  listStaffReports,
  readRoster,
  readStaffReport,
  type StaffReportItem,
} from '#business/life-events';
import { employerLogins, endEmployerLogin, type MandateContext } from '#business/mandate';
import { findEmployers } from '#business/registry';
import { linesOfEnded } from './ended-login.ts';
import { conclude, type ExitCode, type Frame, nextPage, say } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/** `suixing employer find WORDS [--cursor CURSOR]`: by the credit code or a part of the name; a line each, its id first. */
export async function findEmployersOf(
  frame: Frame,
  asked: Pick<RegistryDesk, 'agency'> & { readonly words: string; readonly cursor: string | undefined },
): Promise<ExitCode> {
  const { agency, words, cursor } = asked;
  const found = await findEmployers(agency.database, { words, cursor, limit: 50 });
  return conclude(frame, found, ({ items, next }) =>
    items.length === 0
      ? say(frame, { zh: '没有找到单位。', en: 'No such employer is on record.' })
      : [
          ...items.map(({ employerId, creditCode, name }) => [employerId, creditCode, name].join('  ')),
          ...(next === null ? [] : [say(frame, nextPage(next))]),
        ].join('\n'),
  );
}

/** The agency as an employer's staff needs it, and who is at the keyboard. */
interface StaffDesk {
  readonly agency: LifeEventContext;
  readonly caller: Caller;
  readonly employerId: string;
}

/** `suixing employer roster ID [--name WORDS] [--cursor CURSOR]`: its staff, names and numbers masked. */
export async function rosterOnCli(
  frame: Frame,
  asked: StaffDesk & { readonly words: string | null; readonly cursor: string | undefined },
): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  const read = await readRoster(context.database, { context, ...rest, limit: 50 });
  return conclude(frame, read, ({ items, next }) =>
    items.length === 0
      ? say(frame, { zh: '名单上没有人。', en: 'Nobody is on its roster.' })
      : [
          ...items.map(({ personId, name, number, since, reportedIn }) =>
            [personId, name, number ?? '', since, reportedIn ?? ''].join('  ').trimEnd(),
          ),
          ...(next === null ? [] : [say(frame, nextPage(next))]),
        ].join('\n'),
  );
}

/** `suixing employer reports ID [--cursor CURSOR]`: what it reported of its staff, the latest first. */
export async function staffReportsOnCli(
  frame: Frame,
  asked: StaffDesk & { readonly cursor: string | undefined },
): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  const listed = await listStaffReports(context.database, { context, ...rest, limit: 50 });
  return conclude(frame, listed, ({ items, next }) =>
    items.length === 0
      ? say(frame, { zh: '没有申报过减员。', en: 'It has reported nobody.' })
      : [
          ...items.map((item) => [item.reportId, item.madeOn, say(frame, countsOf(item))].join('  ')),
          ...(next === null ? [] : [say(frame, nextPage(next))]),
        ].join('\n'),
  );
}

/** `suixing employer report ID REPORT`: line by line, each with its case or with why there is none. */
export async function staffReportOnCli(
  frame: Frame,
  asked: StaffDesk & { readonly reportId: string },
): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  const read = await readStaffReport(context.database, { context, ...rest });
  return conclude(frame, read, (report) =>
    [
      [report.employer.name, report.madeOn, say(frame, countsOf(report))].join('  '),
      ...report.lines.map(({ name, personId, case: file, why }) => {
        const reasons = why?.problems.map(({ detail }) => say(frame, detail)) ?? [];
        const came = file
          ? [file.number, say(frame, file.stateName), file.dueOn ?? '']
          : reasons.length > 0
            ? reasons
            : [why ? say(frame, why.text) : say(frame, { zh: '还没办到', en: 'not sent yet' })];
        return [personId, name, ...came].join('  ').trimEnd();
      }),
    ].join('\n'),
  );
}

/** `suixing employer logins ID`: which logins act for it now, by the window or by its mandates. */
export async function employerLoginsOnCli(frame: Frame, asked: LoginsDesk): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  const listed = await employerLogins(context.database, { context, ...rest });
  const told = listed.ok ? ok({ items: listed.value }) : listed;
  return conclude(frame, told, ({ items }) =>
    items.length === 0
      ? say(frame, { zh: '没有账号能为它办事。', en: 'No login acts for it.' })
      : items
          .map(({ loginId, loginName, given, agentName, mandateId, sinceOn, untilOn, paperReference }) =>
            [
              ...[loginId, loginName, say(frame, givenWords[given]), agentName, mandateId, sinceOn],
              ...[untilOn ?? say(frame, { zh: '无期限', en: 'no end' }), paperReference],
            ]
              .filter((part) => part !== null)
              .join('  '),
          )
          .join('\n'),
  );
}

const givenWords = {
  window: { zh: '窗口开通', en: 'by the window' },
  mandate: { zh: '单位委托', en: 'by a mandate' },
} as const;

/** `suixing employer end-login ID LOGIN`: at once, with what could bring it back; then what it let others do. */
export async function endEmployerLoginOnCli(
  frame: Frame,
  asked: LoginsDesk & { readonly loginId: string },
): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  const ended = await endEmployerLogin({ context, ...rest });
  const { employerId, loginId } = asked;
  const told = ended.ok ? ok({ employerId, loginId, ...ended.value }) : ended;
  return conclude(frame, told, (of) =>
    linesOfEnded(of)
      .map((line) => (typeof line === 'string' ? line : say(frame, line)))
      .join('\n'),
  );
}

interface LoginsDesk extends Omit<StaffDesk, 'agency'> {
  readonly agency: MandateContext;
}

function countsOf({ people, reported, refused, waiting }: StaffReportItem): Text {
  return {
    zh: `共 ${people} 人：受理 ${reported}，办不了 ${refused}，没办到 ${waiting}`,
    en: `${people} in all: ${reported} received, ${refused} not possible, ${waiting} not sent`,
  };
}
