import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { askOfficerLimit, decideOfficerLimit } from '#business/access';
import { anyone, type Caller } from '#business/access/public';
import { syncDecisionLimits } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { readWithdrawal } from './read-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { both, reviewer, sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const ids = testIds(61);
const agency = await sampleAgency({
  ...{ db, ids, clock: testClock('2026-06-01T10:00:00+08:00'), random: testRandom(61) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 10_000_001n, balanceOn: '2025-12-31' }),
});
const { apply, by, completePapers, propose, approve, settle, run } = sampleSteps(agency);
const [admin1, admin2] = [await administrator('admin1'), await administrator('admin2')];

it('above the general limit a reviewer is refused and told that nobody may approve so much', async () => {
  const number = await proposed();
  const refused = await approve(number);
  expect(refused).toMatchObject({
    refusal: { code: 'casework.above-limit', figures: { limit: '100,000.00', whoEn: expect.any(String) } },
  });
  expect(JSON.stringify(refused)).toContain('two administrators');
});

it('a limit of one’s own counts once a second administrator has agreed, and the approval keeps it', async () => {
  const number = await proposed();
  const limitId = await asked(admin1, 'reviewer', 20_000_000n);
  expect(await approve(number)).toMatchObject({ refusal: { code: 'casework.above-limit' } });
  expect(await decided(admin1, limitId)).toMatchObject({ refusal: { code: 'access.limit-by-two' } });
  expect(await decided(admin2, limitId)).toMatchObject({ ok: true });
  expect(await decided(admin2, limitId)).toMatchObject({ refusal: { code: 'access.no-limit-asked' } });
  const other = await approve(number, both);
  expect(other).toMatchObject({ refusal: { figures: { whoEn: 'Ask reviewer (reviewer)' } } });
  expect(await approve(number, reviewer)).toMatchObject({ ok: true });
  const [kept] = await db.superuser.rows<{ amount_fen: bigint; limit_fen: bigint }>(
    `SELECT a.amount_fen, a.limit_fen FROM decision_approval a JOIN case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
      WHERE c.number = $1`,
    [number],
  );
  expect(kept?.limit_fen).toBe(20_000_000n);
  expect(kept?.amount_fen).toBeGreaterThan(10_000_001n); // with the interest to the day
});

it('what comes in after the approval is not paid on it where it goes above the limit of whoever approved', async () => {
  const number = await proposed();
  await must(approve(number, reviewer));
  const [row] = await db.superuser.rows<{ owner: string; decision: string }>(
    `SELECT c.owner_id AS owner, a.decision_id AS decision FROM case_file c
       JOIN decision_approval a ON a.owner_id = c.owner_id AND a.case_id = c.id WHERE c.number = $1`,
    [number],
  );
  const { owner = '', decision = '' } = row ?? {};
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, 'adj_late', 'credit', 15000000, 'suspense', 'inflow', '2026-06-01', NULL, NULL, NULL,
       '补记', '单 1', now())`,
    [owner],
  );
  await db.app.rows(
    `SELECT decide_adjustment('token-reviewer', $1, 'adj_late', true, NULL, 'jnl_late', now())`,
    [owner],
  );
  const byHand = `SELECT settle_withdrawal(c.owner_id, c.id, $2, interest_to_date($1, '2026-06-01'), 'j1', 'j2', 'a1', 'o1', '2026-06-01', now())
     FROM case_file c WHERE c.owner_id = $1`;
  await expect(db.app.rows(byHand, [owner, decision])).rejects.toThrow('ledger.above-approved-limit');
  await must(settle(number));
  const view = await must(readWithdrawal(db.app, by(reviewer, number)));
  expect(view.state).toBe('came-back');
  expect(view.cameBack?.map(({ path }) => path)).toContain('money');
});

it('nobody asks for, or agrees to, a limit of their own', async () => {
  await db.superuser.rows(
    `UPDATE officer SET roles = '{administrator,reviewer}' WHERE id IN ('off_admin1', 'off_admin2')`,
  );
  const own = { context: { ids }, caller: admin1, officer: 'off_admin1', amountFen: 1n, reason: '自己' };
  expect(await run((tx) => askOfficerLimit(tx, own))).toMatchObject({
    refusal: { code: 'access.own-roles' },
  });
  const limitId = await asked(admin1, 'off_admin2', 1n);
  expect(await decided(admin2, limitId)).toMatchObject({ refusal: { code: 'access.own-roles' } });
});

it('the general limit is the law’s figure of the day, and lowers with it', async () => {
  await must(
    syncDecisionLimits(db.migrator, [
      { fromOn: null, amountFen: 50_000_000n },
      { fromOn: plainDate('2026-06-01'), amountFen: 20_000_000n },
    ]),
  );
  const limits = await db.app.row<{ before: bigint; after: bigint }>(
    `SELECT limit_of_officer('off_both', '2026-05-31') AS before, limit_of_officer('off_both', '2026-06-01') AS after`,
  );
  expect(limits).toEqual({ before: 50_000_000n, after: 20_000_000n });
  expect(await approve(await proposed(), both)).toMatchObject({ ok: true });
});

async function proposed(): Promise<string> {
  const { number } = await apply(await agency.person('death'), 'death');
  await completePapers(number);
  await must(propose(number, 'approve'));
  return number;
}

async function asked(caller: Caller, officer: string, amountFen: bigint): Promise<string> {
  const wish = { context: { ids }, caller, officer, amountFen, reason: '局长办公会决定' };
  return (await must(run((tx) => askOfficerLimit(tx, wish)))).limitId;
}

function decided(caller: Caller, limitId: string) {
  return run((tx) => decideOfficerLimit(tx, { caller, limitId, agreed: true }));
}

async function administrator(name: string): Promise<Caller> {
  await db.superuser.rows(
    `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
     VALUES ($1, $2, '管理员', 'Administrator', 'ofc_test', '{administrator}', now())`,
    [`off_${name}`, name],
  );
  await db.superuser.rows(
    `INSERT INTO officer_session (token_hash, officer_id, opened_at, expires_at)
     VALUES ($1, $2, now(), now() + interval '1 day')`,
    [createHash('sha256').update(`token-${name}`).digest(), `off_${name}`],
  );
  return { ...anyone, kind: 'officer', id: `off_${name}`, roles: ['administrator'], token: `token-${name}` };
}
