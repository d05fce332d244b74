import { expect, test } from 'vitest';
import { balanceInShort } from './paid-out.ts';

const paid = { on: '2026-11-20', amountFen: '123456' };

test('the tile of a balance that is paid out says so in a few words', () => {
  const what = {
    zh: '没有转走的余额已于 2026-11-20 付给本人，连同利息共 1,234.56 元，该办件已办结。',
    en: 'long',
  };
  const balance = { stage: 'to-be-paid-out', text: what, since: null } as const;
  const stateName = { zh: '待付款', en: 'To be paid' };
  const followUp = { state: 'settled', stateName, unconfirmed: false, paid: null };
  expect(balanceInShort(balance, [{ ...followUp, paid }]).zh).toBe('已支付');
  expect(balanceInShort(balance, [followUp])).toBe(stateName);
  // Received is the application, and not the money.
  expect(balanceInShort(balance, [{ ...followUp, state: 'submitted' }]).zh).toBe('正在支取');
  expect(balanceInShort(balance, [{ ...followUp, unconfirmed: true }])).toBe(what);
  // What was credited over there is told, whatever was paid out besides.
  expect(balanceInShort({ ...balance, stage: 'credited' }, [followUp])).toBe(what);
});
