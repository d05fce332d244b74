import {
  type Fen,
  isPlainDate,
  isYearMonth,
  type PlainDate,
  type Text,
  type YearMonth,
  yuanToFen,
} from '#basics';
import { countries } from './countries.ts';
import type { Places } from './import-columns.ts';
import { organisationNameWrong } from './names.ts';

/** Something said about a cell: a problem, which stops the import, or a notice, which does not. */
export interface Remark<Key extends string> {
  readonly column: Key | null;
  readonly detail: Text;
}

/** The cells of one line, and what is found wrong while reading them. Made for one line, then thrown away. */
export interface Cells<Key extends string> {
  readonly fields: readonly string[];
  readonly places: Places<Key>;
  readonly problems: Remark<Key>[];
  readonly notices: Remark<Key>[];
}

/** What stands in a cell, tidied; null where it is empty or the column is absent. */
export function cell<Key extends string>(cells: Cells<Key>, column: Key): string | null {
  return written(cells, column)?.normalize('NFKC').trim() || null;
}

function written<Key extends string>({ fields, places }: Cells<Key>, column: Key): string | null {
  const place = places.get(column);
  return (place === undefined ? undefined : fields[place]) ?? null;
}

/** The same for a cell that must be filled in. */
export function neededCell<Key extends string>(cells: Cells<Key>, column: Key): string | null {
  const text = cell(cells, column);
  if (text === null) complain(cells, column, said.missing);
  return text;
}

/** The name of an organisation as it was written, brackets of full width and all, where it may stand so; compared by `isSameName`. */
export function organisationCell<Key extends string>(cells: Cells<Key>, column: Key): string | null {
  const tidied = namedCell(cells, column, organisationNameWrong);
  const shown = written(cells, column)?.normalize('NFC').trim() ?? '';
  return tidied !== null && organisationNameWrong(shown) === null ? shown : tidied;
}

/** Whether two ways of writing it are one name: wide and narrow marks are the same. */
export function isSameName(one: string, other: string): boolean {
  return one.normalize('NFKC') === other.normalize('NFKC');
}

/** A name or address by the rule that holds for it wherever it is registered. */
export function namedCell<Key extends string>(
  cells: Cells<Key>,
  column: Key,
  wrong: (text: string) => Text | null,
): string | null {
  const text = cell(cells, column);
  const detail = text === null ? null : wrong(text);
  if (detail !== null) complain(cells, column, detail);
  return text;
}

export function complain<Key extends string>(cells: Cells<Key>, column: Key | null, detail: Text): void {
  cells.problems.push({ column, detail });
}

/** A day as people and spreadsheets write it: 2022-06-30, 2022/6/30, 2022.6.30, 20220630, 2022年6月30日. */
export function dayCell<Key extends string>(cells: Cells<Key>, column: Key): PlainDate | null {
  const text = cell(cells, column);
  if (text === null) return null;
  const match =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0{1,2}:00(?::00)?)?$/.exec(text);
  const [, year = '', month = '', day = ''] = match ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isPlainDate(date)) return date;
  complain(cells, column, said.notADay);
  return null;
}

/** A month: 2022-06, 2022/6, 202206, 2022年6月. */
export function monthCell<Key extends string>(cells: Cells<Key>, column: Key): YearMonth | null {
  const text = neededCell(cells, column);
  if (text === null) return null;
  const [, year = '', month = ''] =
    /^(\d{4})(\d\d)$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text) ?? [];
  const found = `${year}-${month.padStart(2, '0')}`;
  if (isYearMonth(found)) return found;
  complain(cells, column, said.notAMonth);
  return null;
}

/** Yuan with at most two decimals; thousands may be grouped. */
export function yuanCell<Key extends string>(cells: Cells<Key>, column: Key): Fen | null {
  const text = cell(cells, column);
  if (text === null) return null;
  const grouped = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text);
  const amount = yuanToFen(grouped ? text.replaceAll(',', '') : text);
  if (amount === null) complain(cells, column, said.notYuan);
  return amount;
}

export function countryCell<Key extends string>(cells: Cells<Key>, column: Key): string | null {
  const code = cell(cells, column)?.toUpperCase() ?? null;
  if (code === null || countries.has(code)) return code;
  complain(cells, column, said.notACountry);
  return null;
}

/** One of a closed list, under its code or one of its names. */
export function choiceCell<Key extends string, Choice>(
  cells: Cells<Key>,
  column: Key,
  choices: ReadonlyMap<string, Choice>,
): Choice | null {
  const text = cell(cells, column);
  if (text === null) return null;
  const choice = choices.get(text.toLowerCase());
  if (choice !== undefined) return choice;
  const names = [...choices.keys()];
  complain(cells, column, {
    zh: `只能是下面之一：${names.join('、')}。`,
    en: `This has to be one of: ${names.join(', ')}.`,
  });
  return null;
}

export const said = {
  missing: { zh: '这一格必须填写。', en: 'This cell must be filled in.' },
  notADay: {
    zh: '这不是日历上的一天；请写成 2022-06-30。',
    en: 'This is not a day of the calendar; write it as 2022-06-30.',
  },
  notAMonth: { zh: '这不是一个月份；请写成 2022-06。', en: 'This is not a month; write it as 2022-06.' },
  notYuan: {
    zh: '金额以元为单位，最多两位小数，不能为负，例如 8312.40。',
    en: 'An amount is yuan with at most two decimals and not negative, such as 8312.40.',
  },
  notACountry: {
    zh: '国家或地区用三位字母代码，例如 CHN、CAN、HKG。',
    en: 'A country or territory is a three-letter code such as CHN, CAN or HKG.',
  },
  notCome: { zh: '这一天还没有到，请核对。', en: 'This day has not come yet; please check.' },
} as const satisfies Readonly<Record<string, Text>>;
