import { z } from 'zod';

/** What the agency writes to somebody about a case. */
export const letterKinds = ['receipt', 'papers-request', 'decision', 'refusal', 'payment-advice'] as const;
export type LetterKind = (typeof letterKinds)[number];

export type Language = 'zh' | 'en';

const text = z.object({ zh: z.string(), en: z.string() });

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
});
export type LetterContent = z.output<typeof contentSchema>;

/** Everything that a letter is printed from. Stored as it was issued, and never looked up again. */
export const sheetSchema = contentSchema.extend({
  version: z.literal(1),
  kind: z.enum(letterKinds),
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
} as const satisfies Readonly<Record<LetterKind, { readonly zh: string; readonly en: string }>>;

/** A letter in a list. */
export interface LetterItem {
  readonly number: string;
  readonly seq: number;
  readonly kind: LetterKind;
  readonly language: Language;
  readonly issuedAt: Date;
}
