import { isPlainDate, type PlainDate, type Text } from '#basics';

/** A day as it is typed: three fields, each as it stands. */
export interface TypedDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** In the order in which a day is said in Chinese. */
export const dayParts = [
  { part: 'year', label: { zh: '年', en: 'Year' }, length: 4 },
  { part: 'month', label: { zh: '月', en: 'Month' }, length: 2 },
  { part: 'day', label: { zh: '日', en: 'Day' }, length: 2 },
] as const satisfies readonly {
  readonly part: keyof TypedDay;
  readonly label: Text;
  readonly length: number;
}[];

export const noDay: TypedDay = { year: '', month: '', day: '' };

/** The fields of a day. */
export function typedDay(day: PlainDate | null): TypedDay {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { year, month: month.replace(/^0/, ''), day: date.replace(/^0/, '') };
}

/** The day that was typed; null where there is no such day. Full-width figures count as what they are. */
export function dayTyped({ year, month, day }: TypedDay): PlainDate | null {
  const [y = '', m = '', d = ''] = [year, month, day].map((part) => part.normalize('NFKC').trim());
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isPlainDate(text) ? text : null;
}

/** What is wrong with a day that has to be there: something is not filled in yet, or the calendar has no such day. */
export function dayWrong(typed: TypedDay): Text | null {
  return impossible(typed) ?? (dayTyped(typed) === null ? notWhole : null);
}

/** Filled in, and no day all the same, such as 30 February: for pages that have their own words for a day left out. */
export function impossible(typed: TypedDay): Text | null {
  const whole = dayParts.every(({ part }) => typed[part].trim() !== '');
  return whole && dayTyped(typed) === null ? noSuchDay : null;
}

const notWhole: Text = { zh: '请填年、月、日', en: 'Enter year, month and day' };
const noSuchDay: Text = { zh: '没有这一天，请核对', en: 'There is no such day: please check it' };
