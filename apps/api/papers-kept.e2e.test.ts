import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { system } from '#business/access/public';
import {
  downloadFile,
  eraseDueFiles,
  materialsHashedColumns,
  rescanFiles,
  sweepFiles,
  uploadFile,
} from '#business/materials';
import { changeKeys, makeSeal, settleKeys } from '#platform/seal';
import { inFull } from '#platform/testing';
import { letYearsPass, setInvestigation, storedFilesOf } from './papers.testing.store.ts';
import { clerk, different, longFile, testPapers } from './papers.testing.ts';

const papers = await testPapers('kept');
const { api, scanner, newCase, post, get, upload, handIn, judge, paperOf, lying, broken } = papers;

beforeEach(() => {
  scanner.manner = { finds: 'MARKED' };
});

describe('The virus scanner', () => {
  test('keeps out what it finds; what it cannot judge is neither shown nor accepted until it can', async () => {
    const { owner, number } = await newCase();
    const before = lying().length;
    expect((await upload(number, clerk, different('MARKED'))).body.code).toBe('materials.infected');
    expect(lying().length).toBe(before);
    scanner.manner = 'errs';
    const fileId = await handIn(number, clerk, 'nationality-loss-certificate', different());
    expect((await storedFilesOf(api.db, owner)).map(({ scan }) => scan)).toEqual(['failed']);
    expect((await get(`/cases/${number}/files/${fileId}`, clerk)).body.code).toBe('materials.not-served');
    const accepted = { verdict: 'accepted' };
    expect((await judge(number, 'nationality-loss-certificate', accepted)).body.code).toBe(
      'materials.not-served',
    );
    scanner.manner = { finds: 'MARKED' };
    expect(await rescanFiles(api.agency)).toMatchObject({ clean: 1, infected: [], failed: 0 });
    expect((await judge(number, 'nationality-loss-certificate', accepted)).status).toBe(200);
    const shown = await api.server.inject({
      url: `/api/v1/cases/${number}/files/${fileId}`,
      headers: { authorization: `Bearer ${clerk}` },
    });
    expect(shown.rawPayload.includes('%PDF-')).toBe(true);
  });

  test('that finds a virus later has the file never served again, and its paper counts no more', async () => {
    const { number } = await newCase();
    scanner.manner = 'errs';
    const fileId = await handIn(number, clerk, 'nationality-loss-certificate', different());
    scanner.manner = { finds: '%PDF-' };
    expect(await rescanFiles(api.agency)).toMatchObject({ infected: [fileId] });
    scanner.manner = { finds: 'MARKED' };
    expect(await rescanFiles(api.agency)).toMatchObject({ clean: 0, infected: [], failed: 0 });
    expect((await get(`/cases/${number}/files/${fileId}`, clerk)).body.code).toBe('materials.not-served');
    expect(await paperOf(number, 'nationality-loss-certificate')).toMatchObject({
      state: 'missing',
      why: { code: 'infected' },
    });
    const again = await post(`/cases/${number}/papers`, clerk, {
      materialId: 'foreign-passport',
      fileIds: [fileId],
    });
    expect(again.status).toBeGreaterThanOrEqual(400);
  });
});

describe('The time of a paper', () => {
  test('ends so long after its case is over; then its content is gone and its hash stays', async () => {
    const { owner, number } = await newCase();
    await handIn(number, clerk, 'nationality-loss-certificate', different());
    await post(`/withdrawals/${number}/withdrawal-of-application`, clerk, {});
    expect(await eraseDueFiles(api.agency)).toBe(0);
    await letYearsPass(api.db, owner, 1);
    await setInvestigation(api.db, owner);
    expect(await eraseDueFiles(api.agency)).toBe(0);
    const other = await newCase();
    const gone = await handIn(other.number, clerk, 'nationality-loss-certificate', different());
    await letYearsPass(api.db, other.owner, 40);
    expect(await eraseDueFiles(api.agency)).toBe(0);
    await post(`/withdrawals/${other.number}/withdrawal-of-application`, clerk, {});
    await letYearsPass(api.db, other.owner, 1);
    const [file] = await storedFilesOf(api.db, other.owner);
    expect(await eraseDueFiles(api.agency)).toBe(1);
    expect(await storedFilesOf(api.db, other.owner)).toEqual([{ ...file, keyed: false }]);
    expect(lying().some((path) => path.endsWith(file?.name ?? 'none'))).toBe(false);
    expect((await get(`/cases/${other.number}/files/${gone}`, clerk)).body.code).toBe('materials.erased');
    expect(await broken('files-whole')).toEqual([]);
    expect(await broken('pages-as-handed-in')).toEqual([]);
  });
});

describe('Proofs of the folder', () => {
  test('find a file that was altered, one that is gone, and what no record names', async () => {
    const { owner, number } = await newCase();
    await upload(number, clerk, different());
    await upload(number, clerk, different());
    expect(await broken('files-whole')).toEqual([]);
    const [altered, gone] = (await storedFilesOf(api.db, owner)).map(({ name }) => name);
    const placeOf = (name = '') => lying().find((path) => path.endsWith(name)) ?? '';
    const bytes = readFileSync(placeOf(altered));
    writeFileSync(placeOf(altered), Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
    await api.agency.files.remove(gone ?? '');
    expect(await broken('files-whole')).toHaveLength(2);
    writeFileSync(placeOf(altered), bytes);
    const left = join(api.agency.config.filesDir, 'ab', 'ab'.repeat(32));
    const half = join(api.agency.config.filesDir, 'incoming', `${randomUUID()}.part`);
    for (const path of [left, half]) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'left over');
    }
    expect(await broken('nothing-left-over')).toEqual([]);
    for (const path of [left, half]) utimesSync(path, new Date('2020-01-01'), new Date('2020-01-01'));
    expect(await broken('nothing-left-over')).toHaveLength(2);
    expect(await sweepFiles(api.agency)).toBe(2);
    expect(await broken('nothing-left-over')).toEqual([]);
  });
});

describe('Many who upload at once', () => {
  test.runIf(inFull)(
    'twenty megabytes each leave the memory bounded and everybody else served',
    async () => {
      const { number } = await newCase();
      const address = await api.server.listen({ host: '127.0.0.1', port: 0 });
      let [peak, served] = [0, 0];
      /** With every two megabytes that somebody sends, somebody else asks whether the server is well. */
      async function* sending(mark: string): AsyncGenerator<Buffer> {
        let sent = 0;
        for (const piece of longFile(19, mark)) {
          yield piece;
          sent += piece.length;
          if (sent < 2_000_000) continue;
          sent = 0;
          expect((await fetch(`${address}/healthz`)).status).toBe(200);
          served += 1;
          peak = Math.max(peak, process.memoryUsage().rss);
        }
      }
      const uploadsOf = (marks: readonly string[]) =>
        Promise.all(marks.map((mark) => statusOf(`${address}/api/v1/cases/${number}/files`, sending(mark))));
      // What a process takes once and keeps, it has taken then.
      expect(await uploadsOf(['a', 'b', 'c'])).toEqual([201, 201, 201]);
      const before = process.memoryUsage().rss;
      peak = before;
      expect(await uploadsOf([...'defghij'])).toEqual([...'defghij'].map(() => 201));
      peak = Math.max(peak, process.memoryUsage().rss);
      expect(served).toBeGreaterThan(80);
      expect((peak - before) / 1e6, 'megabytes more, of 140 that were sent').toBeLessThan(140);
    },
    240_000,
  );
});

describe('A change of the identity key', () => {
  test('leaves every file readable, and its content known again', async () => {
    const { owner, number } = await newCase();
    const content = different();
    const { fileId } = (await upload(number, clerk, content)).body;
    const [old, fresh] = ['00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210', 'f'.repeat(64)];
    const keys = [fresh, old].map((key) => new Uint8Array(Buffer.from(key, 'hex')));
    const { random, migrator } = api.agency;
    if (!migrator) throw new Error('the tests own the tables');
    const seal = makeSeal({ keys, random });
    expect(await settleKeys({ reader: api.db.app, migrator }, seal)).toMatchObject({ ok: true });
    const changed = await changeKeys({
      migrator,
      seal,
      hashed: materialsHashedColumns,
      onProgress: () => undefined,
    });
    expect(changed).toMatchObject({ ok: true, value: { left: [] } });
    const context = { ...api.agency, seal: makeSeal({ keys: keys.slice(0, 1), random }) };
    const caller = { ...system, kind: 'officer', id: 'off_clerk', roles: ['clerk'] } as const;
    const file = await downloadFile(api.db.app, { context, caller, number, fileId });
    if (!file.ok) throw new Error(file.refusal.code);
    expect(Buffer.concat(await Array.fromAsync(file.value.bytes)).equals(content)).toBe(true);
    const again = await uploadFile({ context, caller, number, name: null, bytes: Readable.from([content]) });
    expect(again).toMatchObject({ ok: true, value: { fileId, known: true } });
    expect(await storedFilesOf(api.db, owner)).toHaveLength(1);
  }, 60_000);
});

function statusOf(url: string, body: AsyncIterable<Buffer>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${clerk}`, 'content-type': 'image/jpeg' };
    const asked = request(url, { method: 'POST', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    pipeline(Readable.from(body), asked).catch(reject);
  });
}
