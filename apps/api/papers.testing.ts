import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import { materialsProofs } from '#business/materials';
import { inSnapshot } from '#platform/postgres';
import { type TestScanner, testJpeg, testOffice, testPdf, testPerson, testScanner } from '#platform/testing';
import { type TestApi, testApi } from './api.testing.ts';
import { recordConfirmed } from './papers.testing.store.ts';

export const clerk = 'token-clerk';
export const reviewer = 'token-reviewer';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests look at
  readonly body: any;
}

/** An agency with a scanner that finds the word MARKED, and what its clerks and applicants do with papers. */
export async function testPapers(name: string): Promise<TestPapers> {
  const scanner = await testScanner({ finds: 'MARKED' });
  const api = await testApi({}, { SUIXING_CLAMD: `${scanner.address.host}:${scanner.address.port}` });
  await testOffice(api.db);
  afterAll(() => scanner.stop());
  const asks = asking(api);
  return { api, scanner, ...asks, ...acting(api, { ...asks, name }), ...looking(api) };
}

export interface TestPapers
  extends ReturnType<typeof asking>,
    ReturnType<typeof acting>,
    ReturnType<typeof looking> {
  readonly api: TestApi;
  readonly scanner: TestScanner;
}

function asking(api: TestApi) {
  async function post(path: string, token: string, body: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    const done = await api.server.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload: body });
    return { status: done.statusCode, body: done.json() };
  }

  async function get(path: string, token: string): Promise<Answer> {
    const done = await api.server.inject({
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: done.statusCode, body: done.json() };
  }

  async function upload(
    number: string,
    token: string,
    bytes: Uint8Array | Readable,
    name?: string,
  ): Promise<Answer> {
    const query = name === undefined ? '' : `?name=${encodeURIComponent(name)}`;
    const done = await api.server.inject({
      method: 'POST',
      url: `/api/v1/cases/${number}/files${query}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      payload: bytes instanceof Readable ? bytes : Buffer.from(bytes),
    });
    return { status: done.statusCode, body: done.json() };
  }
  return { post, get, upload };
}

function acting(
  api: TestApi,
  { post, get, upload, name }: ReturnType<typeof asking> & { readonly name: string },
) {
  let persons = 0;
  /** Somebody who lost their nationality, or died, with a case that a clerk opened. */
  async function newCase(ground: 'nationality-lost' | 'death' = 'nationality-lost', known?: string) {
    persons += 1;
    const owner = known ?? `psn_${name}${persons}`;
    if (known === undefined) {
      await testPerson(api.db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' });
      if (ground === 'death') {
        await recordConfirmed(api.db, { owner, kind: 'died', body: { on: '2026-05-01' } });
        await recordConfirmed(api.db, {
          owner,
          kind: 'succession',
          body: { established: true, on: '2026-05-20' },
        });
      } else await recordConfirmed(api.db, { owner, kind: 'nationality-lost', body: { on: '2026-02-01' } });
    }
    const opened = await post('/withdrawals', clerk, { personId: owner, ground });
    return { owner, number: String(opened.body.number) };
  }
  async function handIn(
    number: string,
    token: string,
    materialId: string,
    bytes: Uint8Array,
  ): Promise<string> {
    const uploaded = await upload(number, token, bytes);
    if (uploaded.status !== 201) throw new Error(JSON.stringify(uploaded.body));
    const { fileId } = uploaded.body;
    const given = await post(`/cases/${number}/papers`, token, { materialId, fileIds: [fileId] });
    if (given.status !== 200) throw new Error(JSON.stringify(given.body));
    return fileId;
  }

  function judge(number: string, materialId: string, body: object): Promise<Answer> {
    return post(`/cases/${number}/papers/${materialId}/verdict`, clerk, { revision: 1, ...body });
  }

  async function paperOf(number: string, materialId: string, token = clerk) {
    const { body } = await get(`/cases/${number}/papers`, token);
    return body.papers.find((paper: { materialId: string }) => paper.materialId === materialId);
  }
  return { newCase, handIn, judge, paperOf };
}

function looking(api: TestApi) {
  /** Every file below the folder of papers, by its path. */
  function lying(): readonly string[] {
    const folder = api.agency.config.filesDir;
    const names = readdirSync(folder, { recursive: true, withFileTypes: true });
    return names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  }

  async function broken(proof: string): Promise<readonly string[]> {
    const found = materialsProofs(api.agency.files).find(({ name }) => name === `materials.${proof}`);
    const result = await inSnapshot(api.db.app, async (reader) => found?.run(reader, () => undefined));
    return result?.broken.map(({ row }) => row) ?? ['no such proof'];
  }
  return { lying, broken };
}

/** One document like no other. */
export const different = (text: string = randomUUID()) => testPdf({ text });

/** A picture of so many megabytes, made as it is sent: its last scan is long. */
export function* longFile(megabytes: number, mark: string): Generator<Buffer> {
  const whole = testJpeg();
  yield whole.subarray(0, -2);
  yield Buffer.from(mark);
  const piece = Buffer.alloc(64 * 1024, 0x11);
  for (let sent = 0; sent < megabytes * 1024 * 1024; sent += piece.length) yield piece;
  yield whole.subarray(-2);
}
