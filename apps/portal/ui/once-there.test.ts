import { expect, test } from 'vitest';
import { onceThere } from './once-there.ts';

test('a page whose program does not come for want of a connection comes once there is one, and a fault stays a fault', async () => {
  let there = false;
  const line = {
    isThere: () => there,
    again: async () => {
      there = true;
    },
  };
  let tries = 0;
  const Page = () => null;
  const lazy = async () => {
    tries += 1;
    if (!there) throw new Error('no connection');
    return { Component: Page };
  };
  const [outer] = onceThere([{ path: '/a', children: [{ path: 'b', lazy }] }], line);
  const comes = outer?.children?.[0]?.lazy;
  if (typeof comes !== 'function') throw new Error('it is lazy');
  expect(await comes()).toEqual({ Component: Page });
  expect(tries).toBe(2);
  const broken = onceThere([{ path: '/a', lazy: () => Promise.reject(new Error('gone')) }], line)[0]?.lazy;
  await expect(typeof broken === 'function' && broken()).rejects.toThrow('gone');
});
