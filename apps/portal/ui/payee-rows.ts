import type { Answered } from './check-answers.tsx';
import type { Say } from './language.tsx';
import type { Language } from './languages.ts';
import { nameOfCode } from './names-of-codes.ts';
import { bearers, charges } from './payee-charges.ts';
import { fieldId } from './payee-field.ts';

/** An account as far as it is written. */
interface Written {
  readonly name?: string | null | undefined;
  readonly accountNumber?: string | null | undefined;
  readonly bankName?: string | null | undefined;
  readonly bankCode?: string | null | undefined;
  readonly abroad?: WrittenAbroad | null | undefined;
}

interface WrittenAbroad {
  readonly currency?: string | null | undefined;
  readonly charges?: string | null | undefined;
  readonly address?:
    | Readonly<Partial<Record<(typeof addressParts)[number], string | null | undefined>>>
    | null
    | undefined;
}

/** In the order in which an address is written. */
const addressParts = ['street', 'building', 'postcode', 'town', 'region', 'country'] as const;

/** An account to be read over, each row with the way to its field. */
export function payeeRows(
  { name, accountNumber, bankName, bankCode, abroad }: Written,
  { change, say, language }: { readonly change: string; readonly say: Say; readonly language: Language },
): readonly Answered[] {
  const rows: readonly Row[] = [
    ['name', say({ zh: '户名', en: 'Name on the account' }), name],
    ['accountNumber', say({ zh: '账号', en: 'Account number' }), inFours(accountNumber ?? '')],
    ['bankName', say({ zh: '开户银行', en: 'Bank' }), bankName],
    [
      'bankCode',
      say(abroad ? { zh: '银行的 BIC', en: 'BIC of the bank' } : { zh: '联行号', en: 'Clearing code' }),
      bankCode,
    ],
    ...(abroad ? abroadRows(abroad, { say, language }) : []),
  ];
  return rows.map(([path, label, value]) => ({ label, value, change: `${change}#${fieldId(path)}` }));
}

/** Its field, what it is called, and what was written. */
type Row = readonly [string, Answered['label'], string | null | undefined];

function abroadRows(
  { currency, charges: by, address }: WrittenAbroad,
  { say, language }: { readonly say: Say; readonly language: Language },
): readonly Row[] {
  const bearer = bearers.find(({ id }) => id === by);
  const parts = addressParts.flatMap((part) => {
    const written = address?.[part];
    return written ? [part === 'country' ? nameOfCode(written, { language, type: 'region' }) : written] : [];
  });
  // As it is chosen: by its name, with the code by which banks know it.
  const money = currency && `${nameOfCode(currency, { language, type: 'currency' })} ${currency}`;
  return [
    ['abroad.currency', say({ zh: '希望收到的货币', en: 'Currency you want to receive' }), money],
    [`charges-${by ?? 'SHAR'}`, say(charges), bearer && say(bearer.label)],
    ['abroad.address.street', say({ zh: '您在境外的地址', en: 'Your address abroad' }), parts.join(', ')],
  ];
}

/** As it stands on the card, so that it can be compared. */
function inFours(number: string): string {
  return number.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}
