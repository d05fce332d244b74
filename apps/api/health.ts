import type { FastifyInstance } from 'fastify';
import { migrationsFolder } from '#apps/agency';
import { catalogue } from '#apps/catalogue';
import { askedBy, describeFault, problemOf } from '#platform/http';
import type { Log } from '#platform/log';
import { type Database, requireCurrentSchema } from '#platform/postgres';

/** `/healthz`: this process answers. `/readyz`: so does the database, and its schema is the one that we were made for. */
export function serveHealth(
  server: FastifyInstance,
  { database, log }: { readonly database: Database; readonly log: Log },
): void {
  server.get('/healthz', async (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({ status: 'ok' }),
  );
  server.get('/readyz', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    try {
      await requireCurrentSchema(database, { folder: migrationsFolder });
      return reply.send({ status: 'ready' });
    } catch (error) {
      log.warn({ requestId: request.id, fault: describeFault(error) }, 'not ready');
      const problem = problemOf(catalogue, { code: 'http.unavailable' }, askedBy(request));
      return reply.code(503).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    }
  });
}
