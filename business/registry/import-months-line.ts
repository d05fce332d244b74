import type { PlainDate, Text } from '#basics';
import { monthOf } from '#basics';
import type { IdentityDocument } from './identity.ts';
import { type Cells, cell, complain, monthCell, neededCell, yuanCell } from './import-cells.ts';
import type { MonthsKey } from './import-columns.ts';
import { documentCells } from './import-document.ts';
import type { PaidPeriod } from './paid-months.ts';

/** A paid period as one line of a file brings it. */
export interface MonthsLine extends PaidPeriod {
  readonly document: IdentityDocument;
}

/** Reads one line; what is wrong stands in `cells.problems`, and then there is no period. */
export function readMonthsLine(cells: Cells<MonthsKey>, today: PlainDate): MonthsLine | null {
  const document = documentCells(cells, null);
  const fromMonth = monthCell(cells, 'from_month');
  const toMonth = monthCell(cells, 'to_month');
  if (fromMonth !== null && toMonth !== null && toMonth < fromMonth)
    complain(cells, 'to_month', wrong.endsEarly);
  if (toMonth !== null && toMonth > monthOf(today)) complain(cells, 'to_month', wrong.monthNotCome);
  if (cell(cells, 'base') === null) neededCell(cells, 'base');
  const baseFen = yuanCell(cells, 'base');
  const originRegion = neededCell(cells, 'origin_region');
  if (originRegion !== null && !/^(1[1-9]|[2-7]\d|8[0-2])\d{4}$/.test(originRegion)) {
    complain(cells, 'origin_region', wrong.region);
  }
  const whole = document !== null && fromMonth !== null && toMonth !== null;
  if (!whole || baseFen === null || originRegion === null || cells.problems.length > 0) return null;
  return { document, fromMonth, toMonth, baseFen, originRegion };
}

const wrong = {
  endsEarly: { zh: '截止月份早于起始月份。', en: 'The last month is before the first.' },
  monthNotCome: { zh: '这个月还没有到。', en: 'This month has not come yet.' },
  region: {
    zh: '缴费地是六位地区代码，例如 440300。',
    en: 'A region is a code of six digits, such as 440300.',
  },
} as const satisfies Readonly<Record<string, Text>>;
