import { beforeAll, describe, expect, test } from 'vitest';
import { listDueFiles, type MaterialsContext } from '#business/materials';
import { testAttempt, testCaseFile, testDatabase, testOffice, testRecord } from '#platform/testing';
import { confirmSql, type Leg, outcomeOf, testScan, testTransfer } from '../legs.testing.store.ts';
import {
  draftSql,
  formSql,
  keyedSql,
  postedSql,
  postSql,
  testGatewayOf,
  testScanned,
  testStep,
  testSuspended,
} from './papers.testing.store.ts';

/** What the database holds to, whatever the program says, of letters to and from agencies without a gateway. */
const db = await testDatabase();
const leg = (name: string): Leg => ({
  ...{ owner: `psn_${name}`, caseId: `cas_${name}`, transferId: `440300-transfer_${name}` },
});
const [paper, other, sent] = [leg('paper'), leg('other'), leg('sent')] as const;
const outcome = (sql: string) => outcomeOf(db.app.rows(sql));

async function attempt(sql: string): Promise<string> {
  const { outcome: said, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return said;
}

beforeAll(async () => {
  await testOffice(db);
  await testGatewayOf(db, null);
  for (const one of [paper, other, sent]) {
    await testRecord(db, one.owner);
    await testTransfer(db, one);
    await testScan(db, one);
  }
  for (const [seq, action] of [
    [1, 'submit'],
    [2, 'remind'],
    [3, 'accept'],
  ] as const)
    await testStep(db, paper, { seq, action });
  await testCaseFile(db, { owner: paper.owner, caseId: 'cas_drawn' });
  await testStep(db, { owner: paper.owner, caseId: 'cas_drawn' }, { seq: 1, action: 'confirm-paid' });
});

describe('a form', () => {
  test.each([
    ['that stands on another step than it tells of', formSql(paper, 3, 'insurance-certificate')],
    [
      'of a transfer in the case of a withdrawal',
      formSql({ owner: paper.owner, caseId: 'cas_drawn' }, 1, 'remittance-advice'),
    ],
    ['that is a letter to a person, in the case of a transfer', formSql(paper, 1, 'receipt')],
  ])('is not issued %s', async (_, sql) => {
    expect(await attempt(sql)).toBe('letters.no-such-step');
  });
});

describe('the post', () => {
  beforeAll(async () => {
    for (const [seq, kind] of [
      [1, 'insurance-certificate'],
      [2, 'reminder'],
      [3, 'information-sheet'],
    ] as const)
      await db.app.rows(formSql(paper, seq, kind));
    await db.app.rows(postSql(paper, 1));
  });

  test.each([
    ['without a session', postedSql(paper, 1, { token: 'x' }), 'access.no-session'],
    ['by a reviewer', postedSql(paper, 1, { token: 'token-reviewer' }), 'access.role-missing'],
    ['tomorrow', postedSql(paper, 1, { on: 'business_today() + 1' }), 'transfer.posted-on-no-such-day'],
    [
      'before it was made',
      postedSql(paper, 1, { on: 'business_today() - 1' }),
      'transfer.posted-on-no-such-day',
    ],
    ['of a letter that is not one to post', postedSql(paper, 2), 'transfer.nothing-to-post'],
    [
      'by typing it into the table',
      `INSERT INTO partner_posting VALUES ('psn_paper', 'cas_paper', 1, business_today(), NULL, 'off_clerk', now())`,
      /permission denied/,
    ],
  ])('is not recorded %s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test('is recorded once', async () => {
    expect(await outcome(postedSql(paper, 1))).toBe('done');
    expect(await outcome(postedSql(paper, 1))).toMatch(/partner_posting_pkey/);
  });
});

describe('a letter on paper', () => {
  test.each([
    [
      'of a day to come',
      keyedSql(other, 'pap_1', { dated: `now() + interval '25 hours'` }),
      'transfer.paper-of-tomorrow',
    ],
    ['with another case’s file', keyedSql(other, 'pap_1', { scan: 'fil_none' }), 'transfer.no-scan'],
    ['begun by nobody who is logged in', draftSql(other, 'pap_d', { token: 'x' }), 'access.no-session'],
    ['begun by a reviewer', draftSql(other, 'pap_d', { token: 'token-reviewer' }), 'access.role-missing'],
  ])('is not taken: %s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test('is not taken with a scan in which something was found, or of another case', async () => {
    await testScanned(db, other, 'fil_scan', 'failed');
    expect(await outcome(keyedSql(other, 'pap_1'))).toBe('transfer.no-scan');
    await testScanned(db, other, 'fil_scan', 'clean');
    const elsewhere = { ...other, caseId: 'cas_elsewhere', transferId: '440100-transfer_elsewhere' };
    await testTransfer(db, elsewhere, { direction: 'in' });
    expect(await outcome(keyedSql(elsewhere, 'pap_1'))).toBe('transfer.no-scan');
  });

  test('goes on only from what was seen last, and what was typed is gone once it is whole', async () => {
    expect(await outcome(draftSql(other, 'pap_1'))).toBe('done');
    expect(await outcome(draftSql(other, 'pap_1'))).toMatch(/partner_paper_draft_pkey/);
    expect(await outcome(draftSql(other, 'pap_1', { seen: 1 }))).toBe('done');
    expect(await outcome(draftSql(other, 'pap_1', { seen: 1 }))).toBe('transfer.paper-newer');
    expect(await outcome(keyedSql(other, 'pap_1'))).toBe('done');
    expect(await db.app.rows('SELECT message_id FROM partner_paper_draft')).toEqual([]);
  });

  test('is keyed in once by its scan, and once by its reference in a transfer', async () => {
    await testScan(db, other, 'fil_other');
    await testScan(db, other, 'fil_spare');
    expect(await outcome(keyedSql(other, 'pap_2', { reference: '成医保函 2' }))).toBe(
      'transfer.paper-recorded',
    );
    expect(await outcome(keyedSql(other, 'pap_2', { scan: 'fil_other' }))).toBe('transfer.paper-recorded');
    expect(await outcome(keyedSql(other, 'pap_2', { scan: 'fil_other', reference: '成医保函 2' }))).toBe(
      'done',
    );
  });

  test('of a suspended agency is not confirmed before the suspension ends', async () => {
    await testSuspended(db, 'suspend');
    expect(await outcome(confirmSql(other, 'pap_1'))).toBe('transfer.partner-suspended');
    await testSuspended(db, 'resume');
    expect(await outcome(confirmSql(other, 'pap_1'))).toBe('done');
  });
});

test('the scan of a letter is kept as long as a paper that was handed in, a file of which nothing came is not', async () => {
  const clock = { now: () => new Date('2046-01-01T00:00:00Z') };
  const context = { clock, processes: {} } as unknown as MaterialsContext; // what it asks of an agency
  const { items } = await listDueFiles(db.app, { context, after: { ownerId: '', fileId: '' }, limit: 10 });
  const due = items.filter(({ ownerId }) => ownerId === other.owner).map(({ fileId }) => fileId);
  expect(due).toEqual(['fil_spare']);
});

test('an agency that has a gateway is answered for only in what began on paper and of which its gateway never spoke', async () => {
  await testGatewayOf(db, 'https://chengdu.example/', '2020-01-02');
  // As of its opening day this one has a gateway; nothing of it was ever posted.
  expect(await outcome(keyedSql(sent, 'pap_9'))).toBe('transfer.partner-has-gateway');
  expect(await outcome(keyedSql(sent, 'pap_9', { dated: `'2019-06-01T00:00:00Z'` }))).toBe(
    'transfer.partner-has-gateway',
  );
  expect(await outcome(keyedSql(paper, 'pap_8'))).toBe('done');
  expect(await outcome(postSql(paper, 2))).toBe('done');
  await db.superuser.rows(
    `INSERT INTO exchange_transfer (transfer_id, partner_region, made_at) VALUES ('${paper.transferId}', '510100', now())`,
  );
  expect(await outcome(postSql(paper, 3))).toBe('transfer.partner-has-gateway');
});
