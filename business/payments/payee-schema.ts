import { z } from 'zod';
import { chargeBearers } from './payee-account.ts';

const part = (longest: number) => z.string().max(longest).nullish();

const address = z
  .object({
    street: part(70),
    building: part(16),
    postcode: part(16),
    town: z.string().max(35).meta({ example: 'Lyon' }),
    region: part(35),
    country: z.string().max(2).describe('ISO 3166-1 alpha-2').meta({ example: 'FR' }),
  })
  .describe('收款人地址，按门牌、街道、邮编、城市分开 / the payee’s address, in its parts');

const abroad = z
  .object({
    currency: z
      .string()
      .max(3)
      .describe('希望收到的货币；款项总是以人民币付出 / what shall arrive; the money always leaves in yuan')
      .meta({ example: 'EUR' }),
    charges: z
      .enum(chargeBearers)
      .describe('手续费：SHAR 共担、DEBT 付款方、CRED 收款方 / charges: shared, the payer’s, the payee’s'),
    address,
    bankAddress: z.object({ town: z.string().max(35), country: z.string().max(2) }).nullish(),
  })
  .describe('境外账户另需 / for an account abroad besides');

/** The account to be paid to, as the API takes it. */
export const payeeSchema = z
  .object({
    name: z.string().max(70).describe('户名 / the account holder'),
    bankCode: z
      .string()
      .max(20)
      .describe('联行号，12 位数字；境外银行用 BIC / the clearing code, twelve digits; abroad the BIC'),
    bankName: z.string().max(140),
    accountNumber: z
      .string()
      .max(64)
      .describe(
        '账号；境外为 IBAN 或账号；空格不计 / number, abroad the IBAN or number; spaces do not count',
      ),
    abroad: abroad.nullish(),
  })
  .describe('收款账户 / the account to be paid to');

const typed = (longest: number) => z.string().max(longest).nullish();

/** The same account while it is being written: any of it, also half of it; `payeeProblems` tells what is missing. */
export const payeeBegun = z
  .strictObject({
    ...{ name: typed(140), bankCode: typed(64), bankName: typed(280), accountNumber: typed(64) },
    abroad: z
      .strictObject({
        ...{ currency: typed(16), charges: typed(16) },
        address: z
          .strictObject({
            ...{ street: typed(140), building: typed(32), postcode: typed(32) },
            ...{ town: typed(70), region: typed(70), country: typed(70) },
          })
          .nullish(),
        bankAddress: z.strictObject({ town: typed(70), country: typed(70) }).nullish(),
      })
      .nullish(),
  })
  .describe('收款账户，写到哪里算哪里 / the account to be paid to, as far as it is written');

/** What officers see of it. */
export const payeeShown = {
  bankCode: z.string(),
  bankName: z.string(),
  accountTail: z.string().describe('账号末四位 / the account’s last four characters'),
  country: z.string().nullable().describe('境外银行所在国家 / the country of a bank abroad'),
  currency: z.string().nullable(),
  charges: z.enum(chargeBearers).nullable(),
  doubts: z
    .array(z.object({ id: z.string(), text: z.object({ zh: z.string(), en: z.string() }) }))
    .describe('需要核对之处 / what should be compared'),
};
