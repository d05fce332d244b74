import { beforeAll, describe, expect, test } from 'vitest';
import { testAttempt, testDatabase, testOffice, testRecord } from '#platform/testing';
import {
  acceptSql,
  account,
  confirmSql,
  keyInSql,
  legOf,
  outcomeOf,
  partner,
  type TestWord,
  testKept,
  testScan,
  testTaken,
  testTransfer,
  testWord,
} from '../legs.testing.store.ts';

/** What another agency said counts only as its gateway sent it, or as two officers read it from paper. */
const db = await testDatabase();
const [fresh, two, late, onPaper, unspoken] = [
  ...[legOf('new'), legOf('two'), legOf('late')],
  ...[legOf('paper'), legOf('unspoken')],
] as const;
const letter = { type: 'contact-letter', figures: { acceptsBalance: true, account } };

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

const all = (...sql: readonly string[]) =>
  `DO $$ BEGIN ${sql.map((one) => `PERFORM 1 FROM (${one}) AS one;`).join(' ')} END $$`;

beforeAll(async () => {
  await testOffice(db);
  for (const one of [fresh, two, late, onPaper, unspoken]) {
    await testRecord(db, one.owner);
    await testTransfer(db, one, { direction: one === late ? 'in' : 'out' });
  }
  await testWord(db, fresh, { ...letter, id: 'let_new' });
  await testWord(db, late, { id: 'adv_late', type: 'remittance-advice' });
  await testScan(db, onPaper);
  await db.app.rows(keyInSql(onPaper, 'pap_1'));
});

describe('nobody puts words into another agency’s mouth', () => {
  test.each([
    [
      'kept in the place of the gateway',
      `SELECT keep_message('440300-transfer_new', '${partner}', 'x', 99, NULL, 'reminder', now(), 'key', repeat('0', 64), '\\x01', '\\x01',
         '\\x01', NULL, '{}', NULL, now())`,
      /permission denied/,
    ],
    [
      'written beside what was kept',
      `SELECT keep_partner_word(jsonb_populate_record((SELECT w FROM partner_word w LIMIT 1), '{"message_id": "x"}'), NULL)`,
      /permission denied/,
    ],
    [
      'typed into the table',
      `INSERT INTO partner_word SELECT (jsonb_populate_record(w, '{"message_id": "x"}')).* FROM partner_word w LIMIT 1`,
      /permission denied/,
    ],
    [
      'taken from a message that nobody sent',
      `SELECT take_partner_word('psn_new', 'none', now())`,
      'transfer.no-word',
    ],
    [
      'taken into another person’s transfer',
      `SELECT take_partner_word('psn_two', 'let_new', now())`,
      'transfer.another-person',
    ],
    ['keyed in without a session', keyInSql(onPaper, 'pap_2', { token: 'x' }), 'access.no-session'],
    [
      'keyed in for another agency',
      keyInSql(onPaper, 'pap_2', { from: '330100' }),
      'transfer.another-partner',
    ],
    ['keyed in without a scan', keyInSql(onPaper, 'pap_2', { scan: 'none' }), 'transfer.no-scan'],
    [
      'keyed in and confirmed by one',
      confirmSql(onPaper, 'pap_1', { token: 'token-both' }),
      /paper_recorder_is_not_checker/,
    ],
    ['confirmed by a clerk', confirmSql(onPaper, 'pap_1', { token: 'token-clerk' }), 'access.role-missing'],
    ['confirmed unseen', confirmSql(onPaper, 'pap_1', { digest: 'other' }), 'transfer.word-differs'],
    ['used before it is confirmed', acceptSql(onPaper, 'pap_1'), 'transfer.no-word'],
    [
      'decided twice',
      all(confirmSql(onPaper, 'pap_1'), confirmSql(onPaper, 'pap_1', { token: 'token-reviewer2' })),
      /partner_paper_decision_pkey/,
    ],
    [
      'opened with oneself',
      `SELECT open_transfer('psn_new', 'cas_new', '440300-transfer_x', 'out', '440300', now())`,
      'transfer.own-region',
    ],
    [
      'applied for here beside another that is open',
      `SELECT open_transfer('psn_new', 'cas_new', '440300-transfer_x', 'out', '440100', now())`,
      'transfer.open-already',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test('a message counts for the person whom it names, from the transfer’s agency, in its turn, and as it first came', async () => {
    await db.superuser.rows(
      `INSERT INTO identity_locator VALUES (sha256('new’s number'), 'psn_new'), (sha256('two’s number'), 'psn_two')`,
    );
    const announced = { owner: 'psn_new', transferId: '510100-announced' };
    const reminder = { ...announced, type: 'reminder' };
    const outcome = async (of: { owner: string; transferId: string }, word: TestWord) => {
      const kept = await testKept(db, of.transferId, word);
      return `${kept}, ${await outcomeOf(testTaken(db, of, word))}`;
    };
    // Before there is a transfer, whose word it is shows by the number alone.
    expect(await outcome(announced, { ...reminder, ...{ id: 'ann_0', refused: 'exchange.bad-body' } })).toBe(
      'kept, transfer.no-word',
    );
    expect(await outcome(announced, { ...reminder, ...{ id: 'ann_1', subject: 'new’s number' } })).toBe(
      'kept, done',
    );
    expect(
      await outcome(announced, { ...reminder, ...{ id: 'ann_3', sequence: 4, subject: 'new’s number' } }),
    ).toBe('kept, transfer.no-word');
    expect(
      await outcome(announced, { ...reminder, ...{ id: 'ann_2', sequence: 3, subject: 'two’s number' } }),
    ).toBe('kept, transfer.another-person');
    const nameless = { owner: 'psn_new', transferId: '510100-nameless' };
    expect(await outcome(nameless, { type: 'reminder', id: 'nam_1' })).toBe('kept, transfer.another-person');
    const third = { type: 'reminder', id: 'thi_1', from: '330100' };
    expect(await outcome(fresh, third)).toBe('anothers-transfer, transfer.no-word');
    expect(await outcome(late, { type: 'reminder', id: 'lat_1', from: '330100' })).toBe(
      'anothers-transfer, transfer.no-word',
    );
    expect(await outcome(unspoken, { type: 'reminder', id: 'uns_1', from: '330100' })).toBe(
      'kept, transfer.another-partner',
    );
    const other = { ...letter, id: 'let_new', figures: { acceptsBalance: false } };
    expect(await outcome(fresh, other)).toBe('contradicts, done');
    expect(
      await db.app.row(
        `SELECT figures -> 'acceptsBalance' AS accepts FROM partner_word WHERE message_id = 'let_new'`,
      ),
    ).toEqual({ accepts: true });
  });
});
