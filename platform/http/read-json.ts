import type { z } from 'zod';
import { ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import { parsePart, strict } from './parse-input.ts';
import { unfitParts } from './unfit-parts.ts';

/**
 * Reads JSON that did not come over HTTP (a file, standard input, a flag) as strictly as a request's body: a key that nobody
 * declared is a mistake, and everything wrong is told at once, in both languages, under the given refusal.
 */
export function readJson<T>(
  written: string,
  { schema, code }: { readonly schema: z.ZodType<T>; readonly code: string },
): Result<T, Refusal> {
  const given = readJsonValue(written, code);
  if (!given.ok) return given;
  const { value, problems } = parsePart(strict(schema), given.value);
  return problems.length > 0 ? refuse({ code, problems }) : ok(value as T); // parsed by the schema of T
}

/** The same for what is judged elsewhere: JSON, with texts that can be kept. */
export function readJsonValue(written: string, code: string): Result<unknown, Refusal> {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    return refuse({ code, problems: [notJson(written, error)] });
  }
  const problems = unfitParts(value);
  return problems.length > 0 ? refuse({ code, problems }) : ok(value);
}

/** Only the place is taken from the engine's complaint, which quotes what was written. */
function notJson(written: string, error: unknown): Problem {
  if (written.trim() === '') return { path: '', detail: nothing };
  const message = error instanceof Error ? error.message : '';
  const position = /end of JSON/.test(message) ? written.length : /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return { path: '', detail: notJsonAtAll };
  const before = written.slice(0, Number(position)).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return {
    path: '',
    detail: {
      zh: `这不是 JSON：读到第 ${line} 行第 ${column} 个字为止。名称和文字要写在英文双引号里，各项之间用英文逗号。`,
      en: `This is not JSON: it can be read up to line ${line}, column ${column}. Names and texts stand in double quotes, with commas between.`,
    },
  };
}

const notJsonAtAll = {
  zh: '这不是 JSON。例如 {"name":"张三"}。',
  en: 'This is not JSON, such as {"name":"Zhang San"}.',
};

const nothing = {
  zh: '标准输入是空的；内容要写成 JSON。',
  en: 'Nothing was given; it is written as JSON.',
};
