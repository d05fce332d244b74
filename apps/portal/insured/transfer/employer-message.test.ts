import { expect, test } from 'vitest';
import { preCheckReasons } from '#business/transfer';
import { employerMessages } from './employer-message.ts';

test('whatever an employer has to see to before a transfer can be sent to them as it stands', () => {
  const theirs = Object.entries(preCheckReasons).flatMap(([code, { by }]) =>
    by === 'employer' ? [code] : [],
  );
  expect(Object.keys(employerMessages).sort()).toEqual(theirs.sort());
});
