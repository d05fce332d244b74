import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = dirname(dirname(dirname(import.meta.dirname)));

/** The password of everybody in a demo. */
export const demoPassword = 'suixing-demo-2026';

/** The demo with its two agencies, started to be looked at, and everybody in it by what the API lets them do. */
export interface DemoCity {
  /** Shenzhen's pages and API. */
  readonly address: string;
  /** Chengdu's. */
  readonly other: string;
  /** An officer of Shenzhen, or of `at`. */
  officer(loginName: string, at?: string): Promise<Desk>;
  /** Login names by whose they are and as what: those that the demo gave, and those that came since. */
  readonly logins: Map<string, Promise<string>>;
  /** Their cookies by login name and capacity: who has signed in stays so. */
  readonly cookies: Map<string, Promise<string>>;
  /** The secrets of the links that heirs were given, by the name of the heir. */
  readonly links: Map<string, Promise<string>>;
  /** `suixing …`, whose answer is JSON. */
  suixing<T>(...args: readonly string[]): Promise<T>;
  close(): Promise<void>;
}

/** Somebody who has signed in, at the API. */
export interface Desk {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

/** Draws a small demo in a folder of its own, which takes half a minute, and serves it. */
export async function openDemoCity(): Promise<DemoCity> {
  const folder = await mkdtemp(join(tmpdir(), 'suixing-screens-'));
  const env = {
    ...{ ...process.env, SUIXING_DATA_DIR: folder, SUIXING_PORT: '0', SUIXING_LANG: 'en' },
    SUIXING_TRUSTED_PROXIES: '127.0.0.1', // so that each visitor comes from an address of their own
  };
  const demo = spawn(process.execPath, ['apps/demo/main.ts', '--people', '200', '--employers', '4'], {
    ...{ cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] as const },
  });
  const close = async () => {
    if (demo.exitCode === null) {
      demo.kill('SIGTERM');
      await once(demo, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  const said = await introductionOf(demo).catch(async (fault) => {
    await close();
    throw fault;
  });
  const addressOf = (place: RegExp) => place.exec(said)?.[1] ?? '';
  const address = addressOf(/Shenzhen 440300 {3}(http:\S+)/);
  const desks = new Map<string, Promise<Desk>>();
  return {
    ...{ address, other: addressOf(/Chengdu 510100 {3}(http:\S+)/), close, logins: await citizens(address) },
    cookies: new Map(),
    links: new Map(),
    officer: (loginName, at = address) =>
      onlyOnce(desks, `${at} ${loginName}`, () => deskOf(at, { as: 'officer', loginName })),
    suixing: (...args) => runSuixing(args, env),
  };
}

/** The three insured people whom the demo gives a login. */
async function citizens(address: string): Promise<Map<string, Promise<string>>> {
  const logins = new Map<string, Promise<string>>();
  for (const loginName of ['citizen1', 'citizen2', 'citizen3']) {
    const desk = await deskOf(address, { as: 'person', loginName });
    const { personIds } = await desk.get<{ personIds: readonly string[] }>('/sessions/current');
    for (const person of personIds) logins.set(`${person} insured`, Promise.resolve(loginName));
  }
  return logins;
}

/** Everything that it says until the last of its words. */
async function introductionOf(demo: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((done, fail) => {
    for (const stream of [demo.stdout, demo.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
        if (/Ctrl-C/.test(said)) done(said);
      });
    demo.once('exit', () => fail(new Error(`the demo ended:\n${said}`)));
  });
}

async function runSuixing<T>(args: readonly string[], env: NodeJS.ProcessEnv): Promise<T> {
  const child = spawn(process.execPath, ['apps/cli/main.ts', '--json', ...args], {
    ...{ cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] as const },
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new Error(`suixing ${args.join(' ')}: ${out}${err}`);
  return JSON.parse(out) as T; // what the command answers
}

export interface SignIn {
  readonly as: 'officer' | 'person';
  readonly loginName: string;
  readonly capacity?: string;
}

let keys = 0;

/** Signs in with a token, as programs do. */
export async function deskOf(address: string, who: SignIn): Promise<Desk> {
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(`${address}/api/v1${path}`, init);
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${said}`);
    return (said === '' ? undefined : JSON.parse(said)) as T; // as the operation declares it
  };
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ ...who, password: demoPassword, deliver: 'token' });
  const { token } = await ask<{ token: string }>('/sessions', { method: 'POST', headers: json, body });
  const headers = { ...json, authorization: `Bearer ${token}`, 'suixing-purpose': 'service' };
  return {
    get: (path) => ask(path, { headers }),
    post(path, said) {
      keys += 1;
      const own = { ...headers, 'idempotency-key': `screens-${keys}-${who.loginName}` };
      return ask(path, { method: 'POST', headers: own, body: JSON.stringify(said) });
    },
  };
}

/** What was made once for a name is handed out again. */
export function onlyOnce<T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const before = made.get(name);
  if (before) return before;
  const now = make();
  made.set(name, now);
  return now;
}
