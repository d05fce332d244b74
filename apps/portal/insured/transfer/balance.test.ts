import { expect, test } from 'vitest';
import { balanceIn, balanceRow, sendingWords } from './balance.ts';

const account = (balanceFen: string, interestFen = '0', closedOn: string | null = null) =>
  balanceIn({ balanceFen, interestFen, closedOn });
const said = (asked: Parameters<typeof balanceRow>[0]) => ({
  row: balanceRow(asked)?.label.zh ?? null,
  sending: sendingWords(asked).zh,
});

test('who moves to a city that takes the months only reads the balance as what does not move and is paid to them', () => {
  const balance = account('831240');
  expect(said({ balance, monthsOnly: false })).toMatchObject({ row: '余额' });
  expect(said({ balance, monthsOnly: false }).sending).toContain('账户余额');
  const months = said({ balance, monthsOnly: true });
  expect(months.row).toBe('余额，不随着转走');
  expect(months.sending).toContain('余额那边不收，付给我本人');
});

test('who has no account, a closed one or nothing in it reads nothing of a balance before they send it', () => {
  for (const balance of ['none' as const, account('0'), account('831240', '0', '2026-01-31')])
    for (const monthsOnly of [true, false]) {
      const { row, sending } = said({ balance, monthsOnly });
      expect(row).toBeNull();
      expect(sending).not.toContain('余额');
      expect(sending).toContain('缴费月数');
    }
  expect(said({ balance: account('0', '12'), monthsOnly: true }).row).not.toBeNull();
});

test('where the account cannot be read nobody is told that there is nothing in it', () => {
  const { row, sending } = said({ balance: 'unknown', monthsOnly: true });
  expect(row).toBeNull();
  expect(sending).toContain('付给我本人');
});
