import { z } from 'zod';
import { ok, type Problem, type Result, refuse } from '#basics';
import { type Change, changeSchema } from './correction.ts';
import { type RecordEntry, recordSchema } from './record-entry.ts';
import type { RegistryCode } from './refusals.ts';

/** Reads an entry that is written as JSON (from a file or a command line). Refuses `registry.fact-wrong`. */
export function readRecordEntry(json: string): Result<RecordEntry> {
  return readJson(json, { schema: recordSchema, code: 'registry.fact-wrong' });
}

/** Reads what is to be corrected, written as JSON. Refuses `registry.change-wrong`. */
export function readChange(json: string): Result<Change> {
  return readJson(json, { schema: changeSchema, code: 'registry.change-wrong' });
}

/** Everything that is wrong with it is told in both languages. */
function readJson<T>(
  json: string,
  { schema, code }: { readonly schema: z.ZodType<T>; readonly code: RegistryCode },
): Result<T> {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return refuse({ code, problems: [notJson] });
  }
  const read = schema.safeParse(given, { error: z.locales.en().localeError });
  if (read.success) return ok(read.data);
  const chinese = schema.safeParse(given, { error: z.locales.zhCN().localeError });
  const inChinese = chinese.success ? [] : chinese.error.issues;
  const problems = read.error.issues.map(
    (issue, at): Problem => ({
      path: issue.path.join('.'),
      detail: { zh: inChinese[at]?.message ?? issue.message, en: issue.message },
    }),
  );
  return refuse({ code, problems });
}

const notJson: Problem = { path: '', detail: { zh: '这不是 JSON。', en: 'This is not JSON.' } };
