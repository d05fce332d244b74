import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Language } from '../ui/language.tsx';
import { oneLanguage } from './one-language.ts';
import { plainImports } from './plain-imports.ts';
import type { Assets, Program } from './render.tsx';

const root = dirname(dirname(dirname(import.meta.dirname)));
const portal = join(root, 'apps', 'portal');
const languages: readonly Language[] = ['zh', 'en'];

/** What the build left: where the files are, and how each language's are called. */
export interface BuiltPortal {
  readonly folder: string;
  readonly assets: Readonly<Record<Language, Assets>>;
}

/**
 * The portal as browsers load it, built once for each state of its sources (a few seconds) and found again after that. Two that
 * build at the same time leave one.
 */
export async function builtPortal(): Promise<BuiltPortal> {
  const folder = join(await homeOf(), await fingerprint());
  if (!(await stat(join(folder, 'assets.json')).catch(() => null))) await build(folder);
  const assets = JSON.parse(await readFile(join(folder, 'assets.json'), 'utf8'));
  return { folder, assets }; // written below
}

/** Beside the program's own data; where nothing may be written there, where anybody may write. */
async function homeOf(): Promise<string> {
  const home = join(root, '.suixing', 'portal');
  const writable = await mkdir(home, { recursive: true }).then(
    () => true,
    () => false,
  );
  return writable ? home : join(tmpdir(), 'suixing-portal');
}

async function build(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const made = await mkdtemp(`${folder}-`);
  const assets = Object.fromEntries(
    await Promise.all(languages.map(async (language) => [language, await buildClient(made, language)])),
  );
  await buildWidget(made);
  await buildServer(made);
  await writeFile(join(made, 'assets.json'), JSON.stringify(assets));
  // Somebody else may have been quicker.
  await rename(made, folder).catch(() => rm(made, { recursive: true }));
}

async function buildClient(made: string, language: Language): Promise<Assets> {
  const { named, program } = await buildApart(made, {
    language,
    folder: '',
    input: {
      check: join(portal, 'client', 'check.tsx'),
      status: join(portal, 'client', 'status.tsx'),
      times: join(portal, 'client', 'times.tsx'),
      verify: join(portal, 'client', 'verify.tsx'),
      'widget-demo': join(portal, 'client', 'widget-demo.ts'),
      common: join(portal, 'client', 'common.ts'),
      device: join(portal, 'ui', 'device.ts'),
      style: join(portal, 'look', 'all.css'),
    },
  });
  // By itself, so that what the signed-in pages need of a shared file does not come with the checker.
  const ofMy = await buildApart(made, {
    language,
    folder: 'my/',
    input: {
      my: join(portal, 'client', 'my.tsx'),
      heir: join(portal, 'client', 'heir.tsx'),
      'account-inquiry': join(portal, 'client', 'account-inquiry.tsx'),
      style: join(portal, 'look', 'my.css'),
    },
  });
  return {
    style: named('apps/portal/look/all.css'),
    styleOfMy: ofMy.named('apps/portal/look/my.css'),
    device: named('apps/portal/ui/device.ts'),
    clients: {
      check: program('apps/portal/client/check.tsx'),
      status: program('apps/portal/client/status.tsx'),
      times: program('apps/portal/client/times.tsx'),
      verify: program('apps/portal/client/verify.tsx'),
      'widget-demo': program('apps/portal/client/widget-demo.ts'),
      common: program('apps/portal/client/common.ts'),
      my: ofMy.program('apps/portal/client/my.tsx'),
      heir: ofMy.program('apps/portal/client/heir.tsx'),
      'account-inquiry': ofMy.program('apps/portal/client/account-inquiry.tsx'),
    },
  };
}

/** How the files of a build are called, by their sources. */
interface Built {
  readonly named: (source: string) => string;
  readonly program: (source: string) => Program;
}

/** Programs and styles that share what they have in common with each other and with nothing else. */
async function buildApart(
  made: string,
  part: {
    readonly language: Language;
    readonly folder: '' | 'my/';
    readonly input: Readonly<Record<string, string>>;
  },
): Promise<Built> {
  const { build: viteBuild } = await import('vite');
  const { language, folder, input } = part;
  const outDir = join(made, 'assets', language, folder);
  const base = `/assets/${language}/${folder}`;
  await viteBuild({
    ...shared(),
    base,
    plugins: [oneLanguage(language), plainImports()],
    build: {
      ...{ outDir, manifest: 'manifest.json', assetsDir: '.', modulePreload: false, cssMinify: true },
      emptyOutDir: false,
      rolldownOptions: {
        input: { ...input },
        treeshake,
        // The signed-in pages are many, and each needs a part of them only.
        ...(folder === '' && { output: { postBanner: compiledAtOnce } }),
      },
    },
  });
  await compress(outDir);
  const manifest = JSON.parse(await readFile(join(outDir, 'manifest.json'), 'utf8')) as Manifest;
  const named = (source: string) => `${base}${manifest[source]?.file}`;
  const program = (source: string) => ({
    file: named(source),
    needs: [...neededBy(source, manifest)].map(named),
  });
  return { named, program };
}

/**
 * Told to the browser at the head of a file: all of it is going to be called, so that it is compiled while it loads, and not at the
 * first press of a button, which waited for it. (V8's explicit compile hints; others read a comment.)
 */
const compiledAtOnce = '//# allFunctionsCalledOnLoad';

type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

/** What a program loads before it runs. */
function neededBy(source: string, manifest: Manifest, found = new Set<string>()): ReadonlySet<string> {
  for (const other of manifest[source]?.imports ?? []) {
    if (found.has(other)) continue;
    found.add(other);
    neededBy(other, manifest, found);
  }
  return found;
}

/** In both languages, since it follows the page that it stands on; one script, which needs nothing of that page. */
async function buildWidget(made: string): Promise<void> {
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    ...shared(),
    build: {
      ...{ outDir: join(made, 'widget'), assetsDir: '.', modulePreload: false, cssMinify: true },
      rolldownOptions: {
        input: { 'suixing-inquiry': join(portal, 'anyone', 'widget', 'suixing-inquiry.ts') },
        output: { format: 'iife', entryFileNames: '[name].js' },
        treeshake,
      },
    },
  });
}

/** Below the portal a module does nothing by being loaded, so that what is not called is left out. */
const treeshake = {
  moduleSideEffects: (id: string) => !/\/(business|engines|law|basics|platform)\//.test(id),
};

async function buildServer(made: string): Promise<void> {
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    ...shared(),
    build: { ssr: join(portal, 'server', 'render.tsx'), outDir: join(made, 'server'), rolldownOptions: {} },
  });
}

function shared() {
  return {
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    mode: 'production',
    // Whatever runs the build: under a test's settings it would call React's development parts, which are not there.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^#(.+)\/public$/, replacement: `${root}/$1/public.ts` },
        { find: /^#(.+)$/, replacement: `${root}/$1/index.ts` },
      ],
    },
  } as const;
}

/** Beside each file what is sent to browsers that unpack, which all do. */
async function compress(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    await writeFile(join(folder, `${name}.gz`), gzipSync(await readFile(join(folder, name)), { level: 9 }));
  }
}

/** Of everything that the pages could be made from. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const part of [
    'apps/portal',
    'business',
    'engines',
    'law',
    'basics',
    'platform/calendar',
    'platform/typesetting/qr.ts',
    'package-lock.json',
  ])
    await addTo(hash, join(root, part));
  return hash.digest('hex').slice(0, 16);
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  if (!(await stat(path)).isDirectory()) {
    hash.update(path.slice(root.length)).update(await readFile(path));
    return;
  }
  for (const name of (await readdir(path)).sort()) {
    if (!/\.(test|testing)\.|\.store\.ts$|\.md$/.test(name)) await addTo(hash, join(path, name));
  }
}
