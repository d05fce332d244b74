import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { refuse, shanghaiDate } from '#basics';
import { inTransaction, type ProofResult } from '#platform/postgres';
import {
  testApproval,
  testApprovedCase,
  testDatabase,
  testOffice,
  testPerson,
  testRecord,
  testSettle,
} from '#platform/testing';
import type { Frame } from './frame.ts';
import { type Tampering, tamperingWithBooks } from './tampering-books.testing.store.ts';
import { tamperingWithRecords } from './tampering-records.testing.store.ts';
import { bankStatements, cardsAndMeasures, loginAndAnswer, submittedCase } from './testing.store.ts';
import { allProofs, verifyCommand } from './verify.ts';

const db = await testDatabase();
const proofs = allProofs({});
const on = '2026-06-30';

/** Proofs about cases, heirs and transfers are shown beside the cases; those of this file's data have no actions and follow no procedure. */
const here = proofs.filter(({ name }) => !/^(casework|withdrawal|succession|transfer)\./.test(name));

function run(json = false): Promise<{ code: number; text: string }> {
  const stdout = new PassThrough();
  const frame: Frame = { lang: 'en', json, stdin: stdout, stdout, stderr: stdout, wording: () => undefined };
  return verifyCommand({ frame, database: db.app, proofs: here }).then((code) => ({
    code,
    text: String(stdout.read() ?? ''),
  }));
}

/** What a proof says after somebody with every right has tampered; undone afterwards. */
async function after(tampering: readonly string[], name: string): Promise<ProofResult> {
  let result: ProofResult | undefined;
  await inTransaction(db.superuser, async (tx) => {
    await tx.rows(`SET LOCAL session_replication_role = 'replica'`);
    for (const sql of tampering) await tx.rows(sql);
    result = await here.find((proof) => proof.name === name)?.run(tx, () => undefined);
    return refuse({ code: 'test.undo' });
  });
  if (!result) throw new Error(`no proof is called ${name}`);
  return result;
}

test('where there is nothing, nothing is proved, and it says so', async () => {
  const { code, text } = await run();
  expect(code).toBe(0);
  expect(text.match(/^ok .*/gm)).toEqual([expect.stringContaining('ledger.guards-stand')]);
  expect(text).toContain(`1 hold, 0 broken, ${here.length - 1} without a row to prove them by`);
});

describe('a database in order', () => {
  beforeAll(async () => {
    await testOffice(db);
    await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
    for (const name of ['a', 'b', 'c'])
      await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
    for (const name of ['b', 'c']) {
      await testApprovedCase(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
      await testSettle(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
    }
    await db.app.rows(
      `SELECT build_batch('token-finance', 'bat_1', 'bat-1', 1, 100553,
         sha256(convert_to('1|psn_b|ord_cas_b|1|100553|1', 'UTF8')), '${on}', now())`,
    );
    await db.app.rows(`SELECT add_to_batch('psn_b', 'ord_cas_b', 1, 'bat_1', 1, 1)`);
    await db.app.rows(testApproval('bat_1'));
    await db.app.rows(`SELECT take_bank_file('token-finance', sha256('f'), 'BANK-1', 'pain.002', now())`);
    await db.app.rows(
      `SELECT answer_payment('token-finance', sha256('f'), 'psn_b', 'ord_cas_b', 1, 'paid', NULL, 'jnl_pay', '${on}', now())`,
    );
    await db.superuser.rows(`INSERT INTO identity_document (owner_id, id, number_hash, kind, issuer, number_sealed, number_tail, recorded_at)
      VALUES ('psn_a', 'doc_1', sha256('1'), 'citizen-id', 'CHN', '\\x01', '1234', now())`);
    await db.superuser.rows(`INSERT INTO identity_locator VALUES (sha256('1'), 'psn_a')`);
    await db.superuser.rows(
      `INSERT INTO employer (owner_id, credit_code, name, recorded_at) VALUES ('emp_1', '91440300MA5XXXXXXX', '某公司', now())`,
    );
    await db.superuser.rows(`INSERT INTO employer_locator VALUES ('91440300MA5XXXXXXX', 'emp_1')`);
    await cardsAndMeasures(db, on);
    await loginAndAnswer(db);
    await bankStatements(db);
    for (const owner of ['psn_s', 'psn_m']) await testRecord(db, owner);
    await db.app.rows(
      `SELECT request_correction('token-clerk', 'psn_s', 'cor_1', 'detail', 'name', '{"value": "李四"}', NULL, NULL, NULL, NULL,
         NULL, '录入有误', '户口簿 1', NULL, now())`,
    );
    await db.app.rows(`SELECT decide_correction('token-reviewer', 'psn_s', 'cor_1', true, NULL, now())`);
    await db.app.rows(
      `SELECT request_merge('token-clerk', 'psn_m', 'mrg_1', 'psn_s', '同一人', '户籍证明 1', now())`,
    );
    await db.app.rows(`SELECT decide_merge('token-reviewer', 'psn_m', 'mrg_1', true, NULL, '${on}', now())`);
    // Another test's open transaction on the same server may hold the horizon back for a moment.
    await vi.waitFor(async () => {
      await db.app.rows('SELECT roll_up_fund_days()');
      const rolled = await db.app.row(
        `SELECT below_xid > (SELECT max(recorded_xid) FROM posting) AS all FROM fund_horizon`,
      );
      expect(rolled).toEqual({ all: true });
    }, 10_000);
    await adjusted();
    await lettered();
  });

  test('every proof holds, each with its figure', async () => {
    const { code, text } = await run();
    // No year is closed and no employer reports here; their proofs have rows in the tests of the yearly run and of staff reports.
    expect(text).toContain(`${here.length - 2} hold, 0 broken, 2 without`);
    expect(text).toContain('rows=4 sumFen=100000 (ledger.balances-replayed)');
    expect(text).toContain('payableFen=100553 openFen=100553');
    expect(code).toBe(0);
  });

  test('for programs it is one JSON value', async () => {
    const { text } = await run(true);
    expect(JSON.parse(text)).toMatchObject({ ok: true, proofs: expect.arrayContaining([]) });
  });

  test.each<Tampering>([...tamperingWithBooks, ...tamperingWithRecords])(
    'after %s, %s is broken and names the row',
    async (_, name, tampering, row) => {
      const { broken } = await after(tampering, name);
      const today = shanghaiDate(new Date());
      expect(broken.map((one) => one.row)).toContain(row.replace('TODAY', today));
    },
  );

  test('a broken promise ends with exit code 1 and tells the row', async () => {
    await db.superuser.rows(`UPDATE personal_account SET balance_fen = 7 WHERE owner_id = 'psn_a'`);
    const { code, text } = await run();
    expect(code).toBe(1);
    expect(text).toContain('BROKEN');
    expect(text).toContain('psn_a: the balance says 7 (1), its postings 100000 (1)');
  });
});

/** A person whose order nobody could be paid, with a correction that was reversed again. */
async function adjusted(): Promise<void> {
  await testPerson(db, { owner: 'psn_d', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_d', caseId: 'cas_d', on });
  await testSettle(db, { owner: 'psn_d', caseId: 'cas_d', on });
  const steps = [
    ['adj_1', 'unclaimed', 'NULL, NULL, NULL', `NULL, NULL, 'ord_cas_d'`],
    ['adj_2', 'credit', `500, 'suspense', 'inflow'`, 'NULL, NULL, NULL'],
    ['adj_3', 'reversal', 'NULL, NULL, NULL', `'jnl_adj_2', 1::smallint, NULL`],
  ];
  for (const [id, kind, sums, target] of steps) {
    await db.app.rows(
      `SELECT request_adjustment('token-clerk', 'psn_d', '${id}', '${kind}', ${sums}, '${on}', ${target}, '更正', '更正 1', now())`,
    );
    await db.app.rows(
      `SELECT decide_adjustment('token-reviewer', 'psn_d', '${id}', true, NULL, 'jnl_${id}', now())`,
    );
  }
}

/** A case that was submitted, and the letter that says so. */
async function lettered(): Promise<void> {
  await submittedCase(db, { owner: 'psn_b', caseId: 'cas_b' });
  const hash = createHash('sha256').update('x').digest();
  const said = { n: 'W-cas_b/1', k: 'receipt', d: on, t: '张*', h: hash.toString('base64url'), signedAt: on };
  const statement = `e.${Buffer.from(JSON.stringify(said)).toString('base64url')}.s`;
  await db.app.rows(`SELECT issue_letter('psn_b', 'cas_b', 1, 'receipt', 'zh', 1, 'x', $1, $2, now())`, [
    hash,
    statement,
  ]);
}
