import { describe, expect, test } from 'vitest';
import { citation, provision, regionPacks } from '#law';
import { exampleSituations } from './example-situations.ts';
import { assess, assessToJson, chengdu, isProblem, scheduleOf, shenzhen } from './public.ts';

const elsewhere = /深圳|Shenzhen|广东|Guangdong/;

/** Everything that the rules of a set can say to anybody, in both languages. */
function everythingSaid({ options }: typeof chengdu): string {
  return JSON.stringify(
    options.map((option) => {
      const ids = [
        ...option.clauses,
        ...option.conditions.map(({ source }) => source),
        ...option.materials.flatMap(({ basis }) => basis),
      ];
      const clauses = ids.map((id) => [citation(id), provision(id).says]);
      const conditions = option.conditions.map(({ text, remedy, met }) => [text, remedy, met.says]);
      return [option.name, option.trigger.says, option.toldMaterials, conditions, clauses];
    }),
  );
}

describe('an agency of another region', () => {
  test.each(Object.entries(exampleSituations))(
    '%s: answers by its own rules and never names Shenzhen',
    (_, situation) => {
      const request = { ...situation, region: '510100' };
      const options = { schedule: scheduleOf('510100') };
      const told = assess(request, options);
      if (isProblem(told)) throw new Error(JSON.stringify(told));
      expect(told.ruleSet).toEqual({ id: 'chengdu', version: '1' });
      expect(assessToJson(request, options)).not.toMatch(elsewhere);
      const grounds = told.options.map(({ ground, status }) => `${ground} ${status}`);
      const there = assess({ ...situation, region: '440300' });
      if (isProblem(there)) throw new Error(JSON.stringify(there));
      const both = there.options.map(({ ground, status }) => `${ground} ${status}`);
      expect(grounds).toEqual(both.filter((each) => !each.startsWith('retired-treated-elsewhere')));
    },
  );

  test('says nothing of Shenzhen in any condition, remedy, paper or clause; Shenzhen’s own rules do', () => {
    expect(everythingSaid(chengdu)).not.toMatch(elsewhere);
    expect(everythingSaid(shenzhen)).toMatch(elsewhere);
  });

  test('answers for its own region only, and a region without a pack has no rules', () => {
    for (const { region } of regionPacks) {
      expect(new Set(scheduleOf(region).map((entry) => entry.region))).toEqual(new Set([region]));
      const others = regionPacks.filter((pack) => pack.region !== region);
      for (const other of others)
        expect(
          isProblem(
            assess({ ...exampleSituations.death, region: other.region }, { schedule: scheduleOf(region) }),
          ),
        ).toBe(true);
    }
    expect(scheduleOf('110100')).toEqual([]);
  });
});
