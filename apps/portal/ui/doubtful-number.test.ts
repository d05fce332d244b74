import { expect, test } from 'vitest';
import { besideItsQuestion, payeeDoubts } from './doubtful-number.ts';

// No card has this number, and the code is of another bank than the name says.
const begun = {
  ...{ name: '示例安', accountNumber: '6222020000000000019', abroad: null },
  ...{ bankCode: '102584000002', bankName: '中国银行深圳分行' },
};

test('while the number is asked about at its field the other doubts alone stand beside it, and before that all', () => {
  const all = payeeDoubts(begun).map(({ id }) => id);
  expect(all).toContain('card-check-digit');
  expect(all.length).toBeGreaterThan(1);
  expect(besideItsQuestion(payeeDoubts(begun)).map(({ id }) => id)).toEqual(
    all.filter((id) => id !== 'card-check-digit'),
  );
});
