import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, DatabaseRole } from '../connect.ts';
import { bringUp, connectionTo, type Site, shutDown, type Up } from './bring-up.ts';
import { prepareCluster } from './cluster.ts';
import { preparePlace } from './place.ts';
import { usualDatabase } from './roles.store.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Which of the server's databases is meant, made where it is missing; the usual one where left out. */
  readonly database?: string;
  /** False for tests only: commits do not wait for the disk. */
  readonly durable?: boolean;
  /** Told when the running server was lost, and when it could not be brought up again yet. */
  readonly onTrouble?: ((error: Error) => void) | undefined;
}

export interface EmbeddedServer {
  /** False where a server was running already and was joined. */
  readonly startedHere: boolean;
  connection(role: DatabaseRole, database?: string): Connection;
  /** Stops the server, unless another process of ours still uses it. */
  stop(): Promise<void>;
}

const pauseBetweenRevivalsMs = 2_000;

/**
 * Brings up the embedded PostgreSQL of `dataDir`, or joins the one that runs there: one that outlived a killed parent, or one
 * that another process started just now. While this process lives, a server that dies is started again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, durable = true, database = usualDatabase, onTrouble } = options;
  const place = preparePlace(dataDir);
  const site: Site = { place, secrets: await prepareCluster(place, { durable }), durable, database };
  const stopping = new AbortController();
  let current: Promise<Up> = bringUp(site, onLost);
  let known = await current;
  const { startedHere } = known;

  function onLost(): void {
    onTrouble?.(new Error('the embedded database was lost; it is started again'));
    current = revive();
  }

  async function revive(): Promise<Up> {
    while (!stopping.signal.aborted) {
      try {
        known = await bringUp(site, onLost);
        return known;
      } catch (error) {
        onTrouble?.(error instanceof Error ? error : new Error(String(error)));
        await pause(pauseBetweenRevivalsMs, undefined, { ref: false, signal: stopping.signal }).catch(
          () => undefined,
        );
      }
    }
    return known;
  }

  return {
    startedHere,
    connection: (role, other) => connectionTo(site, { at: known.postmaster, role, database: other }),
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      const { lease, postmaster } = await current;
      if (await lease.release()) await shutDown(place, postmaster);
      await lease.shut();
    },
  };
}
