import { expect, it } from 'vitest';
import { plainDate, type Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import { auditProofs } from '#engines/audit';
import { equationOf, ledgerProofs, readAccount, trialBalance } from '#engines/ledger';
import { inTransaction, type Tx } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson } from '#platform/testing';
import { successionChains } from './chained.store.ts';
import { escheats } from './escheat.store.ts';
import { decideEscheat, type EscheatWish, proposeEscheat } from './escheat.ts';
import { successionProofs } from './proofs.ts';

const db = await testDatabase();
await testOffice(db);
const context = { clock: testClock(new Date()), ids: testIds(83) };
const officer = (name: string): Caller => ({
  ...system,
  kind: 'officer',
  id: `off_${name}`,
  token: `token-${name}`,
});
const notice: EscheatWish = {
  noticeOn: plainDate('2025-01-02'),
  noticePaper: '公告 2025-3',
  reason: '公告期满无人申报',
};

const run = <T>(work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db.app, work);
const propose = (personId: string, wish: Partial<EscheatWish> = {}, by = 'clerk') =>
  run((tx) => proposeEscheat(tx, context, { caller: officer(by), personId, wish: { ...notice, ...wish } }));
const decide = (personId: string, escheatId: string, approved = true, by = 'reviewer') =>
  run((tx) =>
    decideEscheat(tx, context, {
      caller: officer(by),
      decision: { personId, escheatId, approved, reason: '民政部门函 8' },
    }),
  );

async function deceased(owner: string): Promise<string> {
  await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2024-12-31' });
  await record(owner, 'died', { on: '2024-12-01' });
  return owner;
}

async function record(owner: string, kind: string, body: object): Promise<void> {
  const id = context.ids.next('rec');
  await db.app.rows(`SELECT record_paper('token-clerk', $1, $2, $3, $4, 'A-1', now())`, [
    owner,
    id,
    kind,
    body,
  ]);
  await db.app.rows(`SELECT confirm_record('token-reviewer', $1, $2, true, NULL, now())`, [owner, id]);
}

async function idOf(done: ReturnType<typeof propose>): Promise<string> {
  const told = await done;
  if (!told.ok) throw new Error(told.refusal.code);
  return told.value.escheatId;
}

it('an account that nobody succeeds to goes to the pooled fund once the notice has run and two officers say so', async () => {
  const owner = await deceased('psn_heirless');
  const id = await idOf(propose(owner));
  expect(await escheats(db.app, { personId: null, after: null, limit: 10 })).toMatchObject([
    { escheatId: id, noticeDays: 365, approved: null },
  ]);
  expect(await decide(owner, id)).toMatchObject({ ok: true, value: { approved: true, amountFen: 100_000n } });
  expect(await readAccount(db.app, owner)).toMatchObject({ balanceFen: 0n });
  expect((await readAccount(db.app, owner))?.closedOn).not.toBeNull();
  expect(
    await db.app.rows(
      `SELECT purpose, debit, credit, amount_fen AS fen FROM posting WHERE owner_id = $1 AND purpose = 'escheat'`,
      [owner],
    ),
  ).toEqual([{ purpose: 'escheat', debit: 'personal', credit: 'pool', fen: 100_000n }]);
  expect(await decide(owner, id)).toMatchObject({ refusal: { code: 'ledger.account-closed' } });
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
  for (const proof of [...ledgerProofs, ...successionProofs, ...auditProofs(successionChains)])
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
});

it('nothing goes to the fund while the notice runs, by one officer, of a living person, or where somebody succeeds', async () => {
  const owner = await deceased('psn_late');
  const today = context.clock.now().toISOString().slice(0, 10);
  const fresh = await idOf(propose(owner, { noticeOn: plainDate(today) }));
  expect(await decide(owner, fresh)).toMatchObject({ refusal: { code: 'succession.notice-runs' } });
  expect(await propose(owner, { noticeOn: plainDate('2099-01-01') })).toMatchObject({
    refusal: { code: 'succession.notice-runs' },
  });
  const alone = await idOf(propose(owner, {}, 'both'));
  expect(await decide(owner, alone, true, 'both')).toMatchObject({
    refusal: { code: 'succession.same-officer' },
  });
  expect(await decide(owner, alone, true, 'clerk')).toMatchObject({
    refusal: { code: 'access.role-missing' },
  });
  expect(await decide(owner, 'esc_none')).toMatchObject({ refusal: { code: 'succession.no-escheat' } });
  await record(owner, 'succession', { established: true, on: '2025-02-01' });
  expect(await decide(owner, alone)).toMatchObject({ refusal: { code: 'succession.somebody-succeeds' } });
  expect(await decide(owner, fresh, false)).toMatchObject({ ok: true, value: { approved: false } });
  expect(await decide(owner, fresh, false)).toMatchObject({ refusal: { code: 'succession.decided' } });
  await testPerson(db, { owner: 'psn_alive', balanceFen: 5n, balanceOn: '2024-12-31' });
  expect(await propose('psn_alive')).toMatchObject({ refusal: { code: 'succession.not-dead' } });
  expect(await propose(owner, { reason: ' ' })).toMatchObject({ refusal: { code: 'succession.wrong' } });
});

it('a case that holds the account keeps it from the fund', async () => {
  const owner = await deceased('psn_held');
  const id = await idOf(propose(owner));
  await db.app.rows(
    `SELECT open_case($1, 'cas_h', 'W-h', 'withdrawal', '1', 'death', 'shenzhen', '1', 'ofc_test', 'window', now(), 'draft')`,
    [owner],
  );
  await db.app.rows(`SELECT place_hold($1, 'cas_h', now())`, [owner]);
  expect(await decide(owner, id)).toMatchObject({ refusal: { code: 'ledger.already-held' } });
});
