import { expect, test } from 'vitest';
import { relationNames } from '#business/succession/public';
import { answerStands, gentleAt, heirIs, leftOut, meanwhileFor, shareOf, stageOf, youAre } from './stage.ts';

const open = { standing: 'open', result: null, amountFen: null };
const seen = (...ownShare: Parameters<typeof stageOf>[0]['ownShare']) => ({
  ...{ decided: true, decidedAnew: false, ended: false, shares: [{}], ownShare },
});

test('an heir is told whether it is proposed, decided, kept back or paid, and that money is left only until the decision', () => {
  expect(stageOf({ ...seen(), decided: false })).toBe('proposed');
  expect(stageOf({ ...seen(), decided: false, shares: [] })).toBe('unshared');
  expect(gentleAt.unshared.en).not.toMatch(/below/);
  expect([stageOf(seen()), stageOf(seen(open))]).toEqual(['decided', 'decided']);
  expect(stageOf(seen({ ...open, standing: 'held' }))).toBe('held');
  expect(stageOf(seen({ ...open, result: 'paid' }))).toBe('paid');
  expect(stageOf(seen({ ...open, result: 'returned' }))).toBe('decided');
  expect(stageOf({ ...seen(), ended: true })).toBe('ended');
  expect(stageOf({ ...seen(), decidedAnew: true })).toBe('anew');
  for (const stage of ['decided', 'anew', 'held', 'paid', 'ended'] as const)
    expect(gentleAt[stage].en).not.toMatch(/still holds|proposes/);
});

test('of a share in dispute nobody reads that somebody else objected: it may be they themselves', () => {
  expect(gentleAt.held.zh).toContain('{share}有争议，先留着');
  expect(gentleAt.held.zh).not.toMatch(/有人/);
});

test('no amount is said to be left out where one is told: by shares and a sum anybody can work out what the others get', () => {
  const none = { ...seen(open), ownAmount: null };
  expect(leftOut(none)?.zh).toMatch(/不写金额和其他人的名字/);
  expect(leftOut({ ...none, decided: false })?.en).toMatch(/no amounts and no other names/);
  const told = [
    { ...none, ownAmount: {} },
    { ...none, ownShare: [{ ...open, amountFen: '100' }] },
  ];
  for (const each of told) {
    expect(leftOut(each)?.zh).toBe('为保护大家，这里不写其他人的名字。');
    expect(leftOut(each)?.en).not.toMatch(/amount/);
  }
  expect(leftOut({ ...none, decided: false, shares: [] })).toBeNull();
});

test('an agreement by a passed-on link to other than equal shares is announced to be confirmed, and is not done until it is', () => {
  const before = { word: null, unconfirmed: false, decided: false, agreement: 'lacking', byRelative: true };
  expect(answerStands(before)).toBe('open');
  const said = meanwhileFor(before).map(({ zh }) => zh);
  expect(said.join('')).toMatch(/不算同意.*才算数/);
  expect(said.join('')).not.toMatch(/视为接受/);
  expect(meanwhileFor({ ...before, byRelative: false })).toHaveLength(1);
  const agreed = { ...before, word: 'agree', agreement: 'to-confirm', unconfirmed: true };
  expect(answerStands(agreed)).toBe('to-confirm');
  expect(answerStands({ ...agreed, agreement: 'counts', unconfirmed: false })).toBe('given');
  expect(answerStands({ ...agreed, agreement: 'lacking', unconfirmed: false })).toBe('again');
  expect(meanwhileFor({ ...before, agreement: 'not-needed' }).map(({ en }) => en)).toEqual([
    'Anybody who says nothing is taken to accept.',
  ]);
});

test('an heir is told who they are to the person who died, and a guardian who the child is', () => {
  const parent = { zh: '父亲或母亲', en: 'parent' };
  expect(youAre(parent, false)).toEqual({ zh: '您是逝者的父亲或母亲', en: 'you are their parent' });
  expect(youAre({ zh: '子女', en: 'child' }, true).zh).toBe('继承人是逝者的子女');
  expect(youAre(relationNames.other, false).zh).toBe('您是遗嘱、遗赠等指定的人');
  // On a page that was built for one language the texts of the other are missing.
  const missing = { zh: '-', en: '-' };
  for (const inOne of [
    { ...missing, zh: parent.zh },
    { ...missing, en: parent.en },
  ])
    expect(youAre(inOne, false).en).toBe('you are their parent');
});

test('a guardian reads of the child’s share, and nowhere that it is theirs', () => {
  for (const text of Object.values(gentleAt))
    expect(`${text.zh} ${text.en}`).not.toMatch(/您的一份|your share/i);
  expect([shareOf(true), heirIs(true)].map(({ zh }) => zh)).toEqual(['孩子的一份', '您监护的孩子']);
  expect([shareOf(false), heirIs(false)].map(({ en }) => en)).toEqual(['your share', 'You']);
});
