import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { preparePlace } from './place.ts';
import { isAlive, readPostmaster, servesData } from './postmaster.ts';
import { dropDatabase } from './roles.store.ts';
import { startEmbedded } from './start.ts';

/** Ends the embedded server of `dataDir` at once, whoever uses it, and removes its data for good. For tests. */
export async function eraseEmbedded(dataDir: string): Promise<void> {
  const { data, socket, home } = preparePlace(dataDir);
  const running = readPostmaster(data);
  if (running && servesData(running, data)) {
    process.kill(running.pid, 'SIGQUIT');
    for (let tries = 0; tries < 500 && isAlive(running.pid); tries += 1) await pause(10);
  }
  const whole = home === resolve(dataDir) ? dirname(data) : home; // a folder aside holds nothing else
  for (const path of [whole, socket, join(dataDir, 'postgres-stands-in.txt')]) {
    if (path !== undefined) rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

/** Removes one database of the embedded server of `dataDir` for good; the others stay. */
export async function eraseDatabase(dataDir: string, database: string): Promise<void> {
  const server = await startEmbedded({ dataDir });
  const superuser = new pg.Client(server.connection('superuser', 'postgres'));
  try {
    await superuser.connect();
    await dropDatabase(superuser, database);
  } finally {
    await superuser.end();
    await server.stop();
  }
}
