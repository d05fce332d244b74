import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { doubtsAbout, tellDoubts } from '#business/payments/public';
import { LanguageProvider } from '../../ui/language.tsx';
import type { Language } from '../../ui/languages.ts';
import { AccountOf } from './account-of.tsx';

const mistyped = {
  name: '张三',
  bankCode: '102584000002',
  bankName: '中国工商银行',
  accountNumber: '6222020000000000019',
};
const payee = {
  kind: 'insured',
  ...{
    name: '张*',
    bankCode: mistyped.bankCode,
    bankName: mistyped.bankName,
    accountTail: '0019',
  },
  ...{ country: null, currency: null, charges: null },
  doubts: tellDoubts(doubtsAbout(mistyped)),
} as const;
const payment = {
  orderId: 'ord',
  amountFen: '1',
  standing: 'open',
  paidOn: null,
  where: { zh: '银行', en: 'bank' },
} as const;
const name = { zh: '填账户', en: 'name it' };

function drawn(language: Language, more: { allowed?: boolean; result?: 'paid' | null }): string {
  const { allowed = false, result = null } = more;
  const actions = [{ action: 'name-payee', name, allowed, code: null, why: null }];
  const view = { number: 'SZ-1', payee, payment: { ...payment, result }, actions };
  const account = createElement(AccountOf, { view });
  return renderToStaticMarkup(
    createElement(MemoryRouter, null, createElement(LanguageProvider, { value: language }, account)),
  );
}

test('an account whose number is doubtful stays so on the page of its case, with the way to change it while it may be changed', () => {
  expect(drawn('zh', { allowed: true })).toMatch(
    /••••\s0019.*校验位不符.*cases\/SZ-1\/payee#payee-accountNumber/,
  );
  expect(drawn('en', {})).toMatch(/••••\s0019.*check digit does not fit/);
  expect(drawn('en', {})).not.toContain('<a');
});

test('once the money has arrived nobody is warned of the account any more', () => {
  expect(drawn('zh', { result: 'paid' })).toMatch(/••••\s0019/);
  expect(drawn('zh', { result: 'paid' })).not.toContain('校验位');
});
