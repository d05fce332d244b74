import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { OrderStanding } from '#business/payments';
import { bankReason } from './bank-reasons.ts';

/** The payment of a settled case, as its page tells it. */
export interface PaymentView {
  readonly orderId: string;
  readonly amountFen: string;
  readonly standing: OrderStanding['standing'];
  /** The bank's last word; null where it has said nothing yet. */
  readonly result: OrderStanding['result'];
  /** The day of the bank's word that it was paid; null until then, and where it came back. */
  readonly paidOn: PlainDate | null;
  readonly where: Text;
}

/** Whether an order has nowhere to go: no account was named, also while it is kept back in a dispute, or the bank sent it back from the last one. */
export function wantsAccount({
  standing,
  lacksAccount,
  attempts,
}: Pick<OrderStanding, 'standing' | 'lacksAccount' | 'attempts'>): boolean {
  // The account that a share in dispute came back to is changed once it is free.
  return lacksAccount && (standing === 'open' || (standing === 'held' && attempts === 0));
}

/** Where the money of a settled case is now, in words; the case's state does not tell once an order was moved. */
export function paymentView(order: OrderStanding): PaymentView {
  const { orderId, amountFen, standing, result, answeredAt } = order;
  const paidOn = result === 'paid' && answeredAt !== null ? shanghaiDate(answeredAt) : null;
  return { orderId, amountFen: `${amountFen}`, standing, result, paidOn, where: whereOf(order) };
}

function whereOf({ standing, result, attempts, reason, lacksAccount }: OrderStanding): Text {
  const why = bankReason(reason);
  if (standing === 'divided')
    return {
      zh: '已按继承人的份额分开，每份的去向见继承人清单。',
      en: 'It is divided among the heirs; where each share is stands in their list.',
    };
  if (standing === 'held')
    return {
      zh: '这一份有争议，留存待定；有了法院裁判或协商结果再付。',
      en: 'This share is disputed and kept back until a court or the heirs have settled it.',
    };
  if (standing === 'refunded')
    return {
      zh: '款项已退回个人账户，不再付出。',
      en: 'The money is back in the account and is not paid out.',
    };
  if (standing === 'unclaimed')
    return {
      zh: '暂时付不出去，款项转入无人领取；有人来领时可以恢复支付。',
      en: 'Nobody could be paid; the money stands as unclaimed and can be claimed.',
    };
  if (standing === 'contested')
    return {
      zh: '有人提出异议，款项暂停支付，等审查结果。',
      en: 'Somebody objected; the payment waits for the outcome.',
    };
  if (result === 'paid') return { zh: '已付到收款账户。', en: 'It was paid to the payee’s account.' };
  if (result === 'returned' && !lacksAccount)
    return {
      zh: `银行曾退回（${why.zh}）；收款账户已更正，等待再次付款。`,
      en: `The bank had sent it back (${why.en}); the account was corrected, and it waits to be paid again.`,
    };
  if (result === 'returned')
    return {
      zh: `银行退回（${why.zh}），等更正收款账户后再付。`,
      en: `The bank sent it back (${why.en}); name another account and it is paid again.`,
    };
  if (attempts === 0 && lacksAccount)
    return {
      zh: '等填写收款账户，填好就付。',
      en: 'No account is named yet; once it is, the money is paid there.',
    };
  if (attempts > 0)
    return {
      zh: '已经安排付款，等银行的结果。',
      en: 'The payment is arranged; the bank’s word on it is awaited.',
    };
  return { zh: '已结清，等待付款。', en: 'It is settled and waits to be paid.' };
}
