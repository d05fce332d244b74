import { counted, type Text } from '#basics';

/** How many months, as every page says it. */
export function monthsOf(months: number): Text {
  return { zh: `${months} 个月`, en: counted(months, 'month', 'months') };
}
