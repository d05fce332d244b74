import type { Agency } from '#apps/agency';

/** What the gateway needs of an agency. */
export type GatewayAgency = Pick<
  Agency,
  'region' | 'database' | 'clock' | 'seal' | 'signingKeys' | 'exchange'
> & {
  readonly gatewayDatabase: NonNullable<Agency['gatewayDatabase']>;
};
