import { expect, test } from 'vitest';
import { lackingIn, nothingTyped, secretFor } from './asked-form.ts';

test('a question that is sent again keeps its secret, and one that was changed gets a new one', () => {
  const first = secretFor({ name: '张三' }, { question: '', secret: '' });
  expect(first.secret).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  expect(secretFor({ name: '张三' }, first)).toBe(first);
  expect(secretFor({ name: '张四' }, first).secret).not.toBe(first.secret);
});

test('what is lacking tells of which of the two people it is', () => {
  const said = lackingIn(nothingTyped);
  for (const lang of ['zh', 'en'] as const)
    expect(new Set(said.map(({ says }) => says[lang])).size).toBe(said.length);
  expect(said.filter(({ field }) => field.endsWith('-number')).map(({ says }) => says.zh)).toEqual([
    '去世的人的证件：没有填写证件号码。',
    '您的证件：没有填写证件号码。',
  ]);
});
