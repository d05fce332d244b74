import type { Clock } from '#basics';
import type { Seal } from '#platform/seal';
import type { AgencyKeys } from '#platform/signing';
import type { Press } from '#platform/typesetting';

/** What writing a letter needs of an agency. */
export interface LettersContext {
  readonly clock: Clock;
  readonly seal: Seal;
  readonly signingKeys: AgencyKeys;
  /** The agency's own region, six digits. */
  readonly region: string;
}

/** What printing one needs. */
export interface PrintingContext extends Pick<LettersContext, 'seal'> {
  readonly press: Press;
}
