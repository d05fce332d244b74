import { expect, test } from 'vitest';
import { balanceInShort, endedOn, stateToTell } from './paid-out.ts';

const state = { zh: '转入地不接收余额，转为支取', en: 'The balance was refused: it is paid out here' };
const refused = { state, process: 'transfer-out', stateId: 'refused-balance' } as const;
const paid = { on: '2026-11-20', amountFen: '123456' };

test('a transfer whose balance was refused and paid out since is called by the payment, and before that by the refusal', () => {
  expect(stateToTell(refused, [{ paid }]).zh).toBe('记录已转走，余额已支付');
  expect(stateToTell({ ...refused, stateId: 'no-account' }, [{ paid }]).en).toContain('paid out');
  expect(stateToTell(refused, [{ paid: null }])).toBe(state);
  expect(stateToTell(refused, [])).toBe(state);
  // The case that pays now counts, not one before it that came to nothing.
  expect(stateToTell(refused, [{ paid }, { paid: null }])).toBe(state);
});

test('a transfer that stands otherwise keeps its name, whatever was paid beside it', () => {
  expect(stateToTell({ ...refused, stateId: 'completed' }, [{ paid }])).toBe(state);
  expect(stateToTell({ ...refused, process: 'withdrawal' }, [{ paid }])).toBe(state);
});

test('a transfer is over on the day on which its balance was paid out, and never before what it tells of', () => {
  const place = { ...refused, since: '2026-11-18' };
  expect(endedOn(place, [{ paid }])).toBe('2026-11-20');
  expect(endedOn(place, [{ paid: null }])).toBe('2026-11-18');
  expect(endedOn({ ...place, stateId: 'completed' }, [{ paid }])).toBe('2026-11-18');
});

test('the tile of a balance that is paid out says so in a few words', () => {
  const what = {
    zh: '没有转走的余额已于 2026-11-20 付给本人，连同利息共 1,234.56 元，该办件已办结。',
    en: 'long',
  };
  const balance = { stage: 'to-be-paid-out', text: what, since: null } as const;
  const stateName = { zh: '待付款', en: 'To be paid' };
  const followUp = { stateName, unconfirmed: false, paid: null };
  expect(balanceInShort(balance, [{ ...followUp, paid }]).zh).toBe('已支付');
  expect(balanceInShort(balance, [followUp])).toBe(stateName);
  expect(balanceInShort(balance, [{ ...followUp, unconfirmed: true }])).toBe(what);
  // What was credited over there is told, whatever was paid out besides.
  expect(balanceInShort({ ...balance, stage: 'credited' }, [followUp])).toBe(what);
});
