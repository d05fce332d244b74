import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock, RefusalList } from '#basics';
import type { Log } from '#platform/log';
import type { Database } from '#platform/postgres';
import { type Admitted, checkCaller, type Identify, type InLanguage } from './check-caller.ts';
import { operationFaults } from './check-operations.ts';
import type { FileAnswer, Operation } from './operation.ts';
import { inputSchemas } from './parse-input.ts';
import { refused } from './refused.ts';
import { type Actor, runOperation, type Spoken } from './run-operation.ts';
import { setSessionCookie } from './session-cookie.ts';
import type { ViewingSink } from './viewings.ts';

/** All that the door needs to serve a table of operations. */
export interface Door<Context, Who extends Actor> {
  readonly operations: readonly Operation<Context, Who>[];
  readonly context: Context;
  readonly database: Database;
  readonly clock: Clock;
  /** Every refusal that can come out, with its wording. */
  readonly catalogue: RefusalList;
  /** The roles that exist. */
  readonly roles: readonly string[];
  /** The caller of who shows nothing. */
  readonly anyone: Who;
  readonly identify: Identify<Who>;
  /** The same caller, known to read in the language that the request names; left out where nobody is answered later. */
  readonly inLanguage?: InLanguage<Who>;
  /** Whether this caller may use this operation at all; whose records, the use case decides. */
  readonly mayUse: (who: Who, operation: Operation<Context, Who>) => boolean;
  /** Cookies for HTTPS only, under a name that no other host can set. */
  readonly secureCookies: boolean;
  /** Whether calls are counted by address; off for tests that come from one. */
  readonly limitRate: boolean;
  readonly log: Log;
  /** Who keeps the access log; none for tests of the door itself. */
  readonly viewings?: ViewingSink<Who>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string;
  }
}

/**
 * Puts the operations on the server under `/api/v1`, and throws, naming everything wrong, if one of them does not say who
 * may use it, has no wording for a refusal, or stands in another's place. Needs `@fastify/cookie`, and
 * `@fastify/rate-limit` where rates are limited.
 */
export function registerOperations<Context, Who extends Actor>(
  server: FastifyInstance,
  door: Door<Context, Who>,
): void {
  const faults = operationFaults(door.operations, door);
  if (faults.length > 0) throw new Error(`operations that cannot be registered:\n${faults.join('\n')}`);
  for (const operation of door.operations) {
    if (operation.kind === 'text') registerText(server, door, operation);
    else if (operation.kind === 'upload') registerUpload(server, door, operation);
    else registerOne(server, door, operation);
  }
}

type TextOnly<Context, Who> = Extract<Operation<Context, Who>, { kind: 'text' }>;

/** In a scope of its own, where bodies stay the text that they are. */
function registerText<Context, Who extends Actor>(
  server: FastifyInstance,
  door: Door<Context, Who>,
  operation: TextOnly<Context, Who>,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const options = { parseAs: 'string', bodyLimit: operation.maxBytes } as const;
    scope.addContentTypeParser([...operation.consumes], options, (_request, text, done) => done(null, text));
    registerOne(scope, door, operation);
  });
}

/** In a scope of its own, where a body of whatever type stays the stream that it is. */
function registerUpload<Context, Who extends Actor>(
  server: FastifyInstance,
  door: Door<Context, Who>,
  operation: Extract<Operation<Context, Who>, { kind: 'upload' }>,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, stream, done) => done(null, stream));
    registerOne(scope, door, operation);
  });
}

function registerOne<Context, Who extends Actor>(
  server: FastifyInstance,
  door: Door<Context, Who>,
  operation: Operation<Context, Who>,
): void {
  const schemas = inputSchemas(
    operation.kind === 'text' ? { params: operation.params, query: operation.query } : operation,
  );
  const callers = new WeakMap<FastifyRequest, Admitted<Who>>();
  server.route({
    method: operation.method,
    url: `/api/v1${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
    config: { operationId: operation.id, rateLimit: rateLimitOf(door, operation) },
    ...('maxBytes' in operation ? { bodyLimit: operation.maxBytes } : {}),
    // Before the body is read: who may not ask need not be listened to.
    onRequest: async (request) => {
      refuseCompressed(request);
      callers.set(request, await checkCaller(request, { door, operation }));
    },
    handler: async (request, reply) => {
      const admitted = callers.get(request) ?? { caller: door.anyone };
      try {
        const spoken = await runOperation(request, { door, operation, schemas, ...admitted });
        return speak(reply, { spoken, door });
      } finally {
        // An upload that was refused is let run dry, so that its sender reads why.
        if (operation.kind === 'upload') request.raw.resume();
      }
    },
  });
}

/** Bodies are read as they come: a compressed one would pass for text that is not JSON, a whole file of it for bad lines. */
function refuseCompressed({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') throw refused({ code: 'http.content-encoding' });
}

function speak<Context, Who extends Actor>(
  reply: FastifyReply,
  { spoken, door }: { readonly spoken: Spoken; readonly door: Door<Context, Who> },
): FastifyReply {
  if (spoken.cookie) setSessionCookie(reply, { ...spoken.cookie, secure: door.secureCookies });
  if (spoken.replayed) reply.header('Idempotent-Replay', 'true');
  reply.header('Cache-Control', 'no-store').code(spoken.status);
  if (spoken.file) return speakFile(reply, spoken.file);
  return spoken.text === null ? reply.send() : reply.type(spoken.mediaType).send(spoken.text);
}

/**
 * What somebody gave us is to be kept and not opened here: no browser may take it for a page of ours, whatever it holds. A
 * page of ours may bring its own style; it runs nothing and asks nobody for anything.
 */
function speakFile(reply: FastifyReply, answer: FileAnswer): FastifyReply {
  const { fileName, mediaType, length, bytes, ours = false } = answer;
  const policy = ours ? "default-src 'none'; style-src 'unsafe-inline'" : "sandbox; default-src 'none'";
  return reply
    .header(
      'Content-Disposition',
      `${ours ? 'inline' : 'attachment'}; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    )
    .header('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
    .header('X-Content-Type-Options', 'nosniff')
    .header('Cross-Origin-Resource-Policy', 'same-origin')
    .header('Content-Length', length)
    .type(mediaType)
    .send(Readable.from(bytes, { objectMode: false }));
}

/** Operations that need no login are limited by address; behind a login only where they ask for it. */
function rateLimitOf<Context, Who extends Actor>(
  { limitRate }: Door<Context, Who>,
  { roles, perMinute }: Operation<Context, Who>,
): false | { readonly max: number; readonly timeWindow: number } {
  const max = perMinute ?? (roles === 'anyone' ? 120 : undefined);
  return limitRate && max !== undefined ? { max, timeWindow: 60_000 } : false;
}
