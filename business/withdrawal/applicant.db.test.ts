import { describe, expect, it } from 'vitest';
import { actionsOf, caseworkProofs } from '#engines/casework';
import { equationOf, trialBalance } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { namePayee } from './name-payee.ts';
import { withdrawalProofs } from './proofs.ts';
import { readHistory } from './read-history.ts';
import { listWithdrawals, readWithdrawal } from './read-withdrawal.ts';
import { requestMaterials } from './request-materials.ts';
import { returnToMaker } from './return-to-maker.ts';
import { must, sampleSteps } from './steps.testing.ts';
import {
  citizen,
  clerk,
  liveHolds,
  orderOf,
  payee,
  reviewer,
  type SampleGround,
  sampleAgency,
} from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(11),
  random: testRandom(11),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 831_240n, balanceOn: '2025-12-31' }),
});
const { by, run, application, apply, file, give, completePapers, propose, settledCase, bank } =
  sampleSteps(agency);

describe('an application', () => {
  it.each(['a citizen', 'a clerk'])(
    'tells %s what stands against it first, and is taken where they confirm, which the history keeps',
    async (who) => {
      const owner = await agency.person('settled-abroad-before-retirement');
      await agency.record(owner, 'roster', { onEmployerRoster: true, since: '2026-05-01' });
      const caller = who === 'a clerk' ? clerk : citizen('insured', owner);
      const asked = { ...application(owner, 'settled-abroad-before-retirement'), caller };
      expect(await run((tx) => applyForWithdrawal(tx, asked))).toMatchObject({
        refusal: { code: 'withdrawal.not-open', problems: [{ path: 'conditions.removed-by-employer' }] },
      });
      expect(await liveHolds(agency.db, owner)).toEqual([]);
      const { number, state } = await must(
        run((tx) => applyForWithdrawal(tx, { ...asked, applyAnyway: true })),
      );
      expect(state).toBe('submitted');
      const said = (await must(readHistory(db.app, { caller, number }))).find(
        ({ action }) => action === 'submit',
      );
      expect(said?.data).toMatchObject({
        anyway: [{ path: 'conditions.removed-by-employer', zh: expect.stringContaining('减员') }],
      });
      const read = (reader = caller) => readWithdrawal(db.app, { ...by(reader, number) });
      expect((await must(read())).against).toMatchObject([{ path: 'conditions.removed-by-employer' }]);
      // Nor does an agent read in a case what is on a record that they may not read.
      const agent = citizen('agent', owner);
      expect((await must(read(agent))).against).toHaveLength(1);
      expect((await must(read({ ...agent, personIds: [] }))).against).toEqual([]);
      await agency.record(owner, 'roster', { onEmployerRoster: false, since: '2026-05-02' });
      expect((await must(read())).against, 'once it is so no more').toEqual([]);
    },
  );

  it('on a ground that does not apply is told so', async () => {
    const owner = await agency.person('death');
    const asked = { ...application(owner, 'nationality-lost'), caller: citizen('insured', owner) };
    expect(await run((tx) => applyForWithdrawal(tx, asked))).toMatchObject({
      refusal: { code: 'withdrawal.not-open', problems: [{ path: 'status' }] },
    });
  });

  it('is refused while another case holds the account, and names that case', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    expect(await run((tx) => applyForWithdrawal(tx, application(owner, 'death')))).toMatchObject({
      refusal: { code: 'withdrawal.competing-case', figures: { number } },
    });
  });

  it('of two at the same moment, one is taken', async () => {
    const owner = await agency.person('death');
    const two = await Promise.all(
      [1, 2].map(() => run((tx) => applyForWithdrawal(tx, application(owner, 'death')))),
    );
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await liveHolds(agency.db, owner)).toHaveLength(1);
  });

  it('is not possible for somebody else’s account, on a ground that nobody knows, or by a successor of the living', async () => {
    const owner = await agency.person('death');
    const stranger = { ...application(owner, 'death'), caller: citizen('insured', 'psn_other') };
    expect(await run((tx) => applyForWithdrawal(tx, stranger))).toMatchObject({
      refusal: { code: 'withdrawal.no-person' },
    });
    const nowhere = application(owner, 'boredom' as SampleGround);
    expect(await run((tx) => applyForWithdrawal(tx, nowhere))).toMatchObject({
      refusal: { code: 'withdrawal.bad-input' },
    });
    const heir = { ...application(owner, 'nationality-lost'), caller: citizen('successor', owner) };
    expect(await run((tx) => applyForWithdrawal(tx, heir))).toMatchObject({
      refusal: { code: 'withdrawal.ground-by-successor' },
    });
  });

  it('can be taken back until a decision is proposed, and frees the account', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    const taken = await run((tx) => withdrawApplication(tx, by(citizen('successor', owner), number)));
    expect(taken).toMatchObject({ ok: true, value: { state: 'withdrawn-by-applicant' } });
    expect(await liveHolds(agency.db, owner)).toEqual([]);
    expect((await apply(owner, 'death')).state).toBe('submitted');
  });
});

describe('the payee', () => {
  it('of a living person is that person: another name is refused', async () => {
    const owner = await agency.person('nationality-lost');
    const { number } = await apply(owner, 'nationality-lost');
    const other = { ...payee, name: '李四' };
    expect(await run((tx) => namePayee(tx, { ...by(clerk, number), payee: other }))).toMatchObject({
      refusal: { code: 'withdrawal.payee-not-insured' },
    });
  });

  it('may be written in Latin letters as on the passport', async () => {
    const owner = await agency.person('foreigner-returning-home');
    const { number } = await apply(owner, 'foreigner-returning-home');
    const latin = { ...payee, name: 'SMITH, John' };
    expect(await run((tx) => namePayee(tx, { ...by(clerk, number), payee: latin }))).toMatchObject({
      refusal: { code: 'withdrawal.payee-not-insured' },
    });
    expect(
      await run((tx) => namePayee(tx, { ...by(clerk, number), payee: { ...latin, name: 'JOHN SMITH' } })),
    ).toMatchObject({
      ok: true,
    });
  });

  it('after a death is the successor, by name', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    expect(
      await run((tx) => namePayee(tx, { ...by(clerk, number), payee: { ...payee, name: '张小明' } })),
    ).toMatchObject({ ok: true });
    const view = await must(readWithdrawal(agency.db.app, { ...by(clerk, number) }));
    expect(view.payee).toEqual({
      kind: 'successor',
      name: '张**',
      bankCode: '102584000002',
      bankName: '工商银行深圳分行',
      accountTail: '5678',
      ...{ country: null, currency: null, charges: null },
      doubts: [{ id: 'card-check-digit', text: expect.objectContaining({ zh: expect.anything() }) }],
    });
  });

  it('is told everything that is wrong with what was filled in', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    const wrong = { name: ' ', bankCode: '12', bankName: '', accountNumber: '12a' };
    const told = await run((tx) => namePayee(tx, { ...by(clerk, number), payee: wrong }));
    expect(told.ok ? [] : told.refusal.problems?.map(({ path }) => path)).toEqual([
      'payee.name',
      'payee.bankCode',
      'payee.bankName',
      'payee.accountNumber',
    ]);
    const turned = {
      name: '张三\u202e',
      bankCode: '102584000002',
      bankName: '银行',
      accountNumber: '12345678',
    };
    const hidden = await run((tx) => namePayee(tx, { ...by(clerk, number), payee: turned }));
    expect(hidden.ok ? [] : hidden.refusal.problems?.map(({ path }) => path)).toEqual(['payee.name']);
  });

  it('whose account the bank refused is corrected by a clerk, and the money is then paid once', async () => {
    const owner = await agency.person('death');
    const { number } = await settledCase(owner, 'death');
    await bank(number, 'returned');
    expect((await file(number)).state).toBe('returned');
    const corrected = {
      bankCode: payee.bankCode,
      bankName: payee.bankName,
      name: '张小明',
      accountNumber: '6222021001019999999',
    };
    expect(
      await run((tx) => namePayee(tx, { ...by(citizen('successor', owner), number), payee: corrected })),
    ).toMatchObject({
      refusal: { code: 'casework.not-yours' },
    });
    const another = { ...by(clerk, number), payee: { ...corrected, name: '李四' } };
    expect(await run((tx) => namePayee(tx, another))).toMatchObject({
      refusal: { code: 'withdrawal.payee-name-changed' },
    });
    await must(run((tx) => namePayee(tx, { ...by(clerk, number), payee: corrected })));
    expect((await file(number)).state).toBe('settled');
    await bank(number, 'paid');
    expect((await file(number)).state).toBe('paid');
    expect(await orderOf(agency.db, owner)).toHaveLength(1);
    await allProofsHold();
  });
});

describe('papers', () => {
  it('are asked for once, all in one go; the clock stands still and goes on by itself when the last one comes', async () => {
    const owner = await agency.person('settled-abroad-before-retirement');
    const { number } = await apply(owner, 'settled-abroad-before-retirement');
    clock.set('2026-06-03T10:00:00+08:00');
    const waiting = await must(
      run((tx) => requestMaterials(tx, { ...by(clerk, number), again: [], note: '' })),
    );
    expect([waiting.state, waiting.dueOn]).toEqual(['awaiting-materials', null]);
    const asked = (await actionsOf(agency.db.app, waiting)).at(-1)?.data.materials;
    expect(asked).toEqual([
      'identity-document',
      'application-form',
      'payee-bank-account',
      'settlement-proof',
      'household-cancellation',
    ]);
    clock.set('2026-06-08T10:00:00+08:00');
    await completePapers(number);
    const going = await file(number);
    // two of ten working days were used by 3 June; eight more from 8 June, without the festival on the 19th
    expect([going.state, going.dueOn]).toEqual(['in-review', '2026-06-18']);
    const again = await run((tx) => requestMaterials(tx, { ...by(clerk, number), again: [], note: '' }));
    expect(again).toMatchObject({ refusal: { code: 'withdrawal.nothing-missing' } });
    clock.set('2026-06-01T10:00:00+08:00');
  });

  it('that the ground does not ask for are refused, and so is an alternative’s absence from the list', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    expect(await give(number, 'school-report')).toMatchObject({
      refusal: { code: 'withdrawal.unknown-material' },
    });
    expect(await give(number, 'social-security-card')).toMatchObject({ ok: true });
    const view = await must(readWithdrawal(agency.db.app, by(clerk, number)));
    expect(view.papers.find(({ materialId }) => materialId === 'identity-document')).toMatchObject({
      state: 'given',
      by: 'social-security-card',
    });
  });

  it('that the agency holds already are not asked for', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    const view = await must(readWithdrawal(agency.db.app, by(clerk, number)));
    const held = view.papers.filter(({ state }) => state === 'on-record').map(({ materialId }) => materialId);
    expect(held).toEqual(['death-proof', 'succession-proof']);
  });
});

describe('who sees what', () => {
  it('shows somebody else’s case to nobody', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    const stranger = citizen('insured', 'psn_other');
    expect(await readWithdrawal(agency.db.app, by(stranger, number))).toMatchObject({
      refusal: { code: 'casework.no-case' },
    });
    expect(await readHistory(agency.db.app, by(stranger, number))).toMatchObject({
      refusal: { code: 'casework.no-case' },
    });
    expect(await run((tx) => withdrawApplication(tx, by(stranger, number)))).toMatchObject({
      refusal: { code: 'casework.no-case' },
    });
    const own = await listWithdrawals(agency.db.app, { ...list, caller: stranger, context: agency.context });
    expect(own.items).toEqual([]);
    const heirs = await listWithdrawals(agency.db.app, {
      ...list,
      caller: citizen('successor', owner),
      context: agency.context,
    });
    expect(heirs.items.map((item) => item.number)).toEqual([number]);
  });

  it('tells the applicant what happened without the officers’ names and notes', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    await must(propose(number, 'approve'));
    await must(run((tx) => returnToMaker(tx, { ...by(reviewer, number), reason: '内部意见' })));
    const told = await must(readHistory(agency.db.app, by(citizen('successor', owner), number)));
    expect(told.map(({ actorId }) => actorId)).toEqual(told.map(() => null));
    expect(JSON.stringify(told)).not.toContain('内部意见');
    const inside = await must(readHistory(agency.db.app, by(clerk, number)));
    expect(inside.at(-1)).toMatchObject({
      action: 'return-to-maker',
      actorId: 'off_reviewer',
      data: { reason: '内部意见' },
    });
  });

  it('gives each role its buttons, the others disabled with the reason', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    const view = await must(readWithdrawal(agency.db.app, by(clerk, number)));
    const open = view.actions.filter(({ allowed }) => allowed).map(({ action }) => action);
    expect(open).toEqual([
      ...['provide-material', 'name-payee', 'withdraw-application', 'take-up', 'take-over', 'hand-over'],
    ]);
    const shut = view.actions.find(({ action }) => action === 'approve');
    expect(shut).toMatchObject({
      allowed: false,
      code: 'casework.not-yours',
      why: { zh: '“复核同意”由复核人员办理。', en: '“Approve” is done by: a reviewer.' },
    });
  });
});

const list = { states: null, officeId: null, dueOnOrBefore: null, cursor: null, limit: 100 };

async function allProofsHold(): Promise<void> {
  for (const proof of [
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...withdrawalProofs,
  ]) {
    expect((await proof.run(agency.db.app, () => {})).broken, proof.name).toEqual([]);
  }
  const { leftFen, rightFen } = equationOf(await trialBalance(agency.db.app));
  expect(leftFen).toBe(rightFen);
}
