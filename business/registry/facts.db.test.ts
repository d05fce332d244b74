import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainDate as day } from '#basics';
import { inTransaction } from '#platform/postgres';
import { factsOf, factsWaiting } from './list-facts.ts';
import { recordFact } from './record-fact.ts';
import { type Desk, header, openDesk } from './registry.testing.ts';
import { situationOf } from './situation-of.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.nextSeries());

describe('Facts under four eyes', () => {
  test('a fact waits, is confirmed by another officer, and only then counts', async () => {
    await desk.people([header, desk.person(1)]);
    const owner = (await desk.ownerOf(1)) ?? '';
    const filing = { region: '510100', confirmedOn: day('2022-01-10') };
    const entry = { kind: 'treatment-elsewhere', filing } as const;
    const recorded = await inTransaction(desk.db.app, (tx) =>
      recordFact(tx, {
        context: desk.context,
        caller: desk.caller.both,
        fact: { owner, entry, paperReference: '备案表 2022-17' },
      }),
    );
    const place = recorded.ok ? recorded.value : null;
    expect(await waiting()).toContain(place?.factId);
    expect((await situationOf(desk.db.app, { owner }))?.person.treatmentElsewhere).toBeNull();
    const decision = { personId: owner, factId: place?.factId ?? '', confirmed: true, reason: null };
    expect(await desk.decide('both', decision)).toMatchObject({ refusal: { code: 'registry.same-officer' } });
    expect(await desk.decide('reviewer', decision)).toMatchObject({ ok: true });
    expect(await desk.decide('reviewer', decision)).toMatchObject({
      refusal: { code: 'registry.fact-decided' },
    });
    expect((await situationOf(desk.db.app, { owner }))?.person.treatmentElsewhere).toEqual(filing);
    expect(await waiting()).not.toContain(place?.factId);
    const [first] = await factsOf(desk.db.app, owner);
    expect(first).toMatchObject({
      basis: 'paper',
      status: 'confirmed',
      recordedBy: 'off_both',
      decidedBy: 'off_reviewer',
    });
  });

  test('a death before the retirement on record is refused, also when the record moved on before the confirmation', async () => {
    await desk.people([header, desk.person(1)]);
    const owner = (await desk.ownerOf(1)) ?? '';
    const died = await desk.record(owner, { kind: 'died', on: day('2020-01-01') });
    const retired = await desk.record(owner, { kind: 'retired', on: day('2021-01-01') });
    await desk.decide('reviewer', { personId: owner, factId: retired, confirmed: true, reason: null });
    expect(
      await desk.decide('reviewer', { personId: owner, factId: died, confirmed: true, reason: null }),
    ).toMatchObject({
      refusal: { code: 'registry.contradicts-record' },
    });
    expect(
      await desk.decide('reviewer', { personId: owner, factId: died, confirmed: false, reason: ' ' }),
    ).toMatchObject({
      refusal: { code: 'registry.reason-missing' },
    });
    expect(
      await inTransaction(desk.db.app, (tx) =>
        recordFact(tx, {
          context: desk.context,
          caller: desk.caller.clerk,
          fact: { owner, entry: { kind: 'died', on: day('2019-01-01') }, paperReference: 'P' },
        }),
      ),
    ).toMatchObject({ refusal: { code: 'registry.fact-wrong', problems: [{ path: 'on' }] } });
  });

  test('an identity number written into a paper’s reference or a reason is refused, not kept', async () => {
    await desk.people([header, desk.person(1)]);
    const owner = (await desk.ownerOf(1)) ?? '';
    const fact = {
      owner,
      entry: { kind: 'open-claims', open: true },
      paperReference: `单据 ${desk.numberOf(1)}`,
    } as const;
    const told = await inTransaction(desk.db.app, (tx) =>
      recordFact(tx, { context: desk.context, caller: desk.caller.clerk, fact }),
    );
    expect(told).toMatchObject({
      refusal: { code: 'registry.fact-wrong', problems: [{ path: 'paperReference' }] },
    });
    const factId = await desk.record(owner, fact.entry);
    const reason = `${desk.numberOf(1).toLowerCase()} 不符`;
    expect(
      await desk.decide('reviewer', { personId: owner, factId, confirmed: false, reason }),
    ).toMatchObject({
      refusal: { problems: [{ path: 'reason' }] },
    });
    const plain = { personId: owner, factId, confirmed: false, reason: '单据 202206130000000017 不清楚' };
    expect(await desk.decide('reviewer', plain)).toMatchObject({ ok: true });
  });

  test('the list of waiting facts is told page by page, each fact once', async () => {
    await desk.people([header, desk.person(1)]);
    const owner = (await desk.ownerOf(1)) ?? '';
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1)
      made.push(await desk.record(owner, { kind: 'open-claims', open: n % 2 === 0 }));
    const seen: string[] = [];
    let after: Awaited<ReturnType<typeof factsWaiting>>['next'] = null;
    do {
      const page = await factsWaiting(desk.db.app, { after, limit: 2 });
      seen.push(...page.items.map(({ factId }) => factId));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made));
  });
});

async function waiting(): Promise<readonly string[]> {
  const { items } = await factsWaiting(desk.db.app, { after: null, limit: 100 });
  return items.map(({ factId }) => factId);
}
