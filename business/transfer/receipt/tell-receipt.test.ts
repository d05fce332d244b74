import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { type ReceiptFacts, tellReceipt } from './tell-receipt.ts';

const facts: ReceiptFacts = {
  ...{ number: 'SZ-2026-7K3M9-QX2TB-04GHE', direction: 'out', region: '440300' },
  partner: { zh: '成都', en: 'Chengdu' },
  ...{ personName: '林**', office: { zh: '深圳医保', en: 'Shenzhen' } },
  ...{ receivedOn: plainDate('2026-11-23'), trackingCode: '7KQM-2FXT' },
  answerBy: { on: plainDate('2026-12-14'), provisional: false },
  ...{ answerDays: 15, leavingDays: 10, takesBalance: true, nothingThere: false },
  certificate: { number: '440300-2026-1', validUntil: plainDate('2027-02-23') },
};

test('a receipt of a transfer says what comes next with its day, and none where our letter goes by post', () => {
  const [asked, ...then] = tellReceipt(facts).next.map(({ zh }) => zh);
  expect(asked).toBe('已告知成都。对方要发来联系函，最晚 2026-12-14。');
  expect(then.join()).toContain('10 个工作日内办完');
  expect(tellReceipt({ ...facts, answerBy: null }).next[0]?.zh).toContain('寄出后 15 个工作日内');
});

test('who moves to a city that takes the months only reads on the receipt that the balance does not go, and is paid to them', () => {
  const told = tellReceipt({ ...facts, takesBalance: false });
  const zh = told.next.map((text) => text.zh).join('');
  expect(zh).toContain('余额不随着转走');
  expect(zh).toContain('付给您本人');
  expect(told.next.map(({ en }) => en).join()).not.toContain('remitted');
  expect(
    tellReceipt(facts)
      .next.map(({ en }) => en)
      .join(),
  ).toContain('remitted');
});

test('who had nothing in the account reads nothing of a balance on the receipt, wherever they move', () => {
  for (const takesBalance of [true, false]) {
    const told = tellReceipt({ ...facts, takesBalance, nothingThere: true });
    const words = told.next.map(({ zh, en }) => zh + en).join('');
    expect(words).not.toMatch(/余额|这笔钱|balance|money|paid to you/);
    expect(words).toContain('缴费月数转给成都，10 个工作日内办完');
    expect(told).not.toHaveProperty('nothingThere');
  }
});

test('a receipt of who comes here says whether the balance is taken, and calls a day of an unpublished year provisional', () => {
  const coming = { ...facts, direction: 'in', certificate: null, takesBalance: false } as const;
  const answerBy = { on: plainDate('2027-01-06'), provisional: true };
  const told = tellReceipt({ ...coming, answerBy });
  expect(told.title.zh).toBe('从成都把医保转来');
  expect(told.next[0]?.en).toContain('2027-01-06 (provisional');
  expect(told.next.at(-1)?.en).toContain('Chengdu pays yours to you');
});
