import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { groundsFor } from './assessed.ts';
import { differing } from './differing.ts';
import { fitting } from './fitting.ts';
import { lacking } from './lacking.ts';

test('a ground that the record does not tell of lacks its situation, named with the papers that show it and without the form that is filled in here; one on record lacks its conditions only', () => {
  const situation = {
    person: {
      ...{ nationality: 'CHN', nationalityLostOn: '2026-09-15' },
      ...{ diedOn: null, retiredOn: null, leftCountry: null },
    },
    relationship: { status: 'suspended', stoppedOn: '2026-09-30', onEmployerRoster: false },
    ...{ transfer: null, succession: null, open: { claims: false, recoveries: false, investigation: true } },
  } as never; // as the API answers it
  const account = { balanceFen: '1234567', closedOn: null };
  const on = { region: '440300', today: plainDate('2026-11-30') };
  const grounds = groundsFor({ situation, account, ...on });
  const of = (id: string) => {
    const ground = grounds.find((each) => each.id === id);
    return ground ? lacking(ground, { situation, today: on.today, differences: [] }) : [];
  };
  expect(of('nationality-lost').map(({ id }) => id)).toEqual(['no-open-investigation']);
  const [first] = of('retired-treated-elsewhere');
  expect(first?.id).toBe('situation');
  expect(first?.text.zh).toMatch(/^我们的记录里没有：./);
  expect(first?.remedy?.zh).toMatch(/^交材料证明：./);
  expect(first?.remedy?.zh).not.toMatch(/身份证件|申请表/);
});

/** Who settled abroad before any retirement that is on record. */
const abroad = {
  person: {
    ...{
      nationality: 'CHN',
      nationalityLostOn: null,
      diedOn: null,
      retiredOn: null,
      treatmentElsewhere: null,
    },
    leftCountry: { on: '2026-04-02', to: 'CAN', purpose: 'settle' },
  },
  relationship: { status: 'suspended', stoppedOn: '2026-09-30', onEmployerRoster: false },
  ...{ transfer: null, succession: null, open: { claims: false, recoveries: false, investigation: false } },
};

/** What stands against the ground of who settled abroad in retirement, and what fits instead. */
function inRetirement(answers: Readonly<Record<string, string>>, situation: unknown = abroad) {
  const known = { situation: situation as never, today: plainDate('2026-11-30') }; // as the API answers it
  const account = { balanceFen: '1234567', closedOn: null };
  const grounds = groundsFor({ ...known, account, region: '440300' });
  const ground = grounds.find(({ id }) => id === 'retired-left-country');
  if (!ground) throw new Error('no such ground');
  const differences = differing({ ...known, ground, answers });
  return {
    lacks: lacking(ground, { ...known, differences }),
    differences,
    fitting: fitting(grounds, ground).map(({ id, status }) => [id, status]),
  };
}

test('who settled abroad and says that they were retired reads what to do about the retirement, and is asked for no paper that proves the leaving only', () => {
  const told = inRetirement({ what: 'settle', left: '2026-05-10', 'retired-then': 'yes' });
  expect(told.lacks.map(({ id }) => id)).not.toContain('situation');
  expect(told.differences.map(({ id }) => id)).toEqual(['retired-then']);
  expect(told.differences[0]?.remedy.zh).toMatch(/退休审批表.*先登记退休/);
  expect(told.differences[0]?.remedy.en).toMatch(/retired.*recorded at a window/);
  const [untold] = inRetirement({}).lacks;
  expect(untold?.remedy?.zh).toMatch(/退休审批表/);
  expect(untold?.remedy?.zh).not.toContain('境外定居证明');
});

test('papers that prove the leaving are asked for where it is not on record, or is there for another reason', () => {
  const papers = /境外定居证明/;
  const never = { ...abroad, person: { ...abroad.person, leftCountry: null } };
  const later = {
    ...abroad,
    person: { ...abroad.person, leftCountry: { ...abroad.person.leftCountry, on: '2027-01-01' } },
  };
  for (const situation of [never, later])
    expect(inRetirement({}, situation).lacks[0]?.remedy?.zh).toMatch(papers);
  const home = {
    ...abroad,
    person: { ...abroad.person, leftCountry: { ...abroad.person.leftCountry, purpose: 'return-home' } },
  };
  expect(inRetirement({ what: 'settle' }, home).lacks[0]?.remedy?.zh).toMatch(papers);
});

test('the ground of which the record tells is offered beside one of which it does not, and none beside one that is on record', () => {
  expect(inRetirement({}).fitting).toEqual([['settled-abroad-before-retirement', 'open']]);
  const retired = { ...abroad, person: { ...abroad.person, retiredOn: '2026-01-01' } };
  expect(inRetirement({}, retired).fitting).toEqual([]);
});
