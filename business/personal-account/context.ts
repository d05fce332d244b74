import type { Clock } from '#basics';

/** What this folder needs of the app that runs it. */
export interface PersonalAccountContext {
  readonly clock: Clock;
}
