import { forCount, type Text } from '#basics';
import type { Answer } from '../../ui/api.ts';

type Whole = Answer<'GET /employers/{employerId}/staff-reports/{reportId}'>;

/** A report as far as it tells how it stands. */
export interface Standing extends Pick<Whole, 'reported' | 'takenBack' | 'refused' | 'waiting'> {
  readonly lines: readonly { readonly case: { readonly over: boolean; readonly state: string } | null }[];
}

/** What a report has come to, with its `{figures}`: received, until every case that was opened is decided. */
export function titleOf(report: Standing): Text {
  const { reported, refused, waiting } = report;
  if (waiting > 0) return { zh: '正在受理 {people} 人', en: 'Sending {people}' };
  if (reported > 0 && standingIn(report) === 0)
    return forCount(
      reported,
      { zh: '1 人的减员已撤回', en: 'The report was taken back' },
      { zh: '{takenBack} 人的减员已全部撤回', en: 'All {takenBack} reports were taken back' },
    );
  if (reported > 0 && !underReview(report)) return over(report);
  if (countsIn(report).approved > 0)
    return refused === 0
      ? { zh: '{approved} 人已减员，{open} 人受理中', en: '{approved} done, {open} under review' }
      : {
          zh: '{approved} 人已减员，{open} 人受理中，{refused} 人办不了',
          en: '{approved} done, {open} under review, {refused} not possible',
        };
  if (refused === 0) return { zh: '{standing} 人的减员已受理', en: `{standing} ${reports(report)} received` };
  return {
    zh: '受理了 {standing} 人，{refused} 人办不了',
    en: '{standing} received, {refused} not possible',
  };
}

/** How many reports the agency has or has decided: what was taken back is none. */
export function standingIn({ reported, takenBack }: Pick<Standing, 'reported' | 'takenBack'>): number {
  return reported - takenBack;
}

function isTakenBack({ state }: { readonly state: string }): boolean {
  return state === 'withdrawn-by-applicant';
}

/** How many of its cases are approved, and how many wait for the agency's word. */
export function countsIn({ lines }: Pick<Standing, 'lines'>) {
  const count = (is: (file: { readonly over: boolean; readonly state: string }) => boolean) =>
    lines.filter(({ case: file }) => file && is(file)).length;
  return { approved: count(({ state }) => state === 'approved'), open: count((file) => !file.over) };
}

/** Whether the agency still has a case of it to decide. */
export function underReview({ lines }: Standing): boolean {
  return lines.some(({ case: file }) => file && !file.over);
}

function over(report: Standing): Text {
  const { lines, refused } = report;
  const every = lines.every(({ case: file }) => !file || isTakenBack(file) || file.state === 'approved');
  if (!every)
    return {
      zh: '{standing} 人的减员已办结，结果见下面',
      en: `{standing} ${reports(report)} closed; see each below`,
    };
  if (refused === 0) return { zh: '{standing} 人的减员已办好', en: `{standing} ${reports(report)} done` };
  return { zh: '办好了 {standing} 人，{refused} 人办不了', en: '{standing} done, {refused} not possible' };
}

function reports(report: Standing): string {
  return forCount(standingIn(report), 'report', 'reports');
}

/** What needs somebody first: those who could not be reported, then those not tried, then the cases. */
export function inOrder<L extends { readonly outcome: 'waiting' | 'reported' | 'refused' }>(
  lines: readonly L[],
): readonly L[] {
  const rank = { refused: 0, waiting: 1, reported: 2 };
  return [...lines].sort((one, other) => rank[one.outcome] - rank[other.outcome]);
}
