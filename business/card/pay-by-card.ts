import { type Fen, ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { situationOf } from '#business/registry';
import type { Reader, Tx } from '#platform/postgres';
import { findCardByNumber } from './bind-card.ts';
import type { CardPayment } from './card-payment.ts';
import type { CardContext } from './context.ts';
import { guarded } from './guarded.ts';
import { authoriseRow, cancelRow, confirmRow, locatePayment, paymentById } from './payment.store.ts';

export interface PaymentWish {
  readonly cardNumber: string;
  readonly reference: string;
  readonly institution: string;
  readonly amountFen: Fen;
  readonly minutes: number;
}

interface Asking {
  readonly context: Pick<CardContext, 'clock' | 'ids' | 'seal'>;
  /** A pharmacy's or hospital's key. */
  readonly caller: Caller;
}

/**
 * Holds an amount for a pharmacy or hospital. The same reference again answers the payment as it stands. Refuses what the
 * card, an investigation or the balance stand in the way of, and `card.reference-taken` where it named another payment.
 */
export async function authorisePayment(
  tx: Tx,
  { context, caller, wish }: Asking & { readonly wish: PaymentWish },
): Promise<Result<CardPayment>> {
  const card = await findCardByNumber(tx, { seal: context.seal, number: wish.cardNumber });
  if (!card) return refuse({ code: 'card.no-such-card' });
  const { personId, cardId } = card;
  const holder = await situationOf(tx, { owner: personId });
  if (holder?.person.diedOn) return refuse({ code: 'card.ended' }); // no word to a merchant about a death
  const at = context.clock.now();
  const expiresAt = new Date(at.getTime() + wish.minutes * 60_000);
  const { reference, institution, amountFen } = wish;
  const row = { token: caller.token ?? '', personId, cardId, reference, institution, amountFen };
  const made = await guarded(authoriseRow(tx, { ...row, paymentId: context.ids.next('cpy'), expiresAt, at }));
  return made.ok ? asItStands(tx, { personId, paymentId: made.value }) : made;
}

/**
 * Takes what was dispensed, at most what was authorised; all of it where no amount is given. The same again changes nothing.
 */
export function confirmPayment(
  tx: Tx,
  asked: Asking & { readonly reference: string; readonly amountFen: Fen | null },
): Promise<Result<CardPayment>> {
  const { context, caller, reference, amountFen } = asked;
  const at = context.clock.now();
  return guarded(confirmRow(tx, { token: caller.token ?? '', reference, amountFen, at }));
}

/** Lets the held amount go. Again, or after it ran out, nothing more happens. */
export async function cancelPayment(
  tx: Tx,
  asked: Asking & { readonly reference: string },
): Promise<Result<CardPayment>> {
  const { context, caller } = asked;
  const found = await readPayment(tx, asked);
  if (!found.ok) return found;
  const { personId, paymentId } = found.value;
  const row = { token: caller.token ?? '', personId, paymentId, at: context.clock.now() };
  const done = await guarded(cancelRow(tx, row));
  return done.ok ? asItStands(tx, { personId, paymentId }) : done;
}

/** A merchant's own payment by its reference. */
export async function readPayment(
  reader: Reader,
  { caller, reference }: { readonly caller: Caller; readonly reference: string },
): Promise<Result<CardPayment>> {
  const place = await locatePayment(reader, { merchantId: caller.id, reference });
  const payment = place && (await paymentById(reader, place));
  return payment ? ok(payment) : refuse({ code: 'card.no-such-payment' });
}

async function asItStands(
  tx: Tx,
  place: { readonly personId: string; readonly paymentId: string },
): Promise<Result<CardPayment>> {
  const payment = await paymentById(tx, place);
  if (!payment) throw new Error('a payment was made and is not there');
  return ok(payment);
}
