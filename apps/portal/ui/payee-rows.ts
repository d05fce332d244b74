import type { Answered } from './check-answers.tsx';
import type { Say } from './language.tsx';

/** An account as far as it is written. */
interface Written {
  readonly name?: string | null | undefined;
  readonly accountNumber?: string | null | undefined;
  readonly bankName?: string | null | undefined;
  readonly bankCode?: string | null | undefined;
  readonly abroad?: { readonly currency?: string | null | undefined } | null | undefined;
}

/** An account to be read over, with the one way to change it. */
export function payeeRows(
  { name, accountNumber, bankName, bankCode, abroad }: Written,
  { change, say }: { readonly change: string; readonly say: Say },
): readonly Answered[] {
  const rows: readonly (readonly [Answered['label'], string | null | undefined])[] = [
    [say({ zh: '户名', en: 'Name on the account' }), name],
    [say({ zh: '账号', en: 'Account number' }), inFours(accountNumber ?? '')],
    [say({ zh: '开户银行', en: 'Bank' }), [bankName, bankCode].filter(Boolean).join(' · ')],
    ...(abroad
      ? [[say({ zh: '希望收到的货币', en: 'Currency you want to receive' }), abroad.currency] as const]
      : []),
  ];
  return rows.map(([label, value], at) => ({ label, value, change: at === 0 ? change : null }));
}

/** As it stands on the card, so that it can be compared. */
function inFours(number: string): string {
  return number.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}
