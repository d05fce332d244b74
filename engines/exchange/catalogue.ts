import type { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { parsePart } from '#platform/http';
import type { JsonObject } from './json-text.ts';

/** The types of message that an agency knows, each with the schema of its body; handed in by whoever uses this engine. */
export type MessageCatalogue = Readonly<Record<string, z.ZodType>>;

/** Everything that is wrong with a body is told at once. Refuses `exchange.unknown-type` and `exchange.bad-body`. */
export function checkBody(
  catalogue: MessageCatalogue,
  { type, body }: { readonly type: string; readonly body: JsonObject },
): Result<null, Refusal> {
  const schema = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
  if (!schema) return refuse({ code: 'exchange.unknown-type', figures: { type } });
  const { problems } = parsePart(schema, body);
  if (problems.length === 0) return ok(null);
  const within = problems.slice(0, mostProblems).map(({ path, detail }) => ({
    path: (path === '' ? 'body' : `body.${path}`).slice(0, 300),
    detail: { zh: detail.zh.slice(0, 1000), en: detail.en.slice(0, 1000) },
  }));
  return refuse({ code: 'exchange.bad-body', problems: within });
}

const mostProblems = 100;
