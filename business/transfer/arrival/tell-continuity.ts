import { counted, type Text, type YearMonth } from '#basics';
import type { Continuity } from './continuity.ts';
import { spanOf } from './months.ts';

/** Says to the person from which day benefits run, and what they can do about a gap. */
export function tellContinuity(
  judged: Omit<Continuity, 'why'>,
  { firstMonthHere, terms }: { readonly firstMonthHere: YearMonth; readonly terms: Text },
): Text {
  const { kind, gap, benefitsFrom: from, retroactiveFrom: back, waitingMonths } = judged;
  const months = gap?.months ?? 0;
  const span = gap === null ? '' : spanOf(gap);
  switch (kind) {
    case 'no-earlier-cover':
      return {
        zh: `在此之前没有参保记录。待遇从 ${from} 起享受。`,
        en: `There is no earlier cover on record. Benefits run from ${from}.`,
      };
    case 'continuous':
      return {
        zh: `参保没有中断，待遇从 ${from} 起在本地享受，与原参保地衔接。`,
        en: `Cover was not interrupted. Benefits run here from ${from}, without a break.`,
      };
    case 'may-make-up':
      return {
        zh: `参保中断 ${months} 个月（${span}），可以补缴。补缴入账当月起享受待遇，并追溯到 ${back}；不补缴的，待遇从 ${from} 起享受，中断期间不享受。${terms.zh}`,
        en: `Cover was interrupted for ${told(months)} (${span}), which may be paid up. Once it is paid, benefits run from that month and back to ${back}; if it is not, they run from ${from} and there are none for the gap. ${terms.en}`,
      };
    case 'waits':
      return {
        zh: `参保中断 ${months} 个月（${span}），不能补缴。从 ${firstMonthHere} 起缴费，待遇在 ${waitingMonths} 个月后享受，即从 ${from} 起。已缴的月数照样累计。`,
        en: `Cover was interrupted for ${told(months)} (${span}), which may not be paid up. With contributions from ${firstMonthHere}, benefits begin after ${told(waitingMonths)}, on ${from}. The months paid before still count.`,
      };
    case 'no-rule':
      return {
        zh: `参保中断 ${months} 个月（${span}）。这一天适用的待遇衔接规定没有找到，由经办机构人工确定。`,
        en: `Cover was interrupted for ${told(months)} (${span}). No rule on continuous benefits was found for that day; an officer decides.`,
      };
  }
}

function told(months: number): string {
  return counted(months, 'month', 'months');
}
