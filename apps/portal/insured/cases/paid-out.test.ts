import { expect, test } from 'vitest';
import { stateToTell } from './paid-out.ts';

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
