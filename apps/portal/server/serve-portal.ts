import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '../ui/languages.ts';
import type { Site } from '../ui/site.tsx';
import { builtPortal } from './build-portal.ts';
import { missingIn } from './missing-page.ts';
import { pack, sendPacked } from './packed.ts';
import { serveWidget } from './serve-widget.ts';

/** Everything comes from this server, nothing runs that was written into a page, and nobody frames it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'frame-src blob:', // a PDF that somebody sent, in the browser's own reader
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The pages, drawn when the server starts, and the files that they load; tells what pages there are. */
export async function servePortal(server: FastifyInstance, site: Site): Promise<readonly string[]> {
  const { folder, assets } = await builtPortal();
  const { drawPages, drawMissing } = await import(pathToFileURL(join(folder, 'server', 'render.js')).href);
  const pages = drawPages(site, assets) as ReadonlyMap<string, string>;
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  for (const [path, text] of pages) {
    const page = pack(text);
    server.get(path, async (request, reply) => {
      asPage(reply).header('Cache-Control', 'no-cache');
      return sendPacked(page, request, reply);
    });
  }
  serveMissing(server, drawMissing(site, assets));
  await serveWidget(server, { folder, site });
  server.get('/icon.svg', async (_request, reply) => reply.type('image/svg+xml').send(icon));
  server.get('/', async (request, reply) =>
    reply.header('Vary', 'Accept-Language').redirect(`/${preferred(request)}/`, 302),
  );
  return [...pages.keys()].filter((path) => path.startsWith('/zh/')).map((path) => path.slice('/zh/'.length));
}

/** What somebody sees who mistyped an address; the first pages are found without their slash, too. */
function serveMissing(server: FastifyInstance, drawn: Readonly<Record<Language, string>>): void {
  for (const language of languages)
    server.get(`/${language}`, async (_request, reply) => reply.redirect(`/${language}/`, 308));
  const pages = { zh: pack(drawn.zh), en: pack(drawn.en) };
  server.get('/*', (request, reply) => {
    const { url, headers } = request;
    const language = missingIn({ url, accept: headers.accept, preferred: preferred(request) });
    if (language === null) return reply.callNotFound();
    asPage(reply).code(404).header('Cache-Control', 'no-store');
    return sendPacked(pages[language], request, reply);
  });
}

function asPage(reply: FastifyReply): FastifyReply {
  return reply.header('Content-Security-Policy', policy).type('text/html; charset=utf-8');
}

/** Two lines that travel together, as browsers show a page's tab. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" fill="none" stroke-width="3.4" stroke-linecap="round"><path d="M3 17.5h6.5L18 7h2.5" stroke="#1C5381"/><path d="M3 25h10.5L22 14.5" stroke="#0F5B4A"/><circle cx="24.2" cy="7" r="3.3" stroke="#0F5B4A"/></svg>';

/** Chinese, but for those whose browser asks for English before it. */
function preferred({ headers }: FastifyRequest): 'zh' | 'en' {
  const asked = (headers['accept-language'] ?? '').toLowerCase().split(',');
  const first = asked.map((each) => each.trim().slice(0, 2)).find((each) => each === 'zh' || each === 'en');
  return first === 'en' ? 'en' : 'zh';
}
