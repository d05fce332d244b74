import { expect, it } from 'vitest';
import { plainDate, shanghaiDate } from '#basics';
import { placeOfCase, trackCase } from '#business/tracking';
import { countWork, listWork, releaseCase, type WorkQuery } from '#business/work-list';
import { trackingCodeOf } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { explainWithdrawal } from './explain-withdrawal.ts';
import { sayByLink } from './heir-links.ts';
import { heirSteps } from './heirs.testing.ts';
import { listWithdrawals, readWithdrawal } from './read-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, sampleAgency } from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(184), random: testRandom(184) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, apply, file, propose, approve, settle } = steps;
const { add, divide, hear, account, link, view, papers, bank } = heirSteps(agency, steps);
const context = { ...agency.context, processes: { [withdrawalProcess.id]: withdrawalProcess } };
const wide: WorkQuery = {
  ...{ view: 'open', sort: 'due', procedures: null, ground: null, states: null, officeId: null },
  ...{ assignedTo: null, dueFrom: null, dueTo: null, channel: null },
};

/** Two heirs of whom the first alone has an account, settled. */
async function settled() {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const heirs = [await add(number, '周一', {}), await add(number, '周二', {})] as const;
  await must(divide(number));
  await must(account(number, heirs[0], '周一'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  return { number, heirs };
}

/** What every list and page says of it, which is the same everywhere. */
async function told(number: string) {
  const view = await must(readWithdrawal(db.app, by(clerk, number)));
  const filter = { states: null, officeId: null, dueOnOrBefore: null, cursor: null, limit: 10 };
  const { items } = await listWithdrawals(db.app, { context, caller: clerk, ...filter });
  const place = await must(placeOfCase(db.app, { context, caller: clerk, number }));
  const factor = { by: 'code', code: trackingCodeOf(context.seal, await file(number)) } as const;
  const tracked = await must(trackCase(context, { number, factor, from: '192.0.2.1' }));
  const work = await must(listWork(db.app, { context, caller: clerk, query: wide, cursor: null, limit: 10 }));
  const listed = [...items, ...work.items].filter((item) => item.number === number);
  const why = await must(explainWithdrawal(db.app, { ...by(clerk, number), verify: false }));
  const names = [
    ...[view, why, ...listed].map(({ stateName }) => stateName.en),
    place.state.en,
    tracked.state.en,
  ];
  expect(new Set(names).size, names.join(' | ')).toBe(1);
  expect([view.heldBy, tracked.waitingFor]).toEqual([place.waitingFor, place.waitingFor]);
  const { waitingFor, waitingName, asked, since } = tracked;
  return { state: names[0], waitingFor, who: waitingName.en, asked: asked !== null, since };
}

it('a case of which one share is paid and the other has no account is with that heir, and nowhere with the bank', async () => {
  const { number, heirs } = await settled();
  expect(await told(number)).toMatchObject({
    state: 'Settled, to be paid; a share waits for an account',
    waitingFor: 'agency',
  });
  clock.advance({ days: 1 });
  let meanwhile: Awaited<ReturnType<typeof told>> | null = null;
  await bank([], async () => {
    meanwhile = await told(number);
  });
  expect(meanwhile).toMatchObject({
    state: 'With the bank; a share waits for an account',
    ...{ waitingFor: 'bank', asked: false },
  });
  expect((await file(number)).state).toBe('paying');
  expect(await told(number)).toEqual({
    ...{ state: 'Partly paid; a share waits for an account', waitingFor: 'applicant', asked: true },
    ...{ who: 'the heir whose share has no account', since: '2026-06-02' },
  });
  await must(account(number, heirs[1], '周二'));
  expect(await told(number)).toMatchObject({
    ...{ state: 'Partly paid, another share to be paid', waitingFor: 'agency', asked: false },
  });
  expect(await bank()).toBe(1);
  expect(await told(number)).toMatchObject({ state: 'Paid', waitingFor: 'nobody' });
});

it('while a case waits for an heir’s account alone it is late nowhere, and has its days anew once the account is named', async () => {
  const { number, heirs } = await settled();
  expect(await bank()).toBe(1);
  const since = shanghaiDate(clock.now());
  clock.advance({ days: 40 });
  const seen = await must(readWithdrawal(db.app, by(clerk, number)));
  const noDay = { dueOn: null, dueProvisional: false };
  expect(seen).toMatchObject({ ...noDay, state: 'paying', heldBy: 'applicant', overdue: false });
  expect(seen.delay).toMatchObject({ allowed: 10, agencyDays: 0, bankDays: 0, overdueDays: 0 });
  expect(seen.delay.text.zh).toContain(`自 ${since} 起等继承人填写收款账户，期间不计时限`);
  const place = await must(placeOfCase(db.app, { context, caller: clerk, number }));
  expect(place).toMatchObject({ ...noDay, since, workingDay: null, workingDays: null, over: false });
  expect(await late(number)).toEqual({ overdue: [], due: [], counted: 0, items: [false, false] });
  await must(account(number, heirs[1], '周二'));
  const anew = await must(readWithdrawal(db.app, by(clerk, number)));
  const dueOn = agency.context.workingDays.add(shanghaiDate(clock.now()), 10).on;
  expect(anew).toMatchObject({ heldBy: 'agency', overdue: false, dueOn, delay: { agencyDays: 0 } });
  clock.advance({ days: 40 });
  expect(await late(number)).toMatchObject({
    overdue: [number],
    due: [number],
    counted: 1,
    items: [true, true],
  });
  expect(await bank()).toBe(1);
});

/** Where it is late: in the view of the overdue, among what is due by a day, in its count and in each list that has it. */
async function late(number: string) {
  const asked = { context, caller: clerk, cursor: null, limit: 10 };
  const inView = await must(listWork(db.app, { ...asked, query: { ...wide, view: 'overdue' } }));
  const { views } = await countWork(db.app, { context, caller: clerk, officeId: null });
  const filter = { states: null, officeId: null };
  const by2027 = await listWithdrawals(db.app, {
    ...asked,
    ...filter,
    dueOnOrBefore: plainDate('2026-12-31'),
  });
  const all = await listWithdrawals(db.app, { ...asked, ...filter, dueOnOrBefore: null });
  const work = await must(listWork(db.app, { ...asked, query: wide }));
  const numbers = (items: readonly { readonly number: string }[]) => items.map((item) => item.number);
  return {
    ...{ overdue: numbers(inView.items), due: numbers(by2027.items) },
    counted: views.find(({ view }) => view === 'overdue')?.cases,
    items: [...all.items, ...work.items]
      .filter((item) => item.number === number)
      .map(({ overdue }) => overdue),
  };
}

it('a share that nobody claims is told everywhere, and the case that is else paid is neither with the bank nor late', async () => {
  const { number, heirs } = await settled();
  await moved(number, 'unclaimed');
  expect(await told(number)).toMatchObject({
    ...{ state: 'Settled, to be paid; a share is unclaimed', waitingFor: 'agency' },
  });
  expect(await bank()).toBe(1);
  clock.advance({ days: 40 });
  expect(await told(number)).toMatchObject({
    ...{ state: 'Partly paid; a share is unclaimed', waitingFor: 'agency', asked: false },
  });
  expect(await late(number)).toEqual({ overdue: [], due: [], counted: 0, items: [false, false] });
  await moved(number, 'claimed');
  await must(account(number, heirs[1], '周二'));
  expect(await bank()).toBe(1);
  expect(await told(number)).toMatchObject({ state: 'Paid' });
});

it('where one share is disputed and nobody claims the other, it waits for the heirs and both are told', async () => {
  const { number, heirs } = await settled();
  await moved(number, 'unclaimed');
  await must(hear(number, heirs[1], 'object', [heirs[0]]));
  expect(await told(number)).toMatchObject({
    state: 'Decided; the money is kept back because of an objection; a share is unclaimed',
    waitingFor: 'heirs',
  });
});

it.each(['window', 'link'])(
  'a share that came back and is disputed since, heard by the %s, is not asked to be corrected, and who lacks an account is',
  async (way) => {
    const { number, heirs } = await settled();
    expect(await bank(['周一'])).toBe(1);
    expect(await told(number)).toMatchObject({ state: 'Sent back by the bank' });
    if (way === 'window') await must(hear(number, heirs[1], 'object', [heirs[0]]));
    else {
      const said = { secret: await link(number, heirs[1]), word: 'object', disputes: [heirs[0]] } as const;
      await must(steps.run((tx) => sayByLink(tx, { context, ...said })));
    }
    expect(await told(number)).toMatchObject({
      state: 'Settled; a share waits for an account; a share is kept back because of an objection',
      ...{ waitingFor: 'applicant', who: 'the heir whose share has no account' },
    });
  },
);

/** The second share, by an adjustment of its order. */
async function moved(number: string, kind: 'unclaimed' | 'claimed') {
  const { ownerId } = await file(number);
  const order = (await view(number)).shares[1]?.payment?.orderId ?? '';
  const [id, at] = [`adj_${kind}_${order}`, clock.now()] as const;
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, $3, NULL, NULL, NULL, $6, NULL, NULL, $4, '付不出去', '说明 1', $5)`,
    [ownerId, id, kind, order, at, shanghaiDate(at)],
  );
  await db.app.rows(`SELECT decide_adjustment('token-reviewer', $1, $2, true, NULL, $3, $4)`, [
    ...[ownerId, id, `jnl_${kind}_${order}`, at],
  ]);
}

it('a share that is kept back is told beside one that waits for its account, to who gives the case back, too', async () => {
  const { number, heirs } = await settled();
  await must(hear(number, heirs[1], 'object', [heirs[0]]));
  const state = 'Settled; a share waits for an account; a share is kept back because of an objection';
  expect(await told(number)).toMatchObject({ state, waitingFor: 'applicant' });
  const assigning = { context, caller: clerk, number, note: '交还' };
  const given = await must(steps.run((tx) => releaseCase(tx, assigning)));
  expect(given.stateName.en).toBe(state);
});
