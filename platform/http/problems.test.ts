import { expect, test } from 'vitest';
import { languageNamed, preferredLanguage, problemOf } from './problems.ts';
import { httpRefusals } from './refusals.ts';

const asked = { requestId: 'r1', language: 'en' } as const;

test('a refusal’s figures stand in its sentences', () => {
  const problem = problemOf(httpRefusals, { code: 'http.too-many', figures: { seconds: 7 } }, asked);
  expect(problem).toMatchObject({
    type: 'urn:suixing:refusal:http.too-many',
    title: 'Too many requests.',
    status: 429,
    instance: 'urn:suixing:request:r1',
    next: { zh: '请稍等 7 秒再试。', en: 'Wait 7 seconds and try again.' },
  });
});

test('a refusal that nobody has worded is a fault of ours', () => {
  expect(() => problemOf(httpRefusals, { code: 'http.unheard-of' }, asked)).toThrow('no wording');
  expect(() => problemOf(httpRefusals, { code: 'constructor' }, asked)).toThrow('no wording');
});

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['EN-GB, zh;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr, en;q=0.3', 'en'],
  ['en;q=0.2, zh;q=0.7', 'zh'],
  ['en;q=0', 'zh'],
  ['en;q=x', 'zh'],
])('Accept-Language %s means %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test('a request that names no language of ours is taken to have said nothing of it', () => {
  expect([undefined, '*', 'fr-FR, de;q=0.5', 'en;q=0'].map((header) => languageNamed(header))).toEqual([
    ...[null, null, null, null],
  ]);
  expect(languageNamed('en')).toBe('en');
});
