import type { Carrier, Notice } from './notice.ts';

export interface Carriers {
  /** E-mail goes by it where the agency has a mail server. */
  readonly mail: Carrier | null;
  /** Everything else: short messages, and e-mail where there is no mail server. */
  readonly rest: Carrier;
}

/** One carrier that gives each notice to the one for its channel. */
export function byChannel({ mail, rest }: Carriers): Carrier {
  return (notice) => (notice.channel === 'email' && mail ? mail(notice) : rest(notice));
}

/**
 * Says in the log that a notice would have gone out, and nothing of whom it was for or what it said: for a trial, where
 * nobody is to be written to.
 */
export function logCarrier(
  write: (told: Pick<Notice, 'id' | 'kind' | 'channel' | 'language'>) => void,
): Carrier {
  return async ({ id, kind, channel, language }) => write({ id, kind, channel, language });
}
