import type { Text } from '#basics';

/** A column of a file that is imported, with the names under which it may stand in the header. */
export interface Column<Key extends string = string> {
  readonly key: Key;
  readonly chinese: string;
  /** Other Chinese names that spreadsheets use for it. */
  readonly alsoChinese?: readonly string[];
  readonly required: boolean;
}

/** Where each column stands in the records of one file. */
export type Places<Key extends string> = ReadonlyMap<Key, number>;

export const documentColumns = [
  { key: 'document_kind', chinese: '证件类型', required: true },
  { key: 'document_number', chinese: '证件号码', alsoChinese: ['身份证号', '身份证号码'], required: true },
  { key: 'document_issuer', chinese: '证件签发国', required: false },
] as const satisfies readonly Column[];

export const peopleColumns = [
  { key: 'name', chinese: '姓名', required: true },
  { key: 'name_latin', chinese: '姓名拼写', alsoChinese: ['英文姓名', '外文姓名'], required: false },
  { key: 'born_on', chinese: '出生日期', required: true },
  { key: 'nationality', chinese: '国籍', alsoChinese: ['国籍（地区）'], required: true },
  ...documentColumns,
  { key: 'relationship_status', chinese: '参保状态', required: true },
  { key: 'tier', chinese: '参保档次', alsoChinese: ['档次'], required: false },
  { key: 'stopped_on', chinese: '停保日期', required: false },
  { key: 'on_roster', chinese: '单位在册', alsoChinese: ['是否在册'], required: true },
  { key: 'since', chinese: '状态起始日期', alsoChinese: ['参保日期'], required: false },
  { key: 'employer_code', chinese: '单位信用代码', alsoChinese: ['统一社会信用代码'], required: false },
  { key: 'employer_name', chinese: '单位名称', required: false },
  { key: 'employed_from', chinese: '入职日期', required: false },
  { key: 'retired_on', chinese: '退休日期', required: false },
  { key: 'died_on', chinese: '去世日期', alsoChinese: ['死亡日期'], required: false },
  { key: 'left_on', chinese: '离境日期', required: false },
  { key: 'left_to', chinese: '离境去往', alsoChinese: ['去往国家（地区）'], required: false },
  { key: 'left_purpose', chinese: '离境目的', required: false },
  { key: 'nationality_lost_on', chinese: '丧失国籍日期', required: false },
  {
    key: 'opening_balance',
    chinese: '期初余额',
    alsoChinese: ['期初余额（元）', '个人账户余额'],
    required: false,
  },
  { key: 'balance_on', chinese: '余额日期', required: false },
  { key: 'phone', chinese: '手机号码', alsoChinese: ['手机', '联系电话'], required: false },
  { key: 'email', chinese: '电子邮箱', alsoChinese: ['邮箱'], required: false },
  { key: 'language', chinese: '语言', required: false },
] as const satisfies readonly Column[];

export const monthsColumns = [
  ...documentColumns,
  { key: 'from_month', chinese: '起始月份', alsoChinese: ['起始年月'], required: true },
  { key: 'to_month', chinese: '截止月份', alsoChinese: ['截止年月'], required: true },
  { key: 'base', chinese: '缴费基数', alsoChinese: ['缴费基数（元）'], required: true },
  { key: 'origin_region', chinese: '缴费地', alsoChinese: ['缴费地区代码'], required: true },
] as const satisfies readonly Column[];

export type DocumentKey = (typeof documentColumns)[number]['key'];
export type PeopleKey = (typeof peopleColumns)[number]['key'];
export type MonthsKey = (typeof monthsColumns)[number]['key'];

/** Reads a header in Chinese or English, in any order; everything wrong with it at once. */
export function readHeader<Key extends string>(
  columns: readonly Column<Key>[],
  header: readonly string[],
): { readonly places: Places<Key>; readonly wrong: readonly Text[] } {
  const places = new Map<Key, number>();
  const unknown: string[] = [];
  const doubled: string[] = [];
  for (const [index, name] of header.entries()) {
    const column = columns.find((each) => namesOf(each).includes(plain(name)));
    if (!column) unknown.push(name.trim().slice(0, 30) || `(${index + 1})`);
    else if (places.has(column.key)) doubled.push(column.chinese);
    else places.set(column.key, index);
  }
  const missing = columns.filter(({ key, required }) => required && !places.has(key));
  return { places, wrong: [...headerProblems({ unknown, doubled, missing }, columns)] };
}

function* headerProblems(
  found: {
    readonly unknown: readonly string[];
    readonly doubled: readonly string[];
    readonly missing: readonly Column[];
  },
  columns: readonly Column[],
): Generator<Text> {
  const { unknown, doubled, missing } = found;
  if (missing.length > 0) {
    yield {
      zh: `缺少这些列：${missing.map(({ chinese }) => chinese).join('、')}。`,
      en: `These columns are missing: ${missing.map(({ key }) => key).join(', ')}.`,
    };
  }
  if (doubled.length > 0) {
    yield {
      zh: `这些列出现了两次：${doubled.join('、')}。`,
      en: `These columns stand there twice: ${doubled.join(', ')}.`,
    };
  }
  if (unknown.length > 0) {
    yield {
      zh: `不认识这些列：${unknown.join('、')}。可以用的列名：${columns.map(({ chinese }) => chinese).join('、')}。`,
      en: `These columns are not known: ${unknown.join(', ')}. Columns may be: ${columns.map(({ key }) => key).join(', ')}.`,
    };
  }
}

function namesOf({ key, chinese, alsoChinese = [] }: Column): readonly string[] {
  return [key, chinese, ...alsoChinese].map(plain);
}

/** Names compare without regard to width, case, spaces, hyphens, and marks like `*` for "must be filled in". */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_-]/g, '');
}
