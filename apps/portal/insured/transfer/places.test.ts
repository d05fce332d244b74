import { expect, test } from 'vitest';
import { placeHint, placesLike, type TransferPlace } from './places.ts';

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

test('whether a place takes a balance is told as the directory’s word where one moves away, and not at all where one comes from', () => {
  const told = (takesBalances: boolean, way: 'away' | 'here') =>
    placeHint({ ...place('510100', '成都', 'Chengdu'), takesBalances, onPaper: true }, way).map(
      ({ zh }) => zh,
    );
  expect(told(true, 'away')).toEqual(['四川省', '按目录接收余额，以对方答复为准', '函件邮寄，会慢一些']);
  expect(told(false, 'away')[1]).toBe('按目录不接收余额，以对方答复为准');
  expect(told(true, 'here')).toEqual(['四川省', '函件邮寄，会慢一些']);
});
