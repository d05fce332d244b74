import { expect, test } from 'vitest';
import { leavesFor } from './leaving-click.ts';

const plain = {
  ...{ defaultPrevented: false, button: 0 },
  ...{ ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
};
const here = 'https://suixing.test/zh/my/apply/dft_1/payee';
const english = { href: 'https://suixing.test/en/my/apply/dft_1/payee', target: '', download: '' };

test('the language switch leaves the program; what the program answers itself, another window, a file or a telephone does not', () => {
  expect(leavesFor(plain, english, here)).toBe(english.href);
  expect(leavesFor({ ...plain, defaultPrevented: true }, english, here)).toBeNull();
  expect(leavesFor({ ...plain, ctrlKey: true }, english, here)).toBeNull();
  expect(leavesFor({ ...plain, button: 1 }, english, here)).toBeNull();
  expect(leavesFor(plain, { ...english, target: '_blank' }, here)).toBeNull();
  expect(leavesFor(plain, { ...english, download: 'a.pdf' }, here)).toBeNull();
  expect(leavesFor(plain, { ...english, href: `${here}#main` }, here)).toBeNull();
  expect(leavesFor(plain, { ...english, href: 'tel:12393' }, here)).toBeNull();
  expect(leavesFor(plain, null, here)).toBeNull();
});
