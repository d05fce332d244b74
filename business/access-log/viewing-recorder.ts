import { type Clock, type Ids, ok } from '#basics';
import type { Caller } from '#business/access/public';
import type { Viewing, ViewingSink } from '#platform/http';
import { type Database, inTransaction } from '#platform/postgres';
import { readPurpose, usualPurpose } from './purpose.ts';
import { insertViewings, type ViewingRow } from './store.ts';

export interface RecorderInput {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told of a batch that could not be written; it is kept and tried again. */
  readonly onFailure: (error: unknown) => void;
  /** The longest that a viewing waits in memory. */
  readonly everyMs?: number;
}

/** Keeps the access log: gathers viewings and writes them in batches. */
export interface ViewingRecorder extends ViewingSink<Caller> {
  /** Writes what has gathered; throws where it cannot. */
  flush(): Promise<void>;
  /** Writes the rest and takes no more. */
  stop(): Promise<void>;
}

/**
 * A viewing waits in memory for half a second at most, so that a killed process loses no more. Where the database takes
 * none for a while, reads wait and then fail, before more than a few thousand could be lost: no log, no look.
 */
export function viewingRecorder(input: RecorderInput): ViewingRecorder {
  const { database, onFailure, everyMs = 500 } = input;
  let waiting: ViewingRow[] = [];
  let writing: Promise<void> = Promise.resolve();
  async function write(): Promise<void> {
    const batch = waiting;
    if (batch.length === 0) return;
    waiting = [];
    try {
      await inTransaction(database, async (tx) => ok(await insertViewings(tx, batch)));
    } catch (error) {
      waiting = [...batch, ...waiting];
      throw error;
    }
  }
  /** One batch after the other, so that a failed one is never overtaken. */
  function flush(): Promise<void> {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  }
  const timer = setInterval(() => void flush().catch(onFailure), everyMs);
  timer.unref();
  return {
    check: readPurpose,
    async note(viewing) {
      waiting.push(...rowsOf(viewing, input));
      if (waiting.length >= mostWaiting) await flush();
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

const mostWaiting = 2000;

function rowsOf(viewing: Viewing<Caller>, { clock, ids }: RecorderInput): readonly ViewingRow[] {
  const { caller, operation, persons } = viewing;
  const said = readPurpose(viewing.purpose);
  const { word, caseNumber } = (said.ok ? said.value : null) ?? usualPurpose(operation.tag, caller.kind);
  const at = clock.now();
  return persons.map((ownerId) => ({
    ...{ ownerId, id: ids.next('viw'), at, actorKind: caller.kind, actorId: caller.id },
    ...{ operation: operation.id, purpose: word, caseNumber },
  }));
}
