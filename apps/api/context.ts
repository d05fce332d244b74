import type { Agency } from '#apps/agency';
import type { Clock } from '#basics';

/** What the API needs of an agency: all that its operations are given. */
export type ServedAgency = Omit<Agency, 'config' | 'migrator' | 'stop' | 'clock' | 'interestRule'> & {
  readonly config: Pick<Agency['config'], 'mode'>;
  readonly clock: Clock;
};

/** What every operation is given. */
export interface ApiContext extends ServedAgency {
  readonly mode: Agency['config']['mode'];
}
