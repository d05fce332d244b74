import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';

type Whole = Answer<'GET /employers/{employerId}/staff-reports/{reportId}'>;

/** A report as far as it tells how it stands. */
export interface Standing extends Pick<Whole, 'reported' | 'refused' | 'waiting'> {
  readonly lines: readonly { readonly case: { readonly over: boolean; readonly state: string } | null }[];
}

/** What a report has come to, with its `{figures}`: received, until every case that was opened is decided. */
export function titleOf(report: Standing): Text {
  const { reported, refused, waiting } = report;
  if (waiting > 0) return { zh: '正在受理 {people} 人', en: 'Sending {people}' };
  if (reported > 0 && !underReview(report)) return over(report);
  if (refused === 0) return { zh: '{reported} 人的减员已受理', en: '{reported} reports received' };
  return {
    zh: '受理了 {reported} 人，{refused} 人办不了',
    en: '{reported} received, {refused} not possible',
  };
}

/** Whether the agency still has a case of it to decide. */
export function underReview({ lines }: Standing): boolean {
  return lines.some(({ case: file }) => file && !file.over);
}

function over({ lines, refused }: Standing): Text {
  const every = lines.every(({ case: file }) => !file || file.state === 'approved');
  if (!every)
    return {
      zh: '{reported} 人的减员已办结，结果见下面',
      en: '{reported} reports are closed; see each below',
    };
  if (refused === 0) return { zh: '{reported} 人的减员已办好', en: '{reported} reports done' };
  return { zh: '办好了 {reported} 人，{refused} 人办不了', en: '{reported} done, {refused} not possible' };
}

/** What needs somebody first: those who could not be reported, then those not tried, then the cases. */
export function inOrder<L extends { readonly outcome: 'waiting' | 'reported' | 'refused' }>(
  lines: readonly L[],
): readonly L[] {
  const rank = { refused: 0, waiting: 1, reported: 2 };
  return [...lines].sort((one, other) => rank[one.outcome] - rank[other.outcome]);
}
