import type { Text } from '#basics';

/** Who a transfer waited for. */
export const delayCauses = {
  applicant: { zh: '申请人', en: 'the applicant' },
  agency: { zh: '本机构经办', en: 'this agency’s desk' },
  finance: { zh: '本机构财务', en: 'this agency’s finance' },
  bank: { zh: '银行', en: 'the bank' },
  partner: { zh: '对方机构', en: 'the other agency' },
} as const satisfies Readonly<Record<string, Text>>;

export type DelayCause = keyof typeof delayCauses;

export const causes = Object.keys(delayCauses) as readonly DelayCause[]; // its own keys

export const legOutcomes = {
  moved: { zh: '关系已转移', en: 'the record moved' },
  declined: { zh: '不予转移', en: 'not transferred' },
  credited: { zh: '余额已入账', en: 'the balance was credited' },
  unconfirmed: { zh: '余额已付出，对方没有确认', en: 'the balance was paid, and never confirmed' },
  refused: { zh: '余额没有转成', en: 'the balance was not taken' },
} as const satisfies Readonly<Record<string, Text>>;

export type LegOutcome = keyof typeof legOutcomes;

export interface Days {
  readonly working: number;
  readonly calendar: number;
}
