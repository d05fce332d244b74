import { z } from 'zod';
import type { Problem } from '#basics';
import { type BodyOf, type TransferMessageType, transferMessages } from './catalogue.ts';
import { bothOf } from './fields.ts';

export type ReadBody<T extends TransferMessageType> =
  | { readonly ok: true; readonly body: BodyOf<T> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the body of a message; everything that is wrong with it is told at once, in both languages. */
export function readBody<T extends TransferMessageType>(type: T, given: unknown): ReadBody<T> {
  const schema: z.ZodType = transferMessages[type].body;
  const read = schema.safeParse(given, { error: z.locales.en().localeError });
  if (read.success) return { ok: true, body: read.data as BodyOf<T> }; // by the schema of that type
  // Parsed again for the other language: only mistakes pay for it.
  const again = schema.safeParse(given, { error: z.locales.zhCN().localeError });
  const inChinese = again.success ? [] : again.error.issues;
  const problems = read.error.issues.map((issue, at): Problem => {
    const { message } = issue;
    const detail = bothOf(message) ?? { zh: inChinese[at]?.message ?? message, en: message };
    return { path: issue.path.map(String).join('.'), detail };
  });
  return { ok: false, problems };
}
