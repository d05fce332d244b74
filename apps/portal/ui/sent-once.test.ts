import { expect, test } from 'vitest';
import { sentOnce } from './sent-once.ts';

function keys(): () => string {
  let made = 0;
  return () => `key ${++made}`;
}

test('what is pressed again while it is on its way is not sent a second time', () => {
  const sent = sentOnce(keys());
  expect(sent.begin('object')).toBe('key 1');
  expect(sent.begin('object')).toBe(null);
});

test('a try that failed is sent again with the key that it had, whatever else was sent meanwhile', () => {
  const sent = sentOnce(keys());
  sent.begin('object');
  expect(sent.begin('agree')).toBe('key 2');
  sent.end('object', 'failed');
  sent.end('agree', 'done');
  expect(sent.begin('object')).toBe('key 1');
});

test('what was done can be said once more, and is then another write', () => {
  const sent = sentOnce(keys());
  sent.begin('remind');
  sent.end('remind', 'done');
  expect(sent.begin('remind')).toBe('key 2');
});
