import { expect, test } from 'vitest';
import { filingPlaces, placeName, placesMeant } from './filing-places.ts';

const cities = [
  { region: '510100', name: { zh: '成都市', en: 'Chengdu' } },
  { region: '440300', name: { zh: '深圳市', en: 'Shenzhen' } },
];

test('who files finds a province or a city by what they call it, and never their own city', () => {
  const places = filingPlaces(cities, '440300');
  expect(placesMeant(places, '四川').map(({ region }) => region)).toEqual(['510000', '510100']);
  expect(placesMeant(places, 'cheng').map(({ region }) => region)).toEqual(['510100']);
  expect(placesMeant(places, '深圳')).toEqual([]);
  expect(placesMeant(places, ' ')).toEqual([]);
});

test('a place of a filing is called by its name, a city that nobody named by its province', () => {
  expect(placeName('510000').zh).toBe('四川省');
  expect(placeName('431300')).toEqual({ zh: '湖南省 431300', en: 'Hunan, 431300' });
});
