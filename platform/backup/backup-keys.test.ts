import { expect, test } from 'vitest';
import { testRandom } from '#platform/testing';
import { backupFileKey, backupKeyId } from './backup-keys.ts';

test('A backup is opened by no other backup’s key, although the agency’s key is the same', () => {
  const key = testRandom(3)(32);
  const [one, two] = ['a', 'b'].map((head) => backupFileKey(key, Buffer.from(head)));
  expect(one).not.toEqual(two);
  expect(backupKeyId(key)).toMatch(/^[0-9a-f]{16}$/);
});
