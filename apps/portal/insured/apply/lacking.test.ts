import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { groundsFor } from './assessed.ts';
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
    return ground ? lacking(ground) : [];
  };
  expect(of('nationality-lost').map(({ id }) => id)).toEqual(['no-open-investigation']);
  const [first] = of('retired-treated-elsewhere');
  expect(first?.id).toBe('situation');
  expect(first?.text.zh).toMatch(/^我们的记录里没有：./);
  expect(first?.remedy?.zh).toMatch(/^交材料证明：./);
  expect(first?.remedy?.zh).not.toMatch(/身份证件|申请表/);
});
