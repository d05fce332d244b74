import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#platform/postgres';
import { testDatabase, testOffice, testPerson, testRecord } from '#platform/testing';
import { recordProofs } from './record-proofs.ts';

const db = await testDatabase();

beforeAll(async () => {
  await testOffice(db);
  await testRecord(db, 'psn_s');
  await testRecord(db, 'psn_m');
  await testPerson(db, { owner: 'psn_a', balanceFen: 100n, balanceOn: '2025-12-31' });
  await db.app.rows(
    `SELECT request_correction('token-clerk', 'psn_s', 'cor_1', 'detail', 'name', '{"value": "李四"}', NULL, NULL, NULL, NULL,
       NULL, '录入有误', '户口簿 1', NULL, now())`,
  );
  await db.app.rows(`SELECT decide_correction('token-reviewer', 'psn_s', 'cor_1', true, NULL, now())`);
  for (const [step, merged] of [
    ['mrg_1', 'psn_m'],
    ['mrg_2', 'psn_a'],
  ]) {
    await db.app.rows(`SELECT request_merge('token-clerk', $1, $2, 'psn_s', '同一人', '户籍证明 1', now())`, [
      merged,
      step,
    ]);
    await db.app.rows(`SELECT decide_merge('token-reviewer', $1, $2, true, NULL, business_today(), now())`, [
      merged,
      step,
    ]);
  }
});

test('what two officers did holds', async () => {
  for (const proof of recordProofs) {
    const { rows, broken } = await proof.run(db.app, () => undefined);
    expect([proof.name, broken]).toEqual([proof.name, []]);
    expect(rows).toBeGreaterThan(0n);
  }
});

test.each<[string, string, readonly string[], string]>([
  [
    'a correction was approved by its own maker',
    'registry.corrections-approved',
    [
      'ALTER TABLE correction_decision DROP CONSTRAINT correction_maker_is_not_checker',
      'UPDATE correction_decision SET checker_id = maker_id',
    ],
    'psn_s/cor_1',
  ],
  [
    'what a correction had put right was taken away',
    'registry.corrections-approved',
    ['DELETE FROM person_detail'],
    'psn_s/cor_1',
  ],
  [
    'two records were linked that nobody had merged',
    'registry.links-agree',
    [`INSERT INTO person_link VALUES ('psn_x', 'mrg_x', 'psn_s', now())`],
    'psn_x/mrg_x',
  ],
  [
    'a merge was undone by nobody',
    'registry.links-agree',
    [`UPDATE person_link SET unlinked_at = now() WHERE merged_id = 'psn_m'`],
    'psn_m/mrg_1',
  ],
  [
    'a record that was folded in holds money',
    'registry.links-agree',
    [`UPDATE personal_account SET balance_fen = 1 WHERE owner_id = 'psn_a'`],
    'psn_a',
  ],
  [
    'what left the one account did not arrive at the other',
    'registry.links-agree',
    [`DELETE FROM posting WHERE owner_id = 'psn_s'`],
    'psn_a/mrg_2',
  ],
])('after %s, %s is broken and names the row', async (_, name, tampering, row) => {
  const proof = recordProofs.find((each) => each.name === name);
  const told = await inTransaction(db.superuser, async (tx) => {
    for (const sql of tampering) await tx.rows(sql);
    const broken = (await proof?.run(tx, () => undefined))?.broken ?? [];
    return {
      ok: false,
      refusal: { code: 'told', figures: { rows: broken.map((each) => each.row).join(' ') } },
    };
  });
  expect(told).toMatchObject({ refusal: { figures: { rows: expect.stringContaining(row) } } });
});
