import { expect, test } from 'vitest';
import { placesLike, type TransferPlace } from './places.ts';

const place = (region: string, zh: string, en: string): TransferPlace => ({
  ...{ region, name: { zh, en } },
  ...{ takesBalances: true, onPaper: false, suspended: false },
});
const all = [place('510100', '成都', 'Chengdu'), place('440100', '广州', 'Guangzhou')];

test('a place is found by its name in either language, by its province and by its code, however wide it is typed', () => {
  const found = (typed: string) => placesLike(all, typed).map(({ region }) => region);
  expect(found('')).toEqual(['510100', '440100']);
  expect(['成都', ' cheng du', '四川', 'Sichuan', '５１０１'].map((typed) => found(typed))).toEqual(
    Array.from({ length: 5 }, () => ['510100']),
  );
  expect(found('杭州')).toEqual([]);
});
