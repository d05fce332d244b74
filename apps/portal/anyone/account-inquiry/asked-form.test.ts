import { expect, test } from 'vitest';
import { secretFor } from './asked-form.ts';

test('a question that is sent again keeps its secret, and one that was changed gets a new one', () => {
  const first = secretFor({ name: '张三' }, { question: '', secret: '' });
  expect(first.secret).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  expect(secretFor({ name: '张三' }, first)).toBe(first);
  expect(secretFor({ name: '张四' }, first).secret).not.toBe(first.secret);
});
