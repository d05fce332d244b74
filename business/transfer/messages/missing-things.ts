import type { Text } from '#basics';

/** What a reminder may ask for, and what it is called to people. */
export const missingThings = {
  'contact-letter': { zh: '联系函', en: 'the contact letter' },
  'receiving-account': { zh: '接收余额的账户信息', en: 'the account that takes the balance' },
  'information-sheet': { zh: '信息表', en: 'the information sheet' },
  'sheet-correction': { zh: '更正后的信息表', en: 'a corrected information sheet' },
  remittance: { zh: '划转的余额', en: 'the money' },
  'remittance-advice': { zh: '基金划转通知', en: 'the remittance advice' },
  'balance-credited': { zh: '余额到账确认', en: 'the word that the balance was credited' },
} as const satisfies Readonly<Record<string, Text>>;
export type MissingThing = keyof typeof missingThings;
