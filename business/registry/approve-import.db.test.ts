import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ids } from '#basics';
import { approveImport, importById } from './approve-import.ts';
import { type Desk, header, openDesk, taken } from './registry.testing.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.nextSeries());

describe('Approving an import', () => {
  test('posts the opening balances once, after another officer has confirmed the totals', async () => {
    const runId =
      taken(await desk.people([header, desk.person(1), desk.person(2)], { by: 'both' })).runId ?? '';
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
