import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainDate as day, fen } from '#basics';
import { auditProofs } from '#engines/audit';
import { ledgerProofs, readAccount } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import { approveImport } from './approve-import.ts';
import { registryChains } from './chained.store.ts';
import { findDoubles, judgeDouble, listDoubles } from './find-doubles.ts';
import { findPersonByIdentity } from './find-person.ts';
import { factsOf } from './list-facts.ts';
import { approveMerge, mergeHistory, mergesWaiting, requestMerge, requestUnmerge } from './merge-records.ts';
import { personById, personToTell } from './person.store.ts';
import { personCard } from './person-card.ts';
import { personRecord } from './person-record.ts';
import { registryProofs } from './proofs.ts';
import { recordsOf, survivorOf } from './records-of.store.ts';
import { type Desk, header, openDesk, unrefused } from './registry.testing.ts';
import { situationOf } from './situation-of.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.db.migrator.rows(
    `INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360), ('inflow', '2012-07-06', 3500, 360)`,
  );
});
beforeEach(() => {
  desk.nextSeries();
  desk.clock.set('2022-07-01T10:00:00+08:00');
  desk.clock.advance({ minutes: desk.series() });
});

/** People of the tests: name, Latin name, birth and document. */
const columns =
  '姓名,姓名拼写,出生日期,国籍,证件类型,证件号码,证件签发国,参保状态,单位在册,期初余额,余额日期';
const passport = (n: number, name = 'Marie Dupont', born = `1980-01-${String(n).padStart(2, '0')}`) =>
  `${name},${name},${born},FRA,护照,P${desk.series()}X${n}0001,FRA,正常参保,是,,`;

describe('Records that may be one person', () => {
  test('the same name and day of birth with different documents is found, whatever the order of the words', async () => {
    const name = `Anne${desk.series()} Martin`;
    const turned = `MARTIN, Anne${desk.series()}`.replace(',', '');
    await desk.people([columns, passport(1, name, '1971-02-03'), passport(2, turned, '1971-02-03')]);
    await desk.people([columns, passport(3, name, '1971-02-04')]);
    const pairs = await found();
    expect(pairs.map(({ signs }) => signs)).toEqual([['latin-name-and-birth']]);
  });

  test('one number written differently is found: another issuer, an O for a zero', async () => {
    const line = (number: string, issuer: string, born: string) =>
      `王${desk.series()}${born},,${born},${issuer},护照,${number},${issuer},正常参保,是,,`;
    const number = `E${desk.series()}012345`;
    await desk.people([
      columns,
      line(number, 'FRA', '1970-01-01'),
      line(number.replace('0', 'O'), 'BEL', '1970-01-02'),
    ]);
    expect((await found()).map(({ signs }) => signs)).toEqual([['number-alike']]);
  });

  test('two that an officer found to be two persons are not listed again', async () => {
    const name = `Paul${desk.series()} Petit`;
    await desk.people([columns, passport(1, name, '1990-05-05'), passport(2, name, '1990-05-05')]);
    const [pair] = await found();
    const judgement = {
      oneId: pair?.other.personId ?? '',
      otherId: pair?.one.personId ?? '',
      reason: '双胞胎',
    };
    const judge = () =>
      inTransaction(desk.db.app, (tx) =>
        judgeDouble(tx, { context: desk.context, caller: desk.caller.clerk, judgement }),
      );
    expect(await judge()).toMatchObject({ ok: true });
    expect(await judge()).toMatchObject({ refusal: { code: 'registry.no-such-double' } });
    expect(await found()).toEqual([]);
  });

  test('an import tells of those whom it brought again under another document', async () => {
    const name = `Zoe${desk.series()} Blanc`;
    await desk.people([columns, passport(1, name, '1985-06-07')]);
    const report = unrefused(await desk.people([columns, passport(2, name, '1985-06-07')]));
    expect(report.doublesFound).toBe(1);
  });
});

describe('A merge', () => {
  test('waits for another officer, then either record and either document is the one person', async () => {
    const { merged, stays } = await twoRecords();
    const stepId = await requested(merged, stays, 'both');
    expect(await survivorOf(desk.db.app, merged)).toBe(merged);
    expect(
      (await mergesWaiting(desk.db.app, { seal: desk.context.seal, after: null, limit: 100 })).items,
    ).toMatchObject([{ mergedId: merged, survivorId: stays, step: 'merge' }]);
    expect(await decided(merged, stepId, 'both')).toMatchObject({
      refusal: { code: 'registry.merge-same-officer' },
    });
    unrefused(await decided(merged, stepId));
    expect(await decided(merged, stepId)).toMatchObject({ refusal: { code: 'registry.merge-decided' } });
    expect(await recordsOf(desk.db.app, { owner: merged })).toEqual([stays, merged]);
    expect((await personById(desk.db.app, merged))?.ownerId).toBe(stays);
    expect(await desk.ownerOf(2)).toBe(stays);
    const { seal } = desk.context;
    const card = await personCard(desk.db.app, { owner: merged, seal });
    expect([card?.personId, card?.documents.length]).toEqual([stays, 2]);
  });

  test('counts what both records list, each month once, and a death on either', async () => {
    const { merged, stays } = await twoRecords();
    await months(1, '2021-01', '2021-12');
    await months(2, '2021-07', '2022-03');
    const factId = await desk.record(merged, { kind: 'died', on: day('2022-06-01') });
    const dead = async (owner: string) => (await personToTell(desk.db.app, owner))?.died;
    expect(await dead(merged)).toBe(false);
    unrefused(await desk.decide('reviewer', { personId: merged, factId, confirmed: true, reason: null }));
    expect([await dead(merged), await dead(stays)]).toEqual([true, false]);
    await doMerge(merged, stays);
    expect([await dead(merged), await dead(stays)]).toEqual([true, true]);
    expect(desk.deaths.slice(-2)).toEqual([merged, stays]);
    const situation = await situationOf(desk.db.app, { owner: merged });
    expect(situation?.relationship?.paidMonths).toBe(15);
    expect(situation?.person.diedOn).toBe('2022-06-01');
    const record = unrefused(await personRecord(desk.db.app, asked(stays)));
    expect(record.paid.overlaps).toMatchObject([{ fromMonth: '2021-07', toMonth: '2021-12' }]);
    expect(record.records).toEqual([stays, merged]);
    expect((await factsOf(desk.db.app, stays)).some((fact) => fact.factId === factId)).toBe(true);
    // As known before the merge, the two were two.
    desk.clock.advance({ days: 1 });
    const before = { known: new Date('2022-06-30T00:00:00Z') };
    expect((await situationOf(desk.db.app, { owner: stays, ...before }))?.person.diedOn).toBeNull();
  });

  test('what a file brings for a document of the merged record stays with it when the merge is undone', async () => {
    const { merged, stays } = await twoRecords();
    await doMerge(merged, stays);
    await months(2, '2021-01', '2021-06');
    expect(await paid(stays)).toBe(6);
    await undo(merged);
    expect([await paid(stays), await paid(merged)]).toEqual([0, 6]);
  });

  test('moves the balance with its interest, and its undoing moves it back as of the same day', async () => {
    const { merged, stays } = await twoRecords('50000.00');
    const stood = await owned(merged);
    expect(await owned(stays)).toBe(fen(50_000_00n));
    const { movedFen } = await doMerge(merged, stays);
    expect(movedFen).toBeGreaterThan(50_000_00n);
    expect([await owned(merged), await owned(stays)]).toEqual([0n, 50_000_00n + movedFen]);
    expect(await trial()).toBe(0n);
    await undo(merged);
    expect([await owned(merged), await owned(stays)]).toEqual([movedFen, stood]);
    expect(await trial()).toBe(0n);
    const steps = await mergeHistory(desk.db.app, { owner: merged, seal: desk.context.seal });
    expect(steps.map(({ step, movedFen: moved }) => [step, moved])).toEqual([
      ['undo', movedFen],
      ['merge', movedFen],
    ]);
    // It can be merged again.
    expect((await doMerge(merged, stays)).movedFen).toBe(movedFen);
  });

  test('is refused while a case of the double is open, told which, and while another merge waits', async () => {
    const { merged, stays } = await twoRecords();
    await desk.db.superuser.rows(
      `INSERT INTO case_file (owner_id, id, number, process, process_version, subject, rule_set, rule_version, office_id, channel,
         opened_at, state, action_count)
       VALUES ($1, $2, $2, 'withdrawal', '1', 'death', 'r', '1', 'ofc_test', 'window', now(), 'in-review', 0)`,
      [merged, `cas_${desk.series()}`],
    );
    expect(await request(merged, stays)).toMatchObject({ refusal: { code: 'registry.merge-case-open' } });
    await desk.db.superuser.rows(`UPDATE case_file SET state = 'paid' WHERE owner_id = $1`, [merged]);
    await requested(merged, stays);
    expect(await request(merged, stays)).toMatchObject({ refusal: { code: 'registry.merge-waits' } });
  });

  test('a case that was opened after the request stops the approval', async () => {
    const { merged, stays } = await twoRecords();
    const stepId = await requested(merged, stays);
    await desk.db.superuser.rows(
      `INSERT INTO case_file (owner_id, id, number, process, process_version, subject, rule_set, rule_version, office_id, channel,
         opened_at, state, action_count)
       VALUES ($1, $2, $2, 'withdrawal', '1', 'death', 'r', '1', 'ofc_test', 'window', now(), 'draft', 0)`,
      [merged, `cas_${desk.series()}`],
    );
    expect(await decided(merged, stepId)).toMatchObject({ refusal: { code: 'registry.merge-case-open' } });
  });

  test('of two who are hardly one person needs both officers to say that they saw what differs', async () => {
    const { stays } = await twoRecords();
    await desk.people([columns, passport(1)]);
    const document = { kind: 'passport', issuer: 'FRA', number: `P${desk.series()}X10001` } as const;
    const other = (await findPersonByIdentity(desk.db.app, { seal: desk.context.seal, document })) ?? '';
    const seen = { differencesSeen: true };
    expect(await request(other, stays)).toMatchObject({
      refusal: {
        code: 'registry.merge-differs',
        problems: [{ path: 'name' }, { path: 'born-on' }, { path: 'nationality' }],
      },
    });
    const { stepId } = unrefused(await request(other, stays, 'clerk', seen));
    const waiting = await mergeHistory(desk.db.app, { owner: other, seal: desk.context.seal });
    expect(waiting).toMatchObject([{ stepId, differs: ['name', 'born-on', 'nationality'] }]);
    expect(await decided(other, stepId)).toMatchObject({ refusal: { code: 'registry.merge-differs' } });
    expect(await decided(other, stepId, 'reviewer', seen)).toMatchObject({ ok: true });
    await undo(other);
  });

  test('joins neither a record with itself nor one that was merged, and no ring', async () => {
    const { merged, stays } = await twoRecords();
    expect(await request(merged, merged)).toMatchObject({ refusal: { code: 'registry.merge-linked' } });
    await doMerge(merged, stays);
    expect(await request(stays, merged)).toMatchObject({ refusal: { code: 'registry.merge-linked' } });
    expect(await request(merged, stays)).toMatchObject({ refusal: { code: 'registry.merge-linked' } });
    expect(await request(merged, 'psn_nobody')).toMatchObject({
      refusal: { code: 'registry.no-such-person' },
    });
  });

  test('of three records is undone link by link', async () => {
    const { merged, stays } = await twoRecords();
    await desk.people([header, desk.person(3)]);
    const third = (await desk.ownerOf(3)) ?? '';
    await doMerge(merged, stays);
    await doMerge(stays, third);
    expect(await recordsOf(desk.db.app, { owner: merged })).toEqual([third, stays, merged]);
    await undo(stays);
    expect(await recordsOf(desk.db.app, { owner: merged })).toEqual([stays, merged]);
    expect(await recordsOf(desk.db.app, { owner: third })).toEqual([third]);
  });

  test('leaves every promise about the register and the books standing', async () => {
    for (const proof of [...registryProofs, ...ledgerProofs, ...auditProofs(registryChains)])
      expect((await proof.run(desk.db.app, () => undefined)).broken, proof.name).toEqual([]);
  });
});

describe('Plain SQL of the application', () => {
  test.each([
    ['links no records', `INSERT INTO person_link VALUES ('a', 'm', 'b', now())`],
    ['unlinks none', 'UPDATE person_link SET unlinked_at = now()'],
    ['requests no merge', `INSERT INTO merge_step (owner_id, id) VALUES ('a', 'm')`],
    ['decides none', `INSERT INTO merge_decision (owner_id, step_id) VALUES ('a', 'm')`],
    ['moves no balance', `SELECT move_with_merge(s, '2022-01-01', now()) FROM merge_step s`],
    ['moves none back', `SELECT move_with_unmerge(s, 1, '2022-01-01', now()) FROM merge_step s`],
    ['judges no pair', `INSERT INTO double_judgement VALUES ('a', 'b', 'r', 'o', now())`],
    ['ends no procedure', `INSERT INTO case_end VALUES ('withdrawal', 'in-review')`],
  ])('%s', async (_, sql) => {
    await expect(desk.db.app.rows(sql)).rejects.toThrow(/permission denied/);
  });
});

async function found() {
  await findDoubles(desk.context, { runId: null });
  const { items } = await listDoubles(desk.db.app, { seal: desk.context.seal, after: null, limit: 100 });
  const now = desk.clock.now().getTime();
  return items.filter(({ foundAt }) => foundAt.getTime() === now);
}

/** Two records of one series, with a posted balance each where an amount is given; the second is to be merged. */
async function twoRecords(balance = '0') {
  const line = (n: number) =>
    `张三,1990-01-01,CHN,居民身份证,${desk.numberOf(n)},正常参保,是,${balance},2022-01-01`;
  const report = unrefused(await desk.people([header, line(1), line(2)]));
  const { runId, openingCount, openingTotalFen } = report;
  const approval = { caller: desk.caller.reviewer, runId: runId ?? '', openingCount, openingTotalFen };
  unrefused(await approveImport(desk.context, approval));
  return { stays: (await desk.ownerOf(1)) ?? '', merged: (await rawOwner(2)) ?? '' };
}

async function rawOwner(n: number) {
  const document = { kind: 'citizen-id', issuer: 'CHN', number: desk.numberOf(n) } as const;
  return findPersonByIdentity(desk.db.app, { seal: desk.context.seal, document });
}

function request(mergedId: string, survivorId: string, by: 'clerk' | 'both' = 'clerk', seen = {}) {
  const request = { ...seen, mergedId, survivorId, reason: '同一人两份档案', paperReference: '户籍证明 3' };
  return inTransaction(desk.db.app, (tx) =>
    requestMerge(tx, { context: desk.context, caller: desk.caller[by], request }),
  );
}

async function requested(mergedId: string, survivorId: string, by: 'clerk' | 'both' = 'clerk') {
  return unrefused(await request(mergedId, survivorId, by)).stepId;
}

function decided(mergedId: string, stepId: string, by: 'reviewer' | 'both' = 'reviewer', seen = {}) {
  const decision = { ...seen, mergedId, stepId, approved: true, reason: null };
  return inTransaction(desk.db.app, (tx) =>
    approveMerge(tx, { context: desk.context, caller: desk.caller[by], decision }),
  );
}

async function doMerge(mergedId: string, survivorId: string) {
  return unrefused(await decided(mergedId, await requested(mergedId, survivorId)));
}

async function undo(mergedId: string): Promise<void> {
  const request = { mergedId, reason: '其实是两个人', paperReference: '户籍证明 4' };
  const told = await inTransaction(desk.db.app, (tx) =>
    requestUnmerge(tx, { context: desk.context, caller: desk.caller.clerk, request }),
  );
  unrefused(await decided(mergedId, unrefused(told).stepId));
}

async function months(n: number, from: string, to: string): Promise<void> {
  const line = `居民身份证,${desk.numberOf(n)},${from},${to},5000,440300`;
  unrefused(await desk.months(['证件类型,证件号码,起始月份,截止月份,缴费基数,缴费地', line]));
}

async function paid(owner: string): Promise<number | undefined> {
  return (await situationOf(desk.db.app, { owner }))?.relationship?.paidMonths;
}

async function owned(owner: string): Promise<bigint | undefined> {
  return (await readAccount(desk.db.app, owner))?.balanceFen;
}

/** What passed between persons and has not arrived. */
async function trial(): Promise<bigint> {
  const row = await desk.db.app.row<{ open: bigint }>(
    `SELECT coalesce(sum(CASE WHEN credit = 'between-persons' THEN amount_fen ELSE -amount_fen END), 0)::bigint AS open
       FROM posting WHERE 'between-persons' IN (debit, credit)`,
  );
  return row?.open ?? -1n;
}

function asked(owner: string) {
  const { seal, clock } = desk.context;
  return { owner, seal, asOf: {}, now: clock.now() };
}
