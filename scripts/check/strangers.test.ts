import { expect, test } from 'vitest';
import { checkStrangers } from './strangers.ts';

function complaintsOf(text: string): readonly string[] {
  return checkStrangers(new Map([['README.md', text]])).map(({ line, says }) => `${line} ${says}`);
}

// Put together here, so that the check of the whole repository does not find them in this file.
test.each([
  ['a folder of a machine', ['/wo', 'rk/main/basics'], 'machine'],
  ['a folder outside', ['../sha', 'red/design.md'], 'outside'],
  ["a registry's address", ['https://registry.n', 'pmjs.org/pg'], 'registry'],
  ['a private key', ['-----BEGIN EC PRIVATE', ' KEY-----'], 'private key'],
  ['an access token', ['gh', `p_${'a1'.repeat(18)}`], 'token'],
])('finds %s', (_what, halves, says) => {
  expect(complaintsOf(`one\n${halves.join('')}\n`)).toEqual([
    expect.stringMatching(new RegExp(`^2 .*${says}`)),
  ]);
});

test('casework and shared words are not strangers', () => {
  expect(complaintsOf('engines/casework/main.ts, work/main, a shared table\n')).toEqual([]);
});
