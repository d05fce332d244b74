import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainDate as day } from '#basics';
import { auditProofs } from '#engines/audit';
import { inTransaction } from '#platform/postgres';
import type { AsOf } from './as-of.ts';
import { registryChains } from './chained.store.ts';
import { factsOf } from './list-facts.ts';
import { personRecord } from './person-record.ts';
import type { RecordEntry } from './record-entry.ts';
import { recordFact } from './record-fact.ts';
import { type Desk, header, openDesk, unrefused } from './registry.testing.ts';
import { situationOf } from './situation-of.ts';
import { eventKinds, ownDayOf, type SaidHolding } from './true-from.ts';

let desk: Desk;
let owner = '';

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  desk.nextSeries();
  desk.clock.set('2022-07-01T10:00:00+08:00');
  await desk.people([header, desk.person(1)]);
  owner = (await desk.ownerOf(1)) ?? '';
});

const suspended = (since: string) =>
  ({
    kind: 'relationship',
    status: 'suspended',
    tier: 1,
    stoppedOn: day(since),
    since: day(since),
  }) as const;

describe('A record by its two clocks', () => {
  test('a stop that was confirmed in August shows for July, but not as known in July', async () => {
    desk.clock.set('2022-08-01T10:00:00+08:00');
    await confirmed(suspended('2022-07-10'));
    desk.clock.set('2022-09-01T10:00:00+08:00');
    expect(await statusOn({ on: day('2022-07-09') })).toBe('active');
    expect(await statusOn({ on: day('2022-07-10') })).toBe('suspended');
    expect(await statusOn({ on: day('2022-07-10'), known: new Date('2022-07-31T15:59:59Z') })).toBe('active');
    expect(await statusOn({ on: day('2022-07-10'), known: new Date('2022-08-01T02:00:00Z') })).toBe(
      'suspended',
    );
  });

  test('a paper is known from the second officer’s word on, not from its recording', async () => {
    const factId = await desk.record(owner, suspended('2022-07-01'));
    desk.clock.set('2022-07-05T10:00:00+08:00');
    await desk.decide('reviewer', { personId: owner, factId, confirmed: true, reason: null });
    const on = day('2022-07-02');
    expect(await statusOn({ on, known: new Date('2022-07-04T00:00:00Z') })).toBe('active');
    expect(await statusOn({ on, known: new Date('2022-07-05T02:00:00Z') })).toBe('suspended');
  });

  test('a time that is over and was learnt of late does not end what holds today', async () => {
    desk.clock.set('2022-08-01T10:00:00+08:00');
    const gap = { trueFrom: day('2021-03-01'), trueTo: day('2021-05-31') };
    await confirmed({ ...suspended('2021-03-01'), since: null }, gap);
    expect(await statusOn({ on: day('2022-08-01') })).toBe('active');
    expect(await statusOn({ on: day('2021-04-01') })).toBe('suspended');
    const { states } = await recordOf({});
    expect(states.relationship?.map(({ from, to, body }) => [from, to, body.status])).toEqual([
      [null, '2021-02-28', 'active'],
      ['2021-03-01', '2021-05-31', 'suspended'],
      ['2021-06-01', null, 'active'],
    ]);
  });

  test('a status without a day holds from its recording on', async () => {
    desk.clock.set('2022-08-01T10:00:00+08:00');
    await confirmed({ kind: 'open-claims', open: true });
    const claims = async (on: string) =>
      (await situationOf(desk.db.app, { owner, onDate: day(on) }))?.open.claims;
    expect(await claims('2022-07-31')).toBe(false);
    expect(await claims('2022-08-01')).toBe(true);
  });

  test('a corrected day of retirement replaces the first on every day', async () => {
    await confirmed({ kind: 'retired', on: day('2020-05-01') });
    await confirmed({ kind: 'retired', on: day('2021-05-01') });
    expect((await recordOf({ on: day('2020-12-31') })).events).toEqual([]);
    expect((await recordOf({ on: day('2021-05-01') })).events).toMatchObject([
      { kind: 'retired', from: '2021-05-01', basis: 'paper', reference: 'P-1' },
    ]);
  });

  test('before the import nobody was on record', async () => {
    expect(await asked({ known: new Date('2022-06-30T00:00:00Z') })).toMatchObject({
      refusal: { code: 'registry.not-known-then' },
    });
  });

  test('months that two regions list stand with both, are counted once, and only as far as the day', async () => {
    const line = (from: string, to: string, region: string) =>
      `居民身份证,${desk.numberOf(1)},${from},${to},5000,${region}`;
    const columns = '证件类型,证件号码,起始月份,截止月份,缴费基数,缴费地';
    await desk.months([columns, line('2021-01', '2021-12', '440300'), line('2021-11', '2022-03', '510100')]);
    const { paid } = await recordOf({ on: day('2022-02-15') });
    expect(paid.months).toBe(14);
    expect(paid.overlaps).toMatchObject([{ fromMonth: '2021-11', toMonth: '2021-12' }]);
    expect(paid.overlaps[0]?.listedBy.map(({ originRegion }) => originRegion)).toEqual(['440300', '510100']);
    expect((await recordOf({ known: new Date('2022-07-01T02:00:00Z') })).paid.months).toBe(15);
  });

  test.each<RecordEntry>([
    { kind: 'retired', on: day('2021-05-01') },
    { kind: 'died', on: null },
    { kind: 'nationality-lost', on: day('2021-05-01') },
    { kind: 'left-country', left: { on: day('2021-05-01'), to: 'FRA', purpose: 'settle' } },
    { kind: 'treatment-elsewhere', filing: { region: '510100', confirmedOn: day('2021-05-01') } },
    { kind: 'roster', onEmployerRoster: false, since: day('2021-05-01') },
    suspended('2021-05-01'),
    { kind: 'succession', established: true, on: day('2021-05-01') },
    {
      kind: 'transfer',
      transfer: { to: '510100', appliedOn: day('2021-05-01'), balance: 'pending', evidenceOn: null },
    },
    {
      kind: 'transfer',
      transfer: {
        to: '510100',
        appliedOn: day('2021-04-01'),
        balance: 'refused',
        evidenceOn: day('2021-05-01'),
      },
    },
    { kind: 'open-claims', open: true },
  ])('the database tells the first day of $kind as the program does', async (entry) => {
    const factId = await desk.record(owner, entry);
    const own = ownDayOf(entry);
    const told = (await factsOf(desk.db.app, owner)).find((fact) => fact.factId === factId);
    const event = eventKinds.includes(entry.kind);
    expect(told?.trueFrom).toBe(own ?? (event ? null : '2022-07-01'));
  });

  test('an event takes no first or last day besides its own', async () => {
    const fact = { owner, entry: { kind: 'died', on: day('2022-01-01') }, paperReference: 'P-1' } as const;
    const told = await inTransaction(desk.db.app, (tx) =>
      recordFact(tx, {
        context: desk.context,
        caller: desk.caller.clerk,
        fact: { ...fact, holding: { trueTo: day('2022-02-01') } },
      }),
    );
    expect(told).toMatchObject({
      refusal: { code: 'registry.fact-wrong', problems: [{ path: 'holding' }] },
    });
  });
});

async function confirmed(entry: RecordEntry, holding: SaidHolding = {}): Promise<void> {
  const { context, caller, db } = desk;
  const place = await inTransaction(db.app, (tx) =>
    recordFact(tx, {
      context,
      caller: caller.clerk,
      fact: { owner, entry, holding, paperReference: 'P-1' },
    }),
  );
  const { factId } = unrefused(place);
  unrefused(await desk.decide('reviewer', { personId: owner, factId, confirmed: true, reason: null }));
  desk.clock.advance({ seconds: 1 });
}

function asked(asOf: AsOf) {
  const { seal, clock } = desk.context;
  return personRecord(desk.db.app, { owner, seal, asOf, now: clock.now() });
}

async function recordOf(asOf: AsOf) {
  return unrefused(await asked(asOf));
}

async function statusOn({ on, known }: AsOf): Promise<string | undefined> {
  const situation = await situationOf(desk.db.app, { owner, onDate: on, known });
  return situation?.relationship?.status;
}

test('everything that was written here stands in the chains as it was written', async () => {
  for (const proof of auditProofs(registryChains)) {
    expect((await proof.run(desk.db.app, () => undefined)).broken, proof.name).toEqual([]);
  }
});
