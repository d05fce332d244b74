import { beforeAll, describe, expect, test } from 'vitest';
import { testAttempt, testCaseFile, testDatabase, testOffice, testPerson } from '#platform/testing';
import {
  acceptSql,
  account,
  bankDay,
  decideMatchSql,
  type Leg,
  legOf,
  lineSql,
  matchSql,
  partner,
  payeeSql,
  receiveSql,
  settleSql,
  stand,
  takeBackSql,
  testAccepted,
  testAnswer,
  testArrival,
  testSend,
  testStatement,
  testTransfer,
  testWord,
} from './legs.testing.store.ts';

/** What somebody who types SQL as the application's role tries in order to move a transfer's money. Every attempt fails. */
const db = await testDatabase();
const [fresh, two, ready, card, unwanted, bare, sent, back, arriving, late, away] = [
  ...[legOf('new'), legOf('two'), legOf('ready'), legOf('card'), legOf('no'), legOf('bare'), legOf('sent')],
  ...[legOf('back'), legOf('in'), legOf('late'), legOf('away')],
] as const;
const elsewhere: Leg = { ...two, caseId: 'cas_elsewhere', transferId: `${partner}-transfer_elsewhere` };
const twice: Leg = { ...two, caseId: 'cas_twice', transferId: `${partner}-transfer_twice` };
const letter = { type: 'contact-letter', figures: { acceptsBalance: true, account } };

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

/** Several statements as one, so that none of it stays. */
const all = (...sql: readonly string[]) =>
  `DO $$ BEGIN ${sql.map((one) => `PERFORM 1 FROM (${one}) AS one;`).join(' ')} END $$`;

const step = (of: Leg, message: string) =>
  `SELECT append_action(NULL, '${of.owner}', '${of.caseId}', 0, 'accept', 'awaiting-letter', 'accepted', 'partner-agency', '${partner}', now(),
     '{"messageId": "${message}"}', NULL, sha256('a'), NULL, false)`;

beforeAll(async () => {
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  for (const { owner } of [fresh, two, ready, card, unwanted, bare, sent, back, arriving, late, away])
    await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testStatement(db);
  for (const one of [fresh, two, ready, card, unwanted, bare, sent, back, away]) await testTransfer(db, one);
  await testTransfer(db, elsewhere, { with: '330100' });
  await testTransfer(db, twice);
  for (const one of [arriving, late]) await testTransfer(db, one, { direction: 'in' });
  await testCaseFile(db, { owner: ready.owner, caseId: 'cas_follows' });
  await db.superuser.rows(
    `INSERT INTO case_parent VALUES ('psn_ready', 'cas_follows', 'cas_ready', NULL, now())`,
  );
  await testWord(db, fresh, { ...letter, id: 'let_new' });
  await testWord(db, fresh, { ...letter, id: 'let_again' });
  await testWord(db, fresh, { ...letter, id: 'let_void' });
  await testWord(db, fresh, { id: 'inv_1', type: 'invalidate', figures: { invalidates: 'let_void' } });
  await testWord(db, fresh, { id: 'rem_1', type: 'reminder' });
  await testWord(db, two, { ...letter, id: 'let_two' });
  await testWord(db, elsewhere, { ...letter, id: 'let_elsewhere', from: '330100' });
  for (const one of [ready, sent, back, away]) await testAccepted(db, one);
  await withdrawCardMoney();
  await testWord(db, unwanted, {
    id: 'let_no',
    type: 'contact-letter',
    figures: { acceptsBalance: false, account },
  });
  await testWord(db, bare, { id: 'let_bare', type: 'contact-letter', figures: { acceptsBalance: true } });
  for (const [one, id] of [
    [unwanted, 'let_no'],
    [bare, 'let_bare'],
  ] as const) {
    await db.app.rows(acceptSql(one, id));
    await stand(db, one, 'accepted');
  }
  await db.app.rows(payeeSql(unwanted, 'let_no'));
  await testWord(db, ready, { id: 'det_1', type: 'account-details', figures: { account } });
  for (const one of [sent, back, away]) {
    await db.app.rows(settleSql(one));
    await testWord(db, one, {
      id: `ref_${one.caseId}`,
      type: 'balance-refused',
      figures: { amountFen: '100', reference: 'B-1' },
    });
  }
  await testSend(db, sent, 1);
  await testSend(db, away, 1);
  await testAnswer(db, away, { attempt: 1, result: 'paid' });
  await stand(db, away, 'awaiting-money-back');
  await db.app.rows(takeBackSql(back, 'ref_cas_back'));
  const advice = { id: 'adv_1', type: 'remittance-advice', figures: { amountFen: '5000', reference: 'A-1' } };
  await testWord(db, arriving, advice);
  await testWord(db, arriving, { ...advice, id: 'adv_2', figures: { amountFen: '5000', reference: 'A-2' } });
  await testWord(db, late, { ...advice, id: 'adv_late' });
  await testWord(db, arriving, { ...advice, id: 'ref_in', type: 'balance-refused' });
  await testArrival(db, { key: 'L-1', no: 1, fen: 5_000n, under: 'A-1' });
  await testArrival(db, { key: 'L-2', no: 2, fen: 4_999n, under: 'A-1' });
  await testArrival(db, { key: 'L-3', no: 3, fen: 5_000n, under: 'X-9' });
  await testArrival(db, { key: 'L-4', no: 4, fen: 5_000n, under: 'A-1' });
  await db.app.rows(
    lineSql({ line_key: 'L-5', line_no: 5, amount_fen: '5000', direction: 'out', remitted_under: 'A-1' }),
  );
  await stand(db, late, 'in-check');
});

/** An accepted transfer of somebody whose card payment is under way; it was authorised before the account was held. */
async function withdrawCardMoney(): Promise<void> {
  await db.superuser.rows('UPDATE personal_account SET held_fen = 100 WHERE owner_id = $1', [card.owner]);
  await testAccepted(db, card);
}

describe('a transfer is accepted on its own letter only', () => {
  test.each([
    ['without a letter', acceptSql(fresh, 'none'), 'transfer.no-word'],
    ['on another person’s letter', acceptSql(fresh, 'let_two'), 'transfer.no-word'],
    ['on another agency’s letter', acceptSql(two, 'let_elsewhere'), 'transfer.no-word'],
    ['on the letter of another transfer', acceptSql(twice, 'let_two'), 'transfer.no-word'],
    ['on a letter that was taken back', acceptSql(fresh, 'let_void'), 'transfer.no-word'],
    ['on a message that is no letter', acceptSql(fresh, 'rem_1'), 'transfer.no-word'],
    ['once it is accepted', acceptSql(ready, 'let_ready'), 'transfer.no-transfer'],
    [
      'twice on one letter',
      all(acceptSql(fresh, 'let_new'), acceptSql(fresh, 'let_new')),
      /transfer_acceptance_pkey/,
    ],
    [
      'on two letters',
      all(acceptSql(fresh, 'let_new'), acceptSql(fresh, 'let_again')),
      /one_acceptance_stands/,
    ],
    [
      'while another case holds the account',
      all(acceptSql(two, 'let_two'), acceptSql(elsewhere, 'let_elsewhere')),
      'ledger.already-held',
    ],
    ['as a step that rests on nobody’s word', step(fresh, 'let_two'), 'transfer.no-word'],
    [
      'and its hold passes on only once it is over',
      `DO $$ BEGIN PERFORM pass_hold('psn_ready', 'cas_follows', now()); END $$`,
      'ledger.approved-stays-held',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});

describe('a transfer pays to the account that the other agency named', () => {
  const typed = `'某人', '102584000002', '工商银行', '\\x01', '1234', now())`;
  test.each([
    [
      'not to one typed in',
      `SELECT record_payee('psn_ready', 'cas_ready', 'insured', ${typed}`,
      'transfer.account-from-partner',
    ],
    [
      'not to one corrected',
      `SELECT correct_payee('token-clerk', 'psn_ready', 'cas_ready', ${typed}`,
      'transfer.account-from-partner',
    ],
    ['not to another holder', payeeSql(ready, 'det_1', { holder: '某公司' }), 'transfer.account-differs'],
    ['not to another number', payeeSql(ready, 'det_1', { tail: '1234' }), 'transfer.account-differs'],
    ['not by a letter without an account', payeeSql(bare, 'let_bare'), 'transfer.account-differs'],
    ['not by another agency’s letter', payeeSql(ready, 'let_elsewhere'), 'transfer.no-word'],
    ['not twice by one message', payeeSql(ready, 'cas_ready-letter'), /one_payee_of_a_message/],
    [
      'not to another while the money is with the bank',
      payeeSql(sent, 'cas_sent-letter'),
      'payments.not-returned',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});

describe('a balance leaves once, whole, to an agency that takes it', () => {
  test.each([
    ['not before the transfer is accepted', settleSql(fresh), 'transfer.not-accepted'],
    ['not with another interest', settleSql(ready, { interest: '0' }), 'ledger.interest-differs'],
    [
      'not to a day before the acceptance',
      settleSql(ready, { on: `business_today() - 1` }),
      'ledger.day-gone-by',
    ],
    ['not to a day to come', settleSql(ready, { on: `business_today() + 1` }), 'ledger.day-not-come'],
    ['not while a card payment is under way', settleSql(card), 'ledger.payment-under-way'],
    ['not to an agency that does not take it', settleSql(unwanted), 'transfer.balance-not-taken'],
    ['not without the account named', settleSql(bare), 'payments.no-payee'],
    ['not twice', all(settleSql(ready), settleSql(ready)), 'ledger.not-held'],
    [
      'nor back by an adjustment',
      `DO $$ BEGIN PERFORM request_adjustment('token-clerk', 'psn_sent', 'adj_1', 'refund', NULL, NULL, NULL, business_today(), NULL, NULL, 'ord_cas_sent', 'x', 'x 1', now());
        PERFORM decide_adjustment('token-reviewer', 'psn_sent', 'adj_1', true, NULL, 'jnl_adj', now()); END $$`,
      'adjustment.order-elsewhere',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});

describe('money is taken back only while it is here', () => {
  test.each([
    ['not when it is with the bank', takeBackSql(sent, 'ref_cas_sent'), 'transfer.money-gone'],
    ['not when it was paid', takeBackSql(away, 'ref_cas_away'), 'transfer.money-gone'],
    ['not twice', takeBackSql(back, 'ref_cas_back'), 'transfer.money-gone'],
    [
      'not on another transfer’s refusal',
      all(settleSql(ready), takeBackSql(ready, 'ref_cas_back')),
      'transfer.no-word',
    ],
    [
      'not without a refusal while the case goes on',
      all(settleSql(ready), takeBackSql(ready, null)),
      'ledger.case-not-over',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});

describe('money that comes in is credited once, as announced', () => {
  test.each([
    ['not without a line', receiveSql(arriving, 'none', 'adv_1'), 'payments.not-in-suspense'],
    ['not by a line that left', receiveSql(arriving, 'L-5', 'adv_1'), 'payments.not-in-suspense'],
    ['not by another’s line', receiveSql(arriving, 'L-3', 'adv_1'), 'transfer.money-differs'],
    ['not with another amount', receiveSql(arriving, 'L-2', 'adv_1'), 'transfer.money-differs'],
    ['not on another person’s advice', receiveSql(arriving, 'L-1', 'adv_late'), 'transfer.no-word'],
    ['not on a message that is no advice', receiveSql(arriving, 'L-1', 'ref_in'), 'transfer.no-word'],
    ['not before the sheet is there', receiveSql(late, 'L-1', 'adv_late'), 'transfer.awaits-no-money'],
    [
      'not twice by one line',
      all(receiveSql(arriving, 'L-1', 'adv_1'), receiveSql(arriving, 'L-1', 'adv_1')),
      'payments.resolved-already',
    ],
    [
      'not twice on one advice',
      all(receiveSql(arriving, 'L-1', 'adv_1'), receiveSql(arriving, 'L-4', 'adv_1')),
      /word_is_received_once|cause|jnl/,
    ],
    [
      'nor cleared as something else as well',
      all(
        `SELECT request_resolution('token-finance', '${bankDay}', 'L-1', 'sus_1', 'fund', NULL, NULL, NULL, NULL, 'x', now())`,
        receiveSql(arriving, 'L-1', 'adv_1'),
        `SELECT decide_resolution('token-finance2', '${bankDay}', 'sus_1', true, 'jnl_sus', now())`,
      ),
      'payments.resolved-already',
    ],
    [
      'not matched by hand without a session',
      matchSql('m_1', arriving, 'adv_1', 'L-2', 'x'),
      'access.no-session',
    ],
    [
      'not matched by a clerk',
      matchSql('m_1', arriving, 'adv_1', 'L-2', 'token-clerk'),
      'access.role-missing',
    ],
    [
      'not matched by one officer',
      all(matchSql('m_1', arriving, 'adv_1', 'L-2'), decideMatchSql('m_1', arriving, 'token-finance')),
      /match_maker_is_not_checker/,
    ],
    [
      'not decided twice',
      all(
        matchSql('m_1', arriving, 'adv_1', 'L-2'),
        decideMatchSql('m_1', arriving),
        decideMatchSql('m_1', arriving, 'token-both'),
      ),
      /transfer_match_decision_pkey/,
    ],
    [
      'not sent back with another amount unseen',
      receiveSql(away, 'L-1', 'ref_cas_away'),
      'transfer.money-differs',
    ],
    [
      'nor matched to what another transfer was refused',
      matchSql('m_1', away, 'ref_cas_back', 'L-1'),
      'transfer.no-word',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});
