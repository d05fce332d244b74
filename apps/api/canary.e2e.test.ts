import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobsOf } from '#apps/worker';
import { plainDate } from '#basics';
import { bankDay, newBank } from '#business/payments';
import { openLog } from '#platform/log';
import { testJpeg, testOffice } from '#platform/testing';
import { testApi } from './api.testing.ts';
import { addWebhookKey, everyRow } from './canary.testing.store.ts';
import { recordConfirmed } from './papers.testing.store.ts';

/** What nobody else has: wherever one of these stands in clear, it came from this person's record. */
const canaries = {
  identity: '11010519491231002X',
  phone: '13988776655',
  email: 'canary.bird@example.org',
  account: '6222021234567894321',
  heirsIdentity: '440304196103080113',
  heirsAccount: '6217001234567895432',
} as const;
const secrets = Object.values(canaries);

/** The other program keeps what it is told. */
const toldOutside: string[] = [];
const receiver = createServer((request, response) => {
  const pieces = [request.url ?? '', JSON.stringify(request.headers)];
  request.on('data', (piece: Buffer) => pieces.push(piece.toString('utf8')));
  request.on('end', () => {
    toldOutside.push(pieces.join('\n'));
    response.writeHead(204).end();
  });
});

const api = await testApi({}, { SUIXING_WEBHOOK_NETWORKS: '127.0.0.0/8', SUIXING_NOTICES: 'log' });
await testOffice(api.db);
await addWebhookKey(api.db, 'sxk_canary');
const workerLog: string[] = [];
const log = openLog({ level: 'debug', app: 'worker', to: { write: (line) => workerLog.push(line) } });

/** Each answer of the API, with what was asked. */
const answers: { readonly asked: string; readonly status: number; readonly body: string }[] = [];

async function ask(path: string, token: string, body?: unknown, mediaType = 'application/json') {
  const method = body === undefined ? 'GET' : 'POST';
  const done = await api.server.inject({
    ...{ method, url: `/api/v1${path}` },
    headers: {
      ...{ authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { 'content-type': mediaType }),
    },
    ...(body === undefined ? {} : { payload: body as string | object }), // one of the two
  });
  answers.push({ asked: `${method} ${path}`, status: done.statusCode, body: done.body });
  return { status: done.statusCode, body: mayBeJson(done.body), text: done.body };
}

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test looks at
function mayBeJson(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function taken(...asked: Parameters<typeof ask>) {
  const answer = await ask(...asked);
  expect(answer.status, `${asked[0]} ${answer.text}`).toBeLessThan(300);
  return answer.body;
}

const clerk = 'token-clerk';

async function runJobs(): Promise<void> {
  for (const { run } of jobsOf('development')) await run(api.agency, log);
}

/** A person from the import of the record to a payment that the bank sent back, and an heir of somebody else. */
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/told`; // a socket of TCP
  await taken('/webhooks', 'sxk_canary', { url, events: ['*'], contact: null });
  const personId = await broughtIn();
  await paidAndSentBack(personId);
  await inheritedBy();
  await taken('/withdrawal-drafts', clerk, { personId, content: { payee: accountOf(canaries.account) } });
  await failures();
  await runJobs();
  for (const path of [
    '/work-list',
    '/notices',
    '/payments/orders',
    '/payments/batches',
    '/payments/suspense',
  ])
    await ask(path, path === '/notices' ? 'token-reviewer' : 'token-finance');
  await ask(`/people/${personId}/record`, clerk);
}, 120_000);
afterAll(() => new Promise<void>((resolve) => receiver.close(() => resolve())));

function accountOf(accountNumber: string, name = '金丝雀') {
  return { name, bankCode: '102584000000', bankName: '工商银行深圳分行', accountNumber };
}

async function broughtIn(): Promise<string> {
  const csv = [
    'name,born_on,nationality,document_kind,document_number,relationship_status,on_roster,since,nationality_lost_on,opening_balance,balance_on,phone,email,language',
    `金丝雀,1949-12-31,USA,citizen-id,${canaries.identity},suspended,no,2020-01-01,2026-02-01,1000.00,2025-12-31,${canaries.phone},${canaries.email},zh`,
  ].join('\n');
  const report = await taken('/imports?kind=people&fileName=people.csv', clerk, csv, 'text/csv');
  const { openingCount, openingTotalFen } = report;
  await taken(`/imports/${report.runId}/approval`, 'token-reviewer', { openingCount, openingTotalFen });
  const found = await taken('/people/search', clerk, { kind: 'citizen-id', number: canaries.identity });
  return found.personId;
}

async function paidAndSentBack(personId: string): Promise<void> {
  const opened = await taken('/withdrawals', clerk, {
    ...{ personId, ground: 'nationality-lost', payee: accountOf(canaries.account) },
  });
  const { number } = opened;
  // The name that a camera or a person gave a file may hold anything.
  const name = encodeURIComponent(`${canaries.identity}.jpg`);
  const photo = Buffer.from(testJpeg());
  await taken(`/cases/${number}/files?name=${name}`, clerk, photo, 'application/octet-stream');
  const seen = await taken(`/withdrawals/${number}`, clerk);
  for (const { materialId, state } of seen.papers)
    if (state === 'missing')
      await taken(`/withdrawals/${number}/materials`, clerk, { materialId, paperReference: 'A-1' });
  await taken(`/withdrawals/${number}/review`, clerk, {});
  await taken(`/withdrawals/${number}/proposal`, clerk, { outcome: 'approve' });
  await taken(`/withdrawals/${number}/approval`, 'token-reviewer', {});
  await runJobs();
  const { batchId, digest } = await taken('/payments/batches', 'token-finance', {});
  for (const token of ['token-both', 'token-finance2'])
    await taken(`/payments/batches/${batchId}/approval`, token, { digest });
  const { xml } = await taken(`/payments/batches/${batchId}/file`, 'token-finance');
  expect(xml, 'the bank must know the account').toContain(canaries.account);
  answers.pop();
  const on = plainDate(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  const answered = bankDay(newBank(10n ** 9n), {
    ...{ on, at: new Date(), seed: 1, files: [xml], profile: 'returning' },
  });
  for (const { xml: file } of answered.files)
    await taken('/payments/bank-files', 'token-finance', file, 'application/xml');
  for (const { seq } of (await taken(`/cases/${number}/letters`, clerk)).items)
    await taken(`/cases/${number}/letters/${seq}/html`, clerk);
}

async function inheritedBy(): Promise<void> {
  const csv = [
    'name,born_on,nationality,document_kind,document_number,relationship_status,on_roster,opening_balance,balance_on',
    '王建国,1950-01-01,CHN,citizen-id,440304195001010013,suspended,no,500.00,2025-12-31',
  ].join('\n');
  const report = await taken('/imports?kind=people&fileName=two.csv', clerk, csv, 'text/csv');
  const { openingCount, openingTotalFen } = report;
  await taken(`/imports/${report.runId}/approval`, 'token-reviewer', { openingCount, openingTotalFen });
  const found = await taken('/people/search', clerk, { kind: 'citizen-id', number: '440304195001010013' });
  const owner = found.personId;
  await recordConfirmed(api.db, { owner, kind: 'died', body: { on: '2026-05-01' } });
  const { number } = await taken('/withdrawals', clerk, {
    personId: owner,
    ground: 'death',
    applyAnyway: true,
  });
  const identity = { kind: 'citizen-id', number: canaries.heirsIdentity };
  const heir = { name: '王小鹂', relation: 'child', paperReference: '亲属 1', identity };
  const { id } = await taken(`/withdrawals/${number}/heirs`, clerk, heir);
  await taken(`/withdrawals/${number}/divisions`, clerk, { basis: 'equal' });
  const payee = accountOf(canaries.heirsAccount, '王小鹂');
  await taken(`/withdrawals/${number}/heirs/${id}/payee`, clerk, payee);
  for (const { seq } of (await taken(`/cases/${number}/letters`, clerk)).items)
    await taken(`/cases/${number}/letters/${seq}/html`, clerk);
}

/** What is refused, and what breaks, says nothing of what was handed in. */
async function failures(): Promise<void> {
  const wrong = { ...accountOf(`${canaries.account}x`), name: canaries.identity, bankName: canaries.email };
  await ask('/withdrawals/SZ-2026-AAAAA-AAAAA-AAAAA/payee', clerk, wrong);
  await ask('/people/search', clerk, { kind: canaries.phone, number: canaries.identity });
  await ask('/people/search', clerk, `{"number": "${canaries.identity}", "x": ${canaries.account}`);
  await ask('/withdrawals', clerk, { personId: canaries.identity, ground: canaries.email });
  await ask('/tracking', clerk, { number: canaries.account, code: canaries.phone });
  const csv = `name,phone\n${canaries.identity},${canaries.phone}`;
  await ask('/imports?kind=people&fileName=bad.csv', clerk, csv, 'text/csv');
  const lines = `name,born_on,nationality,document_kind,document_number,relationship_status,on_roster,email\n甲,1,CHN,citizen-id,${canaries.identity}9,x,x,${canaries.email}@`;
  await ask('/imports?kind=people&fileName=lines.csv', clerk, lines, 'text/csv');
  const fact = { entry: { kind: 'retired', on: canaries.phone }, paperReference: 'A' };
  await ask('/people/psn_nobody/facts', clerk, fact);
}

describe('an identity number, a phone, an e-mail or an account', () => {
  test('stands in clear in no row of the database: no job, notice, webhook, decision, chain or file’s name', async () => {
    const rows = await everyRow(api.db);
    const tables = new Set(rows.map(({ table }) => table));
    for (const table of [
      'notice_outbox',
      'webhook_delivery',
      'payee',
      'case_action',
      'decision',
      'letter',
      'bank_line',
      'withdrawal_draft',
    ])
      expect(tables).toContain(table);
    // A name is no secret to the database: it shows that the rows were looked at.
    expect(rows.filter(({ row }) => row.includes('金丝雀')).length).toBeGreaterThan(1);
    const found = rows.flatMap(({ table, row }) =>
      secrets
        .filter((secret) => row.includes(secret) || row.includes(Buffer.from(secret).toString('hex')))
        .map((secret) => `${table}: ${secret}`),
    );
    expect(found).toEqual([]);
  });

  test('reaches no other program, no log, no metric and no address', async () => {
    expect(toldOutside.length).toBeGreaterThan(5);
    expect(workerLog.join('')).toContain('a notice would go out');
    const metrics = (await api.server.inject('/metrics')).body;
    const places = { outside: toldOutside, api: api.logged, worker: workerLog, metrics: [metrics] };
    for (const [place, texts] of Object.entries(places))
      for (const secret of secrets) expect(texts.join('\n'), place).not.toContain(secret);
    // Only what the person who asks types into an address can stand in one, and that is a file's name.
    const urls = answers.map(({ asked }) => asked).filter((asked) => !asked.includes('/files?name='));
    for (const secret of secrets) expect(urls.join('\n')).not.toContain(secret);
  });

  test('stands in no answer, whether of a page, a letter of somebody else, or an error', () => {
    expect(answers.filter(({ status }) => status >= 400).length).toBeGreaterThan(6);
    const found = answers.flatMap(({ asked, status, body }) =>
      secrets.filter((secret) => body.includes(secret)).map((secret) => `${asked} ${status}: ${secret}`),
    );
    expect(found).toEqual([]);
  });
});
