/** The library call where it is at home: a page in a real browser, without any server of ours behind it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessText } from '#business/inquiry/public';
import { testBrowser } from '#platform/testing';
import { textsThatAreNoRequest } from './bad-inputs.ts';
import { stories, storiesWithOneChange } from './situations.ts';

/** What the call may weigh, so that a page on a telephone can carry it; it grows with the law, not by accident. */
const mostGzippedBytes = 40_000;

const root = join(import.meta.dirname, '..', '..');
let bundle: Rolldown.OutputChunk;
let site: Server;
let browser: Browser;

beforeAll(async () => {
  bundle = await bundled();
  site = await served({
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><title>Library call</title>'],
    '/suixing.js': ['text/javascript', bundle.code],
  });
  browser = await testBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

describe('the library call in a browser', () => {
  test('is one file without any part of Node, small enough for a telephone', () => {
    expect(bundle.imports).toEqual([]);
    expect(bundle.dynamicImports).toEqual([]);
    const strangers = bundle.moduleIds.filter((id) => /node_modules|browser-external|polyfill/.test(id));
    expect(strangers).toEqual([]);
    expect(bundle.code).not.toMatch(/["'`]node:|\bprocess\.|\bBuffer\b|\brequire\(|\b__dirname\b/);
    const gzipped = gzipSync(bundle.code).length;
    process.stdout.write(`library call: ${bundle.code.length} bytes, ${gzipped} gzipped\n`);
    expect(gzipped).toBeLessThan(mostGzippedBytes);
  });

  test('gives the same bytes as in Node, for situations of every ground and for bad requests', async () => {
    const texts = requests();
    expect(texts.length).toBeGreaterThanOrEqual(200);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(addressOf(site));
    const told = await page.evaluate<readonly string[]>(`(${assessInPage})(${JSON.stringify(texts)})`);
    for (const [at, text] of texts.entries()) expect(told[at], text).toBe(assessText(text).body);
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/suixing.js']);
    await page.close();
  });
});

/** Every story, two hundred of their small changes, and texts that are no request at all. */
function requests(): readonly string[] {
  const changed = [...storiesWithOneChange()];
  const every = Math.ceil(changed.length / 200);
  const situations = [...stories, ...changed.filter((_, at) => at % every === 0)];
  return [...situations.map((each) => JSON.stringify(each)), ...textsThatAreNoRequest];
}

/** Runs in the page; text, since the test runner would rewrite its `import`. */
const assessInPage = `async (texts) => {
  const { assessText } = await import('/suixing.js');
  return texts.map((text) => assessText(text).body);
}`;

async function bundled(): Promise<Rolldown.OutputChunk> {
  const made = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'business', 'inquiry', 'public.ts'), formats: ['es'] },
    },
  });
  const outputs = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
  const [only, ...others] = outputs;
  if (only?.type !== 'chunk' || others.length > 0) throw new Error(`${outputs.length} files, not one`);
  return only;
}

function served(files: Readonly<Record<string, readonly [type: string, text: string]>>): Promise<Server> {
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? [];
    response.writeHead(type ? 200 : 404, { 'content-type': `${type ?? 'text/plain'}; charset=utf-8` });
    response.end(text);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // it listens on TCP
}
