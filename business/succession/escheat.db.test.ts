import { expect, it } from 'vitest';
import { plainDate, type Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import { auditProofs } from '#engines/audit';
import { equationOf, ledgerProofs, readAccount, trialBalance } from '#engines/ledger';
import { heirlessNoticeDays } from '#law';
import { inTransaction, type Tx } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson } from '#platform/testing';
import { successionChains } from './chained.store.ts';
import { escheats } from './escheat.store.ts';
import { decideEscheat, type EscheatWish, proposeEscheat, syncHeirlessNotice } from './escheat.ts';
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

async function deceased(owner: string, balanceFen = 100_000n): Promise<string> {
  await testPerson(db, { owner, balanceFen, balanceOn: '2024-12-31' });
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
  expect(await decide(owner, id)).toMatchObject({
    refusal: { code: 'succession.held-by-case', figures: { number: 'W-h' } },
  });
});

it('nothing goes to the fund above the limit of whoever approves it, and the refusal says who may', async () => {
  const owner = await deceased('psn_rich', 10_000_100n);
  const id = await idOf(propose(owner));
  expect(await decide(owner, id)).toMatchObject({
    refusal: {
      code: 'succession.above-limit',
      figures: { amount: '100,001.00', limit: '100,000.00', whoEn: expect.stringContaining('Nobody') },
    },
  });
  await db.superuser.rows(
    `INSERT INTO officer_limit (id, officer_id, amount_fen, reason, asked_by, asked_at, decided_by, decided_at, agreed)
     VALUES ('lim_1', 'off_reviewer2', 20000000, '分管', 'off_clerk', now(), 'off_finance', now(), true)`,
  );
  expect(await decide(owner, id)).toMatchObject({
    refusal: { figures: { whoEn: expect.stringContaining('reviewer2') } },
  });
  expect(await decide(owner, id, true, 'reviewer2')).toMatchObject({ value: { amountFen: 10_000_100n } });
  expect(await db.app.rows('SELECT limit_fen FROM escheat_decision WHERE owner_id = $1', [owner])).toEqual([
    { limit_fen: 20_000_000n },
  ]);
  for (const proof of [...successionProofs, ...auditProofs(successionChains)])
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
});

it('the notice stands for as long as the figure of its day says, also where that was raised after the proposal', async () => {
  const owner = await deceased('psn_notice');
  const id = await idOf(propose(owner));
  const [first] = heirlessNoticeDays.values;
  if (!first) throw new Error('the law has a figure');
  const raised = { ...first, fromOn: plainDate('2025-01-01'), value: 100_000 };
  const sync = (values: (typeof heirlessNoticeDays)['values']) =>
    syncHeirlessNotice(db.migrator, { ...heirlessNoticeDays, values });
  await sync([first, raised]);
  expect(await decide(owner, id)).toMatchObject({ refusal: { code: 'succession.notice-runs' } });
  const late = await idOf(propose(owner));
  const told = await escheats(db.app, { personId: owner, after: null, limit: 10 });
  expect(told.map(({ noticeDays }) => noticeDays)).toEqual([365, 100_000]);
  await sync([raised]);
  expect(await propose(owner, { noticeOn: plainDate('2024-12-31') })).toMatchObject({
    refusal: { code: 'succession.no-rule' },
  });
  await sync(heirlessNoticeDays.values);
  expect(await decide(owner, late)).toMatchObject({ refusal: { code: 'succession.notice-runs' } });
  expect(await decide(owner, id)).toMatchObject({ ok: true });
});

it('nothing goes to the fund while a case after the death is open or an heir is on record who counts', async () => {
  const owner = await deceased('psn_known');
  const id = await idOf(propose(owner));
  await openCase(owner, 'cas_1');
  for (const refused of [await decide(owner, id), await propose(owner)])
    expect(refused).toMatchObject({ refusal: { code: 'succession.case-open' } });
  await heir(owner, 'cas_1', 'suc_1');
  await closeCase(owner, 'cas_1');
  for (const refused of [await decide(owner, id), await propose(owner)])
    expect(refused).toMatchObject({ refusal: { code: 'succession.heir-on-record' } });
  // The same heir waives in a later case; an earlier word counts no more.
  await openCase(owner, 'cas_2');
  await heir(owner, 'cas_2', 'suc_2');
  await word(owner, { caseId: 'cas_2', heirId: 'suc_2', seq: 1, said: 'waive' });
  await word(owner, { caseId: 'cas_2', heirId: 'suc_2', seq: 2, said: 'object' });
  await closeCase(owner, 'cas_2');
  expect(await decide(owner, id)).toMatchObject({ refusal: { code: 'succession.heir-on-record' } });
  // By a link that a relative passed on anybody may have waived.
  await word(owner, { caseId: 'cas_2', heirId: 'suc_2', seq: 3, said: 'waive', channel: 'invited' });
  expect(await decide(owner, id)).toMatchObject({ refusal: { code: 'succession.heir-on-record' } });
  await word(owner, { caseId: 'cas_2', heirId: 'suc_2', seq: 4, said: 'waive' });
  expect(await decide(owner, id)).toMatchObject({ ok: true, value: { approved: true } });
});

async function openCase(owner: string, caseId: string): Promise<void> {
  await db.app.rows(
    `SELECT open_case($1, $2, 'W-' || $2, 'withdrawal', '2', 'death', 'shenzhen', '1', 'ofc_test', 'window', now(), 'draft')`,
    [owner, caseId],
  );
}

async function closeCase(owner: string, caseId: string): Promise<void> {
  await db.superuser.rows(
    `UPDATE case_file SET state = 'withdrawn-by-applicant' WHERE owner_id = $1 AND id = $2`,
    [owner, caseId],
  );
}

async function heir(owner: string, caseId: string, id: string): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO successor (owner_id, id, case_id, place, name, relation, basis, identity_kind, identity_sealed, identity_tail,
       paper_reference, recorded_by, recorded_at)
     VALUES ($1, $3, $2, 1, '张小明', 'child', 'legal', 'citizen-id', '\\x01', '1234', 'P-1', 'off_clerk', now())`,
    [owner, caseId, id],
  );
}

async function word(
  owner: string,
  of: {
    readonly caseId: string;
    readonly heirId: string;
    readonly seq: number;
    readonly said: string;
    readonly channel?: 'invited';
  },
): Promise<void> {
  const { channel = 'window' } = of;
  const disputes = of.said === 'object' ? [of.heirId] : [];
  await db.superuser.rows(
    `INSERT INTO successor_word (owner_id, case_id, successor_id, seq, word, disputes, channel, paper_reference, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'P-2', CASE $7 WHEN 'invited' THEN $3 ELSE 'off_clerk' END, now())`,
    [owner, of.caseId, of.heirId, of.seq, of.said, disputes, channel],
  );
}
