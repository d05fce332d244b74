import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { cityOf } from './city.ts';
import { readCitySize } from './city-size.ts';
import { citizenNumber, creditCode } from './numbers.ts';
import { planOf, stages } from './plan.ts';
import { demoCities } from './two-cities.ts';

const today = plainDate('2026-11-23');
const place = demoCities['440300'];

test('the same number gives the same city, another number another', () => {
  const of = (seed: number) => cityOf({ seed, people: 200, employers: 8, today, place });
  expect(of(7)).toEqual(of(7));
  expect(of(7)).not.toEqual(of(8));
});

test('no two people of the city bear the same identity number', () => {
  const numbers = cityOf({ seed: 1, people: 2000, employers: 40, today, place }).people.map(
    (person) => person.document.number,
  );
  expect(new Set(numbers).size).toBe(2000);
});

test('nobody lives in both cities unless they moved', () => {
  const of = (region: '440300' | '510100') =>
    cityOf({ seed: 1, people: 2000, employers: 8, today, place: demoCities[region] }).people.filter(
      ({ document }) => document.kind === 'citizen-id',
    );
  const there = new Set(of('510100').map(({ document }) => document.number));
  expect(of('440300').filter(({ document }) => there.has(document.number))).toEqual([]);
});

test('every date of the city lies before its first day, and nobody retires after dying', () => {
  for (const person of cityOf({ seed: 3, people: 2000, employers: 40, today, place }).people) {
    const dates = [
      person.bornOn,
      person.retiredOn,
      person.diedOn,
      person.left?.on,
      person.stoppedOn,
      person.nationalityLostOn,
    ];
    for (const date of dates) if (date) expect(date < today).toBe(true);
    if (person.diedOn && person.retiredOn) expect(person.retiredOn <= person.diedOn).toBe(true);
  }
});

test('made-up numbers carry the check characters of their standards', () => {
  expect(citizenNumber({ area: '110105', bornOn: plainDate('1949-12-31'), sequence: 2 })).toBe(
    '11010519491231002X',
  );
  expect(citizenNumber({ area: '340524', bornOn: plainDate('1980-01-01'), sequence: 1 })).toBe(
    '34052419800101001X',
  );
  expect(creditCode('440300', 1000)).toHaveLength(18);
});

test.each([120, 2000])('a city of %i people has a case in every stage', (people) => {
  const planned = planOf(cityOf({ seed: 440300, people, employers: 4, today, place }).people);
  expect(new Set(planned.map(({ stage }) => stage))).toEqual(new Set(stages));
});

test('the size of the city is told by options, and everything wrong with them is told at once', () => {
  expect(readCitySize([])).toMatchObject({ ok: true, value: { people: 2000, employers: 40 } });
  expect(readCitySize(['--people', '120', '--employers=4'])).toMatchObject({
    value: { seed: 440300, people: 120, employers: 4 },
  });
  const wrong = readCitySize(['--people', 'many', '--emploiers', '0', 'big', '--employers', '0']);
  if (wrong.ok) throw new Error('it was taken');
  expect(wrong.refusal.code).toBe('demo.bad-size');
  expect(wrong.refusal.problems?.map(({ path }) => path)).toEqual([
    '--emploiers',
    '0',
    'big',
    '--people',
    '--employers',
  ]);
});
