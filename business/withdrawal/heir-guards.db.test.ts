import { beforeAll, describe, expect, it, test } from 'vitest';
import { refuse } from '#basics';
import { paymentsProofs } from '#business/payments';
import { successionProofs } from '#business/succession';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { heirSteps } from './heirs.testing.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { sampleAgency, signedInRelative } from './testing.store.ts';

/** What somebody who types SQL tries in order to divide an account otherwise than two officers approved. Every attempt fails. */
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock: testClock('2026-06-01T10:00:00+08:00'),
  ids: testIds(79),
  random: testRandom(79),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { add, divide, account, papers, hear, view } = heirSteps(agency, steps);

/** An approved case of two heirs, to be settled; and a settled one whose first share is held. */
interface Made {
  readonly owner: string;
  readonly id: string;
  readonly number: string;
  readonly heirs: readonly [string, string];
  readonly earlier: string;
  readonly division: string;
}
let raw: Made;
let settled: Made;
let held = '';
let open = '';
/** The sessions of a successor of each. */
let rawRelative = '';
let settledRelative = '';

beforeAll(async () => {
  raw = await approved();
  // Settled by hand, and left as one order.
  await db.app.rows(
    `SELECT settle_withdrawal($1, $2, (SELECT decision_id FROM decision_approval WHERE owner_id = $1), interest_to_date($1, '2026-06-01'),
       'jnl_a', 'jnl_b', 'aut_x', 'ord_whole', '2026-06-01', now())`,
    [raw.owner, raw.id],
  );
  settled = await approved();
  const random = testRandom(80);
  rawRelative = (await signedInRelative(db, { owner: raw.owner, random })).token ?? '';
  settledRelative = (await signedInRelative(db, { owner: settled.owner, random })).token ?? '';
  await must(hear(settled.number, settled.heirs[1], 'object', [settled.heirs[0]]));
  await must(steps.settle(settled.number));
  const [first, second] = (await view(settled.number)).shares;
  held = first?.payment?.orderId ?? '';
  open = second?.payment?.orderId ?? '';
  await db.app.rows(
    `SELECT build_batch('token-finance', 'bat_a', 'bat_a', 1, 1, sha256('a'), '2026-06-01', now())`,
  );
});

async function approved(): Promise<Made> {
  const owner = await agency.person('death');
  const { number, id } = await steps.apply(owner, 'death');
  const heirs = [await add(number, '郑强', {}), await add(number, '郑梅', {})] as const;
  const earlier = await must(divide(number));
  const division = await must(divide(number));
  await must(account(number, heirs[0], '郑强'));
  await must(account(number, heirs[1], '郑梅'));
  await papers(number);
  await must(steps.propose(number, 'approve'));
  await must(steps.approve(number));
  return { owner, id, number, heirs, earlier, division };
}

async function typed(sql: string, by: 'app' | 'superuser' = 'app'): Promise<string> {
  return db[by].rows(sql).then(
    () => 'it went through',
    (error: Error) => error.message,
  );
}

describe('typed by hand, an account is not divided otherwise than approved', () => {
  const split = (division: string, amounts: string) =>
    `SELECT divide_settled('${raw.owner}', '${raw.id}', 'ord_whole', '${division}', '{ord_p1,ord_p2}', '{${amounts}}', now())`;
  test.each<[string, () => string, string | RegExp]>([
    [
      'by a division that was not approved',
      () => split(raw.earlier, '50232,50232'),
      'succession.not-approved',
    ],
    ['by a fen more for one', () => split(raw.division, '50233,50231'), 'succession.division-differs'],
    ['into less than there is', () => split(raw.division, '50232,50231'), 'succession.division-differs'],
    [
      'not at all, and paid in one',
      () => `SELECT add_to_batch('${raw.owner}', 'ord_whole', 1, 'bat_a', 1, NULL)`,
      'succession.not-divided',
    ],
    [
      'into shares that are not one',
      () =>
        `SELECT record_division('token-clerk', '${settled.owner}', 'div_x', '${settled.id}', '${held}', 'court', 3, '{${settled.heirs.join()}}', '{1,1}', '判决', now())`,
      'succession.shares-not-one',
    ],
    [
      'anew once it is approved',
      () =>
        `SELECT record_division('token-clerk', '${raw.owner}', 'div_x', '${raw.id}', NULL, 'will', 1, '{${raw.heirs[0]}}', '{1}', '遗嘱', now())`,
      'succession.approved',
    ],
    [
      'anew where nothing is disputed',
      () =>
        `SELECT record_division('token-clerk', '${settled.owner}', 'div_x', '${settled.id}', '${open}', 'court', 1, '{${settled.heirs[0]}}', '{1}', '判决', now())`,
      'succession.not-to-divide',
    ],
    [
      'anew without an officer',
      () =>
        `SELECT record_division('${settledRelative}', '${settled.owner}', 'div_x', '${settled.id}', '${held}', 'court', 1, '{${settled.heirs[0]}}', '{1}', '判决', now())`,
      /division_anew_by_officer/,
    ],
    [
      'among heirs added after the approval by no officer',
      () =>
        `SELECT record_successor('${rawRelative}', '${raw.owner}', 'suc_x', '${raw.id}', '路人', NULL, 'child', 'legal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '无', now())`,
      'succession.approved',
    ],
    [
      'by an heir who waives after the approval',
      () =>
        `SELECT hear_successor('token-clerk', NULL, '${raw.owner}', '${raw.id}', '${raw.heirs[0]}', 'waive', '{}', NULL, '书面', now())`,
      'succession.approved',
    ],
    [
      'with a held share in a batch',
      () => `SELECT add_to_batch('${settled.owner}', '${held}', 1, 'bat_a', 1, 1)`,
      'payments.order-contested',
    ],
    [
      'with a share paid to another heir’s account',
      () => `SELECT add_to_batch('${settled.owner}', '${open}', 1, 'bat_a', 1, 1)`,
      'payments.payee-changed',
    ],
    [
      'by an objection to all of it',
      () =>
        `SELECT record_objection('${settled.owner}', 'obj_x', '${settled.id}', (SELECT decision_id FROM decision_approval WHERE owner_id = '${settled.owner}'), 'usr_x', now())`,
      'succession.object-as-heir',
    ],
    [
      'with another account after the approval',
      () =>
        `SELECT record_heir_payee('token-clerk', NULL, '${settled.owner}', '${settled.id}', '${settled.heirs[1]}', '路人', '1', '银行', '\\x01', '1', now())`,
      'payments.not-returned',
    ],
    [
      'with another account after the approval, by no officer',
      () =>
        `SELECT record_heir_payee('${settledRelative}', NULL, '${settled.owner}', '${settled.id}', '${settled.heirs[1]}', '路人', '1', '银行', '\\x01', '1', now())`,
      'payments.payee-approved',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await typed(sql())).toMatch(reason);
  });

  it('anew by one officer alone', async () => {
    const shares = `'{${settled.heirs.join()}}', '{1,1}'`;
    await db.app.rows(
      `SELECT record_division('token-both', '${settled.owner}', 'div_alone', '${settled.id}', '${held}', 'court', 2, ${shares}, '判决', now())`,
    );
    const decide = `SELECT decide_division('token-both', '${settled.owner}', 'div_alone', true, NULL, '{ord_q1,ord_q2}', '{25116,25116}', now())`;
    expect(await typed(decide)).toMatch(/division_maker_is_not_checker/);
  });
});

describe('not even whoever owns the tables can order more than was authorised', () => {
  const part = (rest: string) =>
    `INSERT INTO payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at, party_id, of_order, of_fen, division_id, from_fen)
     SELECT owner_id, 'ord_more', case_id, authority_id, purpose, ${rest} FROM payment_order WHERE owner_id = '${settled.owner}' AND of_order IS NOT NULL LIMIT 1`;
  test.each<[string, () => string, RegExp]>([
    [
      'beside the others',
      () => part('1, now(), party_id, of_order, of_fen, division_id, 1'),
      /part_follows_part/,
    ],
    ['twice', () => part('7, now(), party_id, of_order, of_fen, division_id, 0'), /of_order_from_fen_key/],
    [
      'beyond the end',
      () => part('1, now(), party_id, of_order, of_fen, division_id, of_fen'),
      /part_within_its_order/,
    ],
    [
      'for more than the whole',
      () => part('1, now(), party_id, of_order, of_fen + 5, division_id, of_fen'),
      /part_of_its_order/,
    ],
    [
      'a second whole of one authority',
      () =>
        `INSERT INTO payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at) SELECT owner_id, 'ord_more', case_id, authority_id, purpose, amount_fen, now() FROM payment_order WHERE id = 'ord_whole'`,
      /one_whole_order_per_authority/,
    ],
    [
      'a whole that is called divided',
      () => `UPDATE payment_order SET standing = 'divided' WHERE id = 'ord_whole'`,
      /divided_is_filled/,
    ],
    [
      'a part that is made smaller',
      () => `UPDATE payment_order SET amount_fen = amount_fen - 1 WHERE id = '${open}'`,
      /divided_is_filled/,
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await typed(sql(), 'superuser')).toMatch(reason);
  });
});

describe('whoever tampers with heirs’ shares as the owner of the tables is found out', () => {
  test.each<[string, () => string, string]>([
    [
      'a fen moved from one heir to the other',
      () =>
        `UPDATE payment_order SET amount_fen = amount_fen + CASE WHEN id = '${open}' THEN -1 ELSE 1 END WHERE owner_id = '${settled.owner}' AND of_order IS NOT NULL`,
      'succession.shares-are-whole',
    ],
    [
      'a share that does not sum to one',
      () =>
        `UPDATE division_share SET numerator = numerator + 1 WHERE division_id = '${settled.division}' AND place = 1`,
      'succession.shares-are-whole',
    ],
    [
      'an order of a division that nobody approved',
      () => `UPDATE payment_order SET division_id = '${settled.earlier}' WHERE id = '${open}'`,
      'succession.shares-are-whole',
    ],
    [
      'an heir’s order made away with',
      () => `DELETE FROM payment_order WHERE id = '${open}'`,
      'payments.orders-stand-on-authorities',
    ],
    [
      'an order paid to another heir’s account',
      () =>
        `INSERT INTO payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision) SELECT owner_id, id, 1, 'bat_a', 1, amount_fen, 1 FROM payment_order WHERE id = '${open}'`,
      'payments.orders-stand-on-authorities',
    ],
  ])('by %s', async (_, sql, name) => {
    const proof = [...successionProofs, ...paymentsProofs].find((one) => one.name === name);
    let broken = 0;
    await inTransaction(db.superuser, async (tx) => {
      expect((await proof?.run(tx, () => undefined))?.broken).toEqual([]);
      await tx.rows(`SET LOCAL session_replication_role = 'replica'`);
      await tx.rows(sql());
      broken = (await proof?.run(tx, () => undefined))?.broken.length ?? 0;
      return refuse({ code: 'test.undo' });
    });
    expect(broken).toBeGreaterThan(0);
  });
});
