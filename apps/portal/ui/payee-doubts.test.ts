import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { doubtsId, PayeeDoubts } from './payee-doubts.tsx';

function drawn(of: readonly string[], change: string | null): string {
  return renderToStaticMarkup(createElement(MemoryRouter, null, createElement(PayeeDoubts, { of, change })));
}

test('what is doubtful of an account is said as a warning to who listens, with the way to the number that is to be put right', () => {
  const told = drawn(['校验位不符，请核对'], '/cases/SZ-1/payee');
  expect(told).toContain('role="status"');
  expect(told).toContain(`id="${doubtsId}"`);
  expect(told).toMatch(/class="vh">请注意：<\/span>校验位不符，请核对/);
  expect(told).toMatch(/href="\/cases\/SZ-1\/payee#payee-accountNumber"[^>]*>修改账户/);
});

test('an account of which nothing is doubtful has no warning, and beside its fields a warning leads nowhere', () => {
  expect(drawn([], '/payee')).toBe('');
  expect(drawn(['请核对'], null)).not.toContain('<a');
});
