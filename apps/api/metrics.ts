import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/**
 * `/metrics` for Prometheus: requests by operation and status, and the process itself; never who asked or for what. Open to
 * the machine itself, or to whoever shows the token.
 */
export function serveMetrics(server: FastifyInstance, { token }: { readonly token: string | null }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'suixing_http_request_seconds',
    help: 'Time to answer a request, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const faults = new Counter({
    name: 'suixing_http_faults_total',
    help: 'Requests that ended in a fault of ours',
    labelNames: ['operation'],
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operationId ?? 'other';
    requests.observe({ operation, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) faults.inc({ operation });
  });
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) return reply.callNotFound();
    return reply
      .header('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  const shown = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== null && shown !== undefined) return sameText(shown, token);
  // Behind a proxy on the same machine everybody comes from it; a request that was passed on says so in its headers.
  const passedOn = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return (
    passedOn === undefined &&
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
  );
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
