import type { DebtorAccount } from '#business/payments';
import type { Config } from '#platform/config';

/** The agency's account as configured; outside production a made-up one, whose name says so. */
export function debtorOf(config: Config): DebtorAccount {
  return {
    name: config.payerName ?? '演示医疗保障局（合成数据）',
    accountNumber: config.payerAccount ?? '9558800000000000001',
    bankCode: config.payerBankCode ?? '102584000000',
  };
}
