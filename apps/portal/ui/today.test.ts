import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { dayTold, learnToday } from './today.ts';

test('today is the day of the agency by what it answered, whatever the clock of the device says', () => {
  expect(dayTold('Sun, 29 Nov 2026 15:59:59 GMT')).toBe('2026-11-29');
  expect(dayTold('Sun, 29 Nov 2026 16:00:00 GMT')).toBe('2026-11-30');
  expect([dayTold(null), dayTold('tomorrow')]).toEqual([null, null]);
  const client = new QueryClient();
  learnToday(client, new Headers({ date: 'Sun, 29 Nov 2026 16:00:00 GMT' }));
  learnToday(client, new Headers());
  expect(client.getQueryData(['today'])).toBe('2026-11-30');
});
