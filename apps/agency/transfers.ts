import { ok } from '#basics';
import type { DebtorAccount } from '#business/payments';
import {
  applyWord,
  isTransferMessage,
  passingRefusals,
  type TransferContext,
  type TransferDesk,
} from '#business/transfer';
import { openAfterTransfer, type WithdrawalContext } from '#business/withdrawal';
import type { Apply } from '#engines/exchange';

/** Transfers end in withdrawals where a balance is refused; neither procedure knows the other, so the apps tell it here. */
export function openWithdrawal(context: WithdrawalContext): TransferContext['openWithdrawal'] {
  return (tx, asked) => openAfterTransfer(tx, { ...asked, context });
}

/** What the gateway's messages do: those of transfers, which are all that agencies exchange. */
export function applyMessage(context: TransferContext): Apply {
  return async (tx, message) => {
    const { type, from, transferId, messageId, inReplyTo, sentAt, body } = message;
    if (!isTransferMessage(type)) throw new Error(`the gateway kept a message of the type ${type}`);
    const said = { messageId, transferId, from, type, inReplyTo, sentAt, channel: 'gateway' } as const;
    // The gateway compared the body with the schema of its type before it kept it.
    const word = { ...said, body } as unknown as Parameters<typeof applyWord>[1]['word'];
    const done = await applyWord(tx, { context, word });
    return done.ok ? ok(done.value) : done;
  };
}

export { passingRefusals };

/** How other agencies reach this one, and where they remit to: as configured; made up outside production, and saying so. */
export function transferDeskOf(told: {
  readonly debtor: DebtorAccount;
  readonly unit: string;
  readonly phone: string;
  readonly address: string;
  readonly postcode: string;
  readonly bankName: string;
  readonly acceptsBalances: boolean;
}): TransferDesk {
  const { debtor, unit, phone, address, postcode, bankName, acceptsBalances } = told;
  return {
    contact: { unit, person: null, phone, address, postcode },
    account: {
      ...{ holder: debtor.name, bankName, bankCode: debtor.bankCode, accountNumber: debtor.accountNumber },
    },
    acceptsBalances,
  };
}
