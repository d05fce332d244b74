import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import { connect } from '../connect.ts';
import { type EmbeddedServer, startEmbedded } from './start.ts';

/** Another process of ours that uses the server of the same folder. */
export interface Other {
  readonly child: ChildProcess;
  /** The next line that it prints. */
  says(): Promise<string>;
  /** Lets it stop its use of the server and end. */
  leave(): Promise<void>;
  kill(): Promise<void>;
}

export const startsAndWaits = `
  import { startEmbedded } from '#platform/postgres';
  const server = await startEmbedded({ dataDir: process.argv[1] });
  console.log(server.startedHere ? 'started' : 'joined');
  process.stdin.once('data', async () => { await server.stop(); process.exit(0); });`;

export const writesWithoutEnd = `
  import { connect, startEmbedded } from '#platform/postgres';
  const server = await startEmbedded({ dataDir: process.argv[1] });
  const db = connect({ connection: server.connection('migrator'), role: 'migrator' });
  await db.rows('CREATE TABLE IF NOT EXISTS note (number integer PRIMARY KEY)');
  for (let number = 1; ; number += 1) {
    await db.rows('INSERT INTO note VALUES ($1)', [number]);
    console.log(number);
  }`;

export const countsForTwoSeconds = `
  import { connect, startEmbedded } from '#platform/postgres';
  const server = await startEmbedded({ dataDir: process.argv[1] });
  const db = connect({ connection: server.connection('migrator'), role: 'migrator' });
  await db.rows('SELECT 1');
  console.log('counting');
  await db.rows('SELECT sum(number) FROM generate_series(1, 20000000) AS number');`;

/** A folder for the embedded server of each test of a file, and what uses it; all of it is gone after the test. */
export interface EmbeddedFolder {
  readonly dataDir: string;
  /** Processes that end with the test. */
  readonly children: ChildProcess[];
  /** Makes it as a server left it that was started once and stopped. Making it anew for each test would take a second. */
  startedBefore(): void;
  postmasterPid(): number;
  other(program: string): Other;
}

export function embeddedFolder(): EmbeddedFolder {
  let [prepared, dataDir] = ['', ''];
  let children: ChildProcess[] = [];
  beforeAll(async () => {
    prepared = temporaryFolder();
    await (await startEmbedded({ dataDir: prepared })).stop();
  });
  afterAll(() => removeTemporaryFolder(prepared));
  beforeEach(() => {
    dataDir = temporaryFolder();
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await removeTemporaryFolder(dataDir);
  });
  return {
    get dataDir() {
      return dataDir;
    },
    get children() {
      return children;
    },
    startedBefore: () => void execFileSync('cp', ['-a', join(prepared, 'postgres'), dataDir]),
    postmasterPid: () =>
      Number.parseInt(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10),
    other: (program) => start(program, { dataDir, children }),
  };
}

function start(program: string, { dataDir, children }: { dataDir: string; children: ChildProcess[] }): Other {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: Interface = createInterface({ input: child.stdout });
  const heard = lines[Symbol.asyncIterator]();
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    child,
    says: async () => String((await heard.next()).value),
    leave() {
      child.stdin.write('leave\n');
      return ended;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

export async function ask<R>(server: EmbeddedServer, sql: string): Promise<R | undefined> {
  const db = connect({ connection: server.connection('migrator'), role: 'migrator', size: 1 });
  try {
    return await db.row<R>(sql);
  } finally {
    await db.close();
  }
}
