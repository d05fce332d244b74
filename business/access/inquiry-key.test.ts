import { expect, test } from 'vitest';
import { inquirySecretForm, newInquirySecret, readInquiryKey } from './inquiry-key.ts';

const inquiryId = 'inq_01kb2x3y4z5a6b7c8d9e0f1g2h';
const secret = newInquirySecret((count) => Uint8Array.from({ length: count }, (_, at) => at * 11));

test('number and secret of a question are taken however they are typed', () => {
  expect(secret).toMatch(inquirySecretForm);
  for (const typed of [secret.toLowerCase(), secret.replaceAll('-', ' '), secret.replaceAll('-', '')])
    expect(readInquiryKey({ inquiryId: ` ${inquiryId.toUpperCase()}`, secret: typed })).toEqual({
      ...{ inquiryId, secret },
    });
});

test('a secret of the first form stays good, capitals and small letters as they were told', () => {
  const first = 'sxq_3q2-7wQ9y0b5m1Xk8ZcV4nTsLpA';
  expect(first).toMatch(inquirySecretForm);
  expect(readInquiryKey({ inquiryId, secret: ` ${first} ` }).secret).toBe(first);
  expect(readInquiryKey({ inquiryId, secret: first.toLowerCase() }).secret).not.toBe(first);
});

test('a secret is as hard to guess as a code from the window at least', () => {
  let asked = 0;
  newInquirySecret((count) => {
    asked = count;
    return new Uint8Array(count);
  });
  expect(asked * 5).toBeGreaterThanOrEqual(80);
});
