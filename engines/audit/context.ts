import type { Clock, RandomBytes } from '#basics';
import type { Database, SealSource } from '#platform/postgres';
import type { AgencyKeys } from '#platform/signing';
import type { SecondPlace } from './second-place.ts';

/** What sealing needs of an agency. */
export interface AuditContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly region: string;
  readonly signingKeys: AgencyKeys;
  /** Everything that seals cover. */
  readonly sealSources: readonly SealSource[];
  readonly secondPlace: SecondPlace;
}
