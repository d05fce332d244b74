import { applyWord, isTransferMessage, type TransferContext, type TransferDesk } from '#business/transfer';
import { openAfterTransfer, type WithdrawalContext, whyNotAfterTransfer } from '#business/withdrawal';
import type { Apply } from '#engines/exchange';
import { regionName } from '#law';
import type { Config } from '#platform/config';
import { debtorOf } from './debtor.ts';
import { demoBalances } from './demo-data.ts';

/** Transfers end in withdrawals where a balance is refused; neither procedure knows the other, so the apps tell it here. */
export function openWithdrawal(context: WithdrawalContext): TransferContext['openWithdrawal'] {
  return (tx, asked) => openAfterTransfer(tx, { ...asked, context });
}

/** Why none opens; the transfer then stands before a clerk. */
export function whyNoWithdrawal(context: WithdrawalContext): TransferContext['whyNoWithdrawal'] {
  return (reader, asked) => whyNotAfterTransfer(reader, { ...asked, context });
}

/** What the gateway's messages do: those of transfers, which are all that agencies exchange. */
export function applyMessage(context: TransferContext): Apply {
  return async (tx, message) => {
    const { type, from, transferId, messageId, inReplyTo, sentAt, body } = message;
    if (!isTransferMessage(type)) throw new Error(`the gateway kept a message of the type ${type}`);
    const said = { messageId, transferId, from, type, inReplyTo, sentAt, channel: 'gateway' } as const;
    // The gateway compared the body with the schema of its type before it kept it.
    const word = { ...said, body } as unknown as Parameters<typeof applyWord>[1]['word'];
    return applyWord(tx, { context, word });
  };
}

/** How other agencies reach this one, and where they remit to: as configured; made up outside production, and saying so. */
export function transferDeskOf(config: Config): TransferDesk {
  const { name: holder, bankName, bankCode, accountNumber } = debtorOf(config);
  const demo = () => (config.mode === 'demo' ? demoBalances(config.dataDir) : 'taken');
  return {
    contact: {
      unit: config.contactUnit ?? '演示转移接续科（合成数据）',
      person: null,
      phone: config.contactPhone ?? '12393',
      address: config.contactAddress ?? `${regionName(config.region).zh}演示路 1 号（合成数据）`,
      postcode: config.contactPostcode ?? '000000',
    },
    account: { holder, bankName, bankCode, accountNumber },
    // Read each time: somebody who plays with a demo changes it while it runs.
    get acceptsBalances() {
      return config.acceptsBalances === 'yes' && demo() !== 'refused';
    },
    get namesAccount() {
      return demo() !== 'unanswered';
    },
  };
}
