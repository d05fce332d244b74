import { expect, test } from 'vitest';
import { withdrawalOperations } from './routes.ts';

test('wherever it is told whether an account’s name is somebody’s own, nobody tries more than ten names a minute', () => {
  const telling = withdrawalOperations.filter(({ path }) => path.endsWith('/payee-name'));
  expect(telling.map(({ path }) => path).sort()).toEqual([
    '/heir-links/payee-name',
    '/withdrawals/{number}/payee-name',
  ]);
  for (const { path, perMinute } of telling) expect(perMinute, path).toBe(10);
});
