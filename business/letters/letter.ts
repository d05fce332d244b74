import { z } from 'zod';
import type { Text } from '#basics';

/** What the agency writes to somebody about a case. */
export const letterKinds = [
  'receipt',
  'papers-request',
  'decision',
  'refusal',
  'payment-advice',
  'objection-decision',
  'money-back',
  'heir-share',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What one agency writes to another about a transfer, or a person takes along: printed as the forms that the procedure has. */
export const formKinds = [
  'insurance-certificate',
  'contact-letter',
  'information-sheet',
  'remittance-advice',
  'balance-refused',
  'transfer-declined',
  'balance-credited',
  'reminder',
  'invalidation',
  'account-details',
] as const;
export type FormKind = (typeof formKinds)[number];

/** What is written to a person about their transfer. */
export const transferLetterKinds = ['months-recorded'] as const;
export type TransferLetterKind = (typeof transferLetterKinds)[number];

/** What is made whenever somebody asks for it, of what is on record then, and stored nowhere. */
export const extractKinds = ['account-statement'] as const;
export type ExtractKind = (typeof extractKinds)[number];

export const documentKinds = [...letterKinds, ...formKinds, ...transferLetterKinds] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Everything that bears a code of ours. */
export const signedKinds = [...documentKinds, ...extractKinds] as const;

export type Language = 'zh' | 'en';

/** What somebody typed or numbered stands in `quotes` besides, as it stands in the text: a letter rewrites its own words and no other's. */
const text = z.object({ zh: z.string(), en: z.string(), quotes: z.array(z.string()).optional() });
export type LetterText = z.output<typeof text>;

/** What a form has besides: boxes of facts, tables, and what is printed small below them. */
const formSchema = z.object({
  /** The number that the form itself bears, as a certificate does; null where it is called by its letter's. */
  reference: z.string().nullable(),
  /** Last day on which it is taken; null where it does not end. */
  validUntil: z.string().nullable(),
  sections: z.array(
    z.object({
      title: text,
      rows: z.array(z.object({ name: text, value: text, wide: z.boolean() })),
    }),
  ),
  tables: z.array(z.object({ title: text, columns: z.array(text), rows: z.array(z.array(text)) })),
  notes: z.array(text),
});
export type FormContent = z.output<typeof formSchema>;

/** What a procedure puts into a letter; how it looks is the template's. */
export const contentSchema = z.object({
  /** The addressee, masked: a letter lies open on tables. */
  to: text,
  opening: text,
  /** Facts by name, in the order in which they stand. */
  rows: z.array(z.object({ name: text, value: text })),
  /** The amount that it is about, in fen. */
  amountFen: z.string().regex(/^\d+$/).nullable(),
  /** Papers, reasons: each with what it rests on. */
  lists: z.array(z.object({ title: text, items: z.array(z.object({ text, note: text.nullable() })) })),
  clauses: z.array(z.object({ citation: text, says: text })),
  /** How to object, where and until when; null where nothing was decided. */
  remedies: z.array(text).nullable(),
  closing: text,
  /** Only forms have it. */
  form: formSchema.optional(),
});
export type LetterContent = z.output<typeof contentSchema>;

/** Everything that a letter is printed from. Stored as it was issued, and never looked up again. */
export const sheetSchema = contentSchema.extend({
  version: z.literal(1),
  kind: z.enum(documentKinds),
  title: text,
  number: z.string(),
  caseNumber: z.string(),
  region: z.string(),
  office: text,
  issuedOn: z.string(),
});
export type LetterSheet = z.output<typeof sheetSchema>;

export const letterTitles = {
  receipt: { zh: '受理回执', en: 'Receipt of an application' },
  'papers-request': { zh: '补正告知书', en: 'Request for papers' },
  decision: { zh: '支取决定书', en: 'Decision to pay out' },
  refusal: { zh: '不予支取决定书', en: 'Decision not to pay out' },
  'payment-advice': { zh: '支付通知书', en: 'Advice of payment' },
  'objection-decision': { zh: '异议审查决定书', en: 'Decision on an objection' },
  'money-back': { zh: '退汇告知书', en: 'Notice of money sent back by the bank' },
  'heir-share': { zh: '继承份额告知书', en: 'Notice of an heir’s share' },
} as const satisfies Readonly<Record<LetterKind, { readonly zh: string; readonly en: string }>>;

export const formTitles = {
  'insurance-certificate': { zh: '基本医疗保险参保凭证', en: 'Certificate of basic medical insurance' },
  'contact-letter': {
    zh: '基本医疗保险关系转移接续联系函',
    en: 'Contact letter for a transfer of basic medical insurance',
  },
  'information-sheet': {
    zh: '参保人员基本医疗保险信息表',
    en: 'Information sheet on basic medical insurance',
  },
  'remittance-advice': { zh: '个人账户基金划转通知', en: 'Advice of a remitted personal account' },
  'balance-refused': { zh: '不接收个人账户余额通知', en: 'Notice that a balance is not taken' },
  'transfer-declined': { zh: '不予转移告知书', en: 'Notice that a transfer is not taken up' },
  'balance-credited': { zh: '个人账户余额到账确认', en: 'Confirmation that a balance was credited' },
  reminder: { zh: '医保关系转移接续催办函', en: 'Reminder about a transfer of basic medical insurance' },
  'account-details': { zh: '接收余额账户告知书', en: 'Account that takes a balance' },
  invalidation: { zh: '撤回函件通知', en: 'Notice that a letter is taken back' },
} as const satisfies Readonly<Record<FormKind, { readonly zh: string; readonly en: string }>>;

export const transferLetterTitles = {
  'months-recorded': { zh: '缴费年限接续告知书', en: 'Notice of months recorded after a transfer' },
} as const satisfies Readonly<Record<TransferLetterKind, { readonly zh: string; readonly en: string }>>;

export const extractTitles = {
  'account-statement': { zh: '个人账户对账单', en: 'Statement of a personal account' },
} as const satisfies Readonly<Record<ExtractKind, { readonly zh: string; readonly en: string }>>;

export const documentTitles = { ...letterTitles, ...formTitles, ...transferLetterTitles, ...extractTitles };

/** A letter in a list. */
export interface LetterItem {
  readonly number: string;
  readonly seq: number;
  /** The place of the heir to whom alone it is written, the digits after the hyphen of its number; null for letters of the case. */
  readonly heir: number | null;
  readonly kind: DocumentKind;
  /** What it is called there, so that it is told apart from others of its kind. */
  readonly title: Text;
  readonly language: Language;
  readonly issuedAt: Date;
}
