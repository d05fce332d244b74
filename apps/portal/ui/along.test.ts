import { expect, it } from 'vitest';
import { putAlong, takeAlong } from './along.ts';

function aWindow() {
  const of = new Map<string, string>();
  const kept = {
    getItem: (key: string) => of.get(key) ?? null,
    setItem: (key: string, value: string) => void of.set(key, value),
    removeItem: (key: string) => void of.delete(key),
  };
  return { of, kept: () => kept };
}

const along = { state: { wanted: '/apply#ground=x' }, typed: { loginName: 'zhou.jianguo' } };

it('what was typed and where somebody was going go along to the other language once, and are kept nowhere afterwards', () => {
  const { of, kept } = aWindow();
  putAlong('/activate', along, kept);
  expect(takeAlong('/activate', kept)).toEqual(along);
  expect(of.size).toBe(0);
  expect(takeAlong('/activate', kept)).toEqual({ state: null, typed: {} });
});

it('what was typed on one page is told to no other, and is forgotten there', () => {
  const { of, kept } = aWindow();
  putAlong('/activate', along, kept);
  expect(takeAlong('/account', kept)).toEqual({ state: null, typed: {} });
  expect(of.size).toBe(0);
});

it('a browser that keeps nothing shows the other language all the same', () => {
  const refuses = () => {
    throw new Error('storage is off');
  };
  putAlong('/activate', along, refuses);
  expect(takeAlong('/activate', refuses)).toEqual({ state: null, typed: {} });
});

it('no code that opens something is kept, neither a sent one, nor the window’s, nor that of an authenticator', () => {
  const { of, kept } = aWindow();
  const typed = { code: '7K3M', totp: '123456' };
  putAlong('/sign-in', { state: null, typed }, kept);
  expect(of.size).toBe(0);
  putAlong('/activate', { state: null, typed: { ...typed, loginName: 'zhou.jianguo' } }, kept);
  expect([...of.values()].join()).not.toMatch(/7K3M|123456/);
  expect(takeAlong('/activate', kept)).toEqual({ state: null, typed: { loginName: 'zhou.jianguo' } });
});
