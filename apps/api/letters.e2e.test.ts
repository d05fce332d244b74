import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { readPdf } from '#platform/testing';
import { type TestApi, testApi } from './api.testing.ts';
import {
  openCitizen,
  openOffice,
  otherPerson,
  tokenOf,
  tokenOfInsured,
  viewingsThrough,
} from './testing.store.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await openOffice(api.db);
  await openCitizen(api.db);
});

/** A clerk opens a case for somebody, so that a lawful answer can be given; its number. */
async function opened(personId: string): Promise<string> {
  const answer = await api.server.inject({
    ...{ method: 'POST', url: '/api/v1/withdrawals' },
    headers: { authorization: `Bearer ${tokenOf('clerk')}`, 'idempotency-key': randomUUID() },
    payload: { personId, ground: 'nationality-lost', applyAnyway: true },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().number;
}

function look(path: string, token = tokenOfInsured) {
  return api.server.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` } });
}

test('the person prints their receipt as PDF and as a page, and the look is noted', async () => {
  const number = await opened('psn_own');
  const listed = await look(`/cases/${number}/letters`);
  expect(listed.json().items).toMatchObject([
    { number: `${number}/1`, seq: 1, kind: 'receipt', language: 'zh' },
  ]);
  const pdf = await look(`/cases/${number}/letters/1/pdf`);
  expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(pdf.headers['content-disposition']).toBe(`inline; filename="${number}-1.pdf"`);
  expect(readPdf(pdf.rawPayload)).toMatchObject({
    missing: 0,
    fonts: expect.arrayContaining(['NotoSansHans-Regular']),
  });
  const page = await look(`/cases/${number}/letters/1/html?language=en`);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.body).toContain('Receipt of an application');
  expect(page.headers['cache-control']).toBe('no-store');
  for (const operation of ['readLetterPdf', 'readLetterHtml', 'listCaseLetters'])
    await vi.waitFor(async () => expect(await viewingsThrough(api.db, operation)).toContain('psn_own'), 3000);
});

test('a letter of somebody else is not found, nor one that was never written', async () => {
  const number = await opened(otherPerson);
  for (const path of [
    `/cases/${number}/letters/1/pdf`,
    `/cases/${number}/letters/1/html`,
    `/cases/${number}/letters`,
  ]) {
    const answer = await look(path);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'casework.no-case']);
  }
  const none = await look(`/cases/${number}/letters/9/pdf`, tokenOf('clerk'));
  expect([none.statusCode, none.json().code]).toEqual([404, 'letters.no-letter']);
});

test('ten who print one letter at once each get the same bytes', async () => {
  const { items } = (await look('/withdrawals')).json();
  const path = `/cases/${items[0].number}/letters/1/pdf`;
  const printed = await Promise.all(Array.from({ length: 10 }, () => look(path)));
  expect(new Set(printed.map(({ rawPayload }) => rawPayload.toString('base64'))).size).toBe(1);
});
