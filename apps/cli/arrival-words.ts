import type { Text } from '#basics';
import { type ArrivalTold, figureValue } from '#business/transfer';
import { gradeMeanings, regionName } from '#law';
import { type Frame, say } from './frame.ts';

/** What the months that came mean, in lines: by period, overlaps, the whole, benefits, retirement, and what it rests on. */
export function arrivalWords(frame: Frame, told: ArrivalTold): readonly string[] {
  const { arrived, overlaps, totals, added, continuity, retirement, provisions, figures } = told;
  const named = (region: string) => say(frame, regionName(region));
  return [
    `  ${say(frame, { zh: '接续的月份', en: 'months that came' })}:`,
    ...arrived.map(
      ({ from, to, months, basis, region }) =>
        `    ${from} – ${to}  ${months}  ${say(frame, basisNames[basis])}  ${named(region)}`,
    ),
    ...overlaps.map(({ why }) => `    ↔ ${say(frame, why)}`),
    `    ${say(frame, {
      zh: `新增 ${added} 个月，现在共 ${totals.total} 个月`,
      en: `${added} new, ${totals.total} in all now`,
    })}`,
    `  ${say(frame, { zh: '待遇', en: 'benefits' })}: ${say(frame, continuity.why)}`,
    `  ${say(frame, { zh: '退休', en: 'retirement' })}: ${say(frame, retirement)}`,
    `  ${say(frame, { zh: '依据', en: 'on the ground of' })}:`,
    ...provisions.map(
      ({ text, grade }) => `    ${say(frame, text)} (${grade}: ${say(frame, gradeMeanings[grade])})`,
    ),
    ...figures.map(
      ({ name, value, grade }) =>
        `    ${say(frame, name)}: ${say(frame, figureValue({ value }))} (${grade}: ${say(frame, gradeMeanings[grade])})`,
    ),
  ];
}

const basisNames: Readonly<Record<'actual' | 'deemed', Text>> = {
  actual: { zh: '实际缴费', en: 'paid' },
  deemed: { zh: '视同缴费', en: 'counted as paid' },
};
