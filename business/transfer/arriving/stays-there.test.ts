import { expect, test } from 'vitest';
import { staysThere } from './stays-there.ts';

const did = (action: string, data: Readonly<Record<string, unknown>> = {}) => ({ action, data });
const asked = (count: number) => did('reminded', { missing: ['receiving-account'], count });

test('a balance stays over there for want of an account only where we were reminded of it and told none', () => {
  const before = [did('submit'), did('record-months')];
  expect(staysThere([...before, asked(1), asked(2)])).toBe('no-account');
  // After the first request nobody is paid out yet: it stays for another reason, which the sheet does not tell.
  expect(staysThere([...before, asked(1)])).toBe('not-offered-any-more');
  expect(staysThere([...before, asked(1), asked(2), did('tell-account')])).toBe('not-offered-any-more');
  expect(staysThere(before)).toBe('not-offered-any-more');
  expect(staysThere([did('submit'), did('receive-sheet')])).toBeNull();
});
