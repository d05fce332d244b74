import { describe, expect, it } from 'vitest';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { readWithdrawal } from './read-withdrawal.ts';
import { remindApplicants } from './remind-applicants.ts';
import { type MaterialsRequest, requestMaterials } from './request-materials.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { closeNotCompleted, stopWaiting } from './stop-waiting.ts';
import { citizen, clerk, liveHolds, sampleAgency } from './testing.store.ts';

const clock = testClock('2026-02-09T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(81),
  random: testRandom(81),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});
const { by, run, apply, file, give, completePapers, propose } = sampleSteps(agency);

async function waiting() {
  clock.set('2026-02-09T10:00:00+08:00');
  const owner = await agency.person('nationality-lost');
  const { number } = await apply(owner, 'nationality-lost');
  clock.set('2026-02-12T10:00:00+08:00');
  await must(ask(number, []));
  return { owner, number };
}

const ask = (number: string, again: MaterialsRequest['again']) =>
  run((tx) => requestMaterials(tx, { ...by(clerk, number), again, note: '' }));
const close = (number: string) =>
  run((tx) => closeNotCompleted(tx, { ...by(clerk, number), reason: '催告后仍未补正' }));
const view = (number: string) => readWithdrawal(db.app, by(clerk, number)).then((told) => must(told));

describe('a correction round', () => {
  it('tells everything at once with a day to answer by, over Spring Festival and its make-up workdays', async () => {
    const { owner, number } = await waiting();
    const told = await must(readWithdrawal(db.app, by(citizen('insured', owner), number)));
    // Fifteen working days from 12 February: 13, Saturday 14, then from 24 February on with Saturday the 28th.
    expect(told.waitingFor).toMatchObject({ answerBy: '2026-03-11', reminded: false });
    expect(told.waitingFor?.materials.map(({ reason }) => reason)).toEqual(
      told.waitingFor?.materials.map(() => null),
    );
    expect(told.waitingFor?.materials.length).toBeGreaterThan(2);
    expect(told.delay).toMatchObject({ agencyDays: 3, pausedSince: '2026-02-12' });
  });

  it('comes again only for a paper that was handed in and does not serve, with the reason', async () => {
    const { number } = await waiting();
    await completePapers(number);
    expect((await file(number)).state).toBe('in-review');
    expect(await ask(number, [])).toMatchObject({ refusal: { code: 'withdrawal.nothing-missing' } });
    await must(ask(number, [{ materialId: 'identity-document', reason: 'expired' }]));
    expect((await view(number)).waitingFor?.materials).toMatchObject([
      { materialId: 'identity-document', reason: { zh: '已过有效期', en: 'it has expired' } },
    ]);
    clock.set('2026-03-20T10:00:00+08:00');
    await must(run((tx) => stopWaiting(tx, by(clerk, number))));
    // What does not serve counts as missing until it comes again.
    expect(await propose(number, 'approve')).toMatchObject({
      refusal: { problems: [{ path: 'papers.identity-document' }] },
    });
    expect(await ask(number, [])).toMatchObject({ refusal: { code: 'withdrawal.asked-already' } });
    expect(await ask(number, [{ materialId: 'identity-document', reason: 'expired' }])).toMatchObject({
      refusal: { code: 'withdrawal.not-handed-in' },
    });
    await must(give(number, 'identity-document'));
    expect(await propose(number, 'approve')).toMatchObject({ ok: true });
  });

  it('is not cut short by the agency: it reminds once, gives more days, and only then may go on or close', async () => {
    const { owner, number } = await waiting();
    expect(await run((tx) => stopWaiting(tx, by(clerk, number)))).toMatchObject({
      refusal: { code: 'casework.need-missing' },
    });
    clock.set('2026-03-11T23:00:00+08:00');
    expect(await remindApplicants(agency.context)).not.toContain(number);
    clock.set('2026-03-12T00:01:00+08:00');
    expect(await close(number)).toMatchObject({ refusal: { code: 'casework.need-missing' } });
    expect(await remindApplicants(agency.context)).toContain(number);
    expect(await remindApplicants(agency.context)).not.toContain(number);
    expect((await view(number)).waitingFor).toMatchObject({ answerBy: '2026-03-19', reminded: true });
    expect(await close(number)).toMatchObject({ refusal: { code: 'casework.need-missing' } });
    clock.set('2026-03-20T09:00:00+08:00');
    expect(await close(number)).toMatchObject({ ok: true, value: { state: 'not-completed' } });
    expect(await liveHolds(db, owner)).toEqual([]);
    expect((await apply(owner, 'nationality-lost')).state).toBe('submitted');
  });

  it('ends by itself in a refusal where the clerk decides on what is there', async () => {
    const { number } = await waiting();
    clock.set('2026-03-12T09:00:00+08:00');
    await must(run((tx) => stopWaiting(tx, by(clerk, number))));
    expect(await propose(number, 'refuse')).toMatchObject({ ok: true });
  });
});
