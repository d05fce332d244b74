/** A message to a person, opened for delivery. Holds personal data: never logged, never kept longer than it takes. */
export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly channel: 'sms' | 'email' | 'letter';
  readonly address: string;
  readonly body: string;
  readonly language: 'zh' | 'en';
}

/** Hands a notice to whatever carries it; throws where it could not be handed over. */
export type Carrier = (notice: Notice) => Promise<void>;
