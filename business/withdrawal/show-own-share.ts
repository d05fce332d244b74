import type { OrderStanding } from '#business/payments';
import { type PaymentView, paymentView } from './where-money-is.ts';

/** Where the share of one heir is. */
export interface OwnShare extends Pick<PaymentView, 'standing' | 'result' | 'paidOn' | 'where'> {
  /** Null until it is paid. */
  readonly amountFen: string | null;
}

/** By the orders of the case; empty until the settlement. */
export function ownShareOf(
  orders: readonly OrderStanding[],
  heir: { readonly id: string },
): readonly OwnShare[] {
  return orders
    .filter((order) => order.partyId === heir.id && order.standing !== 'divided')
    .map((order) => {
      const { standing, result, paidOn, where, amountFen } = paymentView(order);
      return { standing, result, paidOn, where, amountFen: paidOn === null ? null : amountFen };
    });
}
