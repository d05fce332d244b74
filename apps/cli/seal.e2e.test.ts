import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { inFull, temporaryFolder, testDatabase, testOffice, testPerson } from '#platform/testing';
import { typed } from './typed.testing.ts';

const db = await testDatabase();
const folder = temporaryFolder();
const vault = join(folder, 'vault');
const env = {
  ...process.env,
  SUIXING_MODE: 'development',
  SUIXING_DATA_DIR: folder,
  SUIXING_DATABASE_URL: db.url('app'),
  SUIXING_LOGIN_DATABASE_URL: db.url('login'),
  SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'),
  SUIXING_SEALS_TO: vault,
  SUIXING_SESSION: 'token-clerk',
  SUIXING_LANG: 'en',
};

beforeAll(async () => {
  // The first command of all writes the dated rates, which no opening balance may come before.
  await suixing(['verify']);
  await testOffice(db);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100n, balanceOn: '2025-12-31' });
}, 60_000);

function start(args: readonly string[], more: Record<string, string> = {}) {
  return spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function suixing(args: readonly string[], more: Record<string, string> = {}) {
  return typed({ args, env: { ...env, ...more } });
}

/** In a process of its own. */
async function apart(args: readonly string[], more: Record<string, string> = {}) {
  const child = start(args, more);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code: Number(code) };
}

describe('suixing seal', () => {
  test.runIf(inFull)(
    'killed at any moment and run again leaves no gap, no double and nothing half written',
    async () => {
      await db.superuser.rows(
        `DO $$ BEGIN FOR n IN 1..3000 LOOP PERFORM chain_record('psn_a', 'entry', 'rec_' || n, sha256('x'), now()); END LOOP; END $$`,
      );
      const before = start(['seal', '--again']);
      await once(before, 'exit');
      for (let round = 0; round < 5; round += 1) {
        const child = start(['seal', '--again']);
        const began = Date.now();
        const exited = once(child, 'exit');
        // Between the first moments of its start and its end, each time at another place.
        const killer = setTimeout(() => child.kill('SIGKILL'), 250 + round * 170);
        await exited;
        clearTimeout(killer);
        expect(Date.now() - began).toBeLessThan(30_000);
      }
      const last = await apart(['seal', '--again']);
      expect(last).toMatchObject({ code: 0, err: '' });
      const numbers = await db.superuser.rows<{ number: number }>(
        'SELECT number FROM day_seal ORDER BY number',
      );
      expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1));
      const seals = readdirSync(vault).filter((name) => name.endsWith('.jws'));
      expect(seals).toHaveLength(numbers.length);
      const verified = await suixing(['verify', '--seals', vault, '--json']);
      const proof = JSON.parse(verified.out).proofs.find(
        ({ name }: { name: string }) => name === 'audit.seals-agree',
      );
      // Every link and posting is in one seal and in one only.
      const [held] = await db.superuser.rows<{ rows: bigint }>(
        'SELECT (SELECT count(*) FROM record_chain) + (SELECT count(*) FROM posting) AS rows',
      );
      expect(proof).toMatchObject({ broken: [], rows: String(held?.rows) });
    },
    120_000,
  );

  test('writes to an address with PUT and its token, and says what was refused there', async () => {
    const files = new Map<string, string>();
    let taking = false;
    const server = createServer(async (request: IncomingMessage, answer) => {
      const body = await text(request);
      if (request.method === 'GET') return void answer.writeHead(405).end();
      const known = request.headers.authorization === 'Bearer vault-token' && request.method === 'PUT';
      if (known && taking) files.set(request.url ?? '', body);
      answer.writeHead(known ? (taking ? 201 : 503) : 401).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // it listens on TCP
    const more = { SUIXING_SEALS_TO: `http://127.0.0.1:${port}/seals`, SUIXING_SEALS_TOKEN: 'vault-token' };
    expect(await suixing(['seal'])).toMatchObject({ code: 0 }); // into the folder, with which the address is compared
    const refused = await suixing(['seal'], more);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/seal 1 could not be written to http:\S+ and will be tried again: .*503/);
    taking = true;
    expect(await suixing(['seal'], more)).toMatchObject({ code: 0 });
    server.close();
    expect(files.get('/seals/seal-000001.jws')).toBe(readFileSync(join(vault, 'seal-000001.jws'), 'utf8'));
    expect(files.get('/seals/seal-000001.leaves')).toBe(
      readFileSync(join(vault, 'seal-000001.leaves'), 'utf8'),
    );
  }, 60_000);
});

describe('A proof that leaves the house', () => {
  const keys = join(folder, 'keys.json');
  const proof = join(folder, 'proof.json');

  test('is checked with the published keys alone, without a database', async () => {
    expect(await suixing(['keys', 'publish', '--out', keys])).toMatchObject({ code: 0 });
    expect(await suixing(['prove', 'record:psn_a/1', '--out', proof])).toMatchObject({ code: 0 });
    const offline = {
      SUIXING_DATABASE_URL: '',
      SUIXING_LOGIN_DATABASE_URL: '',
      SUIXING_MIGRATOR_DATABASE_URL: '',
      SUIXING_DATA_DIR: temporaryFolder(),
    };
    const printed = join(folder, 'letter.pdf');
    writeFileSync(printed, '%PDF-1.7');
    expect(await suixing(['verify-document', printed], offline)).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('no code of our letters') },
    });
    const checked = await apart(['verify-document', proof, '--keys', keys], offline);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toContain('valid: A proof that a record was sealed');
    expect(checked.out).toContain('record: record:psn_a/1');
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, readFileSync(proof, 'utf8').replace('psn_a/1', 'psn_b/1'));
    expect(await suixing(['verify-document', forged, '--keys', keys], offline)).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not hold'),
    });
  }, 60_000);

  test('in production nothing is sealed without a key that somebody made, and it says what to do', async () => {
    const more = {
      SUIXING_MODE: 'production',
      SUIXING_REGION: '440300',
      SUIXING_PAYER_NAME: 'Example',
      SUIXING_PAYER_ACCOUNT: '1',
      SUIXING_PAYER_BANK_CODE: '1',
      SUIXING_PAYER_BANK_NAME: 'Example',
      SUIXING_CONTACT_UNIT: 'Example',
      SUIXING_CONTACT_PHONE: '1',
      SUIXING_CONTACT_ADDRESS: 'Example',
      SUIXING_CONTACT_POSTCODE: '518000',
      SUIXING_IDENTITY_KEY_FILE: join(folder, 'identity.key'),
      SUIXING_SIGNING_KEYS_DIR: join(folder, 'other-keys'),
    };
    const refused = await suixing(['seal', '--again'], more);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('`suixing keys new`') });
    expect(await suixing(['keys', 'new', '--days', '30'], more)).toMatchObject({ code: 0 });
    const [key] = JSON.parse((await suixing(['keys', 'list', '--json'], more)).out).keys;
    expect(key).toMatchObject({ state: 'signs' });
    expect(await suixing(['keys', 'retire', key.kid], more)).toMatchObject({ code: 0 });
    expect((await suixing(['keys', 'list'], more)).out).toContain('verifies only');
  }, 60_000);
});
