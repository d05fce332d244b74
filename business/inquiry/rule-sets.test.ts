import { describe, expect, test } from 'vitest';
import { type PlainDate, plainDate } from '#basics';
import type { Facts } from '#business/registry/public';
import {
  defineRuleSet,
  defineSchedule,
  type RuleSchedule,
  ruleSetOfVersion,
  ruleSetOn,
} from '#engines/rules';
import { provision } from '#law';
import { exampleSituations } from './example-situations.ts';
import { assess, isProblem, shenzhen, shippedSchedule } from './public.ts';

/** How many sets would decide on a day if the schedule were read as periods: each entry until the region's next. */
function decidingOn(schedule: RuleSchedule<Facts>, region: string, onDate: PlainDate): number {
  const own = schedule.filter((entry) => entry.region === region);
  return own.filter((entry, index) => {
    const next = own[index + 1]?.fromOn ?? null;
    return (entry.fromOn ?? '') <= onDate && (next === null || onDate < next);
  }).length;
}

const second = defineRuleSet<Facts>({
  id: 'shenzhen',
  version: '2',
  options: shenzhen.options.filter((option) => option.ground !== 'no-receiving-account'),
});
const twoVersions = defineSchedule<Facts>([
  { region: '440300', fromOn: plainDate('2022-12-01'), ruleSet: second },
  { region: '440300', fromOn: null, ruleSet: shenzhen },
]);

describe('which rules decide', () => {
  test('on the first of every month from 2008 to two years ahead, exactly one version does', () => {
    const regions = new Set(shippedSchedule.map((entry) => entry.region));
    let months = 0;
    for (const region of regions) {
      for (let year = 2008; year <= 2028; year += 1) {
        for (let month = 1; month <= 12; month += 1) {
          const onDate = plainDate(`${year}-${String(month).padStart(2, '0')}-01`);
          for (const schedule of [shippedSchedule, twoVersions]) {
            expect([onDate, decidingOn(schedule, region, onDate)]).toEqual([onDate, 1]);
            expect(ruleSetOn(schedule, { region, onDate })).not.toBeNull();
          }
          months += 1;
        }
      }
    }
    expect(months).toBe(252);
  });

  test.each([
    ['the day before a new version begins', '2022-11-30', '1'],
    ['the day on which it begins', '2022-12-01', '2'],
    ['the day after', '2022-12-02', '2'],
  ])('%s', (_name, onDate, version) => {
    const told = assess({ ...exampleSituations.death, onDate }, { schedule: twoVersions });
    expect(told).toMatchObject({ ruleSet: { id: 'shenzhen', version } });
  });

  test('a schedule that is passed in out of order still decides by day', () => {
    const reversed = [...twoVersions].reverse();
    for (const [onDate, version] of [
      ['2022-11-30', '1'],
      ['2022-12-01', '2'],
    ]) {
      const told = assess({ ...exampleSituations.death, onDate }, { schedule: reversed });
      expect(told).toMatchObject({ ruleSet: { id: 'shenzhen', version } });
    }
  });

  test('a case keeps the version that it began with, also after a new one has begun', () => {
    const request = { ...exampleSituations['no-receiving-account'], onDate: '2023-01-15' };
    expect(assess(request, { schedule: twoVersions })).toMatchObject({ outcome: 'none' });
    const kept = ruleSetOfVersion(twoVersions, { id: 'shenzhen', version: '1' });
    if (!kept) throw new Error('version 1 is gone');
    expect(assess(request, { ruleSet: kept })).toMatchObject({ outcome: 'open', ruleSet: { version: '1' } });
    expect(ruleSetOfVersion(twoVersions, { id: 'shenzhen', version: '3' })).toBeNull();
  });

  test('a region is refused on days before its first set', () => {
    const later = defineSchedule<Facts>([
      { region: '440300', fromOn: plainDate('2022-07-01'), ruleSet: shenzhen },
    ]);
    const told = assess(exampleSituations.death, { schedule: later });
    expect(isProblem(told) && told.problems.map(({ path }) => path)).toEqual(['region']);
  });

  test('two sets that begin on one day in one region are a fault of the schedule', () => {
    const entry = { region: '440300', fromOn: null, ruleSet: shenzhen };
    expect(() => defineSchedule<Facts>([entry, entry])).toThrow('two rule sets begin on one day');
  });
});

describe('the shipped rules', () => {
  test('list the grounds in the table’s order, the transfer last', () => {
    expect(shenzhen.options.map((option) => option.ground)).toEqual([
      'retired-treated-elsewhere',
      'retired-left-country',
      'settled-abroad-before-retirement',
      'foreigner-returning-home',
      'nationality-lost',
      'death',
      'balance-refused',
      'no-receiving-account',
      'transfer',
    ]);
  });

  test('put own conditions before the common ones', () => {
    const common =
      'account-exists balance-positive no-open-claim no-open-recovery no-open-investigation no-competing-case';
    const own: Readonly<Record<string, string>> = {
      'retired-treated-elsewhere': 'filing-confirmed',
      'settled-abroad-before-retirement': 'removed-by-employer insurance-stopped',
      'foreigner-returning-home': 'is-foreigner removed-by-employer insurance-stopped',
      death: 'successor-established',
      'balance-refused': 'refusal-documented',
      'no-receiving-account': 'request-documented',
    };
    for (const { ground, conditions } of shenzhen.options) {
      const expected =
        ground === 'transfer'
          ? 'applied insurance-stopped not-retired-here account-or-months no-open-claim no-open-recovery no-open-investigation no-competing-case'
          : `${own[ground] ?? ''} ${common}`.trim();
      expect([ground, conditions.map(({ id }) => id).join(' ')]).toEqual([ground, expected]);
    }
  });

  test('cite only clauses that are in the index, and each is in force on some day', () => {
    const cited = shenzhen.options.flatMap((option) => [
      ...option.clauses,
      ...option.conditions.map((condition) => condition.source),
      ...option.materials.flatMap((material) => material.basis),
    ]);
    for (const id of cited) expect(provision(id).says.zh.length).toBeGreaterThan(5);
    expect(() => provision('G9')).toThrow('no provision G9');
  });

  test('ask for no paper without its basis, and say everything in both languages', () => {
    for (const option of shenzhen.options) {
      const texts = [
        option.name,
        option.trigger.says,
        ...option.conditions.flatMap(({ text, remedy, met }) => [text, remedy, met.says]),
        ...option.materials.flatMap(({ material }) => [
          material.text,
          ...material.alternatives.map((alternative) => alternative.text),
        ]),
      ];
      for (const { zh, en } of texts) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
      }
      for (const { material, basis } of option.materials) {
        expect(basis.length).toBeGreaterThan(0);
        expect(material.legalBasis).toContain(provision(basis[0] ?? '').instrument.zh);
      }
    }
  });

  test('share their sentences between answers, so that nobody can change one', () => {
    const told = assess(exampleSituations.death);
    if (isProblem(told)) throw new Error('refused');
    expect(Object.isFrozen(told.options[0]?.materials[0]?.text)).toBe(true);
    expect(Object.isFrozen(told.options[0]?.conditions[0]?.text)).toBe(true);
  });
});
