import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { catalogue } from '#apps/catalogue';
import { type Site, servePortal } from '#apps/portal';
import { shanghaiDate } from '#basics';
import { callerOf } from '#business/access';
import { anyone, type Caller, mayUse, roles } from '#business/access/public';
import { viewingRecorder } from '#business/access-log';
import {
  answerFailures,
  answerNoSuchPath,
  type Operation,
  refused,
  registerOperations,
} from '#platform/http';
import type { Log } from '#platform/log';
import type { ApiContext, ServedAgency } from './context.ts';
import { serveDocs } from './docs-page.ts';
import { serveHealth } from './health.ts';
import { serveMetrics } from './metrics.ts';
import { operations as allOperations } from './operations.ts';
import { servePublishedKeys } from './published-keys.ts';

export interface ServerOptions {
  readonly log: Log;
  /** Whoever shows it may read `/metrics` from another machine. */
  readonly metricsToken?: string | null;
  /** Addresses of proxies whose word on the caller's address is taken. */
  readonly trustedProxies?: readonly string[];
  /** Whether people's pages are served as well; they are built first where they have not been. */
  readonly portal?: Site | null;
  /** Off for tests that come from one address. */
  readonly limitRate?: boolean;
  /** The table served; all of it unless a test brings its own. */
  readonly operations?: readonly Operation<ApiContext, Caller>[];
}

/** The server, ready to listen: every operation, health, metrics, the API's page; nothing listens yet. */
export async function buildServer(agency: ServedAgency, options: ServerOptions): Promise<FastifyInstance> {
  const { log, limitRate = true } = options;
  const context: ApiContext = { ...agency, mode: agency.config.mode };
  const server: FastifyInstance = fastify({
    loggerInstance: log as FastifyBaseLogger, // pino's logger is one
    logController: new LogController({ disableRequestLogging: true }), // its lines would hold addresses with queries
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    bodyLimit: 1_000_000,
    frameworkErrors: (_error, request, reply) => answerNoSuchPath(catalogue, { request, reply }),
    // A photograph of twenty megabytes over a slow line takes its time; headers have Node's own, shorter one.
    requestTimeout: 180_000,
    forceCloseConnections: 'idle',
  });
  server.removeContentTypeParser('text/plain');
  answerFailures(server, { catalogue, log });
  logAnswers(server, log);
  tellToday(server, context);
  const secure = context.mode === 'production';
  await protect(server, { limitRate, secure });
  serveMetrics(server, { token: options.metricsToken ?? null });
  serveHealth(server, { database: context.database, log });
  servePublishedKeys(server, context.signingKeys);
  await serveDocs(server);
  if (options.portal) await servePortal(server, options.portal);
  const viewings = viewingRecorder({
    ...context,
    onFailure: (err) => log.error({ err }, 'viewings could not be written and are kept for the next time'),
  });
  server.addHook('onClose', () => viewings.stop());
  registerOperations(server, {
    viewings,
    operations: options.operations ?? allOperations,
    context: { ...context, writeViewings: viewings.flush },
    database: context.database,
    clock: context.clock,
    catalogue,
    roles,
    anyone,
    identify: (token) => identify(context, token),
    inLanguage: (caller, language) => (language === null ? caller : { ...caller, language }),
    mayUse,
    secureCookies: secure,
    limitRate,
    log,
  });
  await server.ready();
  return server;
}

async function identify(context: ApiContext, token: string): Promise<Caller | null> {
  const caller = await callerOf(context, { bearer: token });
  return caller.ok ? caller.value : null;
}

/** Which day it is for the agency, whose clock a demo moves: pages that promise a day count from it. */
function tellToday(server: FastifyInstance, { clock }: ApiContext): void {
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('Suixing-Today', shanghaiDate(clock.now()));
  });
}

/** One line an answer, with what was asked by its name: no address, no query, nothing of the person. */
function logAnswers(server: FastifyInstance, log: Log): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operationId ?? 'other';
    const ms = Math.round(reply.elapsedTime);
    log.info({ requestId: request.id, operation, status: reply.statusCode, ms }, 'answered');
  });
}

async function protect(
  server: FastifyInstance,
  { limitRate, secure }: { readonly limitRate: boolean; readonly secure: boolean },
): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // Told to browsers where HTTPS is known to be there, since they remember it for a year.
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  await server.register(cookie);
  if (!limitRate) return;
  await server.register(underPressure, { maxEventLoopDelay: 3_000, retryAfter: 5 });
  await server.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      refused({ code: 'http.too-many', figures: { seconds: Math.max(1, Math.ceil(ttl / 1000)) } }),
  });
}
