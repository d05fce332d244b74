import type { FastifyInstance } from 'fastify';
import { catalogue } from '#apps/catalogue';
import { askedBy, problemOf } from '#platform/http';
import type { AgencyKeys } from '#platform/signing';

/** `/.well-known/suixing-keys.json`: the public keys by which anybody checks what the agency signed. */
export function servePublishedKeys(server: FastifyInstance, keys: AgencyKeys): void {
  server.get('/.well-known/suixing-keys.json', async (request, reply) => {
    const set = keys.published();
    if (set.ok)
      return reply
        .header('Cache-Control', 'public, max-age=300')
        .type('application/jwk-set+json')
        .send(JSON.stringify(set.value));
    // The refusal names a file of ours, which is nobody else's business.
    const problem = problemOf(catalogue, { code: 'http.unavailable' }, askedBy(request));
    return reply.code(503).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  });
}
