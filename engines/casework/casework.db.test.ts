import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ok, plainDate, type Refusal, type Result } from '#basics';
import { inTransaction, type Tx } from '#platform/postgres';
import { type TestDatabase, testClock, testDatabase, testIds, testRandom } from '#platform/testing';
import { act } from './act.ts';
import type { CaseFile } from './case.ts';
import { decisionsOf } from './decision.store.ts';
import { approveDecision, pendingDecision, proposeDecision } from './decisions.ts';
import { listCases } from './list-cases.ts';
import { movesOf } from './moves.ts';
import { openCase } from './open-case.ts';
import { sampleProcess } from './process.testing.ts';
import type { Actor } from './process.ts';
import { caseworkProofs } from './proofs.ts';
import { provideMaterial } from './provide-material.ts';
import { actionsOf, caseById, findCase, materialsOf } from './store.ts';

const clerk: Actor = { kind: 'officer', id: 'ofc_maker', roles: ['clerk'], token: 'token of ofc_maker' };
const reviewer: Actor = {
  ...{ kind: 'officer', id: 'ofc_checker', roles: ['reviewer'] },
  token: 'token of ofc_checker',
};
const clock = testClock('2022-06-01T10:00:00+08:00');
const ids = testIds(1);
const random = testRandom(1);
const calendar = { add: (on: string) => ({ on: plainDate(on), provisional: false }), between: () => 0 };
const at = clock.now();
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await db.migrator.rows(`INSERT INTO office VALUES ('off_1', '440300', '一号窗口', 'Window one')`);
  for (const [officer, roles] of [
    ['ofc_maker', '{clerk,reviewer}'],
    ['ofc_checker', '{reviewer}'],
  ]) {
    await db.login.rows(
      `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
       VALUES ($1, translate($1, '_', '.'), '某人', 'Somebody', 'off_1', $2, now())`,
      [officer, roles],
    );
    await db.login.rows(`INSERT INTO officer_session VALUES ($1, $2, now(), now() + interval '1 hour')`, [
      createHash('sha256').update(`token of ${officer}`).digest(),
      officer,
    ]);
  }
  for (const { process, action, from, to, doers } of movesOf(sampleProcess))
    await db.migrator.rows('INSERT INTO case_move VALUES ($1, $2, $3, $4, $5)', [
      ...[process, action, from, to, doers],
    ]);
  await db.migrator.rows(
    `INSERT INTO person (owner_id, name, born_on, nationality, office_id, recorded_at)
     SELECT 'psn_' || n, '某人', '1970-01-01', 'CHN', 'off_1', now()
       FROM generate_series(1, 9) AS n`,
  );
});

describe('a case', () => {
  it('is found by its number and starts without any action', async () => {
    const file = await open('psn_1');
    expect(await findCase(db.app, file.number)).toEqual(file);
    expect(await actionsOf(db.app, file)).toEqual([]);
  });

  it('moves with each action, and keeps all of them', async () => {
    const file = await open('psn_1');
    const moved = await step(file, 'accept', { workingDays: 10 });
    expect(moved).toMatchObject({
      ok: true,
      value: { state: 'weighed', actionCount: 1, dueOn: '2022-06-01' },
    });
    expect(await caseById(db.app, file.ownerId, file.id)).toEqual(moved.ok && moved.value);
    expect(await actionsOf(db.app, file)).toMatchObject([{ seq: 1, action: 'accept', actorId: 'ofc_maker' }]);
  });

  it('refuses a step that its state does not allow, and nothing is written', async () => {
    const file = await open('psn_1');
    expect(await step(file, 'ask')).toMatchObject({ ok: false, refusal: { code: 'casework.not-now' } });
    expect(await caseById(db.app, file.ownerId, file.id)).toEqual(file);
  });

  it('lets one of two officers who act at the same moment succeed, and tells the other', async () => {
    const file = await open('psn_2');
    let bothRead = 0;
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Both read the case before either writes, as two people do who look at the same screen.
    async function meet<T>(work: () => Promise<T>): Promise<T> {
      bothRead += 1;
      if (bothRead === 2) release();
      await gate;
      return work();
    }
    const both = await Promise.all(
      [1, 2].map(() => inTransaction(db.app, (tx) => note(waitingReader(tx, meet), file))),
    );
    expect(both.filter(({ ok: done }) => done)).toHaveLength(1);
    expect(both.find(({ ok: done }) => !done)).toMatchObject({
      refusal: { code: 'casework.changed-meanwhile' },
    });
    expect(await actionsOf(db.app, file)).toHaveLength(1);
  });

  it('refuses who had seen an older state of it', async () => {
    const file = await open('psn_2');
    await step(file, 'note');
    const late = await inTransaction(db.app, (tx) =>
      act(tx, { ...of(file), action: 'note', actor: clerk, seen: 0 }),
    );
    expect(late).toMatchObject({ refusal: { code: 'casework.changed-meanwhile' } });
  });

  it('keeps every revision of a material and shows the latest', async () => {
    const file = await open('psn_3');
    for (const paperReference of ['A-1', 'A-2']) {
      await inTransaction(db.app, (tx) =>
        provideMaterial(tx, { ...of(file), action: 'note', actor: clerk, materialId: 'map', paperReference }),
      );
    }
    expect(await materialsOf(db.app, file)).toMatchObject([
      { materialId: 'map', revision: 2, paperReference: 'A-2' },
    ]);
    expect((await actionsOf(db.app, file)).map(({ data }) => data.paperReference)).toEqual(['A-1', 'A-2']);
  });
});

describe('a decision', () => {
  it('cannot be approved by the officer who proposed it, by order of the database', async () => {
    const file = await open('psn_4');
    await propose(file);
    expect(await approve(file, 'token of ofc_maker')).toMatchObject({
      refusal: { code: 'casework.maker-is-checker' },
    });
    expect((await decisionsOf(db.app, file))[0]?.approval).toBeNull();
  });

  it('is approved by another officer, once', async () => {
    const file = await open('psn_4');
    await propose(file);
    expect(await approve(file, 'token of ofc_checker')).toMatchObject({
      value: { checkerId: 'ofc_checker' },
    });
    expect(await approve(file, 'token of ofc_checker')).toMatchObject({
      refusal: { code: 'casework.no-decision' },
    });
  });

  it('is not made without a live session of an officer with the role', async () => {
    const file = await open('psn_4');
    expect(await propose(file, 'stolen')).toMatchObject({ refusal: { code: 'access.no-session' } });
    expect(await propose(file, 'token of ofc_checker')).toMatchObject({
      refusal: { code: 'access.role-missing' },
    });
  });

  it('cannot be approved any more once a later one was proposed', async () => {
    const file = await open('psn_4');
    await propose(file);
    const [older] = await decisionsOf(db.app, file);
    await propose(file);
    if (!older) throw new Error('a decision was proposed');
    const late = await inTransaction(db.app, (tx) =>
      approveDecision(tx, {
        ...grounds,
        token: 'token of ofc_checker',
        ownerId: file.ownerId,
        decision: older,
        at,
      }),
    );
    expect(late).toMatchObject({ refusal: { code: 'casework.no-decision' } });
  });
});

describe('the work list', () => {
  it('gives every case once over its pages, those due first at the top, and only the states asked for', async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => open('psn_5')));
    for (const file of opened.slice(0, 3)) await step(file, 'accept', { workingDays: 10 });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listCases>> = await listCases(db.app, { ...everything, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen)).toEqual(new Set(opened.map(({ id }) => id)));
    expect(seen).toHaveLength(5);
    expect(new Set(seen.slice(0, 3))).toEqual(new Set(opened.slice(0, 3).map(({ id }) => id)));
    const weighed = await listCases(db.app, { ...everything, limit: 100, states: ['weighed'], cursor: null });
    expect(weighed.items).toHaveLength(3);
  });
});

describe('the proofs', () => {
  it('hold for cases that this program wrote', async () => {
    expect(await broken()).toEqual([]);
  });

  it.each([
    [
      'an altered action',
      'casework.chain-whole',
      `UPDATE case_action SET actor_id = 'ofc_x' WHERE case_id = $1 AND seq = 1`,
    ],
    [
      'a removed last action',
      'casework.chain-whole',
      `DELETE FROM case_action WHERE case_id = $1 AND seq = 2`,
    ],
    [
      'another opening day',
      'casework.chain-whole',
      `UPDATE case_file SET opened_at = opened_at - interval '1 day' WHERE id = $1`,
    ],
    [
      'a state set by hand',
      'casework.state-computed',
      `UPDATE case_file SET state = 'granted' WHERE id = $1`,
    ],
    [
      'an altered fact',
      'casework.decisions-unaltered',
      `UPDATE decision SET facts = '{"plots": 9}' WHERE case_id = $1`,
    ],
    [
      'an altered finding',
      'casework.decisions-unaltered',
      `UPDATE decision SET findings = '{}' WHERE case_id = $1`,
    ],
    ['a number moved away', 'casework.numbers-agree', `DELETE FROM case_locator WHERE case_id = $1`],
    [
      'a number that leads nowhere',
      'casework.numbers-agree',
      `UPDATE case_locator SET case_id = 'none' WHERE case_id = $1`,
    ],
  ])('find %s', async (_, proof, tamper) => {
    const file = await open('psn_6');
    await step(file, 'accept', { workingDays: 10 });
    await step(file, 'note');
    await propose(file);
    await inTransaction(db.superuser, async (tx) => {
      await tx.rows(tamper, [file.id]);
      expect((await broken(tx)).some((found) => found.startsWith(proof))).toBe(true);
      return { ok: false, refusal: { code: 'test.roll-back' } };
    });
    expect(await broken()).toEqual([]);
  });
});

describe('the application role', () => {
  it.each([
    [`UPDATE case_action SET actor_id = 'x'`],
    ['DELETE FROM case_action'],
    [`UPDATE decision SET outcome = 'approve'`],
    [
      `INSERT INTO decision_approval SELECT owner_id, id, case_id, outcome, maker_id, 'ofc_checker', decided_on, facts, findings, digest, now() FROM decision`,
    ],
    ['DELETE FROM case_material'],
    ['DELETE FROM case_file'],
    [`UPDATE case_file SET state = 'granted'`],
    [`UPDATE case_file SET rule_version = '9'`],
    [`INSERT INTO case_file SELECT owner_id, id || 'x', number, process FROM case_file`],
    [`INSERT INTO case_locator VALUES ('SZ-LIE', 'psn_1', 'cas_1')`],
    [`UPDATE case_locator SET owner_id = 'psn_1'`],
    [`INSERT INTO case_action SELECT * FROM case_action`],
  ])('may not rewrite the past: %s', async (statement) => {
    await expect(db.app.rows(statement)).rejects.toThrow('permission denied');
  });
});

describe('typed by hand', () => {
  it('the rules of a case are not set any more once a decision was proposed', async () => {
    const file = await open('psn_8');
    await step(file, 'accept', { workingDays: 10 });
    await propose(file);
    await expect(
      db.app.rows(`SELECT set_case_rules($1, $2, 'plot', 'garden', '9')`, [file.ownerId, file.id]),
    ).rejects.toThrow('casework.changed-meanwhile');
  });
});

const grounds = {
  outcome: 'approve',
  subject: 'plot',
  ruleSet: 'garden',
  ruleVersion: '1',
  decidedOn: plainDate('2022-06-01'),
  facts: { plots: 1 },
  findings: { open: true },
} as const;

const everything = {
  processes: [sampleProcess.id],
  states: null,
  officeId: 'off_1',
  ownerIds: ['psn_5'],
  dueOnOrBefore: null,
  limit: 2,
};

async function open(ownerId: string): Promise<CaseFile> {
  const opening = {
    process: sampleProcess,
    ownerId,
    subject: 'plot',
    ruleSet: 'garden',
    ruleVersion: '1',
    officeId: 'off_1',
    channel: 'window' as const,
    numberPrefix: 'SZ',
    clock,
    ids,
    random,
  };
  const opened = await inTransaction(db.app, async (tx) => ok(await openCase(tx, opening)));
  if (!opened.ok) throw new Error('a case opens without refusal');
  return opened.value;
}

function of({ ownerId, id }: CaseFile) {
  return { process: sampleProcess, ownerId, caseId: id, at, calendar };
}

function step(file: CaseFile, action: string, data = {}): Promise<Result<CaseFile, Refusal>> {
  const actor = action === 'grant' ? reviewer : clerk;
  return inTransaction(db.app, (tx) => act(tx, { ...of(file), action, actor, data }));
}

function note(tx: Tx, file: CaseFile) {
  return act(tx, { ...of(file), action: 'note', actor: clerk });
}

/** Lets a transaction pause between its reads and its first write. */
function waitingReader(tx: Tx, meet: <T>(work: () => Promise<T>) => Promise<T>): Tx {
  let waited = false;
  return {
    ...tx,
    row: <R>(sql: string, values?: readonly unknown[]) => {
      if (waited || !sql.startsWith('SELECT append_action')) return tx.row<R>(sql, values);
      waited = true;
      return meet(() => tx.row<R>(sql, values));
    },
  };
}

function propose(file: CaseFile, token = 'token of ofc_maker') {
  return inTransaction(db.app, (tx) =>
    proposeDecision(tx, {
      ...grounds,
      token,
      ownerId: file.ownerId,
      caseId: file.id,
      decisionId: ids.next('dec'),
      at: new Date(),
    }),
  );
}

function approve(file: CaseFile, token: string) {
  return inTransaction(db.app, async (tx) => {
    const decision = await pendingDecision(tx, file);
    if (!decision.ok) return decision;
    return approveDecision(tx, { ...grounds, token, ownerId: file.ownerId, decision: decision.value, at });
  });
}

async function broken(reader: Pick<Tx, 'rows' | 'row'> = db.app): Promise<readonly string[]> {
  const found: string[] = [];
  for (const proof of caseworkProofs({ [sampleProcess.id]: sampleProcess })) {
    const result = await proof.run(reader, () => {});
    found.push(...result.broken.map(({ row }) => `${proof.name} ${row}`));
  }
  return found;
}
