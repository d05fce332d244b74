import { z } from 'zod';
import { ok, type Problem, type Result, refuse } from '#basics';
import { type RecordEntry, recordSchema } from './record-entry.ts';

/** Reads an entry that is written as JSON (from a file or a command line). Refuses `registry.fact-wrong`. */
export function readRecordEntry(json: string): Result<RecordEntry> {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return refuse({ code: 'registry.fact-wrong', problems: [notJson] });
  }
  const read = recordSchema.safeParse(given, { error: z.locales.en().localeError });
  if (read.success) return ok(read.data);
  const chinese = recordSchema.safeParse(given, { error: z.locales.zhCN().localeError });
  const inChinese = chinese.success ? [] : chinese.error.issues;
  const problems = read.error.issues.map(
    (issue, at): Problem => ({
      path: issue.path.join('.'),
      detail: { zh: inChinese[at]?.message ?? issue.message, en: issue.message },
    }),
  );
  return refuse({ code: 'registry.fact-wrong', problems });
}

const notJson: Problem = { path: '', detail: { zh: '这不是 JSON。', en: 'This is not JSON.' } };
