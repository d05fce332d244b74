import { beforeAll, expect, test } from 'vitest';
import { paymentsProofs } from '#business/payments';
import { auditProofs } from '#engines/audit';
import { ledgerProofs } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import { testCaseFile, testDatabase, testOffice, testPerson, testRecord } from '#platform/testing';
import { transferChains } from './chained.store.ts';
import {
  acceptSql,
  account,
  bankDay,
  confirmSql,
  decideMatchSql,
  keyInSql,
  legOf,
  lineSql,
  matchSql,
  payeeSql,
  receiveSql,
  settleSql,
  stand,
  takeBackSql,
  testAccepted,
  testAnswer,
  testArrival,
  testScan,
  testSend,
  testStatement,
  testTransfer,
  testWord,
} from './legs.testing.store.ts';
import { transferProofs } from './proofs.ts';
import { incomingLine } from './store.ts';

/** Both legs as two agencies agree on them, each to its end; and what `verify` says once somebody has tampered with them. */
const db = await testDatabase();
const [onPaper, away, sent, back, again, empty, arriving, early, undone] = [
  ...[legOf('paper'), legOf('away'), legOf('sent'), legOf('back'), legOf('again'), legOf('empty')],
  ...[legOf('in'), legOf('early'), legOf('undone')],
] as const;

beforeAll(async () => {
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  for (const { owner } of [onPaper, away, sent, back, again, arriving, early, undone])
    await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testRecord(db, empty.owner);
  await db.app.rows(`SELECT open_personal_account('psn_empty', '2026-01-01')`);
  await testStatement(db);
  for (const one of [onPaper, away, sent, back, again, empty, undone]) await testTransfer(db, one);
  for (const one of [arriving, early]) await testTransfer(db, one, { direction: 'in' });
});

async function amountOf(caseId: string): Promise<bigint> {
  const row = await db.app.row<{ fen: bigint }>(
    'SELECT amount_fen AS fen FROM payment_order WHERE case_id = $1',
    [caseId],
  );
  return row?.fen ?? 0n;
}

/** What was booked of a person's transfer, in its order. */
function movedOf(owner: string): Promise<unknown> {
  return db.app.rows(
    `SELECT purpose AS what, debit, credit, amount_fen AS fen FROM posting WHERE owner_id = $1 AND case_id IS NOT NULL
      ORDER BY recorded_at, CASE purpose WHEN 'settlement-interest' THEN 0 WHEN 'transfer-receipt' THEN 0 ELSE 1 END`,
    [owner],
  );
}

async function relationship(owner: string): Promise<unknown> {
  const row = await db.superuser.row<{ status: unknown }>(
    `SELECT (counting_entry($1, 'relationship')).body ->> 'status' AS status`,
    [owner],
  );
  return row?.status;
}

async function broken(): Promise<readonly string[]> {
  const chains = auditProofs(transferChains).filter(({ name }) => name === 'audit.records-chained');
  const found: string[] = [];
  for (const proof of [...ledgerProofs, ...paymentsProofs, ...transferProofs, ...chains]) {
    const { broken: rows } = await proof.run(db.app, () => undefined);
    found.push(...rows.map(({ row }) => `${proof.name}: ${row}`));
  }
  return found;
}

test('a letter on paper counts once two officers gave it; taken back, everything is as before, and another one is accepted', async () => {
  await testScan(db, onPaper);
  await db.app.rows(keyInSql(onPaper, 'pap_1'));
  await db.app.rows(confirmSql(onPaper, 'pap_1'));
  await db.app.rows(acceptSql(onPaper, 'pap_1'));
  const end = (entry: string) =>
    db.app.rows(`SELECT record_relationship_ended('psn_paper', '${entry}', '{}', 'cas_paper', now())`);
  await end('rec_1');
  await expect(end('rec_2')).rejects.toThrow(/one_relationship_per_message/);
  expect(await relationship('psn_paper')).toBe('transferred');
  await stand(db, onPaper, 'accepted');
  await testWord(db, onPaper, { id: 'inv_paper', type: 'invalidate', figures: { invalidates: 'pap_1' } });
  const withdraw = (message: string) =>
    db.app.rows(
      `SELECT withdraw_acceptance('psn_paper', 'cas_paper', '${message}', 'rec_again', '{}', now())`,
    );
  await expect(withdraw('pap_1')).rejects.toThrow('transfer.no-word');
  await withdraw('inv_paper');
  expect(await relationship('psn_paper')).toBe('active');
  await stand(db, onPaper, 'awaiting-letter');
  await testAccepted(db, onPaper);
  await end('rec_3');
  await db.app.rows(settleSql(onPaper));
  await testSend(db, onPaper, 1);
  await testAnswer(db, onPaper, { attempt: 1, result: 'paid' });
  expect(await broken()).toEqual([]);
});

test('an account with nothing in it is let go, and no order is made', async () => {
  await testWord(db, empty, { id: 'let_empty', type: 'contact-letter', figures: { acceptsBalance: false } });
  await db.app.rows(acceptSql(empty, 'let_empty'));
  await stand(db, empty, 'accepted');
  expect(await db.app.row(`${settleSql(empty)} AS fen`)).toEqual({ fen: 0n });
  expect(await db.app.row(`SELECT released_by AS by FROM account_hold WHERE case_id = 'cas_empty'`)).toEqual({
    by: 'settlement',
  });
  expect(await amountOf('cas_empty')).toBe(0n);
});

test('money taken back stands in the account as of its settlement, held again, and passes on once the case is over', async () => {
  await testAccepted(db, back);
  await db.app.rows(settleSql(back));
  await testWord(db, back, { id: 'ref_back', type: 'balance-refused' });
  expect(await db.app.row(`${takeBackSql(back, 'ref_back')} AS held`)).toEqual({ held: true });
  const [row] = await db.app.rows(
    `SELECT a.balance_fen AS fen, h.released_at AS released, (SELECT bool_and(effective_on = (SELECT effective_on FROM posting s
        WHERE s.owner_id = a.owner_id AND s.purpose = 'transfer-out')) FROM posting p WHERE p.owner_id = a.owner_id AND p.purpose = 'transfer-return') AS same
       FROM personal_account a JOIN account_hold h ON h.owner_id = a.owner_id WHERE a.owner_id = 'psn_back'`,
  );
  expect(row).toEqual({ fen: await amountOf('cas_back'), released: null, same: true });
  await testCaseFile(db, { owner: back.owner, caseId: 'cas_follows' });
  await db.superuser.rows(
    `INSERT INTO case_parent VALUES ('psn_back', 'cas_follows', 'cas_back', NULL, now())`,
  );
  const passOn = () => db.app.rows(`SELECT pass_hold('psn_back', 'cas_follows', now())`);
  await expect(passOn()).rejects.toThrow('ledger.approved-stays-held');
  await stand(db, back, 'refused-balance');
  await passOn();
  expect(
    await db.app.rows(
      `SELECT case_id AS holds FROM account_hold WHERE owner_id = 'psn_back' AND released_at IS NULL`,
    ),
  ).toEqual([{ holds: 'cas_follows' }]);
});

test('a settled transfer is undone by the withdrawal of its letter and of no other message, the money before the letter', async () => {
  await testAccepted(db, undone);
  await db.app.rows(settleSql(undone));
  await stand(db, undone, 'remitting');
  await testWord(db, undone, { id: 'ref_undone', type: 'reminder' });
  await testWord(db, undone, { id: 'inv_other', type: 'invalidate', figures: { invalidates: 'ref_undone' } });
  const letter = 'cas_undone-letter';
  await testWord(db, undone, { id: 'inv_letter', type: 'invalidate', figures: { invalidates: letter } });
  await expect(db.app.rows(takeBackSql(undone, 'inv_other'))).rejects.toThrow('transfer.no-word');
  const withdraw = () =>
    db.app.rows(`SELECT withdraw_acceptance('psn_undone', 'cas_undone', 'inv_letter', 'rec_u', '{}', now())`);
  await expect(withdraw()).rejects.toThrow('transfer.not-accepted');
  await db.app.rows(takeBackSql(undone, 'inv_letter'));
  await withdraw();
  const [row] = await db.app.rows(
    `SELECT a.balance_fen AS fen, h.released_by AS by FROM personal_account a
       JOIN account_hold h ON h.owner_id = a.owner_id WHERE a.owner_id = 'psn_undone'`,
  );
  expect(row).toEqual({ fen: await amountOf('cas_undone'), by: 'letter-withdrawn' });
  await stand(db, undone, 'cancelled');
  expect(await broken()).toEqual([]);
});

test('money that the bank sends back goes out again only to the account that the other agency names anew', async () => {
  await testAccepted(db, again);
  await db.app.rows(settleSql(again));
  await testSend(db, again, 1);
  await testAnswer(db, again, { attempt: 1, result: 'returned' });
  await expect(testSend(db, again, 2)).rejects.toThrow('payments.payee-changed');
  const figures = { account: { ...account, tail: '6666' } };
  await testWord(db, again, { id: 'det_again', type: 'account-details', figures });
  await expect(db.app.rows(payeeSql(again, 'det_again'))).rejects.toThrow('transfer.account-differs');
  await db.app.rows(payeeSql(again, 'det_again', { tail: '6666' }));
  await testSend(db, again, 2);
  await testAnswer(db, again, { attempt: 2, result: 'paid' });
  const fen = await amountOf('cas_again');
  expect(await movedOf('psn_again')).toEqual([
    { what: 'settlement-interest', debit: 'interest-expense', credit: 'personal', fen: fen - 100_000n },
    { what: 'transfer-out', debit: 'personal', credit: 'clearing:510100', fen },
    { what: 'transfer-payment', debit: 'clearing:510100', credit: 'bank', fen },
  ]);
  expect(await broken()).toEqual([]);
});

test('money that comes before the sheet, and money of which nobody wrote, waits in suspense under its reference', async () => {
  await stand(db, early, 'awaiting-sheet');
  await testArrival(db, { key: 'L-8', no: 8, fen: 7_000n, under: 'E-8' });
  await testArrival(db, { key: 'L-9', no: 9, fen: 1_234n, under: null });
  const figures = { amountFen: '7000', reference: 'E-8' };
  await testWord(db, early, { id: 'adv_early', type: 'remittance-advice', figures });
  const credit = () => db.app.rows(receiveSql(early, 'L-8', 'adv_early'));
  await expect(credit()).rejects.toThrow('transfer.awaits-no-money');
  expect(await incomingLine(db.app, figures)).toMatchObject({ lineKey: 'L-8' });
  await stand(db, early, 'awaiting-balance');
  await credit();
  await expect(credit()).rejects.toThrow('payments.resolved-already');
  expect(await movedOf('psn_early')).toEqual([
    { what: 'transfer-receipt', debit: 'suspense', credit: 'clearing:510100', fen: 7_000n },
    { what: 'transfer-in', debit: 'clearing:510100', credit: 'personal', fen: 7_000n },
  ]);
  expect(await incomingLine(db.app, figures)).toBeUndefined();
  expect(
    await db.app.rows(
      `SELECT (SELECT sum(CASE WHEN credit = 'suspense' THEN amount_fen ELSE -amount_fen END)::bigint FROM posting
          WHERE 'suspense' IN (debit, credit) AND (owner_id = 'psn_early' OR journal_id IN ('jnl_L-8', 'jnl_L-9'))) AS fen`,
    ),
  ).toEqual([{ fen: 1_234n }]);
});

test('money is credited as announced, another amount by two, and what was refused after payment comes back whole', async () => {
  const advice = (id: string, reference: string) =>
    testWord(db, arriving, { id, type: 'remittance-advice', figures: { amountFen: '5000', reference } });
  await advice('adv_1', 'A-1');
  await advice('adv_2', 'A-2');
  await testArrival(db, { key: 'L-1', no: 1, fen: 5_000n, under: 'A-1' });
  await testArrival(db, { key: 'L-2', no: 2, fen: 4_999n, under: 'A-1' });
  await db.app.rows(receiveSql(arriving, 'L-1', 'adv_1'));
  await db.app.rows(matchSql('m_2', arriving, 'adv_2', 'L-2'));
  await db.app.rows(decideMatchSql('m_2', arriving));
  for (const one of [away, sent]) {
    await testAccepted(db, one);
    await db.app.rows(settleSql(one));
    await testSend(db, one, 1);
  }
  // The other agency sends it back with a payment of its own, of which banks kept a fen.
  await testAnswer(db, away, { attempt: 1, result: 'paid' });
  const fen = await amountOf('cas_away');
  await testWord(db, away, {
    id: 'ref_away',
    type: 'balance-refused',
    figures: { amountFen: `${fen}`, reference: 'B-1' },
  });
  await stand(db, away, 'awaiting-money-back');
  await testArrival(db, { key: 'L-3', no: 3, fen: fen - 1n, under: 'B-1' });
  await db.app.rows(matchSql('m_3', away, 'ref_away', 'L-3'));
  await db.app.rows(decideMatchSql('m_3', away));
  const balances = await db.app.rows(
    `SELECT owner_id AS owner, balance_fen AS fen FROM personal_account WHERE owner_id IN ('psn_in', 'psn_away') ORDER BY 1`,
  );
  expect(balances).toEqual([
    { owner: 'psn_away', fen },
    { owner: 'psn_in', fen: 109_999n },
  ]);
  // What the bank then returns as well is nobody's yet, and by hand it is not taken for the return.
  const returned = {
    ...{ line_key: 'R-1', line_no: 11, amount_fen: `${fen}`, is_return: true },
    ...{ target_owner: 'psn_away', target_order: 'ord_cas_away', target_attempt: 1 },
    end_to_end_id: 'ord-cas-away-1',
  };
  expect(await db.app.row(lineSql(returned))).toEqual({ outcome: 'suspense' });
  await db.app.rows(
    `SELECT request_resolution('token-finance', '${bankDay}', 'R-1', 'sus_1', 'return', 'psn_away', 'ord_cas_away', 1, NULL, 'x', now())`,
  );
  await expect(
    db.app.rows(`SELECT decide_resolution('token-finance2', '${bankDay}', 'sus_1', true, 'jnl_sus', now())`),
  ).rejects.toThrow('payments.contradiction');
  expect(await broken()).toEqual([]);
});

test.each([
  [
    'the other agency’s letter',
    `DELETE FROM partner_word WHERE message_id = 'cas_paper-letter'`,
    'transfer.left-on-acceptance',
  ],
  [
    'the account paid to',
    `UPDATE payee SET account_tail = '0000' WHERE case_id = 'cas_paper'`,
    'transfer.left-on-acceptance',
  ],
  ['the bank’s line', `DELETE FROM line_credited WHERE line_key = 'L-1'`, 'transfer.came-with-its-line'],
  [
    'the announced amount',
    `UPDATE partner_word SET figures = '{"amountFen": "1", "reference": "A-1"}' WHERE message_id = 'adv_1'`,
    'transfer.came-with-its-line',
  ],
  [
    'the second officer',
    `UPDATE transfer_match_decision SET checker_id = maker_id`,
    'transfer.came-with-its-line',
  ],
  [
    'the reviewer of a letter on paper',
    `UPDATE partner_paper_decision SET checker_id = maker_id`,
    'transfer.words-of-partners',
  ],
  [
    'the message that the gateway kept',
    `DELETE FROM exchange_received WHERE message_id = 'adv_1'`,
    'transfer.words-of-partners',
  ],
  [
    'what a kept message says',
    `UPDATE partner_word SET figures = '{"acceptsBalance": true}' WHERE message_id = 'let_empty'`,
    'transfer.words-of-partners',
  ],
  [
    'where a transfer is found',
    `DELETE FROM transfer_locator WHERE transfer_id = '440300-transfer_in'`,
    'transfer.words-of-partners',
  ],
  [
    'what became of an order',
    `UPDATE payment_order SET standing = 'refunded' WHERE id = 'ord_cas_paper'`,
    'transfer.not-paid-and-credited',
  ],
  [
    'what is on its way',
    `UPDATE payment_order SET standing = 'refunded' WHERE id = 'ord_cas_sent'`,
    'transfer.clearing-is-open-legs',
  ],
])('a database in which %s was changed does not hold', async (_, sql, name) => {
  let found: readonly string[] = [];
  await inTransaction(db.superuser, async (tx) => {
    await tx.rows(`SET LOCAL session_replication_role = 'replica'`);
    await tx.rows('ALTER TABLE transfer_match_decision DROP CONSTRAINT match_maker_is_not_checker');
    await tx.rows('ALTER TABLE partner_paper_decision DROP CONSTRAINT paper_recorder_is_not_checker');
    await tx.rows(sql);
    const { broken: rows } = (await transferProofs
      .find((proof) => proof.name === name)
      ?.run(tx, () => undefined)) ?? { broken: [] };
    found = rows.map(({ row }) => row);
    return { ok: false, refusal: { code: 'test.undo' } };
  });
  expect(found.length).toBeGreaterThan(0);
});
