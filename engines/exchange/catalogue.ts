import type { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { parsePart } from '#platform/http';
import type { Seal } from '#platform/seal';
import type { JsonObject } from './json-text.ts';

/** One type of message: the form of its body, and what the database keeps of it in clear. */
export interface MessageForm {
  readonly body: z.ZodType;
  /** What guards of the database hold later steps to; nothing of it is a person's data. Without it, nothing. */
  readonly figuresOf?: (body: unknown) => JsonObject;
  /** The number of whom it is about, hashed by every key (`Seal.hashesByKey`); null where it names nobody. */
  readonly subjectOf?: (body: unknown, seal: Seal) => Uint8Array | null;
}

/** The types of message that an agency knows; handed in by whoever uses this engine. */
export type MessageCatalogue = Readonly<Record<string, MessageForm>>;

/** What is kept in clear beside a sealed message. */
export interface KeptInClear {
  readonly figures: JsonObject;
  readonly subject: Uint8Array | null;
}

/** Everything that is wrong with a body is told at once. Refuses `exchange.unknown-type` and `exchange.bad-body`. */
export function checkBody(
  catalogue: MessageCatalogue,
  said: { readonly type: string; readonly body: JsonObject },
): Result<null, Refusal> {
  const read = readBody(catalogue, said);
  return read.ok ? ok(null) : read;
}

/** What its type's entry yields of a body, nothing of it being the sender's choice but the body itself. Refuses as `checkBody`. */
export function inClear(
  catalogue: MessageCatalogue,
  {
    said,
    seal,
  }: { readonly said: { readonly type: string; readonly body: JsonObject }; readonly seal: Seal },
): Result<KeptInClear, Refusal> {
  const read = readBody(catalogue, said);
  if (!read.ok) return read;
  const { form, body } = read.value;
  return ok({ figures: form.figuresOf?.(body) ?? {}, subject: form.subjectOf?.(body, seal) ?? null });
}

function readBody(
  catalogue: MessageCatalogue,
  { type, body }: { readonly type: string; readonly body: JsonObject },
): Result<{ readonly form: MessageForm; readonly body: unknown }, Refusal> {
  const form = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
  if (!form) return refuse({ code: 'exchange.unknown-type', figures: { type } });
  const { problems, value } = parsePart(form.body, body);
  if (problems.length === 0) return ok({ form, body: value });
  const within = problems.slice(0, mostProblems).map(({ path, detail }) => ({
    path: (path === '' ? 'body' : `body.${path}`).slice(0, 300),
    detail: { zh: detail.zh.slice(0, 1000), en: detail.en.slice(0, 1000) },
  }));
  return refuse({ code: 'exchange.bad-body', problems: within });
}

const mostProblems = 100;
