import { expect, it } from 'vitest';
import type { Reader } from '#platform/postgres';
import type { PayeeAccount } from './payee-account.ts';
import { notSentBackFrom } from './sent-back-accounts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const seal = { open: (sealed: Uint8Array) => new TextDecoder().decode(sealed) };
const home = {
  ...{ name: '何佳', bankCode: '102584000002', bankName: '工商银行', accountNumber: '6222020000000000016' },
};
const lyon = { street: 'Rue A', building: '1', postcode: '69001', town: 'Lyon', region: null, country: 'FR' };

/** Whether an account is taken after the bank sent one back for a reason. */
async function taken(reason: string | null, account: PayeeAccount): Promise<boolean> {
  const { name, bankCode, accountNumber } = home;
  const details = JSON.stringify({ address: lyon, bankAddress: null });
  const sent = { name, bankCode, reason, accountSealed: bytes(accountNumber), detailsSealed: bytes(details) };
  const reader = { rows: async () => [sent] } as unknown as Reader; // the one query that is asked
  const place = { owner: 'per_1', caseId: 'cas_1', successorId: null };
  const asked = { seal, by: 'insured', ...place, account } as const;
  return (await notSentBackFrom(reader, asked)).ok;
}

it('an account that the bank sent back is taken again only with what the bank said was wrong mended', async () => {
  const reasons = ['AC01', 'AC04', 'MS03', 'RC01', 'BE01', 'BE04', null];
  for (const reason of reasons) expect([reason, await taken(reason, home)]).toEqual([reason, false]);
  for (const reason of reasons) {
    expect([reason, await taken(reason, { ...home, bankCode: '308584000013' })]).toEqual([
      reason,
      reason === 'RC01',
    ]);
    expect([reason, await taken(reason, { ...home, name: 'He Jia' })]).toEqual([reason, reason === 'BE01']);
  }
  expect(await taken('AC04', { ...home, accountNumber: '6222 0200 0000 0000 008' })).toBe(true);
});

it('an address abroad that the bank called incomplete is taken with the same number once it is another', async () => {
  const abroad = { currency: 'EUR', charges: 'SHAR', address: lyon } as const;
  expect(await taken('BE04', { ...home, abroad })).toBe(false);
  expect(await taken('BE04', { ...home, abroad: { ...abroad, address: { ...lyon, building: '12' } } })).toBe(
    true,
  );
});
