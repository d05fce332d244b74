import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal, RefusalList } from '#basics';
import type { Log } from '#platform/log';
import { isLostConnection, refusedByGuard } from '#platform/postgres';
import { type Asked, faultDocument, type ProblemDocument, preferredLanguage, problemOf } from './problems.ts';
import { isRefused } from './refused.ts';

interface Failing {
  readonly catalogue: RefusalList;
  readonly log: Log;
}

/** Everything that does not succeed leaves the server as a problem document; a fault is logged here, once. */
export function answerFailures(server: FastifyInstance, { catalogue, log }: Failing): void {
  server.setNotFoundHandler((request, reply) => answerNoSuchPath(catalogue, { request, reply }));
  server.setErrorHandler((error, request, reply) => {
    const problem = documentOf(error, { catalogue, log, request });
    if (problem.code === 'http.not-signed-in') reply.header('WWW-Authenticate', 'Bearer');
    reply.code(problem.status).header('Cache-Control', 'no-store').type(problemType);
    return reply.send(JSON.stringify(problem));
  });
}

/** Also for an address that the router cannot read; its own words would repeat the address. */
export function answerNoSuchPath(
  catalogue: RefusalList,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): FastifyReply {
  const problem = problemOf(catalogue, { code: 'http.no-such-path' }, askedBy(request));
  return reply.code(404).header('Cache-Control', 'no-store').type(problemType).send(JSON.stringify(problem));
}

export const problemType = 'application/problem+json; charset=utf-8';

export function askedBy(request: FastifyRequest): Asked {
  return { requestId: request.id, language: preferredLanguage(request.headers['accept-language']) };
}

function documentOf(
  error: unknown,
  { catalogue, log, request }: Failing & { readonly request: FastifyRequest },
): ProblemDocument {
  const asked = askedBy(request);
  const refusal = refusalOf(error, catalogue);
  if (refusal) return problemOf(catalogue, refusal, asked);
  const { operationId } = request.routeOptions.config;
  log.error({ requestId: request.id, operation: operationId, fault: describeFault(error) }, 'fault');
  if (isLostConnection(error)) return problemOf(catalogue, { code: 'http.unavailable' }, asked);
  return faultDocument(asked);
}

function refusalOf(error: unknown, catalogue: RefusalList): Refusal | undefined {
  if (isRefused(error)) return error.refusal;
  const guarded = refusedByGuard(error);
  if (guarded !== undefined && Object.hasOwn(catalogue, guarded)) return { code: guarded };
  return refusalOfServer(error);
}

/** What the server itself refuses before it calls us (Fastify's error codes). */
function refusalOfServer(error: unknown): Refusal | undefined {
  const { code = '', statusCode = 500 } = (error ?? {}) as Partial<FastifyError>; // anything may be thrown
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return { code: 'http.too-large' };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415) return { code: 'http.media-type' };
  if (/^FST_ERR_CTP_(INVALID_JSON|EMPTY_JSON)/.test(code) || error instanceof SyntaxError)
    return statusCode < 500 ? { code: 'http.not-json' } : undefined;
  if (code === 'FST_UNDER_PRESSURE') return { code: 'http.unavailable' };
  return statusCode < 500 ? { code: 'http.bad-input' } : undefined;
}

/**
 * What the log keeps of a fault: enough to find the line of code, without the values of the data. PostgreSQL quotes the
 * offending value in `detail` and `where`, and for errors of class 22 in the message too.
 */
export function describeFault(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code, constraint, table } = error as Error & Record<string, unknown>; // where it came from the database
  const quotesValues = typeof code === 'string' && code.startsWith('22');
  return {
    name: error.name,
    message: quotesValues ? 'a value that the database cannot read' : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint, table } : {}),
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}
