import { expect, test } from 'vitest';
import { scheduleOf } from '#business/inquiry/public';
import { provision } from '#law';
import { tellSchedule } from './told-rules.ts';

test.each(['440300', '510100'])(
  'the page of rules of %s leaves out no condition, paper or clause of its rule set',
  (region) => {
    const [entry] = scheduleOf(region);
    const [told] = tellSchedule(scheduleOf(region));
    if (!entry || !told) throw new Error('each region has rules');
    const common = told.common.map(({ condition }) => condition.id);
    expect(told.options.map(({ ground }) => ground)).toEqual(
      entry.ruleSet.options.map(({ ground }) => ground),
    );
    for (const [at, rule] of told.options.entries()) {
      const option = entry.ruleSet.options[at];
      const shown = [...rule.conditions.map(({ id }) => id), ...common];
      expect(shown).toEqual(expect.arrayContaining(option?.conditions.map(({ id }) => id) ?? []));
      expect(rule.conditions.length + rule.common).toBe(option?.conditions.length);
      expect(rule.papers).toBe(option?.materials);
      for (const id of [...(option?.clauses ?? []), ...rule.papers.flatMap(({ basis }) => basis)])
        expect(rule.clauses).toContain(id);
      for (const id of rule.clauses) expect(provision(id).says.zh.length).toBeGreaterThan(5);
    }
  },
);

test('that somebody lives is not said at every ground, and a death is where it is the ground', () => {
  const [told] = tellSchedule(scheduleOf('440300'));
  const when = told?.options.map((rule) => `${rule.ground}: ${rule.when.en}`) ?? [];
  expect(when.filter((said) => /died/.test(said)).map((said) => said.split(':')[0])).toEqual(['death']);
  expect(when.filter((said) => !/: (the|there|Chinese nationality) /.test(said))).toEqual([]);
  expect(when).toContain(
    'retired-treated-elsewhere: the insured person is retired, and there is a filing for long-term treatment elsewhere',
  );
});
