import type { DebtorAccount } from '#business/payments';
import type { Config } from '#platform/config';

/** The agency's account as configured; outside production a made-up one of its region, whose name says so. */
export function debtorOf(config: Config): DebtorAccount & { readonly bankName: string } {
  const made = madeUp[config.region] ?? madeUpOf(config.region);
  return {
    name: config.payerName ?? made.name,
    accountNumber: config.payerAccount ?? made.accountNumber,
    bankCode: config.payerBankCode ?? made.bankCode,
    bankName: config.payerBankName ?? made.bankName,
  };
}

type MadeUp = Readonly<Record<'name' | 'accountNumber' | 'bankCode' | 'bankName', string>>;

const madeUp: Readonly<Record<string, MadeUp>> = {
  '440300': {
    ...{ name: '演示医疗保障局（合成数据）', accountNumber: '9558800000000000001' },
    ...{ bankCode: '102584000000', bankName: '演示银行（合成数据）' },
  },
  '510100': {
    ...{ name: '成都市医疗保险基金（演示）', accountNumber: '5101000000000001' },
    ...{ bankCode: '102651000000', bankName: '演示银行成都分行' },
  },
};

/** No two agencies have the same account. */
function madeUpOf(region: string): MadeUp {
  return {
    ...{ name: `演示医疗保障局 ${region}（合成数据）`, accountNumber: `${region}0000000001` },
    ...{ bankCode: '102584000000', bankName: '演示银行（合成数据）' },
  };
}
