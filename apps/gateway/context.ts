import type { Agency } from '#apps/agency';
import type { Clock } from '#basics';

/** What the gateway needs of an agency. */
export interface GatewayAgency
  extends Pick<Agency, 'region' | 'database' | 'seal' | 'signingKeys' | 'exchange'> {
  readonly clock: Clock;
  readonly gatewayDatabase: NonNullable<Agency['gatewayDatabase']>;
}
