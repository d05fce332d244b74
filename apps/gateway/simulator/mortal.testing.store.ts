import type { Database } from '#platform/postgres';

/**
 * The life of a process: every commit, and every writing statement that stands alone, is a point at which it may die – just before it
 * reaches the database, or just after, with nobody told. A dead process asks the database nothing any more until it is started
 * again.
 */
export interface Life {
  readonly isDead: () => boolean;
  /** It dies at the point after so many others. */
  readonly dieAfter: (points: number) => void;
  readonly startAgain: () => void;
  /** At a point. */
  readonly pass: () => void;
  /** For what changes nothing: the dead do not ask. */
  readonly mustLive: () => void;
}

export function newLife(): Life {
  let pointsLeft = Number.POSITIVE_INFINITY;
  let dead = false;
  const mustLive = () => {
    if (dead) throw new Error(killed);
  };
  return {
    isDead: () => dead,
    dieAfter(points) {
      pointsLeft = points;
    },
    startAgain() {
      dead = false;
      pointsLeft = Number.POSITIVE_INFINITY;
    },
    pass() {
      mustLive();
      pointsLeft -= 1;
      dead = pointsLeft < 0;
      mustLive();
    },
    mustLive,
  };
}

export const killed = 'the simulated process was killed';

/** As much of a database and its connections as `#platform/postgres` uses. */
interface Bound {
  readonly pool: Pool;
  /** How statements that come again and again are called on its connections. */
  names(sql: string): string | undefined;
}

interface Pool {
  connect(): Promise<Client>;
  query(...asked: readonly unknown[]): Promise<{ readonly rows: unknown[] }>;
}

interface Client {
  query(...asked: readonly unknown[]): Promise<unknown>;
}

export interface MortalDatabase {
  /** What the process is given: stays the same, whatever it is bound to. */
  readonly database: Database;
  bind(to: Database): void;
}

/** A database as a process sees it that may die, bound to one real database after the other. */
export function mortalDatabase(life: Life): MortalDatabase {
  let bound: Bound | undefined;
  const real = (): Bound => {
    if (!bound) throw new Error('the simulated process is bound to no database');
    return bound;
  };
  const pool = (): Pool => real().pool;
  async function rows(sql: string, values?: readonly unknown[]): Promise<unknown[]> {
    // What only reads is no point: how often the gateway reads its directory hangs on the machine's own time.
    const point = /\b(keep|claim|close|count)_[a-z_]+\(/.test(sql) ? life.pass : life.mustLive;
    point();
    const answer = await pool().query(sql, values === undefined ? undefined : [...values]);
    point();
    return answer.rows;
  }
  const database = {
    ...{ kind: 'database', rows, close: async () => undefined },
    row: async (sql: string, values?: readonly unknown[]) => (await rows(sql, values))[0],
    pool: { connect: async () => mortal(await connected(life, pool), life) },
    names: (sql: string) => real().names(sql),
  };
  return {
    database: database as unknown as Database, // only `connect` makes one; here it stands for whichever is bound
    bind(to) {
      bound = to as unknown as Bound; // as `connect` made it
    },
  };
}

async function connected(life: Life, pool: () => Pool): Promise<Client> {
  life.mustLive();
  return pool().connect();
}

/** What was not committed when it died is rolled back, as the server does when a connection breaks. */
function mortal(client: Client, life: Life): Client {
  async function query(...asked: readonly unknown[]): Promise<unknown> {
    const [sql] = asked;
    if (sql === 'ROLLBACK') return client.query('ROLLBACK');
    if (sql !== 'COMMIT') life.mustLive();
    else life.pass();
    const answer = await client.query(...asked);
    if (sql === 'COMMIT') life.pass();
    return answer;
  }
  return new Proxy(client, {
    get(target, key) {
      if (key === 'query') return query;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
