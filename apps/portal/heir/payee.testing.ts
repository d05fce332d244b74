import type { Page } from 'playwright-core';

export async function fillPayee(page: Page, name: string): Promise<void> {
  for (const [field, value] of payeeTyped(name)) await page.locator(field).fill(value);
}

/** The fields of an account, and what is typed there. */
export function payeeTyped(name: string): readonly (readonly [string, string])[] {
  return [
    ['#payee-name', name],
    ['#payee-accountNumber', '6222020000000000018'],
    ['#payee-bankCode', '102584000002'],
    ['#payee-bankName', '工商银行深圳分行'],
  ];
}
