import type { Clock } from '#basics';
import type { Facts } from '#business/registry/public';
import type { RuleSchedule } from '#engines/rules';
import type { Config } from '#platform/config';
import type { Database } from '#platform/postgres';

/** What the API needs of an agency; `openAgency` gives it. */
export interface ServedAgency {
  readonly config: Pick<Config, 'mode'>;
  readonly database: Database;
  readonly loginDatabase: Database;
  readonly clock: Clock;
  readonly schedule: RuleSchedule<Facts>;
}

/** What every operation is given: the agency, and the machine's own time, which no demo moves. */
export interface ApiContext extends ServedAgency {
  readonly machineClock: Clock;
}
