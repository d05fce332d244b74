import type { Text } from '#basics';

/** One thing that stands in the way of a distributed database. `code` is stable; scripts may look for it. */
export interface DistributionFinding {
  readonly code: FindingCode;
  /** The table or function that it was found at. */
  readonly table: string;
  /** The key, column, trigger … that is meant; the table itself where nothing smaller is. */
  readonly name: string;
  readonly text: Text;
}

export type FindingCode = keyof typeof wordings;

const wordings = {
  'no-class': {
    zh: '表 {table} 没有用 COMMENT 说明类别（distributed、reference、locator（列）、local）',
    en: 'the table {table} does not say in its COMMENT what it is (distributed, reference, locator(column), local)',
  },
  'no-primary-key': { zh: '表 {table} 没有主键', en: 'the table {table} has no primary key' },
  'no-owner': {
    zh: '分布表 {table} 没有 owner_id 列',
    en: 'the distributed table {table} has no column owner_id',
  },
  'owner-may-be-null': {
    zh: '分布表 {table} 的 owner_id 可以为空',
    en: 'owner_id of the distributed table {table} may be null',
  },
  'owner-of-another-type': {
    zh: '分布表 {table} 的 owner_id 类型是 {name}，应为 text COLLATE "C"',
    en: 'owner_id of the distributed table {table} is {name}, not text COLLATE "C"',
  },
  'key-without-owner': {
    zh: '分布表 {table} 的唯一键 {name} 没有以 owner_id（相等）开头',
    en: 'the key {name} of the distributed table {table} does not begin with owner_id (compared for equality)',
  },
  'locator-key': {
    zh: '定位表 {table} 的唯一键 {name} 没有以它的定位列开头',
    en: 'the locator {table} has no key that begins with its own column, or {name} begins with another',
  },
  'foreign-key-classes': {
    zh: '表 {table} 的外键 {name} 指向不在一处的表',
    en: 'the foreign key {name} of {table} points to a table that does not stand together with it',
  },
  'foreign-key-owner': {
    zh: '表 {table} 的外键 {name} 两边没有在同一位置带上 owner_id',
    en: 'the foreign key {name} of {table} does not carry owner_id in the same place on both sides',
  },
  'foreign-key-sets-columns': {
    zh: '表 {table} 的外键 {name} 会把列改为空或默认值（SET NULL / SET DEFAULT）',
    en: 'the foreign key {name} of {table} sets columns to null or a default (SET NULL, SET DEFAULT)',
  },
  trigger: { zh: '表 {table} 有触发器 {name}', en: 'the table {table} has a trigger, {name}' },
  rule: { zh: '表 {table} 有规则 {name}', en: 'the table {table} has a rewrite rule, {name}' },
  sequence: {
    zh: '存在序列 {name}；编号由程序生成',
    en: 'there is a sequence, {name}; the application makes the ids',
  },
  identity: {
    zh: '表 {table} 的列 {name} 是自增列',
    en: 'the column {name} of {table} numbers itself (identity)',
  },
  'sequence-default': {
    zh: '表 {table} 的列 {name} 的默认值取自序列',
    en: 'the column {name} of {table} takes its default from a sequence',
  },
  unlogged: {
    zh: '表 {table} 不写日志（UNLOGGED），断电会丢',
    en: 'the table {table} is unlogged: a crash empties it',
  },
  inherited: { zh: '表 {table} 继承自 {name}', en: 'the table {table} inherits from {name}' },
  'search-path': {
    zh: '函数 {table} 以所有者权限运行，但没有固定以 pg_temp 结尾的 search_path',
    en: 'the function {table} runs with its owner’s rights and has no fixed search_path that ends with pg_temp',
  },
  'open-to-public': {
    zh: '函数 {table} 以所有者权限运行，却人人可以调用',
    en: 'the function {table} runs with its owner’s rights and everybody may call it',
  },
} satisfies Readonly<Record<string, Text>>;

export function finding(
  code: FindingCode,
  at: { readonly table: string; readonly name: string },
): DistributionFinding {
  const tell = (sentence: string): string =>
    sentence.replaceAll('{table}', at.table).replaceAll('{name}', at.name);
  const { zh, en } = wordings[code];
  return { code, ...at, text: { zh: tell(zh), en: tell(en) } };
}
