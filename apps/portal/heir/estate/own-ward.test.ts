import { expect, test } from 'vitest';
import { isLinkedWard, isOwnWard, isSentALink, isSpokenForInSilence } from './own-ward.ts';

const alone = { agreement: 'not-needed', nameLatin: null, yourWard: false } as const;
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

test('a guardian who looks need not answer for the child, until everybody has to agree or somebody answered for it', () => {
  const spokenFor = (change: object = {}, all: typeof heirs = heirs) =>
    isSpokenForInSilence(all, { ...child, word: null, ...change });
  expect(spokenFor()).toBe(true);
  expect(spokenFor({ agreement: 'lacking' })).toBe(false);
  expect(spokenFor({ word: 'object' })).toBe(false);
  expect(spokenFor({ guardianName: '何立' })).toBe(false);
  // A guardian who is no heir is known by the document that officers compared.
  expect(spokenFor({ guardianName: '何立', yourWard: true }, [child])).toBe(true);
  // Who has no answer of their own keeps the way to object for the child.
  expect(isSentALink([child], { ...child, yourWard: true })).toBe(true);
});

test('where everybody has to agree to the shares the guardian answers for the child by a link', () => {
  expect(isSentALink(heirs, { ...child, agreement: 'lacking' })).toBe(true);
});

test('a guardian changes the child’s account by a link that is out, or that they may make for it, and by no other', () => {
  const linked = (
    namedBy: 'link' | 'invited' | 'applicant' | 'heir',
    given: { linkUntil?: string; agreement?: 'lacking' } = {},
  ) => isLinkedWard(heirs, { ...child, linkUntil: null, account: { namedBy }, ...given });
  const ways = ['link', 'heir', 'invited', 'applicant'] as const;
  expect(ways.map((way) => linked(way))).toEqual([false, false, false, false]);
  expect(ways.map((way) => linked(way, { agreement: 'lacking' }))).toEqual([false, false, true, true]);
  expect(ways.map((way) => linked(way, { linkUntil: '2026-12-01T00:00:00Z' }))).toEqual([
    ...[true, true, true, true],
  ]);
});
