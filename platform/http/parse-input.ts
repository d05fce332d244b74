import { z } from 'zod';
import { ok, type Problem, type Result, refuse } from '#basics';
import { tellAgain } from './told.ts';
import { tooDeep, unfitParts } from './unfit-parts.ts';

export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export interface Input {
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/** The three schemas of an operation, made strict: a key that nobody declared is a mistake that its sender should hear of. */
export interface InputSchemas {
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | null;
}

export function inputSchemas({ params, query, body }: DeclaredInput): InputSchemas {
  return {
    params: strict(params ?? nothing),
    query: strict(query ?? nothing),
    body: body ? strict(body) : null,
  };
}

interface DeclaredInput {
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
}

/** Parses path, query and body together, so that everything wrong is told in one answer. */
export function parseInput(schemas: InputSchemas, raw: RawInput): Result<Input> {
  // First, since a schema that looks into something very deep would not come back.
  const unfit = [raw.params, raw.query, raw.body].flatMap((part) => unfitParts(part));
  if (unfit.some(({ detail }) => detail === tooDeep)) {
    return refuse({ code: 'http.bad-input', problems: [{ path: '', detail: tooDeep }] });
  }
  const params = parsePart(schemas.params, raw.params);
  const query = parsePart(schemas.query, raw.query);
  const body = schemas.body ? parsePart(schemas.body, raw.body) : noBody(raw.body);
  const problems = [...params.problems, ...query.problems, ...body.problems, ...unfit];
  if (problems.length > 0) return refuse({ code: 'http.bad-input', problems });
  // The schemas of params and query are objects; the values of params are text.
  const parsed = { params: params.value, query: query.value, body: body.value } as Input;
  return ok(parsed);
}

export interface Part {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** A value by a schema; everything wrong with it is told in both languages. */
export function parsePart(schema: z.ZodType, raw: unknown): Part {
  const parsed = schema.safeParse(raw ?? {}, { error: english });
  if (parsed.success) return { value: parsed.data, problems: [] };
  // Parsed again for the other language: only mistakes pay for it.
  const again = schema.safeParse(raw ?? {}, { error: chinese });
  const other = again.success ? [] : again.error.issues;
  return { value: null, problems: parsed.error.issues.map((issue, at) => problemOf(issue, other[at])) };
}

function problemOf(issue: z.core.$ZodIssue, inChinese: z.core.$ZodIssue | undefined): Problem {
  const both = tellAgain(issue.message);
  return {
    path: issue.path.map(String).join('.'),
    detail: both ?? { zh: inChinese?.message ?? issue.message, en: issue.message },
  };
}

function noBody(raw: unknown): Part {
  const empty =
    raw === undefined || raw === null || (typeof raw === 'object' && Object.keys(raw).length === 0);
  if (empty) return { value: null, problems: [] };
  return { value: null, problems: [{ path: '', detail: takesNoBody }] };
}

const takesNoBody = { zh: '这个操作不需要请求内容。', en: 'This operation takes no body.' };

export function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;
}

const nothing = z.object({});
const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;
