import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { cityOf } from './city.ts';
import { peopleCsv } from './city-csv.ts';
import { demoCities } from './two-cities.ts';

const today = plainDate('2026-11-23');
const place = demoCities['440300'];

test('whatever a name holds, the file of people keeps it in its own cell', () => {
  const city = cityOf({ seed: 7, people: 8, employers: 2, today, place });
  const names = ['a,b', 'a"b', 'a\nb', 'a\rb', 'a\r\nb', '=cmd|x', '<script>', '"'];
  const people = city.people.map((person, place) => ({ ...person, name: names[place] ?? '' }));
  const read: readonly Record<string, string>[] = parse(peopleCsv({ ...city, people }, today), {
    columns: true,
  });
  expect(read.map(({ name }) => name)).toEqual(names);
  expect(read.map((row) => row.balance_on)).toEqual(people.map(() => today));
});
