import type { Fen } from '#basics';

export const paymentStates = ['authorised', 'confirmed', 'cancelled', 'expired'] as const;

/** A payment by card, from the authorisation that holds the amount to its end. */
export interface CardPayment {
  readonly personId: string;
  readonly paymentId: string;
  readonly cardId: string;
  /** The key that asked for it; nobody else confirms or cancels it. */
  readonly merchantId: string;
  /** The merchant's own reference: asked again under it, nothing happens twice. */
  readonly reference: string;
  /** The pharmacy or hospital, by the code of its contract with the agency. */
  readonly institution: string;
  /** What is held at most. */
  readonly amountFen: Fen;
  readonly state: (typeof paymentStates)[number];
  /** What was taken; null unless it was confirmed. */
  readonly confirmedFen: Fen | null;
  readonly authorisedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** How long a merchant may take to confirm, in minutes. */
export const patience = { usual: 60, longest: 7 * 24 * 60 } as const;
