import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { servePublishedKeys } from '#apps/api';
import { catalogue } from '#apps/catalogue';
import { keepTogether, largestMessage } from '#engines/exchange';
import { answerFailures, answerNoSuchPath, refused } from '#platform/http';
import type { Log } from '#platform/log';
import { type Allowance, makeAllowance } from './allowance.ts';
import type { GatewayAgency } from './context.ts';
import { keptFor } from './kept-for.ts';
import { knownPartners } from './known-partners.ts';
import { serveMessages } from './messages.ts';

export interface GatewayOptions {
  readonly log: Log;
  /** Addresses of proxies whose word on the caller's address is taken. */
  readonly trustedProxies?: readonly string[];
  /** Off for measurements and tests that come from one address. */
  readonly limitRate?: boolean;
  /** Told of a message that was kept just now, so that it is applied without waiting for the next round. */
  readonly onKept: (stream: { readonly transferId: string; readonly from: string }) => void;
}

/** An address that nobody knows yet, and a partner whose signature holds, may each come so often a minute. */
const perAddress = 6_000;
const perPartner = 6_000;

/** The server that other agencies speak to: messages, the public keys, a sign of life. It knows nobody but partners. */
export async function buildGateway(
  agency: GatewayAgency,
  { log, trustedProxies = [], limitRate = true, onKept }: GatewayOptions,
): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    loggerInstance: log as FastifyBaseLogger, // pino's logger is one
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: largestMessage,
    frameworkErrors: (_error, request, reply) => answerNoSuchPath(catalogue, { request, reply }),
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
  });
  server.removeAllContentTypeParsers();
  answerFailures(server, { catalogue, log });
  // Agencies are no browsers; should one come by, it takes what it gets for nothing else.
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
  });
  if (limitRate) await limit(server);
  const allowance: Allowance = limitRate
    ? makeAllowance({ perMinute: perPartner, now: () => performance.now() })
    : { waitSeconds: () => 0 };
  server.get('/healthz', async (_request, reply) =>
    // A partner whose messages are refused for their time sees here whose clock is wrong.
    reply.header('Cache-Control', 'no-store').send({ status: 'ok', time: agency.clock.now().toISOString() }),
  );
  servePublishedKeys(server, agency.signingKeys);
  const now = () => performance.now();
  serveMessages(server, {
    ...{ agency, log, allowance, onKept, keep: keepTogether(agency.gatewayDatabase) },
    partnerAt: knownPartners(agency.gatewayDatabase, now),
    signerNow: keptFor({ milliseconds: 1_000, now, make: () => agency.signingKeys.signer() }),
  });
  await server.ready();
  return server;
}

async function limit(server: FastifyInstance): Promise<void> {
  await server.register(underPressure, { maxEventLoopDelay: 3_000, retryAfter: 5 });
  await server.register(rateLimit, {
    global: true,
    max: perAddress,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) =>
      refused({ code: 'http.too-many', figures: { seconds: Math.max(1, Math.ceil(ttl / 1000)) } }),
  });
}
