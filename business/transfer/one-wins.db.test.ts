import { expect, test } from 'vitest';
import { paymentsProofs } from '#business/payments';
import { ledgerProofs } from '#engines/ledger';
import { connect, type Database } from '#platform/postgres';
import { type TestDatabase, testCaseFile, testDatabase, testOffice, testPerson } from '#platform/testing';
import {
  acceptSql,
  account,
  type Leg,
  outcomeOf,
  partner,
  payeeSql,
  settleSql,
  testTransfer,
  testWord,
} from './legs.testing.store.ts';
import { transferProofs } from './proofs.ts';

/**
 * One balance that a withdrawal, a transfer and the pooled fund all want, 32 clients at once. On the database as it is one gets
 * it; on one from which the hold was taken out, more would.
 */
const clients = 32;
const transfer: Leg = { owner: 'psn_a', caseId: 'cas_t', transferId: '440300-transfer_a' };

async function agency(): Promise<{ db: TestDatabase; app: Database }> {
  const db = await testDatabase();
  const app = connect({ connection: db.connection('app'), role: 'app', size: clients });
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testTransfer(db, transfer);
  await testWord(db, transfer, {
    ...{ id: 'let_1', type: 'contact-letter', figures: { acceptsBalance: true, account } },
  });
  await db.app.rows(
    `SELECT record_paper('token-clerk', 'psn_a', 'rec_died', 'died', '{"on": "2026-01-01"}', 'A-1', now())`,
  );
  await db.app.rows(`SELECT confirm_record('token-reviewer', 'psn_a', 'rec_died', true, NULL, now())`);
  await db.superuser.rows(
    `INSERT INTO escheat (owner_id, id, notice_on, notice_days, notice_paper, reason, maker_id, made_at)
     VALUES ('psn_a', 'esc_1', '2026-02-01', 90, '公告 1', '无人申报', 'off_clerk', now())`,
  );
  for (const client of Array(clients).keys())
    await testCaseFile(db, { owner: 'psn_a', caseId: `cas_${client}` });
  return { db, app };
}

const together = (...calls: readonly string[]) =>
  `DO $$ BEGIN ${calls.map((call) => `PERFORM 1 FROM (${call}) AS one;`).join(' ')} END $$`;

/** Accepted and the account named in one transaction, settled in the next, as the program does it. */
const remit: readonly string[] = [
  together(
    acceptSql(transfer, 'let_1'),
    `SELECT append_action(NULL, 'psn_a', 'cas_t', 0, 'accept', 'awaiting-letter', 'accepted', 'partner-agency', '${partner}', now(),
       '{"messageId": "let_1"}', sha256('0'), sha256('a'), NULL, false)`,
    payeeSql(transfer, 'let_1'),
  ),
  settleSql(transfer),
];

/** Held, decided by two, settled. */
function withdraw(client: number): readonly string[] {
  const [theCase, decision] = [`'psn_a', 'cas_${client}'`, `'psn_a', 'dec_${client}'`];
  const ends = `'{"option": {"relationship": "ends"}}', sha256('a'), now()`;
  return [
    together(
      `SELECT place_hold(${theCase}, now())`,
      `SELECT record_payee(${theCase}, 'insured', '张三', '102584000002', '工商银行', '\\x01', '8888', now())`,
    ),
    `SELECT propose_decision('token-clerk', ${decision}, 'cas_${client}', 'approve', 'death', 'shenzhen', '1', business_today(), '{}', ${ends})`,
    `SELECT approve_decision('token-reviewer', ${decision}, business_today(), '{}', ${ends})`,
    `SELECT settle_withdrawal(${theCase}, 'dec_${client}', interest_to_date('psn_a', business_today()), 'jnl_i_${client}',
       'jnl_w_${client}', 'aut_${client}', 'ord_${client}', business_today(), now())`,
  ];
}

const toPool = (client: number): readonly string[] => [
  `SELECT decide_escheat('token-reviewer', 'psn_a', 'esc_1', true, '无人申报', 'jnl_e_${client}', now())`,
];

/** All at once: every client has its connection before the first one asks. */
async function race(app: Database): Promise<readonly string[]> {
  const wishes = Array.from({ length: clients }, (_, client) =>
    client % 3 === 0 ? remit : client % 3 === 1 ? withdraw(client) : toPool(client),
  );
  await Promise.all(wishes.map(() => app.rows('SELECT 1')));
  return Promise.all(wishes.map((steps) => outcomeOf(oneByOne(app, steps))));
}

async function oneByOne(app: Database, steps: readonly string[]): Promise<void> {
  for (const sql of steps) await app.rows(sql);
}

async function emptied(db: TestDatabase): Promise<bigint> {
  const row = await db.superuser.row<{ n: bigint }>(
    `SELECT count(*) AS n FROM posting WHERE debit = 'personal' AND purpose IN ('withdrawal', 'transfer-out', 'escheat')`,
  );
  return row?.n ?? 0n;
}

test('of a withdrawal, a transfer and the pooled fund that all want one balance, 32 at once, exactly one gets it', async () => {
  const { db, app } = await agency();
  const outcomes = await race(app);
  // A transfer may still come to its end with nothing once somebody else has the balance.
  expect(outcomes.filter((one) => one === 'done').length).toBeLessThanOrEqual(2);
  expect(await emptied(db)).toBe(1n);
  // Whoever loses is told plainly: another case holds it, it is empty or closed, or the transfer has gone on.
  const told =
    /one_whole_account_hold|already-held|nothing-to-settle|account-closed|no-transfer|not-held|escheat_decision_pkey/;
  for (const one of outcomes) expect(one).toMatch(one === 'done' ? 'done' : told);
  for (const proof of [...ledgerProofs, ...paymentsProofs, ...transferProofs])
    expect((await proof.run(db.app, () => undefined)).broken, proof.name).toEqual([]);
  await app.close();
});
