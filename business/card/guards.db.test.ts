import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  testApprovedCase,
  testAttempt,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';
import { cardSteps } from './card.ts';

/** What somebody who types SQL as the application's role tries with other people's cards. */
const db = await testDatabase();
const on = '2026-06-30';
const first = new pg.Client({ connectionString: db.url('app') });
const second = new pg.Client({ connectionString: db.url('superuser') });

const bind = (
  owner: string,
  card: string,
  number: string,
  kind = 'social-security-card',
  token = 'token-clerk',
) =>
  `SELECT bind_card('${token}', '${owner}', '${card}', '${kind}', sha256('${number}'), '\\x01', '78', '看过卡', now(), now())`;
const step = (owner: string, card: string, name: string, token = 'token-clerk', basis = `'FUND-17'`) =>
  `SELECT step_card('${token}', '${owner}', '${card}', '${name}', ${basis}, '说明', '档 1', now(), now())`;
const lose = (owner: string, card: string, at = 'now()') =>
  `SELECT report_card_lost('${owner}', '${card}', 'insured', 'usr_x', NULL, ${at}, now())`;
const replace = (owner: string, old: string, card: string, number: string, token = 'token-clerk') =>
  `SELECT replace_card('${token}', '${owner}', '${old}', '${card}', sha256('${number}'), '\\x01', '79', '换卡', '档 2', now(), now())`;
const pay = (owner: string, card: string) => `SELECT card_may_pay('${owner}', '${card}')`;

beforeAll(async () => {
  await first.connect();
  await second.connect();
  await testOffice(db);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
    await db.app.rows(bind(`psn_${name}`, `crd_${name}`, `n-${name}`));
  await db.app.rows(step('psn_b', 'crd_b', 'lock'));
  await db.app.rows(lose('psn_c', 'crd_c'));
});

afterAll(async () => {
  await first.end();
  await second.end();
});

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

/** Whether a card could pay now; asked as the owner of the functions, since the application cannot. */
async function mayPay(owner: string, card: string): Promise<string> {
  return db.superuser.rows(pay(owner, card)).then(
    () => 'may pay',
    (error: Error) => error.message,
  );
}

test('the steps of a card in the database are those that the product declares', async () => {
  const rows = await db.app.rows(
    `SELECT step, from_state AS "from", to_state AS "to", coalesce(role, 'nobody') AS role FROM card_step ORDER BY step, from_state`,
  );
  const declared = cardSteps.map(({ step: name, from, to, by }) => ({
    ...{ step: name, from, to },
    role: by === 'clerk' || by === 'reviewer' ? by : 'nobody',
  }));
  const key = (row: { step: string; from: string }) => `${row.step} ${row.from}`;
  expect(rows).toEqual(declared.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
});

describe('typed by hand, cards cannot be written', () => {
  test.each(['card', 'card_event', 'card_locator', 'card_step'])('%s', async (table) => {
    const denied = `permission denied for table ${table}`;
    expect(await attempt(`INSERT INTO ${table} DEFAULT VALUES`)).toBe(denied);
    expect(await attempt(`DELETE FROM ${table}`)).toBe(denied);
    expect(
      await attempt(`UPDATE ${table} SET ${table === 'card_step' ? 'step = step' : 'owner_id = owner_id'}`),
    ).toBe(denied);
  });

  test.each(['append_card_event', 'insert_card', 'card_may_pay'])(
    '%s is called by guards only',
    async (name) => {
      const calls: Readonly<Record<string, string>> = {
        append_card_event: `SELECT append_card_event('psn_c', 'crd_c', 'found', 'officer', 'off_clerk', NULL, NULL, 'x', NULL, now(), now())`,
        insert_card: `SELECT insert_card('psn_a', 'crd_x', 'electronic-credential', sha256('x'), '\\x01', '1', NULL, 'off_clerk', 'x', now(), now())`,
        card_may_pay: pay('psn_a', 'crd_a'),
      };
      expect(await attempt(calls[name] ?? '')).toBe(`permission denied for function ${name}`);
    },
  );
});

describe('a card is not bound, given back or taken away', () => {
  test.each([
    ['without a session', bind('psn_a', 'crd_x', 'x', 'electronic-credential', 'x'), 'access.no-session'],
    [
      'by a reviewer only',
      bind('psn_a', 'crd_x', 'x', 'electronic-credential', 'token-reviewer'),
      'access.role-missing',
    ],
    [
      'where the number is another person’s',
      bind('psn_a', 'crd_x', 'n-b', 'electronic-credential'),
      'card.number-taken',
    ],
    ['where the person has one of the kind', bind('psn_a', 'crd_x', 'x'), /one_card_of_a_kind/],
    [
      'under the number of a card that is still bound',
      bind('psn_a', 'crd_x', 'n-a', 'electronic-credential'),
      'card.kind-bound',
    ],
    [
      'without a paper that the clerk has seen',
      bind('psn_a', 'crd_x', 'x', 'electronic-credential').replace(`'看过卡'`, 'NULL'),
      /violates check constraint/,
    ],
    ['to a person without an account', bind('psn_none', 'crd_x', 'x'), 'card.no-account'],
    [
      'by locking it without a legal basis',
      step('psn_a', 'crd_a', 'lock', 'token-clerk', 'NULL'),
      /violates check constraint/,
    ],
    ['by locking it without a session', step('psn_a', 'crd_a', 'lock', 'x'), 'access.no-session'],
    ['by unlocking it as a clerk', step('psn_b', 'crd_b', 'unlock'), 'access.role-missing'],
    ['by finding it without a session', step('psn_c', 'crd_c', 'found', ''), 'access.no-session'],
    ['by finding one that is locked', step('psn_b', 'crd_b', 'found'), 'card.step-not-open'],
    [
      'by a step that is nobody’s to take',
      step('psn_b', 'crd_b', 'end-with-relationship'),
      'access.role-missing',
    ],
    ['by replacing one that is locked', replace('psn_b', 'crd_b', 'crd_x', 'x'), 'card.step-not-open'],
    ['by replacing it with another person’s', replace('psn_a', 'crd_a', 'crd_x', 'n-b'), 'card.number-taken'],
    ['by replacing it without a session', replace('psn_a', 'crd_a', 'crd_x', 'x', ''), 'access.no-session'],
    ['of another person', step('psn_a', 'crd_b', 'end'), 'card.no-such-card'],
    [
      'by losing it at a moment to come',
      lose('psn_a', 'crd_a', `now() + interval '1 day'`),
      'card.moment-not-come',
    ],
    [
      'by ending it with a case that settled nothing',
      `SELECT end_cards_with_relationship('psn_a', 'cas_x', now())`,
      'ledger.not-settled',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test('by the officer who locked it', async () => {
    await db.app.rows(step('psn_d', 'crd_d', 'lock', 'token-both'));
    expect(await attempt(step('psn_d', 'crd_d', 'unlock', 'token-both'))).toBe('card.same-officer');
    await db.app.rows(step('psn_d', 'crd_d', 'unlock', 'token-reviewer'));
    expect(await mayPay('psn_d', 'crd_d')).toBe('may pay');
  });
});

describe('a card pays nothing', () => {
  test('that is lost, locked, ended or another person’s', async () => {
    expect(await mayPay('psn_a', 'crd_a')).toBe('may pay');
    expect(await mayPay('psn_c', 'crd_c')).toBe('card.lost');
    expect(await mayPay('psn_b', 'crd_b')).toBe('card.locked');
    expect(await mayPay('psn_a', 'crd_b')).toBe('card.no-such-card');
    await db.app.rows(lose('psn_b', 'crd_b'));
    await db.app.rows(step('psn_b', 'crd_b', 'unlock', 'token-reviewer'));
    expect(await mayPay('psn_b', 'crd_b')).toBe('card.lost');
    await db.app.rows(replace('psn_b', 'crd_b', 'crd_b2', 'n-b2'));
    expect(await mayPay('psn_b', 'crd_b')).toBe('card.ended');
    expect(await mayPay('psn_b', 'crd_b2')).toBe('may pay');
  });

  test('while its holder is under investigation', async () => {
    await db.app.rows(
      `SELECT set_measure('token-clerk', 'psn_d', 'msr_d', 'investigation', NULL, 'FUND-30', '核实', '立案 1', '${on}', now())`,
    );
    expect(await mayPay('psn_d', 'crd_d')).toBe('may pay');
    await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_d', 'msr_d', true, NULL, now())`);
    expect(await mayPay('psn_d', 'crd_d')).toBe('supervision.under-investigation');
  });

  test('once its account is closed, and it ends with the case that closed it', async () => {
    await testApprovedCase(db, { owner: 'psn_e', caseId: 'cas_e', on });
    await testSettle(db, { owner: 'psn_e', caseId: 'cas_e', on });
    await db.app.rows(`SELECT close_personal_account('psn_e', 'cas_e', '${on}')`);
    expect(await mayPay('psn_e', 'crd_e')).toBe('card.no-account');
    await db.app.rows(`SELECT end_cards_with_relationship('psn_e', 'cas_e', now())`);
    expect(await db.app.rows(`SELECT state FROM card WHERE owner_id = 'psn_e'`)).toEqual([
      { state: 'ended' },
    ]);
    expect(await attempt(bind('psn_e', 'crd_x', 'n-e'))).toBe('card.no-account');
  });

  test('whose loss is just being written', async () => {
    await first.query('BEGIN');
    await first.query(lose('psn_f', 'crd_f'));
    const paid = second.query(pay('psn_f', 'crd_f')).then(
      () => 'may pay',
      (error: Error) => error.message,
    );
    await Promise.race([paid, untilSomebodyWaits()]);
    await first.query('COMMIT');
    expect(await paid).toBe('card.lost');
  });
});

/** Until a statement stands in another's way. */
async function untilSomebodyWaits(): Promise<void> {
  while ((await db.superuser.rows('SELECT 1 FROM pg_locks WHERE NOT granted')).length === 0)
    await Promise.resolve();
}
