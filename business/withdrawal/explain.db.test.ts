import { describe, expect, it } from 'vitest';
import { plainDate } from '#basics';
import type { Facts } from '#business/registry/public';
import { type Condition, defineOption, defineRuleSet, defineSchedule, type OptionRule } from '#engines/rules';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { type Explanation, explainWithdrawal } from './explain-withdrawal.ts';
import { grounds } from './grounds/all.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk, sampleAgency, sampleRules } from './testing.store.ts';

/** The version that follows: five working days, and a death must be followed by an established successor no longer. */
const nextRules = defineRuleSet<Facts>({ id: 'shenzhen', version: '2', options: grounds.map(loosened) });
const versions = defineSchedule([
  { region: '440300', fromOn: null, ruleSet: sampleRules },
  { region: '440300', fromOn: plainDate('2026-07-01'), ruleSet: nextRules },
]);
const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(21),
  random: testRandom(21),
  schedule: versions,
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { apply, completePapers, propose, approve, settle, approvedCase, by } = sampleSteps(agency);

describe('an explanation', () => {
  it('shows application, proposal and approval with facts, findings, rule version and sources, and the settlement’s rates with their grade', async () => {
    const { number } = await approvedCase(await agency.person('death'), 'death');
    await must(settle(number));
    const told = await explain(number);
    expect(told.stages.map(({ stage, by: who, outcome }) => [stage, who, outcome])).toEqual([
      ['application', 'off_clerk', null],
      ['proposal', 'off_clerk', 'approve'],
      ['approval', 'off_reviewer', 'approve'],
    ]);
    const approval = told.stages[2];
    expect(approval?.facts).toMatchObject({ situation: { person: { diedOn: '2026-05-01' } } });
    expect(approval?.findings).toMatchObject({
      status: 'open',
      payee: 'named',
      money: { interestFen: '464' },
    });
    expect(approval?.sources.map(({ id }) => id)).toContain('G2');
    expect(approval?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(told.settlement).toMatchObject({
      interestFen: '464', // 100,000 fen × 1.1 % × 152 days ÷ 360 = 464.44
      amountFen: '100464',
      rates: [{ bucket: 'carried-over', ratePpm: 11_000, grade: 'M' }, { bucket: 'inflow' }],
    });
    expect(told.verification).toEqual({ same: true, chainWhole: true });
  });

  it('keeps officers’ names from the applicant and strangers out', async () => {
    const owner = await agency.person('death');
    const { number } = await approvedCase(owner, 'death');
    const asked = { ...by(citizen('successor', owner), number), verify: false };
    const own = await must(explainWithdrawal(db.app, asked));
    expect(own.stages.map((stage) => stage.by)).toEqual([null, null, null]);
    const stranger = { ...asked, caller: citizen('insured', 'psn_other') };
    expect(await explainWithdrawal(db.app, stranger)).toMatchObject({
      refusal: { code: 'casework.no-case' },
    });
  });
});

describe('two versions of the rules side by side', () => {
  it('decide each case by the version it began with, also when it is approved after the change', async () => {
    clock.set('2026-06-29T10:00:00+08:00');
    const before = await apply(await agency.person('death'), 'death');
    await completePapers(before.number);
    await must(propose(before.number, 'approve'));
    clock.set('2026-07-02T10:00:00+08:00');
    const after = await apply(await agency.person('death'), 'death');
    await must(approve(before.number));
    const [old, fresh] = [await explain(before.number), await explain(after.number)];
    expect(old.stages.map(({ ruleSet, on }) => [ruleSet.version, on])).toEqual([
      ['1', '2026-06-29'],
      ['1', '2026-06-29'],
      ['1', '2026-07-02'],
    ]);
    expect(fresh.stages.map(({ ruleSet }) => ruleSet.version)).toEqual(['2']);
    expect([before.dueOn, after.dueOn]).toEqual(['2026-07-13', '2026-07-09']);
    const conditions = (told: Explanation) =>
      JSON.stringify(told.stages[0]?.findings).includes('successor-established');
    expect([conditions(old), conditions(fresh)]).toEqual([true, false]);
    expect([old.verification, fresh.verification]).toEqual([
      { same: true, chainWhole: true },
      { same: true, chainWhole: true },
    ]);
    clock.set('2026-06-01T10:00:00+08:00');
  });

  it('do not verify where the version that decided is not among the rules, or says something else', async () => {
    const { number } = await approvedCase(await agency.person('death'), 'death');
    const without = defineSchedule([{ region: '440300', fromOn: null, ruleSet: nextRules }]);
    const unknown = await explain(number, without);
    expect(unknown.stages[1]?.verification).toEqual({
      same: false,
      differences: [{ path: 'ruleSet', stored: 'shenzhen 1', computed: null }],
    });
    const forged = defineRuleSet<Facts>({ id: 'shenzhen', version: '1', options: nextRules.options });
    const rewritten = await explain(
      number,
      defineSchedule([{ region: '440300', fromOn: null, ruleSet: forged }]),
    );
    expect(rewritten.verification).toEqual({ same: false, chainWhole: true });
    expect(
      rewritten.stages[1]?.verification?.differences.some(({ path }) =>
        path.startsWith('findings.option.conditions'),
      ),
    ).toBe(true);
  });
});

describe('what was altered afterwards is found', () => {
  it.each<[string, string, string]>([
    [
      'a fact that a finding rests on',
      `UPDATE decision SET facts = jsonb_set(facts, '{situation,person,diedOn}', 'null') WHERE case_id = $1`,
      'findings.option',
    ],
    [
      'a fact that no finding rests on',
      `UPDATE decision SET facts = jsonb_set(facts, '{situation,relationship}', '{"paidMonths": 12}') WHERE case_id = $1`,
      'digest',
    ],
    [
      'the balance',
      `UPDATE decision_approval SET facts = jsonb_set(facts, '{money,balanceFen}', '"900000"') WHERE case_id = $1`,
      'findings.money.totalFen',
    ],
    [
      'a finding',
      `UPDATE decision_approval SET findings = jsonb_set(findings, '{money,interestFen}', '"1"') WHERE case_id = $1`,
      'findings.money.interestFen',
    ],
    [
      'facts that can no longer be read',
      `UPDATE decision SET facts = jsonb_set(facts, '{situation,onDate}', '"one day"') WHERE case_id = $1`,
      'facts',
    ],
  ])('%s', async (_, tamper, path) => {
    const { number, id } = await approvedCase(await agency.person('death'), 'death');
    await inTransaction(db.superuser, async (tx) => {
      await tx.rows(tamper, [id]);
      const asked = { ...by(clerk, number), verify: true };
      const told = await must(explainWithdrawal(tx, asked));
      expect(told.verification).toEqual({ same: false, chainWhole: true });
      const paths = told.stages.flatMap(
        (stage) => stage.verification?.differences.map((each) => each.path) ?? [],
      );
      expect(paths).toContainEqual(expect.stringContaining(path));
      return { ok: false, refusal: { code: 'test.roll-back' } };
    });
    expect((await explain(number)).verification?.same).toBe(true);
  });

  it('the facts of the application, by the chain of actions', async () => {
    const { number, id } = await approvedCase(await agency.person('death'), 'death');
    await inTransaction(db.superuser, async (tx) => {
      await tx.rows(
        `UPDATE case_action SET data = jsonb_set(data, '{facts,situation,open,claims}', 'true') WHERE case_id = $1 AND action = 'submit'`,
        [id],
      );
      const told = await must(explainWithdrawal(tx, { ...by(clerk, number), verify: true }));
      expect(told.verification).toEqual({ same: false, chainWhole: false });
      expect(told.stages[0]?.verification?.differences.map(({ path }) => path)).toContain('findings.status');
      return { ok: false, refusal: { code: 'test.roll-back' } };
    });
  });
});

async function explain(number: string, schedule = versions): Promise<Explanation> {
  const told = await explainWithdrawal(db.app, {
    context: { schedule, region: '440300' },
    caller: clerk,
    number,
    verify: true,
  });
  return must(told);
}

function loosened(rule: OptionRule<Facts>) {
  const kept = (condition: Condition<Facts>) => condition.id !== 'successor-established';
  return defineOption({ ...rule, workingDays: 5, conditions: rule.conditions.filter(kept) });
}
