import type { FastifyRequest } from 'fastify';
import { type Clock, ok, type Result } from '#basics';
import { type Database, inTransaction } from '#platform/postgres';
import { writeAnswer } from './answer.ts';
import { onceOnly, readIdempotencyKey } from './idempotency.ts';
import type {
  FileAnswer,
  JobOperation,
  OpenedSession,
  Operation,
  ReadOperation,
  ShownBy,
  TextOperation,
  WriteOperation,
} from './operation.ts';
import { type Input, type InputSchemas, parseInput } from './parse-input.ts';
import { refused } from './refused.ts';
import { runDownload, runUpload } from './run-files.ts';
import { personsShown, type ViewingSink } from './viewings.ts';

/** Whoever asks has at least a name, under which their idempotency keys are kept apart from others'. */
export interface Actor {
  readonly kind: string;
  readonly id: string;
}

/** What goes back over the wire. */
export interface Spoken {
  readonly status: number;
  readonly mediaType: string;
  /** Null for an answer without a body. */
  readonly text: string | null;
  readonly replayed?: boolean;
  readonly cookie?: { readonly token: string | null };
  readonly file?: FileAnswer;
}

export interface Run<Context, Who> {
  readonly door: {
    readonly context: Context;
    readonly database: Database;
    readonly clock: Clock;
    readonly viewings?: ViewingSink<Who>;
  };
  readonly operation: Operation<Context, Who>;
  readonly schemas: InputSchemas;
  readonly caller: Who;
  readonly by?: ShownBy;
}

/** Parses, runs, and writes what the operation declares of the answer; a refusal is thrown for the error handler. */
export async function runOperation<Context, Who extends Actor>(
  request: FastifyRequest,
  run: Run<Context, Who>,
): Promise<Spoken> {
  const { operation } = run;
  if (operation.kind === 'text') return runText(request, { ...run, operation });
  if (operation.kind === 'upload') return runUpload(request, { ...run, operation });
  if (operation.kind === 'download') return runDownload(request, { ...run, operation });
  const input = orThrow(parseInput(run.schemas, request));
  switch (operation.kind) {
    case 'read':
      return runRead(request, { ...run, operation, input });
    case 'write':
      return runWrite(request, { ...run, operation, input });
    case 'job':
      return runJob(request, { ...run, operation, input });
  }
}

/** Whoever looks at a person's record is noted before they see it. */
async function runRead<Context, Who extends Actor>(
  request: FastifyRequest,
  { operation, input, ...run }: Omit<Run<Context, Who>, 'operation'> & Parsed<ReadOperation<Context, Who>>,
): Promise<Spoken> {
  const { database, viewings } = run.door;
  const purpose = purposeOf(request);
  if (viewings && operation.roles !== 'anyone') orThrow(viewings.check(purpose));
  const value = orThrow(await operation.run(database, { ...input, ...about(run) }));
  const spoken = json(operation, value);
  if (viewings && operation.roles !== 'anyone') {
    const persons = await personsShown(database, { shows: operation.shows, shown: { ...input, value } });
    if (persons.length > 0) await viewings.note({ caller: run.caller, operation, purpose, persons });
  }
  return spoken;
}

export function purposeOf({ headers }: FastifyRequest): string | null {
  const given = headers.purpose;
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : null;
}

async function runWrite<Context, Who extends Actor>(
  request: FastifyRequest,
  { operation, input, ...run }: Omit<Run<Context, Who>, 'operation'> & Parsed<WriteOperation<Context, Who>>,
): Promise<Spoken> {
  const key = orThrow(readIdempotencyKey(request.headers['idempotency-key']));
  const { kind, id } = run.caller;
  const attempt = { actor: `${kind}/${id}`, operation: operation.id, key, input };
  const answered = await inTransaction(run.door.database, (tx) =>
    onceOnly(tx, { ...attempt, at: run.door.clock.now() }, async () => {
      const done = await operation.run(tx, { ...input, ...about(run) });
      return done.ok
        ? ok({ status: operation.status ?? 200, text: writeAnswer(operation, done.value) })
        : done;
    }),
  );
  const { status, text, replayed } = orThrow(answered);
  return { status, mediaType: jsonType, text: status === 204 ? null : text, replayed };
}

async function runJob<Context, Who>(
  { ip }: FastifyRequest,
  { operation, input, ...run }: Omit<Run<Context, Who>, 'operation'> & Parsed<JobOperation<Context, Who>>,
): Promise<Spoken> {
  const by = run.by === undefined ? {} : { by: run.by };
  const value = orThrow(await operation.run({ ...input, ...about(run), from: ip, ...by }));
  if (operation.session === 'ends') return { ...json(operation, value), cookie: { token: null } };
  if (operation.session !== 'opens') return json(operation, value);
  const { deliver, token, ...rest } = value as OpenedSession; // what the declaration promises
  if (deliver === 'token') return json(operation, { ...rest, token });
  return { ...json(operation, rest), cookie: { token } };
}

async function runText<Context, Who>(
  request: FastifyRequest,
  {
    operation,
    ...run
  }: Omit<Run<Context, Who>, 'operation'> & { readonly operation: TextOperation<Context, Who> },
): Promise<Spoken> {
  const input = orThrow(
    parseInput(run.schemas, { ...request, params: request.params, query: request.query, body: {} }),
  );
  const text = typeof request.body === 'string' ? request.body : '';
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return orThrow(await operation.run({ ...input, ...about(run), text, mediaType }));
}

interface Parsed<Kind> {
  readonly operation: Kind;
  readonly input: Input;
}

export function about<Context, Who>(run: {
  readonly door: { readonly context: Context };
  readonly caller: Who;
}): {
  readonly context: Context;
  readonly caller: Who;
} {
  return { context: run.door.context, caller: run.caller };
}

export function json<Context, Who>(operation: Operation<Context, Who>, value: unknown): Spoken {
  const status = operation.status ?? 200;
  return { status, mediaType: jsonType, text: status === 204 ? null : writeAnswer(operation, value) };
}

export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw refused(result.refusal);
  return result.value;
}

const jsonType = 'application/json; charset=utf-8';
