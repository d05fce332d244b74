import { monthsCutAtEnds, type Text, type YearMonth } from '#basics';
import { type PaidPeriod, sharedMonths } from './paid-months.ts';

/** Months that more than one period lists, and which periods these are; each month of them is counted once. */
export interface PaidOverlap<P> {
  readonly fromMonth: YearMonth;
  readonly toMonth: YearMonth;
  readonly listedBy: readonly P[];
  readonly why: Text;
}

type Listed = Pick<PaidPeriod, 'fromMonth' | 'toMonth' | 'originRegion'>;

/**
 * Where paid periods overlap, in the order of months, cut where the set of periods changes (Shenzhen's joint notice of
 * December 2025 on transfers in: a month that several regions list is counted once).
 */
export function overlapsOf<P extends Listed>(periods: readonly P[]): readonly PaidOverlap<P>[] {
  const overlaps: PaidOverlap<P>[] = [];
  const spans = periods.map(({ fromMonth, toMonth }) => ({ from: fromMonth, to: toMonth }));
  for (const { from: fromMonth, to: toMonth } of monthsCutAtEnds(spans)) {
    const listedBy = periods.filter((period) => sharedMonths(period, { fromMonth, toMonth }) !== null);
    if (listedBy.length < 2) continue;
    overlaps.push({ fromMonth, toMonth, listedBy, why: whyOnce({ fromMonth, toMonth }, listedBy) });
  }
  return overlaps;
}

function whyOnce(
  { fromMonth, toMonth }: Pick<Listed, 'fromMonth' | 'toMonth'>,
  listedBy: readonly Listed[],
): Text {
  const span = fromMonth === toMonth ? fromMonth : `${fromMonth} – ${toMonth}`;
  const regions = [...new Set(listedBy.map(({ originRegion }) => originRegion))];
  const where = { zh: regions.join('、'), en: regions.join(', ') };
  return {
    zh: `${span} 有 ${listedBy.length} 条缴费记录（缴费地 ${where.zh}），每个月只计一次。`,
    en: `${span} is listed ${listedBy.length} times (paid in ${where.en}); each month is counted once.`,
  };
}
