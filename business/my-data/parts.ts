import type { Text } from '#basics';

/** The parts of the file by their names in it, in the order in which a reader looks for them: what each is called, and what it holds. */
export const parts = {
  person: {
    name: { zh: '我是谁', en: 'Who I am' },
    holds: { zh: '姓名、出生日期、证件、联系方式', en: 'name, birth, documents, how I am reached' },
  },
  record: {
    name: { zh: '现在的登记', en: 'The record now' },
    holds: { zh: '参保关系、单位、备案、缴费月份', en: 'insurance, employers, filings, months paid' },
  },
  facts: {
    name: { zh: '登记的来历', en: 'Where it comes from' },
    holds: { zh: '每一项登记，连作废的', en: 'every entry, those found wrong too' },
  },
  corrections: {
    name: { zh: '更正', en: 'Corrections' },
    holds: { zh: '改前、改后和理由', en: 'before, after, and why' },
  },
  wishes: {
    name: { zh: '我提出的更正意见', en: 'What I said is wrong' },
    holds: { zh: '和答复', en: 'with the answers' },
  },
  account: {
    name: { zh: '个人账户', en: 'The account' },
    holds: { zh: '余额、利息、逐年收支', en: 'balance, interest, year by year' },
  },
  entries: { name: { zh: '账户进出', en: 'Movements' }, holds: { zh: '每一笔', en: 'every one' } },
  cards: { name: { zh: '社保卡', en: 'Cards' }, holds: { zh: '挂失、补换', en: 'lost, replaced' } },
  cases: {
    name: { zh: '办理', en: 'Cases' },
    holds: { zh: '每一步、文书清单、付款', en: 'every step, the list of letters, payments' },
  },
  mandates: {
    name: { zh: '委托', en: 'Mandates' },
    holds: { zh: '我委托了谁、办什么、到何时', en: 'whom I let act, in what, until when' },
  },
  notices: {
    name: { zh: '通知', en: 'Notices' },
    holds: { zh: '发给我的每一条', en: 'everything I was told' },
  },
  viewings: {
    name: { zh: '查阅记录', en: 'Looks at my record' },
    holds: { zh: '谁、何时、为什么', en: 'who, when, and why' },
  },
} as const satisfies Readonly<Record<string, { readonly name: Text; readonly holds: Text }>>;

export type PartName = keyof typeof parts;

/** A part as people call it; its own name where a later release wrote one that this one does not know. */
export function nameOfPart(part: string): Text {
  return Object.hasOwn(parts, part) ? parts[part as PartName].name : { zh: part, en: part };
}
