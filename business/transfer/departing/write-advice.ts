import type { PlainDate } from '#basics';
import { agencyPayeeOf, endToEndId, ordersOfCase } from '#business/payments';
import { personById } from '#business/registry';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { TransferContext } from '../context.ts';
import type { RemittanceAdvice } from '../messages/remittance-advice.ts';
import { placeOf } from '../place-of.ts';

/** The remittance advice (基金划转通知) of a transfer whose money the bank has paid. */
export async function writeAdvice(
  reader: Reader,
  asked: { readonly context: TransferContext; readonly file: CaseFile; readonly remittedOn: PlainDate },
): Promise<RemittanceAdvice> {
  const { context, file, remittedOn } = asked;
  const settled = (await actionsOf(reader, file)).findLast(({ action }) => action === 'settle')?.data ?? {};
  const [order] = await ordersOfCase(reader, placeOf(file));
  const payee = await agencyPayeeOf(reader, placeOf(file));
  const person = await personById(reader, file.ownerId);
  if (!order || !payee || !person) throw new Error(`case ${file.id} was paid without an order`);
  const amountFen = BigInt(String(settled.amountFen));
  const interestFen = BigInt(String(settled.interestFen));
  const { account } = context.desk;
  return {
    ...{ personName: person.name, amountFen: `${amountFen}` },
    ...{ principalFen: `${amountFen - interestFen}`, interestFen: `${interestFen}` },
    ...{ reference: endToEndId({ orderId: order.orderId, attempt: order.attempts }), remittedOn },
    payer: {
      holder: account.holder,
      bankName: account.bankName,
      accountTail: account.accountNumber.slice(-4),
    },
    payee: {
      ...{ holder: payee.name, bankName: payee.bankName },
      ...{ bankCode: payee.bankCode, accountTail: payee.accountTail },
    },
  };
}
