import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ids } from '#basics';
import { approveImport, importById } from './approve-import.ts';
import { factsOf } from './list-facts.ts';
import { type Desk, header, openDesk, taken, unrefused } from './registry.testing.ts';
import { situationOf } from './situation-of.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.nextSeries());

describe('Approving an import', () => {
  test('posts the opening balances once, after another officer has confirmed the totals', async () => {
    const runId =
      taken(await desk.people([header, desk.person(1), desk.person(2)], { by: 'both', waits: true })).runId ??
      '';
    const totals = { runId, openingCount: 2, openingTotalFen: 2_000_00n };
    expect(await importById(desk.db.app, runId)).toMatchObject({
      stagedCount: 2n,
      stagedFen: 2_000_00n,
      postedCount: 0n,
    });
    expect(await approveImport(desk.context, { caller: desk.caller.both, ...totals })).toMatchObject({
      refusal: { code: 'registry.import-same-officer' },
    });
    expect(await approveImport(desk.context, { caller: desk.caller.clerk, ...totals })).toMatchObject({
      refusal: { code: 'access.role-missing' },
    });
    const unseen = { caller: desk.caller.reviewer, ...totals, openingTotalFen: 1n };
    expect(await approveImport(desk.context, unseen)).toMatchObject({
      refusal: { code: 'registry.totals-not-confirmed' },
    });
    expect(await desk.balanceOf(1)).toBe(0n);
    const approved = await approveImport(desk.context, { caller: desk.caller.reviewer, ...totals });
    expect(approved).toMatchObject({
      ok: true,
      value: { checkerId: 'off_reviewer', postedCount: 2n, postedFen: 2_000_00n },
    });
    await approveImport(desk.context, { caller: desk.caller.reviewer, ...totals });
    expect(await desk.balanceOf(1)).toBe(1_000_00n);
  });

  test('makes what the file tells count: until then a status, a death and paid months wait', async () => {
    const columns = '姓名,出生日期,国籍,证件类型,证件号码,参保状态,单位在册,去世日期';
    const line = `张三,1990-01-01,CHN,居民身份证,${desk.numberOf(1)},正常参保,否,2022-06-01`;
    const people = taken(await desk.people([columns, line], { waits: true }));
    const owner = (await desk.ownerOf(1)) ?? '';
    const monthColumns = '证件类型,证件号码,起始月份,截止月份,缴费基数,缴费地';
    const months = taken(
      await desk.months([monthColumns, `居民身份证,${desk.numberOf(1)},2021-01,2021-06,5000.00,440300`], {
        waits: true,
      }),
    );
    const standing = async (known?: Date) => {
      const told = await situationOf(desk.db.app, { owner, known });
      return [told?.relationship?.status, told?.person.diedOn ?? null, told?.relationship?.paidMonths];
    };
    expect(await standing()).toEqual([undefined, null, undefined]);
    // Unknown, not none: nobody is told that they were never insured while a file waits.
    expect((await situationOf(desk.db.app, { owner }))?.relationship).toEqual({});
    expect((await factsOf(desk.db.app, owner)).map(({ status }) => status)).toEqual(Array(3).fill('waiting'));
    // A file that tells the same of them again differs in nothing.
    const again = taken(await desk.people([columns, line, ''], { dryRun: true }));
    expect(again.notices.map(({ detail }) => detail.en)).toEqual([expect.stringContaining('and the same')]);
    await desk.db.superuser.rows(
      `INSERT INTO case_file (owner_id, id, number, process, process_version, subject, rule_set, rule_version, office_id, channel,
         opened_at, state, action_count)
       VALUES ($1, 'cas_waited', 'cas_waited', 'withdrawal', '1', 'death', 'r', '1', 'ofc_test', 'window', now(), 'draft', 0)`,
      [owner],
    );
    const before = desk.clock.now();
    desk.clock.advance({ minutes: 5 });
    for (const { runId, openingCount, openingTotalFen } of [people, months]) {
      const approval = { caller: desk.caller.reviewer, runId: runId ?? '', openingCount, openingTotalFen };
      unrefused(await approveImport(desk.context, approval));
    }
    expect(await standing()).toEqual(['active', '2022-06-01', 6]);
    expect(await standing(before)).toEqual([undefined, null, undefined]);
    expect(desk.deaths).toEqual([owner]);
    expect((await factsOf(desk.db.app, owner)).map(({ status }) => status)).toEqual(
      Array(3).fill('not-needed'),
    );
  });

  test('goes on posting where it was cut short', async () => {
    const runId =
      taken(await desk.people([header, desk.person(1), desk.person(2), desk.person(3)])).runId ?? '';
    const totals = { runId, openingCount: 3, openingTotalFen: 3_000_00n, caller: desk.caller.reviewer };
    const cut = { ...desk.context, ids: stoppingIds(2) };
    await expect(approveImport(cut, totals)).rejects.toThrow('stopped');
    expect(await importById(desk.db.app, runId)).toMatchObject({ postedCount: 2n });
    expect(await approveImport(desk.context, totals)).toMatchObject({ ok: true, value: { postedCount: 3n } });
  });
});

/** Ids that give out after some, as a process does that is ended. */
function stoppingIds(after: number): Ids {
  let given = 0;
  return {
    next(prefix) {
      given += 1;
      if (given > after) throw new Error('stopped');
      return desk.context.ids.next(prefix);
    },
  };
}
