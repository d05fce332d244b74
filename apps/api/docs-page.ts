import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { describeApi } from './describe-api.ts';

/** `/openapi.json`, and `/docs`, a page to read and try the API that asks nothing of anybody else's server. */
export async function serveDocs(server: FastifyInstance): Promise<void> {
  const document = describeApi();
  const text = JSON.stringify(document);
  server.get('/openapi.json', async (_request, reply) =>
    reply.header('Cache-Control', 'no-cache').type('application/json; charset=utf-8').send(text),
  );
  await server.register(swagger, {
    mode: 'static',
    specification: { document: document as never }, // its own types are those of OpenAPI 3.0
  });
  await server.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      docExpansion: 'list',
      deepLinking: true,
      validatorUrl: null,
      defaultModelsExpandDepth: -1,
      requestInterceptor: fromOwnPage as never, // sent to the browser as source text
    },
    theme: {
      title: '随行 Suixing API',
      favicon: [{ filename: 'favicon.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: icon }],
      css: [{ filename: 'suixing.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    staticCSP: {
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'", // the page sets style attributes; no script can come in that way
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    },
  });
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#0b6e4f"/><path d="M5 8h6m-3-3 3 3-3 3" stroke="#fff" stroke-width="1.6" fill="none"/></svg>';

/** The header that tells our own pages from others'. */
function fromOwnPage(request: { headers: Record<string, string> }): unknown {
  request.headers['X-Suixing'] = '1';
  return request;
}
