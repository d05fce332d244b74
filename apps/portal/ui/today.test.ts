import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { dayTold, learnToday } from './today.ts';

test('today is the day of the agency by what it answered, whatever the clock of the device says', () => {
  expect(dayTold('2026-11-29')).toBe('2026-11-29');
  expect([dayTold(null), dayTold('tomorrow'), dayTold('2026-02-30')]).toEqual([null, null, null]);
  const client = new QueryClient();
  learnToday(client, new Headers({ date: 'Sun, 29 Nov 2026 16:00:00 GMT', 'suixing-today': '2026-12-02' }));
  learnToday(client, new Headers());
  expect(client.getQueryData(['today'])).toBe('2026-12-02');
});
