import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, temporaryFolder } from '#platform/testing';
import { type TestApi, testApi } from './api.testing.ts';
import { operations } from './operations.ts';
import { openCitizen, openOffice, otherPerson, tokenOf, tokenOfInsured } from './testing.store.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await openOffice(api.db);
  await openCitizen(api.db);
});

interface Logged {
  readonly ownerId: string;
  readonly actorId: string;
  readonly operation: string;
  readonly purpose: string;
  readonly caseNumber: string | null;
}

function logged(db: TestDatabase): Promise<Logged[]> {
  return db.superuser.rows<Logged>(
    `SELECT owner_id AS "ownerId", actor_id AS "actorId", operation, purpose, case_number AS "caseNumber"
       FROM access_log ORDER BY id DESC`,
  );
}

function look(url: string, { token = tokenOf('clerk'), purpose }: { token?: string; purpose?: string } = {}) {
  const headers = { authorization: `Bearer ${token}`, ...(purpose === undefined ? {} : { purpose }) };
  return api.server.inject({ url: `/api/v1${url}`, headers });
}

/** The last viewing, once it is written. */
async function last(matching: Partial<Logged>): Promise<Logged> {
  return vi.waitFor(async () => {
    const [first] = await logged(api.db);
    expect(first).toMatchObject(matching);
    return first as Logged; // it matches
  }, 3000);
}

describe('Every read', () => {
  const reads = operations.filter(({ kind, roles }) => /^(read|file)$/.test(kind) && roles !== 'anyone');

  test.each(reads.map((operation) => [operation.id, operation] as const))(
    '%s tells whose records it shows',
    (_, { path, answer, shows }) => {
      const schema = JSON.stringify(z.toJSONSchema(answer, { unrepresentable: 'any' }));
      const told =
        shows !== undefined ||
        path.includes('{personId}') ||
        /"(personId|ownerId|mergedId|survivorId)"/.test(schema);
      expect(told, 'declare `shows`: whose records the answer shows, or `nobody`').toBe(true);
    },
  );
});

describe('A look at a person', () => {
  test('is noted with who looked, through what and for what', async () => {
    expect((await look(`/people/${otherPerson}`)).statusCode).toBe(200);
    await last({ ownerId: otherPerson, actorId: 'ofc_clerk', operation: 'getPerson', purpose: 'records' });
    await look(`/people/${otherPerson}`, { purpose: 'complaint' });
    await last({ purpose: 'complaint', caseNumber: null });
  });

  test('by the person themselves is noted as that', async () => {
    expect((await look('/people/psn_own', { token: tokenOfInsured })).statusCode).toBe(200);
    await last({ ownerId: 'psn_own', purpose: 'own-record' });
  });

  test('is refused with a purpose that nobody understands, and one that found nothing is not noted', async () => {
    const before = (await logged(api.db)).length;
    const refused = await look(`/people/${otherPerson}`, { purpose: 'curiosity' });
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'access-log.unknown-purpose']);
    expect(refused.json().next.en).toContain('complaint');
    expect((await look('/people/psn_nobody')).statusCode).toBe(404);
    await look(`/people/${otherPerson}`, { purpose: 'enquiry' });
    await last({ purpose: 'enquiry' });
    expect(await logged(api.db)).toHaveLength(before + 1);
  });

  test('of the log itself is noted like any other', async () => {
    const auditor = tokenOf('auditor');
    const seen = await look(`/people/${otherPerson}/viewings?limit=2`, { token: auditor });
    expect(seen.json()).toMatchObject({
      items: [{ actorId: 'ofc_clerk' }, {}],
      nextCursor: expect.any(String),
    });
    await last({
      actorId: 'ofc_auditor',
      operation: 'listPersonViewings',
      ownerId: otherPerson,
      purpose: 'audit',
    });
    const next = await look(`/people/${otherPerson}/viewings?cursor=${seen.json().nextCursor}`, {
      token: auditor,
    });
    const ids = (answer: typeof seen) =>
      answer.json().items.map((item: { viewingId: string }) => item.viewingId);
    expect(ids(next).filter((id: string) => ids(seen).includes(id))).toEqual([]);
    const mine = await look('/viewings?actorId=ofc_clerk', { token: auditor });
    expect(mine.json().items[0]).toMatchObject({ personId: otherPerson, operation: 'getPerson' });
    await last({ operation: 'listViewings' });
  });

  test('is shown to the person whose record it was, and to nobody else but auditors', async () => {
    await look('/people/psn_own');
    await last({ ownerId: 'psn_own', actorId: 'ofc_clerk' });
    const own = await look('/people/psn_own/viewings', { token: tokenOfInsured });
    expect(own.json().items[0]).toMatchObject({ actorId: 'ofc_clerk', purpose: 'records' });
    expect((await look(`/people/${otherPerson}/viewings`, { token: tokenOfInsured })).statusCode).toBe(404);
    expect((await look('/people/psn_own/viewings')).statusCode).toBe(403);
  });

  test('cannot be struck from the log, or put into it for another time of writing, with the application’s rights', async () => {
    const attempts = [
      'DELETE FROM access_log',
      `UPDATE access_log SET actor_id = 'ofc_other'`,
      `INSERT INTO access_log (owner_id, id, at, actor_kind, actor_id, operation, purpose, recorded_xid)
       VALUES ('psn_own', 'viw_1', now(), 'officer', 'x', 'y', 'audit', 0)`,
    ];
    for (const sql of attempts) await expect(api.db.app.rows(sql), sql).rejects.toThrow(/permission denied/);
  });
});

describe('The log of a process', () => {
  function serve() {
    return spawn(process.execPath, [join(import.meta.dirname, '..', 'cli', 'main.ts'), '--json', 'serve'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        SUIXING_MODE: 'development',
        SUIXING_DATA_DIR: temporaryFolder(),
        SUIXING_DATABASE_URL: api.db.url('app'),
        SUIXING_LOGIN_DATABASE_URL: api.db.url('login'),
        SUIXING_MIGRATOR_DATABASE_URL: api.db.url('migrator'),
        SUIXING_IDENTITY_KEY: '00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210',
        SUIXING_PORT: '0',
      },
    });
  }

  async function lookThere(address: string, purpose: string): Promise<void> {
    const headers = { authorization: `Bearer ${tokenOf('clerk')}`, purpose };
    const answer = await fetch(`${address}/api/v1/people/${otherPerson}`, { headers });
    expect(answer.status).toBe(200);
  }

  async function addressOf(child: ReturnType<typeof serve>): Promise<string> {
    const [line] = (await once(child.stdout, 'data')) as [Buffer]; // its first line is JSON
    return JSON.parse(line.toString('utf8')).address;
  }

  async function noted(purpose: string): Promise<number> {
    return (await logged(api.db)).filter((row) => row.purpose === purpose).length;
  }

  test('that is killed lacks nothing that was looked at a second before', async () => {
    const child = serve();
    const address = await addressOf(child);
    const looks: number[] = [];
    const until = Date.now() + 2500;
    while (Date.now() < until) {
      await lookThere(address, 'card');
      looks.push(Date.now());
    }
    child.kill('SIGKILL');
    const killedAt = Date.now();
    await once(child, 'exit');
    const safe = looks.filter((at) => at <= killedAt - 1000).length;
    expect(safe).toBeGreaterThan(10);
    expect(await noted('card')).toBeGreaterThanOrEqual(safe);
  }, 30_000);

  test('that is stopped in good order lacks nothing', async () => {
    const child = serve();
    const address = await addressOf(child);
    for (let count = 0; count < 40; count += 1) await lookThere(address, 'payments');
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(await noted('payments')).toBe(40);
  }, 30_000);
});
