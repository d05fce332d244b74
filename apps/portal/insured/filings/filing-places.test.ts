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

test('a city is offered as a city, though the list of places to transfer to names its agency', () => {
  const agencies = [
    {
      region: '510100',
      zh: '成都市医疗保障局（演示）',
      en: 'Chengdu Healthcare Security Administration (demo)',
    },
    { region: '431300', zh: '娄底市医疗保险管理中心', en: 'Loudi Medical Insurance Centre' },
  ].map(({ region, ...name }) => ({ region, name }));
  const places = filingPlaces(agencies, '440300');
  expect(placesMeant(places, '成都').map(({ name }) => name.zh)).toEqual(['成都市']);
  expect(placesMeant(places, '娄底').map(({ name }) => name)).toEqual([{ zh: '娄底市', en: 'Loudi' }]);
});
