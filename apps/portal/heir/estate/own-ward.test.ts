import { expect, test } from 'vitest';
import { isOwnWard, isSentALink } from './own-ward.ts';

const alone = { agreement: 'not-needed', nameLatin: null } as const;
const mother = { ...alone, yours: true, name: '示例安', minor: false, guardianName: null };
const child = { ...alone, yours: false, name: '示例小安', minor: true, guardianName: '示例安' };
const heirs = [mother, child];

test('who applies and is the guardian of a minor heir is not offered to send herself a link', () => {
  expect(isOwnWard(heirs, child)).toBe(true);
  expect(isOwnWard(heirs, { ...child, guardianName: '示例 安' })).toBe(true);
  expect(isSentALink(heirs, child)).toBe(false);
  expect(isSentALink(heirs, { ...child, guardianName: '何立' })).toBe(true);
  expect(isSentALink(heirs, { ...child, minor: false, guardianName: null })).toBe(true);
  expect(isSentALink([{ ...mother, yours: false }, child], child)).toBe(true);
  expect(isSentALink(heirs, mother)).toBe(false);
});

test('where everybody has to agree to the shares the guardian answers for the child by a link', () => {
  expect(isSentALink(heirs, { ...child, agreement: 'lacking' })).toBe(true);
});
