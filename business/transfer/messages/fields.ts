import { z } from 'zod';
import { isPlainDate, isYearMonth, type PlainDate, type Text, type YearMonth } from '#basics';

/** How a field is told in the published schemas: what it is in both languages, and the printed form that has it. */
export interface Told extends Text {
  /** `信息表` and the like: the form of the national procedure on which the field stands. */
  readonly source?: string;
}

/** Puts a field's meaning beside its form, so that the schemas that partners read say both. */
export function field<S extends z.ZodType>(schema: S, { zh, en, source }: Told): S {
  return schema.meta({ description: `${zh} / ${en}`, ...(source ? { 'x-source': source } : {}) });
}

/** What somebody reads: not blank, no control characters, which no form can show. */
export function line(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^(?=.*\S)\P{Cc}*$/u);
}

/** The same sentence in the two languages. */
export function bothLanguages(most = 500) {
  return z.strictObject({
    zh: field(line(most), { zh: '中文', en: 'In Chinese' }),
    en: field(line(most), { zh: '英文', en: 'In English' }),
  });
}

const between = '\u241E'; // the sign for a record separator: no sentence has it

/** What a check that no form can express says where it fails; zod takes one text for both languages. */
export function wrong({ zh, en }: Text): { readonly message: string } {
  return { message: `${zh}${between}${en}` };
}

/** The two languages again. */
export function bothOf(message: string): Text | null {
  const [zh, en] = message.split(between);
  return zh === undefined || en === undefined ? null : { zh, en };
}

/** What a form says is settled before anything is computed from it. */
const stop = { abort: true } as const;

/** A day of the calendar of Asia/Shanghai. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, stop)
  .refine(
    isPlainDate,
    wrong({ zh: '日历上没有这一天。', en: 'There is no such day.' }),
  ) as unknown as z.ZodType<PlainDate>; // just checked

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, stop)
  .refine(
    isYearMonth,
    wrong({ zh: '没有这个月份。', en: 'There is no such month.' }),
  ) as unknown as z.ZodType<YearMonth>; // just checked

/** Whole fen as a decimal string: `"831240"` is 8,312.40 yuan. */
export const amount = z.string().regex(/^(0|[1-9]\d{0,17})$/, stop);
/** More than nothing. */
export const someAmount = z.string().regex(/^[1-9]\d{0,17}$/, stop);

/** GB/T 2260, six digits. */
export const region = z.string().regex(/^[1-8]\d{5}$/);

export const messageId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const transferId = z.string().regex(/^[1-8]\d{5}-[A-Za-z0-9_]{8,64}$/);
/** As banks take it (ISO 20022, end-to-end identification). */
export const paymentReference = z.string().regex(/^[A-Za-z0-9-]{1,35}$/);

/** Adds up decimal strings of fen. */
export function adds(parts: readonly string[], whole: string): boolean {
  return parts.reduce((sum, part) => sum + BigInt(part), 0n) === BigInt(whole);
}
