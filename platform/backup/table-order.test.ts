import { expect, test } from 'vitest';
import { backupRule, loadOrder } from './table-order.ts';

const table = (name: string, ...needs: string[]) => ({ name, needs });

test('what a foreign key names is loaded before it', () => {
  const order = loadOrder([table('posting', 'authority'), table('authority', 'account'), table('account')]);
  expect(order.map(({ name }) => name)).toEqual(['account', 'authority', 'posting']);
});

test('tables that need one another are a fault, which names them', () => {
  expect(() => loadOrder([table('a', 'b'), table('b', 'a'), table('c')])).toThrow('a circle: a, b');
});

test('a table’s comment says whether a backup carries it, or what makes it anew', () => {
  expect(backupRule('distributed: postings')).toEqual({ kept: true, rebuiltBy: null });
  expect(backupRule('reference: sessions; not in backups')).toEqual({ kept: false, rebuiltBy: null });
  expect(backupRule('distributed: sums by day; rebuilt by refill_days()')).toEqual({
    kept: false,
    rebuiltBy: 'refill_days',
  });
  expect(backupRule(null)).toEqual({ kept: true, rebuiltBy: null });
});
