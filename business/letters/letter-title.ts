import type { Text } from '#basics';
import { type DocumentKind, documentTitles } from './letter.ts';

/** What a form that asks another agency for something is called before anything is reminded of, by what it asks for. */
export const requestTitles = {
  // Who takes no balance answers the same question with a statement.
  'receiving-account': {
    zh: '请告知收款账户或者不接收余额的函',
    en: 'Request for an account, or a statement that no balance is taken',
  },
  'sheet-correction': { zh: '信息表补正通知书', en: 'Request for a corrected information sheet' },
  other: { zh: '索取所缺材料的函', en: 'Request for what a transfer lacks' },
} as const satisfies Readonly<Record<string, Text>>;

/** The steps that ask for something for the first time; every other step with such a form reminds. */
const asks: Readonly<Record<string, keyof typeof requestTitles>> = {
  'await-account': 'receiving-account',
  'return-payment': 'receiving-account',
  'ask-correction': 'sheet-correction',
};

/** What a letter is called, on itself and in every list: a request travels as a reminder, and is none. */
export function titleOf({ kind, step }: { readonly kind: DocumentKind; readonly step: string | null }): Text {
  const asked = kind === 'reminder' && step !== null ? asks[step] : undefined;
  return asked ? requestTitles[asked] : documentTitles[kind];
}

/** The same by the code on it, which tells the kind and not the step. */
export const titlesByCode = {
  ...documentTitles,
  reminder: { zh: '转移接续索取或催办函', en: 'Request or reminder about a transfer' },
} as const;
