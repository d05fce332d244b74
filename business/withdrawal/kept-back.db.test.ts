import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { placeOfCase, trackCase } from '#business/tracking';
import { countWork, listWork, type WorkQuery } from '#business/work-list';
import { caseworkProofs, trackingCodeOf } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { heirSteps } from './heirs.testing.ts';
import { keptBackOf } from './kept-back.ts';
import { listWithdrawals, readWithdrawal } from './read-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, sampleAgency } from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(83), random: testRandom(83) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, apply, file, propose, approve, settle } = steps;
const { add, divide, decide, hear, account, view, papers, bank } = heirSteps(agency, steps);
const context = { ...agency.context, processes: { [withdrawalProcess.id]: withdrawalProcess } };
const wide: WorkQuery = {
  ...{ view: 'open', sort: 'due', procedures: null, ground: null, states: null, officeId: null },
  ...{ assignedTo: null, dueFrom: null, dueTo: null, channel: null },
};

it('while the last share is disputed the case waits for the heirs and is not overdue, and a court’s division gives it days anew', async () => {
  const { number, one, other } = await disputed();
  expect(await bank()).toBe(1);
  clock.advance({ days: 40 });
  const seen = await must(readWithdrawal(db.app, by(clerk, number)));
  expect(seen).toMatchObject({ state: 'paying', heldBy: 'heirs', overdue: false, dueOn: null });
  expect(seen.stateName.zh).toBe('已决定，其余份额已付；有份额因异议留存');
  expect(seen.delay).toMatchObject({ allowed: 10, agencyDays: 0, bankDays: 0, overdueDays: 0 });
  expect(seen.delay.text.zh).toBe(
    '经办机构用了不到 1 个工作日（时限 10 个），自 2026-06-01 起等继承人协商一致或者法院文书，期间不计时限',
  );
  const place = await must(placeOfCase(db.app, { context, caller: clerk, number }));
  const waits = {
    ...{ waitingFor: 'heirs', since: '2026-06-01', dueOn: null, workingDay: null, workingDays: null },
    ...{ state: seen.stateName, over: false, asked: null },
  };
  expect(place).toMatchObject(waits);
  expect(place.waitingName.en).toContain('a court’s paper');
  const factor = { by: 'code', code: trackingCodeOf(context.seal, await file(number)) } as const;
  expect(await must(trackCase(context, { number, factor, from: '192.0.2.1' }))).toMatchObject(waits);
  expect((await listed(null)).find((item) => item.number === number)).toMatchObject({
    ...{ overdue: false, dueOn: null },
  });
  expect(await listed('2026-12-31')).toEqual([]);
  expect(await overdue()).toEqual({ counted: 0, listed: [] });
  const work = await must(listWork(db.app, { context, caller: clerk, query: wide, cursor: null, limit: 10 }));
  expect(work.items).toMatchObject([{ waitingFor: 'heirs', overdue: false, dueOn: null }]);

  const held = (await view(number)).shares.find(({ state }) => state === 'held')?.payment?.orderId ?? '';
  const shares = [
    { successorId: one, share: '2/3' },
    { successorId: other, share: '1/3' },
  ];
  const court = { basis: 'court', paperReference: '民事判决书 2026-88', orderId: held, shares } as const;
  await must(decide(number, await must(divide(number, court))));
  const anew = await must(readWithdrawal(db.app, by(clerk, number)));
  expect(anew).toMatchObject({ state: 'paying', heldBy: 'agency', overdue: false, dueOn: '2026-07-24' });
  expect(await bank()).toBe(2);
  expect((await file(number)).state).toBe('paid');
  for (const proof of caseworkProofs(context.processes))
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
});

it('while another share is still to be paid the case is the agency’s, whatever else is disputed, and its days run', async () => {
  const { number } = await disputed();
  clock.advance({ days: 40 });
  const seen = await must(readWithdrawal(db.app, by(clerk, number)));
  expect(seen).toMatchObject({ state: 'settled', heldBy: 'agency', overdue: true });
  const place = await must(placeOfCase(db.app, { context, caller: clerk, number }));
  expect(place).toMatchObject({ waitingFor: 'agency', workingDays: 10 });
  expect(await overdue()).toEqual({ counted: 1, listed: [number] });
  expect((await listed('2026-12-31')).map((item) => item.number)).toEqual([number]);
});

it('where no share could be paid, it does not say that others were', () => {
  const since = new Date('2026-06-01T10:00:00+08:00');
  expect(keptBackOf({ since, paid: false, unclaimed: 0 }).state.en).not.toContain('other shares');
  expect(keptBackOf({ since, paid: true, unclaimed: 0 }).state.en).toContain('other shares are paid');
});

/** Two heirs with an account each, settled, where one objects to the other's share. */
async function disputed() {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [one, other] = [await add(number, '周一', {}), await add(number, '周二', {})];
  await must(divide(number));
  await must(account(number, one, '周一'));
  await must(account(number, other, '周二'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  await must(hear(number, other, 'object', [one]));
  return { number, one, other };
}

async function listed(due: string | null) {
  const { items } = await listWithdrawals(db.app, {
    ...{ context, caller: clerk, states: null, officeId: null, cursor: null, limit: 10 },
    dueOnOrBefore: due === null ? null : plainDate(due),
  });
  return items;
}

async function overdue() {
  const query = { ...wide, view: 'overdue' } as const;
  const { items } = await must(listWork(db.app, { context, caller: clerk, query, cursor: null, limit: 10 }));
  const { views } = await countWork(db.app, { context, caller: clerk, officeId: null });
  return {
    counted: views.find(({ view }) => view === 'overdue')?.cases,
    listed: items.map((item) => item.number),
  };
}
