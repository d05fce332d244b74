import { expect, test } from 'vitest';
import { listTitle } from './list-title.ts';
import { stepsOfKind } from './proofs.ts';

const letter = {
  number: 'SZ-1/6-2',
  seq: 6,
  language: 'zh',
  templateVersion: 8,
  issuedAt: new Date(0),
} as const;
const toHeir = (step: string, heirName = '郑强', heirRelation = 'child', moved: string | null = null) =>
  listTitle({ ...letter, kind: 'heir-share', heir: 2, step, moved, heirName, heirRelation });

test('letters to heirs are told apart in a list by relation, masked name and what they tell, in both languages', () => {
  const { zh, en } = toHeir('approve');
  expect(zh).toBe('继承份额告知书 · 子女 郑* · 已决定');
  expect(en).toBe('Notice of an heir’s share · child 郑* · decided');
  expect(toHeir('confirm-paid', '何丽娟', 'spouse').zh).toBe('继承份额告知书 · 配偶 何** · 已付款');
});

test('of several heirs who are paid one after another each reads in the title that they are, and whose share came back that it did', () => {
  const title = (moved: string | null) => toHeir('share-moved', '郑强', 'child', moved).en;
  expect(title('paid')).toBe('Notice of an heir’s share · child 郑* · paid');
  expect(title('returned')).toBe('Notice of an heir’s share · child 郑* · sent back by the bank');
  expect(title('divided')).toBe('Notice of an heir’s share · child 郑* · divided anew');
  expect(title(null)).toBe('Notice of an heir’s share · child 郑* · the money moved');
});

test('whatever a letter to an heir tells of, its title in a list says what', () => {
  for (const step of stepsOfKind['heir-share'])
    for (const title of Object.values(toHeir(step))) expect(title.split(' · ')).toHaveLength(3);
});

test('a request that was issued as a reminder is listed under the title that stands on it', () => {
  const ofCase = { heir: null, moved: null, heirName: null, heirRelation: null } as const;
  const request = { ...letter, ...ofCase, kind: 'reminder', step: 'await-account' } as const;
  expect(listTitle({ ...request, templateVersion: 4 }).zh).toBe('医保关系转移接续催办函');
  expect(listTitle(request).zh).toBe('请告知收款账户或者不接收余额的函');
});

test('a letter of the case is called in a list what it is called', () => {
  const decision = {
    kind: 'decision',
    heir: null,
    step: 'approve',
    moved: null,
    heirName: null,
    heirRelation: null,
  } as const;
  expect(listTitle({ ...letter, ...decision }).zh).toBe('支取决定书');
});
