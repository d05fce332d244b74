import { randomBytes } from 'node:crypto';
import { type Ids, makeIds, type RandomBytes } from '#basics';
import { type InterestRule, interestRule } from '#law';
import { type Config, readIdentityKey } from '#platform/config';
import { type Database, migrate, openDatabases, requireCurrentSchema } from '#platform/postgres';
import { makeSeal, type Seal } from '#platform/seal';
import { type BusinessClock, businessClock } from './business-clock.ts';

/** Everything that one agency's processes share: made once at the start, handed down to every use case. */
export interface Agency {
  readonly config: Config;
  readonly region: string;
  readonly database: Database;
  readonly loginDatabase: Database;
  /** Undefined where an own PostgreSQL is used and this process was not given the migrator's address. */
  readonly migrator: Database | undefined;
  readonly clock: BusinessClock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  readonly interestRule: InterestRule;
  stop(): Promise<void>;
}
