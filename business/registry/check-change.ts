import type { PlainDate, Problem, Text } from '#basics';
import { isPlainDate } from '#basics';
import { checkEntry, type Surroundings } from './check-entry.ts';
import type { Change } from './correction.ts';
import { countries } from './countries.ts';
import { readCreditCode } from './credit-code.ts';
import { readIdentity } from './identity.ts';
import { emailWrong, organisationNameWrong, personNameWrong } from './names.ts';
import { eventKinds } from './true-from.ts';

/** What a change is held against. */
export interface ChangeGround extends Surroundings {
  /** The kind of the entry that would be replaced; null where the change is of no entry. */
  readonly entryKind: string | null;
}

/** Everything that speaks against putting this on record; empty where nothing does. */
export function checkChange(change: Change, ground: ChangeGround): readonly Problem[] {
  switch (change.subject) {
    case 'entry':
      return entryProblems(change, ground);
    case 'detail':
      return detailProblems(change, ground);
    case 'document':
      return documentProblems(change);
    case 'employment':
      return employmentProblems(change, ground.today);
    case 'period':
      return periodProblems(change, ground.today);
  }
}

type Of<Subject extends Change['subject']> = Extract<Change, { subject: Subject }>;

function entryProblems({ entry, trueFrom, trueTo }: Of<'entry'>, ground: ChangeGround): readonly Problem[] {
  if (entry === null) return [];
  const dated = trueFrom !== null || trueTo !== null;
  return [
    ...(entry.kind === ground.entryKind ? [] : [problem('entry.kind', wrong.otherKind)]),
    ...(dated && eventKinds.includes(entry.kind) ? [problem('trueFrom', wrong.eventHasItsDay)] : []),
    ...checkEntry(entry, ground).map(({ path, detail }) => problem(`entry.${path}`, detail)),
  ];
}

function detailProblems({ field, value }: Of<'detail'>, ground: ChangeGround): readonly Problem[] {
  const mayBeNone = field === 'phone' || field === 'email' || field === 'name-latin';
  if (value === null) return mayBeNone ? [] : [problem('value', wrong.cannotBeNone)];
  const detail = detailWrong(field, value, ground);
  return detail === null ? [] : [problem('value', detail)];
}

function detailWrong(field: Of<'detail'>['field'], value: string, ground: ChangeGround): Text | null {
  switch (field) {
    case 'name':
    case 'name-latin':
      return personNameWrong(value);
    case 'born-on':
      return bornWrong(value, ground);
    case 'nationality':
      return countries.has(value) ? null : wrong.country;
    case 'phone':
    case 'email':
      return contactWrong(field, value);
    case 'language':
      return value === 'zh' || value === 'en' ? null : wrong.language;
  }
}

/** What is wrong with a telephone number or an e-mail address; null where nothing is. */
export function contactWrong(field: 'phone' | 'email', value: string): Text | null {
  if (field === 'email') return emailWrong(value);
  return /^\+?\d{7,15}$/.test(value) ? null : wrong.phone;
}

/** As it is kept: spaces, hyphens and brackets in a number do not count. */
export function tidyContact(field: 'phone' | 'email', value: string): string {
  const plain = value.normalize('NFKC').trim();
  return field === 'phone' ? plain.replaceAll(/[\s()-]/g, '') : plain;
}

function bornWrong(value: string, { standing, today }: ChangeGround): Text | null {
  if (!isPlainDate(value) || value < '1850-01-01' || value > today) return wrong.notADay;
  const events = [standing.died?.on, standing.retired?.on, standing['left-country']?.left?.on];
  return events.some((on) => on != null && on < value) ? wrong.bornAfter : null;
}

function documentProblems({ document }: Of<'document'>): readonly Problem[] {
  if (document === null) return [];
  const read = readIdentity(document);
  return 'wrong' in read ? read.wrong.map((detail) => problem('document.number', detail)) : [];
}

function employmentProblems({ employment }: Of<'employment'>, today: PlainDate): readonly Problem[] {
  if (employment === null) return [];
  const { creditCode, name, fromOn, toOn } = employment;
  const read = readCreditCode(creditCode);
  const named = organisationNameWrong(name);
  return [
    ...('wrong' in read ? read.wrong.map((detail) => problem('employment.creditCode', detail)) : []),
    ...(named === null ? [] : [problem('employment.name', named)]),
    ...(fromOn > today ? [problem('employment.fromOn', wrong.notCome)] : []),
    ...(toOn !== null && toOn < fromOn ? [problem('employment.toOn', wrong.endsBeforeItBegins)] : []),
  ];
}

function periodProblems({ period }: Of<'period'>, today: PlainDate): readonly Problem[] {
  if (period === null) return [];
  const { fromMonth, toMonth } = period;
  return [
    ...(toMonth < fromMonth ? [problem('period.toMonth', wrong.endsBeforeItBegins)] : []),
    ...(toMonth > today.slice(0, 7) ? [problem('period.toMonth', wrong.notCome)] : []),
  ];
}

function problem(path: string, detail: Text): Problem {
  return { path, detail };
}

const wrong = {
  otherKind: {
    zh: '更正后的事项必须与原来的是同一种。',
    en: 'What is right must be of the same kind as what is wrong.',
  },
  eventHasItsDay: {
    zh: '事件只按它自己的日期登记，不填起止日期。',
    en: 'An event is recorded by its own day; it holds neither from nor until another.',
  },
  cannotBeNone: { zh: '这一项不能为空。', en: 'This cannot be empty.' },
  country: {
    zh: '请写国家或地区的三位字母代码，如 CHN。',
    en: 'Write the three-letter code of a country, as CHN.',
  },
  phone: {
    zh: '电话号码应为7到15位数字，可以带国际区号。',
    en: 'A telephone number has 7 to 15 digits, with or without +.',
  },
  language: { zh: '语言只能写 zh 或 en。', en: 'The language is zh or en.' },
  notADay: { zh: '请写已经过去的日期，如 1990-01-01。', en: 'Write a day that has come, as 1990-01-01.' },
  bornAfter: {
    zh: '出生日期晚于已登记的去世、退休或离境日期，请核对。',
    en: 'This is after the death, the retirement or the leaving that is on record; please check.',
  },
  endsBeforeItBegins: { zh: '结束早于开始，请核对。', en: 'This ends before it begins; please check.' },
  notCome: { zh: '还没有到，请核对。', en: 'This has not come yet; please check.' },
} as const satisfies Readonly<Record<string, Text>>;
