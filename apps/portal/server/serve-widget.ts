import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Site } from '../ui/site.tsx';
import { pack, sendPacked } from './packed.ts';

export const widgetPath = '/widget/suixing-inquiry.js';

/**
 * The widget's one file, at an address that stays. Other sites load it, so it may be had across origins; a browser keeps it and asks
 * each time whether it is still the same, so that a change of the rules is everywhere at once.
 */
export async function serveWidget(
  server: FastifyInstance,
  { folder, site }: { readonly folder: string; readonly site: Site },
): Promise<void> {
  const built = await readFile(join(folder, 'widget', 'suixing-inquiry.js'), 'utf8');
  const servedBy = JSON.stringify({ region: site.region, demo: site.demo });
  const script = pack(`(function(SUIXING_PORTAL){${built}\n})(${servedBy});\n`);
  server.get(widgetPath, async (request, reply) => {
    reply
      .header('Access-Control-Allow-Origin', '*')
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .header('Cache-Control', 'public, no-cache')
      .type('text/javascript; charset=utf-8');
    return sendPacked(script, request, reply);
  });
}
